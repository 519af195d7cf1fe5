"""No answer is lost unnoticed: full devices, closed streams, stops from outside."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from elsewhere import PLACES, heed_stops

COMMANDS = [
    ["neighbours", "elaa"],
    ["why", "elaa", "ggd flevoland"],
    ["show", "elaa"],
    ["path", "elaa", "lister"],
    ["list", "organisations"],
    ["metrics", "--format", "csv"],
    ["report", "--format", "json"],
    ["check"],
    ["export", "graphml"],
    ["--help"],
    ["--version"],
]


def shell(line: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which `"$@"` is the command."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COLLABGRAPH")}
    return subprocess.run(
        ["sh", "-c", line, "sh", sys.executable, "-m", "graph", *arguments],
        env={**environment, "PYTHONPATH": PLACES, "LC_ALL": "C", **settings},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: one[0])
def test_a_full_device(arguments: list[str]) -> None:
    """What cannot be written is an error in one line, and no traceback."""
    done = shell('"$@" > /dev/full', *arguments)

    assert done.returncode == 1
    assert done.stderr == b"Error: cannot write the answer: No space left on device\n"


@pytest.mark.parametrize("arguments", COMMANDS[:2], ids=lambda one: one[0])
def test_a_closed_stdout(arguments: list[str]) -> None:
    """An answer that nobody can get is an error, never exit code 0."""
    done = shell('"$@" >&-', *arguments)

    assert done.returncode == 1
    assert done.stderr == b"Error: cannot write the answer: Bad file descriptor\n"


def test_in_dutch() -> None:
    """The message speaks the language that the user asked for."""
    done = shell('"$@" > /dev/full', "show", "elaa", COLLABGRAPH_LANGUAGE="nl")

    assert done.stderr.decode() == (
        "Fout: het antwoord kan niet worden geschreven: No space left on device\n"
    )


def test_a_closed_stderr(tmp_path: Path) -> None:
    """A build needs no stderr, and its first file does not get the number of one."""
    done = shell('"$@" 2>&-', "build", "--output", str(tmp_path))

    assert done.returncode == 0
    assert str(tmp_path / "network.html").encode() in done.stdout
    assert (tmp_path / "network.html").read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize("line", ['"$@" >&- 2>&-', '"$@" > /dev/full 2> /dev/full'])
def test_nobody_listens(line: str) -> None:
    """With both streams gone only the exit code is left, and it says so."""
    assert shell(line, "neighbours", "elaa").returncode == 1


def test_an_error_to_a_full_stderr() -> None:
    """An error that cannot be told is still an error."""
    assert shell('"$@" 2> /dev/full', "neighbours", "nobody").returncode == 1


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_stop_in_a_long_step(tmp_path: Path, stop: signal.Signals, code: int) -> None:
    """A stop is obeyed at once, also in the middle of a step, and leaves no file."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import itertools, sys\n"
            "import graph.cli\n"
            "import graph.page.layout.positions as positions\n"
            "def forever(*rest):\n"
            "    print('begun', flush=True)\n"
            "    for number in itertools.count(): pass\n"
            "positions.compute_positions = forever\n"
            "graph.cli.main(['build', '--output', sys.argv[1]])\n",
            str(tmp_path / "out"),
        ],
        env={**os.environ, "PYTHONPATH": PLACES},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_stops,
    )
    assert process.stdout
    assert process.stdout.readline() == b"begun\n"

    process.send_signal(stop)
    _, noise = process.communicate(timeout=30)

    assert (process.returncode, noise) == (code, b"")
    assert not (tmp_path / "out").exists()


def test_nohup_has_its_way() -> None:
    """A command that was told to live on without its terminal does so."""
    process = subprocess.Popen(
        [
            *("sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-c"),
            "import signal, sys\n"
            "import graph.cli\n"
            "try: graph.cli.main(['--version'])\n"
            "except SystemExit: print(signal.getsignal(signal.SIGHUP), flush=True)\n",
        ],
        env={**os.environ, "PYTHONPATH": PLACES},
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    said, _ = process.communicate(timeout=30)

    assert said.endswith(b"Handlers.SIG_IGN\n") or said.endswith(b"1\n")
