"""Writing: everything or nothing, and nothing written before is lost."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from elsewhere import run_python

from graph.model.errors import ExportError
from graph.write.files import write_files


def list_names(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    """Files are written with exactly the bytes given, in folders that are made when missing."""
    write_files({tmp_path / "new" / "a.txt": b"een\r\n", tmp_path / "b.txt": "één".encode()})

    assert (tmp_path / "new" / "a.txt").read_bytes() == b"een\r\n"
    assert (tmp_path / "b.txt").read_bytes() == b"\xc3\xa9\xc3\xa9n"
    assert list_names(tmp_path) == ["b.txt", "new"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """Where a folder stands in the place of one file, no file is written at all."""
    (tmp_path / "a.txt").write_text("oud")
    (tmp_path / "b.txt").mkdir()

    with pytest.raises(ExportError, match=r"b\.txt: a folder stands there"):
        write_files({tmp_path / "a.txt": b"nieuw", tmp_path / "b.txt": b"nieuw"})

    assert (tmp_path / "a.txt").read_text() == "oud"
    assert list_names(tmp_path) == ["a.txt", "b.txt"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, the message names what cannot be written."""
    (tmp_path / "output").write_text("een bestand")

    with pytest.raises(ExportError, match="output: a file stands there, name a folder"):
        write_files({tmp_path / "output" / "network.html": b"nieuw"})

    assert (tmp_path / "output").read_text() == "een bestand"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A device that is full is an error, it stays a device, and no other file is touched."""
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("needs the device /dev/full")
    (tmp_path / "a.txt").write_text("oud")

    with pytest.raises(ExportError, match="/dev/full: cannot be written: No space left"):
        write_files({tmp_path / "a.txt": b"nieuw", full: b"nieuw"})

    assert full.is_char_device()
    assert (tmp_path / "a.txt").read_text() == "oud"
    assert list_names(tmp_path) == ["a.txt"]


def test_a_full_disk(tmp_path: Path) -> None:
    """A disk that fills up leaves the earlier files as they were, and no half file."""
    (tmp_path / "a.txt").write_text("oud")
    code = (
        "import resource, signal, sys; from pathlib import Path; "
        "from graph.write.files import write_files; from graph.model.errors import ExportError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "_, most = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most))\n"
        "try: write_files({Path('a.txt'): b'nieuw', Path('b.txt'): b'x' * 5000})\n"
        "except ExportError as error: print(error)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))"
    )

    done = run_python("-c", code, cwd=tmp_path)

    assert done.stdout == b"b.txt: cannot be written: File too large\n"
    assert (tmp_path / "a.txt").read_text() == "oud"
    assert list_names(tmp_path) == ["a.txt"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link, and the file that it points to gets the new content."""
    (tmp_path / "real.txt").write_text("oud")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")

    write_files({tmp_path / "link.txt": b"nieuw"})

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "nieuw"


def test_rights_are_kept(tmp_path: Path) -> None:
    """A file keeps its rights; a new one gets those of any new file."""
    (tmp_path / "old.txt").write_text("oud")
    (tmp_path / "old.txt").chmod(0o640)
    (tmp_path / "plain.txt").write_text("gewoon")

    write_files({tmp_path / "old.txt": b"nieuw", tmp_path / "new.txt": b"nieuw"})

    assert (tmp_path / "old.txt").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


def test_a_stop_halfway_leaves_nothing(tmp_path: Path) -> None:
    """An interruption while writing leaves the earlier file and no temporary one."""

    class Interrupted(dict[Path, bytes]):
        def items(self):  # type: ignore[no-untyped-def]
            yield tmp_path / "a.txt", b"nieuw"
            raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("oud")

    with pytest.raises(KeyboardInterrupt):
        write_files(Interrupted())

    assert (tmp_path / "a.txt").read_text() == "oud"
    assert list_names(tmp_path) == ["a.txt"]


def test_a_pipe_that_nobody_reads(tmp_path: Path) -> None:
    """A pipe without a reader is refused at once; one with a reader gets everything."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(ExportError, match="pipe: is a pipe that nobody reads, start what reads"):
        write_files({pipe: b"nieuw"})

    content = b"nieuw" * 50_000  # more than a pipe holds: the writer waits for the reader
    with os.fdopen(os.open(pipe, os.O_RDWR), "rb") as reader, ThreadPoolExecutor(1) as pool:
        written = pool.submit(write_files, {pipe: content})
        assert reader.read(len(content)) == content
        written.result()
    assert pipe.is_fifo()
    assert list_names(tmp_path) == ["pipe"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("loop", "cannot be written: "),  # what the system says of it differs
        ("loop/a.txt", "loop: a file stands there, name a folder"),
        (f"{'a' * 300}/b.txt", "cannot be written: File name too long"),
        ("a" * 300, "cannot be written: File name too long"),
        ("a\0b", "cannot be written: embedded null"),
    ],
)
def test_places_that_no_file_can_have(tmp_path: Path, name: str, why: str) -> None:
    """A circle of links and a name that is too long are told, and nothing is left behind."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(ExportError, match=why):
        write_files({tmp_path / "first.txt": b"nieuw", tmp_path / name: b"nieuw"})

    assert list_names(tmp_path) == ["loop"]
