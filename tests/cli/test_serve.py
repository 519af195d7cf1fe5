"""`serve` as a process: it says where the page is, and ends as it is asked to."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from elsewhere import heed_stops

Run = Callable[..., Result]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small data file and its digests."""
    return Path(shutil.copytree(ROOT / "tests/data/kustland", tmp_path / "k")) / "entities.yaml"


@contextmanager
def serving(data: Path, *more: str) -> Iterator[tuple["subprocess.Popen[str]", int, list[str]]]:
    """Serve in a process of its own: the process, its port, and what it said until then."""
    words = ["serve", "--no-open", "--language", "en", "--data", str(data), *more]
    process = subprocess.Popen(
        [sys.executable, "-m", "graph", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        text=True,
        preexec_fn=heed_stops,
    )
    try:
        assert process.stdout
        said: list[str] = []
        for line in process.stdout:
            said.append(line.rstrip("\n"))
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                yield process, int(found[1]), said
                break
        else:
            pytest.fail("\n".join(said))
    finally:
        process.kill()
        process.communicate()


def test_it_serves_the_outputs_and_stops_on_ctrl_c(data: Path, tmp_path: Path) -> None:
    """What it writes besides is what it serves; it ends without an error, and frees its port."""
    output = tmp_path / "output"
    with serving(data, "--output", str(output)) as (process, port, said):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/network.html")
        page = connection.getresponse().read()
        connection.close()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert said[-2].startswith("built: 0 problems, ")
    assert said[-1].endswith(" and follows every change; stop with Ctrl-C")
    assert page == (output / "network.html").read_bytes()
    assert (process.returncode, out, err) == (0, "stopped\n", "")
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_a_stop_from_outside_ends_it_while_a_page_waits(data: Path) -> None:
    """As any command ends on SIGTERM, without a word."""
    with serving(data) as (process, port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/changes")
        answer = connection.getresponse()
        assert answer.readline().startswith(b"data: ")
        process.terminate()
        _, err = process.communicate(timeout=30)
        connection.close()

    assert (process.returncode, err) == (128 + signal.SIGTERM, "")


def test_a_port_that_is_taken_is_said(run: Run, data: Path) -> None:
    """Before anything is built, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(
            "serve", "--no-open", "--port", str(port), "--data", str(data), "--language", "nl"
        )

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"Fout: poort {port} is niet te gebruiken: ")


def test_without_a_data_file_it_does_not_start(run: Run, tmp_path: Path) -> None:
    """The name is wrong, more likely than that the file is still to come."""
    result = run("serve", "--no-open", "--data", str(tmp_path / "gone.yaml"))

    assert result.exit_code == 1
    assert "gone.yaml" in result.stderr


def test_the_browser_is_opened_once(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the address that is said, when there is something to see."""
    opened: list[str] = []

    def stop(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("graph.cli.serve.sleep", stop)
    result = run("serve", "--data", str(data), "--language", "en")

    assert result.exit_code == 0
    assert len(opened) == 1
    assert f"the page is at {opened[0]}, " in result.stdout
