"""The outputs of one build in one folder: a mixed folder never passes for a whole one."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from elsewhere import PLACES, run_python

from graph.model.errors import ExportError
from graph.write.folder import verify_folder, write_folder
from graph.write.lock import LOCK, lock_folder

NAMES = ("page.html", "net.graphml", "page.zip")
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # of no bytes at all


def list_names(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def verify(folder: Path) -> list[tuple[int, str, str]]:
    """What is wrong in a folder: line, file and message."""
    return [(one.line, one.path, one.message) for one in verify_folder(folder, NAMES)]


def write_old_and_new(folder: Path, stop: str) -> None:
    """Write two builds in a process of its own; `stop` is what it does at the second rename."""
    write_folder(folder, {"page.html": b"old", "net.graphml": b"old"})
    run_python(
        "-c",
        "import os, signal\n"
        "from pathlib import Path\n"
        "from graph.write.folder import write_folder\n"
        "replace, done = Path.replace, []\n"
        "def replace_once(self, target):\n"
        f"    if done: {stop}\n"
        "    done.append(target)\n"
        "    return replace(self, target)\n"
        "Path.replace = replace_once\n"
        f"write_folder(Path({str(folder)!r}), {{'page.html': b'new', 'net.graphml': b'new'}})\n",
        code=-signal.SIGKILL,
    )


def test_sums_are_those_of_sha256sum(tmp_path: Path) -> None:
    """The list is what `sha256sum --check` reads, and nothing else is left in the folder."""
    write_folder(tmp_path / "out", {"page.html": b"", "net.graphml": b"een"})

    listed = (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()

    assert listed[0] == f"{EMPTY}  page.html"
    assert list_names(tmp_path / "out") == ["SHA256SUMS", "net.graphml", "page.html"]
    assert verify(tmp_path / "out") == []
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"],
            cwd=tmp_path / "out",
            check=True,
            stdout=subprocess.DEVNULL,
        )


def test_a_kill_between_two_files_is_seen_and_mended(tmp_path: Path) -> None:
    """Killed halfway, the folder does not pass; the next build leaves nothing of it."""
    write_old_and_new(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")

    assert (tmp_path / "page.html").read_bytes() == b"new"
    assert (tmp_path / "net.graphml").read_bytes() == b"old"
    assert [name for name in list_names(tmp_path) if name.endswith(".part")]
    assert verify(tmp_path) == [
        (1, "page.html", "is not as the last build that finished wrote it: build again")
    ]

    write_folder(tmp_path, {"page.html": b"third", "net.graphml": b"third"})

    assert verify(tmp_path) == []
    assert list_names(tmp_path) == ["SHA256SUMS", "net.graphml", "page.html"]


def test_what_does_not_match(tmp_path: Path) -> None:
    """A file that is gone or left from another build, a line that is none, no list at all."""
    assert verify(tmp_path) == [
        (1, "SHA256SUMS", "no list of hashes that can be read: build again")
    ]
    write_folder(tmp_path, {"page.html": b"a", "net.graphml": b"b"})
    (tmp_path / "net.graphml").unlink()
    (tmp_path / "page.zip").write_bytes(b"c")
    with (tmp_path / "SHA256SUMS").open("a") as sums:
        sums.write("ab  ../../etc/passwd\n")

    assert verify(tmp_path) == [
        (2, "net.graphml", "is not there: build again"),
        (3, "SHA256SUMS", "the line names no output: build again"),
        (
            1,
            "page.zip",
            "is left from another build: remove it, or build again with --zip",
        ),
    ]
    (tmp_path / "SHA256SUMS").write_bytes(b"\xff\xfe")
    assert verify(tmp_path)[0][1] == "SHA256SUMS"


def test_a_second_writer_is_told_who_is_there(tmp_path: Path) -> None:
    """While one process writes, another is refused and nothing changes; a kill frees the folder."""
    write_folder(tmp_path, {"page.html": b"old"})
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\n"
            "from pathlib import Path\n"
            "from graph.write.lock import lock_folder\n"
            "with lock_folder(Path(sys.argv[1])):\n"
            "    print('held', flush=True)\n"
            "    time.sleep(60)\n",
            str(tmp_path),
        ],
        env={**os.environ, "PYTHONPATH": PLACES},
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"

    with pytest.raises(ExportError, match=rf"process {holder.pid} on \S+ is writing there"):
        write_folder(tmp_path, {"page.html": b"new"})

    assert (tmp_path / "page.html").read_bytes() == b"old"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert (tmp_path / LOCK).exists()
    write_folder(tmp_path, {"page.html": b"new"})
    assert (tmp_path / "page.html").read_bytes() == b"new"
    assert not (tmp_path / LOCK).exists()


def test_a_lock_in_a_folder_that_takes_no_files(tmp_path: Path) -> None:
    """Where no file can be made, the message names it."""
    with (
        pytest.raises(ExportError, match=r"\.collabgraph\.lock: cannot be written: No such file"),
        lock_folder(tmp_path / "missing"),
    ):
        pass


def test_writers_at_once_leave_one_build(tmp_path: Path) -> None:
    """Of many builds at once each is whole or refused, and what is left is of one of them."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from graph.model.errors import ExportError\n"
        "from graph.write.folder import write_folder\n"
        "for round in range(20):\n"
        "    content = (sys.argv[2] + str(round)).encode()\n"
        "    try: write_folder(Path(sys.argv[1]), {'page.html': content, 'net.graphml': content})\n"
        "    except ExportError as error: assert 'is writing there' in str(error), error\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), letter],
            env={**os.environ, "PYTHONPATH": PLACES},
            cwd=ROOT,
        )
        for letter in "abcd"
    ]

    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert verify(tmp_path) == []
    assert (tmp_path / "page.html").read_bytes() == (tmp_path / "net.graphml").read_bytes()
