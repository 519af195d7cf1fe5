"""How much a command says beside its answer."""

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from conftest import ROOT

Run = Callable[..., Result]
NOTHING = ("--region", "almere", "--theme", "corona")


def test_quiet(run: Run, tmp_path: Path) -> None:
    """Files are written and answers given, without a word of what was done or warned of."""
    quiet = run("build", "--output", tmp_path, *NOTHING, "--quiet")
    usual = run("build", "--output", tmp_path, *NOTHING)

    assert (quiet.exit_code, quiet.output) == (0, "")
    assert (tmp_path / "network.html").is_file()
    assert usual.stderr.startswith("warning: ")
    assert run("why", "elaa", "altrecht", "-q").stdout == run("why", "elaa", "altrecht").stdout


def test_quiet_does_not_hide_errors(run: Run) -> None:
    """What went wrong is said, and so is what is wrong with a file."""
    broken = ROOT / "tests" / "data" / "broken" / "warning-letters.yaml"

    assert run("show", "xyzzy", "--quiet").stderr.startswith("Error: ")
    assert run("check", broken, "--quiet").stdout == run("check", broken).stdout


def test_verbose(run: Run) -> None:
    """The answer stays what it is; on stderr stands what it was taken from."""
    verbose = run("why", "elaa", "altrecht", "-v")
    lines = verbose.stderr.split("\n")

    assert verbose.stdout == run("why", "elaa", "altrecht").stdout
    assert lines[:2] == ["data: entities.yaml (as usual)", "language: en (the environment)"]
    assert re.fullmatch(r"took [0-9]+\.[0-9]{2} s", lines[2])
    assert lines[3:] == [""]


def test_verbose_in_dutch(run: Run) -> None:
    """From where each comes is said."""
    asked = ("--data", "entities.yaml", "--language", "nl")
    lines = run("why", "elaa", "altrecht", *asked, "--verbose").stderr.split("\n")

    assert lines[0] == "data: entities.yaml (de opdrachtregel)"
    assert re.fullmatch(r"duurde [0-9]+,[0-9]{2} s", lines[2])
