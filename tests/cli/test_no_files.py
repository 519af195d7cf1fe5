"""Every command that reads a file refuses a pipe and a device before it reads them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

COMMANDS = [
    ("check",),
    ("list", "organisations", "--match"),
    ("build", "--keep-positions"),
    ("build", "--boundaries"),
    ("import",),
    ("scan",),
    ("add",),
    ("propose",),
    ("diff",),
]


@pytest.mark.parametrize("device", [False, True], ids=["pipe", "device"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_refused(
    run: Callable[..., Result], tmp_path: Path, command: tuple[str, ...], device: bool
) -> None:
    """A pipe that nobody writes to is not waited for, and a device without end not read."""
    place = Path("/dev/zero")
    if not device:
        place = tmp_path / "pipe"
        os.mkfifo(place)
    more = {"build": ("--output", str(tmp_path / "out")), "diff": ("entities.yaml",)}

    result = run(*command, str(place), *more.get(command[0], ()))

    assert result.exit_code == 1
    assert result.stderr == f"Error: {place}: is no file but a device or a pipe, name a file\n"
    assert not (tmp_path / "out").exists()
