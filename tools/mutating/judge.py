"""Whether a test notices a change: those nearest to the module first, in a copy of the checkout."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import hypothesis  # noqa: F401 - here, so that no child needs to load it
import networkx as nx  # noqa: F401
import numpy as np  # noqa: F401
import pytest
import yaml  # noqa: F401

from mutating.changes import Mutant, write_mutant

ROOT = Path(__file__).parents[2]
_LONGEST = 60  # seconds of work: a mutant that runs on without end is noticed as well
_LATEST = 600  # seconds by the clock, for one that waits
_LARGEST = 8 << 30  # bytes: one that fills the memory is noticed before the machine notices
_NEXT = ("tests/query", "tests/select", "tests/network", "tests/validate/test_validate.py")
_NAMED_IN = ("model", "network", "query", "select", "scan", "validate")
"""Folders of tests that name modules of the core and take seconds."""
_MOST_NEAR = 4  # files of tests that name a module; what more of them name is known to all

_OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser"),
    *("--ignore-glob", "*test_columns*"),  # engines for large data, held equal to what is changed
    *("--ignore-glob", "*spark*"),  # the same, and each begins with a Java
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is loaded already, above
)
_GOOD = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def copy_checkout(folder: Path) -> Path:
    """Copy what git knows of the checkout, so that a mutant never stands in it."""
    place = folder / "checkout"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode().splitlines():
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


class Judge:
    """Runs the tests on a copy of the checkout, those nearest to a module first."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._pass: dict[tuple[str, ...], bool] = {}

    def is_killed(self, mutant: Mutant) -> bool:
        """Tell whether a test that passes without a mutant fails with it."""
        file = self.place / mutant.file
        text = file.read_text(encoding="utf-8")
        for tests in list_tests(mutant.file, self.place):
            if not self._do_pass(tests):
                raise ValueError(f"these tests fail without a mutant: {' '.join(tests)}")
            file.write_text(write_mutant(text, mutant.number), encoding="utf-8")
            try:
                if not run_tests(tests, self.place):
                    return True
            finally:
                file.write_text(text, encoding="utf-8")
        return False

    def _do_pass(self, tests: tuple[str, ...]) -> bool:
        if tests not in self._pass:
            self._pass[tests] = run_tests(tests, self.place)
        return self._pass[tests]


def list_tests(file: str, place: Path) -> list[tuple[str, ...]]:
    """
    List the tests of a module in the order in which they are run, a process for each entry.

    First its own examples and the files of tests that import it by name, then its package, then
    the other packages of the core.
    """
    _, package, *_ = file.split("/")
    name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    own = f"tests/{package}"
    named = [
        one.relative_to(place).as_posix()
        for folder in _NAMED_IN
        for one in sorted((place / "tests" / folder).glob("test_*.py"))
        if "columns" not in one.name
        and re.search(rf"^from {re.escape(name)} import", one.read_text(encoding="utf-8"), re.M)
    ]
    near = named if len(named) <= _MOST_NEAR else ()
    return [(file, *near), (own,), tuple(one for one in _NEXT if one != own)]


def run_tests(tests: Sequence[str], place: Path) -> bool:
    """
    Run tests in a process of their own, that has the libraries and not yet the package.

    Returns:
        Whether they pass, in the time that there is.
    """
    child = os.fork()
    if child == 0:
        os.setsid()  # so that a test that ends a group of processes ends its own
        signal.alarm(_LATEST)
        resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
        resource.setrlimit(resource.RLIMIT_AS, (_LARGEST, _LARGEST))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(place)
        os.environ["HYPOTHESIS_PROFILE"] = "quick"
        sys.path[:] = [str(place), *(one for one in sys.path if one not in ("", str(ROOT)))]
        sys.dont_write_bytecode = True
        os._exit(pytest.main([*_OPTIONS, *tests]) not in _GOOD)
    _, status = os.waitpid(child, 0)
    return status == 0
