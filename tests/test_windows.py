"""
What Windows does differently, simulated: what is not in its Python, its names, its line ends.

No test here has run on Windows. Each takes away what is not there, or brings what is usual there.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from elsewhere import run_python

from graph.model.errors import SourceError
from graph.read.bytes import read_named
from graph.reading import read_registry

Run = Callable[..., Result]
KUSTLAND = ROOT / "tests" / "data" / "kustland"
RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}

# Takes away what Python on Windows lacks, and puts in its place what it has: a lock on bytes from
# where the file stands, and a system that keeps a file which is open. The libraries come first:
# on Windows they do without by themselves.
WITHOUT_POSIX = """
import os, signal, subprocess, sys, types
import duckdb, ibis, networkx, pyarrow.parquet
from graph.page.vis import import_pyvis
import_pyvis()
for name in (
    "pread", "pwrite", "getuid", "geteuid", "fork", "mkfifo", "sysconf", "fchmod", "fchown", "chown"
):
    delattr(os, name)
del signal.SIGHUP
sys.modules["fcntl"] = None
locked, opened, kept_open = {}, {}, []

def locking(handle, mode, size):
    place = (os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR))
    if mode != 1 or place in locked:
        raise PermissionError(13, "Permission denied")
    locked[place] = handle

sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=1, locking=locking)
real_open, real_close, real_unlink = os.open, os.close, os.unlink

def note_open(path, *rest, **more):
    handle = real_open(path, *rest, **more)
    opened[handle] = os.path.basename(os.fspath(path))
    return handle

def note_close(handle):
    opened.pop(handle, None)
    for place in [place for place, by in locked.items() if by == handle]:
        del locked[place]
    real_close(handle)

def keep_what_is_open(path, **more):
    if os.path.basename(os.fspath(path)) in opened.values():
        kept_open.append(path)
        raise PermissionError(13, "being used by another process", os.fspath(path))
    real_unlink(path, **more)

os.open, os.close, os.unlink = note_open, note_close, keep_what_is_open
"""


@pytest.fixture
def kustland(tmp_path: Path) -> Path:
    """A copy of the small project."""
    return shutil.copytree(KUSTLAND, tmp_path / "kustland")


def run_without_posix(folder: Path, code: str) -> str:
    """Run a program that finds what Windows has; what it prints."""
    done = run_python("-c", WITHOUT_POSIX + code, cwd=folder)
    assert done.stderr == b""
    return done.stdout.decode()


def test_every_command_does_without_posix(kustland: Path) -> None:
    """Commands that read, write, lock and measure answer as they do elsewhere."""
    calls = (
        "check",
        "build --output out",
        "build --output out",
        "check --output out",
        "list organisations",
        "neighbours gemeente-zandmeer",
        "metrics",
        "report --output report.txt",
        "diff entities.yaml entities.yaml",
        "export gexf --output n.gexf",
        "init other",
        "export parquet --output tables/n",
    )
    code = f"""
from click.testing import CliRunner
from graph.cli import main
for call in {calls!r}:
    found = CliRunner().invoke(main, call.split())
    print(found.exit_code, call, found.output if found.exit_code else "")
print(os.listdir("out"), len(kept_open))
"""

    said = run_without_posix(kustland, code).splitlines()

    assert said[:-1] == [f"0 {call} " for call in calls]
    assert ".collabgraph.lock" not in said[-1]
    assert said[-1].endswith("] 2"), "the lock was not taken away after it was closed"


def test_a_second_build_is_refused_without_posix(kustland: Path) -> None:
    """The lock of Windows holds, and says who has it; it is free afterwards."""
    code = """
from pathlib import Path
from graph.model.errors import ExportError
from graph.write.lock import lock_folder
with lock_folder(Path()):
    try:
        with lock_folder(Path()):
            print("both")
    except ExportError as error:
        print(str(os.getpid()) in str(error))
with lock_folder(Path()):
    print("free")
