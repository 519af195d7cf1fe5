"""When a file changed, and that several saves are one change."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.serve.watch import stamp_files, wait_for_change


class DoneError(Exception):
    """Nothing is left to happen."""


def happen(steps: Iterable[Callable[[], object]]) -> Callable[[], None]:
    """A pause in which the next step happens; after the last one it ends the waiting."""
    left = iter(steps)

    def pause() -> None:
        step = next(left, None)
        if step is None:
            raise DoneError
        step()

    return pause


def nothing() -> None:
    """Nothing happens."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there."""
    path = tmp_path / "entities.yaml"
    path.write_text("een", encoding="utf-8")
    return path


def _touch(file: Path) -> None:
    file.write_bytes(b"nee")
    os.utime(file, ns=(1, 1))


CHANGES: dict[str, Callable[[Path], object]] = {
    "other words": lambda file: file.write_text("twee, drie", encoding="utf-8"),
    "as many words": _touch,
    "put in its place": lambda file: _write_beside(file).replace(file),
    "taken away": lambda file: file.unlink(),
}


def _write_beside(file: Path) -> Path:
    beside = file.with_suffix(".new")
    beside.write_bytes(file.read_bytes())
    times = file.stat()
    os.utime(beside, ns=(times.st_atime_ns, times.st_mtime_ns))
    return beside


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_ends_the_waiting(file: Path, change: Callable[[Path], object]) -> None:
    """However an editor saves: also by another file of the same size and time."""
    seen = stamp_files([file])

    wait_for_change(seen, happen([nothing, lambda: change(file), nothing]))


def test_a_file_may_come(tmp_path: Path) -> None:
    """What was missing is waited for, in a folder that was missing too."""
    file = tmp_path / "seeds" / "s.md"
    seen = stamp_files([file, Path("nul\0")])

    def come() -> None:
        file.parent.mkdir()
        file.write_text("Tekst.", encoding="utf-8")

    wait_for_change(seen, happen([come, nothing]))


def test_without_a_change_it_waits_on(file: Path) -> None:
    """To be read is no change."""
    with pytest.raises(DoneError):
        wait_for_change(stamp_files([file]), happen([nothing, file.read_bytes, nothing]))


def test_saves_that_follow_each_other_are_one(file: Path) -> None:
    """It goes on when nothing has changed for a moment, and not between two saves."""
    happened: list[int] = []

    def save(number: int) -> Callable[[], None]:
        def step() -> None:
            happened.append(number)
            file.write_text("x" * (10 + number), encoding="utf-8")

        return step

    wait_for_change(
        stamp_files([file]), happen([save(1), save(2), save(3), nothing, save(4), nothing])
    )

    assert happened == [1, 2, 3]
