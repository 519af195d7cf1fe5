"""Python in a process of its own: another hash seed, another locale, nothing imported yet."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from conftest import ROOT

PLACES = os.pathsep.join((str(ROOT), str(ROOT / "tests")))


def run_python(
    *arguments: str,
    settings: Mapping[str, str] = MappingProxyType({}),
    cwd: Path = ROOT,
    code: int = 0,
) -> subprocess.CompletedProcess[bytes]:
    """
    Run Python on this checkout and on the modules of the tests.

    Args:
        arguments: What follows `python`: `-c` and a program, or `-m` and the name of a module.
        settings: Variables of its environment; those of `collabgraph` are not passed on to it.
        cwd: The folder to run it in.
        code: The exit code that it must end with; another one fails the test.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COLLABGRAPH")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**environment, "PYTHONPATH": PLACES} | dict(settings),
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def heed_stops() -> None:
    """
    Let a new process be stopped, before its program begins: for `preexec_fn`.

    Who runs the tests in the background, or under `nohup`, has some signals ignored, and every
    process that they start inherits that.
    """
    for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, signal.SIG_DFL)


def complete(shell: str, typed: str, words: str, **settings: str) -> list[str]:
    """Ask for completions as the script of a shell does; the lines that it gets back."""
    asked = {
        "_COLLABGRAPH_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": typed if shell == "fish" else str(len(words.split()) - 1),
        **settings,
    }
    command = "from graph.cli import main; main(prog_name='collabgraph')"
    done = run_python("-c", command, settings=asked)
    assert done.stderr == b""
    return done.stdout.decode().rstrip("\n").split("\n")