print(Path(".collabgraph.lock").exists())
"""

    assert run_without_posix(kustland, code).split() == ["True", "free", "False"]


@pytest.mark.parametrize("file", ["seeds\\a.md", "C:\\data\\a.md", "..\\a.md"])
def test_a_backslash_in_a_name_is_refused_everywhere(tmp_path: Path, file: str) -> None:
    """It would part folders on one system and be a letter on another; the message says how."""
    with pytest.raises(SourceError) as caught:
        read_named(tmp_path, file, most=100)

    better = file.replace("\\", "/")
    assert str(caught.value) == f"{file}: write this as '{better}', which every system understands"


def test_a_backslash_in_the_data_is_told_with_its_line(kustland: Path, run: Run) -> None:
    """`check` names line and field, once."""
    data = kustland / "entities.yaml"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("file: seeds/wondpoli", "file: seeds\\wondpoli"), encoding="utf-8")

    said = run("check", "--data", data).output.splitlines()

    assert [line for line in said if "error" in line] == [
        f"{data}:15: error E421: sources.wondpoli.file: digest cannot be used: "
        "seeds\\wondpoli-zandmeer.md: write this as 'seeds/wondpoli-zandmeer.md', "
        "which every system understands"
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_of_windows_change_nothing(kustland: Path, mark: bytes) -> None:
    """With CRLF, and with the mark that Notepad puts before the text, the data are the same."""
    before = read_registry(kustland / "entities.yaml")
    for path in (kustland / "entities.yaml", *(kustland / "seeds").glob("*.md")):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))

    after = read_registry(kustland / "entities.yaml")

    assert after.content_hash == before.content_hash
    assert after.partnerships == before.partnerships


def test_a_data_file_in_the_code_page_of_windows_is_refused(kustland: Path, run: Run) -> None:
    """What is not UTF-8 is told with its line, and never read as something else."""
    data = kustland / "entities.yaml"
    data.write_bytes(data.read_text(encoding="utf-8").encode("cp1252", "replace"))

    result = run("check", "--data", data)

    assert result.exit_code == 1
    assert re.search(r"entities\.yaml:\d+: not UTF-8, save the file as UTF-8\n$", result.stderr)


@pytest.mark.parametrize("page", ["cp1252", "cp850", "ascii"])
def test_a_console_of_any_code_page_gets_the_same_bytes(page: str) -> None:
    """Answers are UTF-8 whatever the code page is: no letter is lost, no answer stops."""
    calls = (
        ("list", "ties"),
        ("why", "elaa", "zilveren kruis"),
        ("list", "organisations", "--help"),
    )

    for call in calls:
        found = run_python("-m", "graph", *call, settings={"PYTHONIOENCODING": page})
        usual = run_python("-m", "graph", *call)
        assert (found.stdout, found.stderr) == (usual.stdout, usual.stderr)
    assert "Patiëntenfederatie" in run_python("-m", "graph", "list", "ties").stdout.decode()


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_document_is_not_stored_under_the_name_of_a_device(
    run: Run, tmp_path: Path, name: str
) -> None:
    """`con.md` and its like cannot be files on Windows: the id gets a number."""
    run("init", tmp_path / "project")
    (tmp_path / f"{name}.md").write_text("Een tekst.\n", encoding="utf-8")

    data = tmp_path / "project" / "entities.yaml"
    result = run("add", tmp_path / f"{name}.md", "--title", "T", "--data", data)

    assert result.exit_code == 0
    assert (tmp_path / "project" / "documents" / f"{name}-2.md").is_file()
    assert not (tmp_path / "project" / "documents" / f"{name}.md").exists()


def test_a_document_is_not_stored_beside_one_of_other_capitals(run: Run, tmp_path: Path) -> None:
    """Two names that differ in capitals alone are one file on Windows and macOS."""
    run("init", tmp_path / "project")
    documents = tmp_path / "project" / "documents"
    (documents / "Brief.MD").write_text("Ouder.\n", encoding="utf-8")
    (tmp_path / "brief.md").write_text("Een tekst.\n", encoding="utf-8")

    data = tmp_path / "project" / "entities.yaml"
    result = run("add", tmp_path / "brief.md", "--title", "T", "--data", data)

    assert result.exit_code == 0
    assert (documents / "Brief.MD").read_text(encoding="utf-8") == "Ouder.\n"
    assert (documents / "brief-2.md").is_file()


def test_a_checkout_is_possible_on_windows() -> None:
    """No file of the project has a name that Windows cannot hold, or two that it takes for one."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    names = [name for name in listed.split("\0") if name]
    if not names:
        pytest.skip("needs git, which knows the files of the project")
    parts = {part for name in names for part in name.split("/")}

    assert [part for part in parts if re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)] == []
    assert [part for part in parts if part.split(".")[0].lower() in RESERVED] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) < 120
