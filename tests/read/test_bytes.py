"""Which files are read: real ones, of a size that can be read, from where is allowed."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from graph.model.errors import GraphError, SourceError
from graph.read.bytes import find_real_folder, read_bytes, read_named
from graph.reading import read_registry


def test_a_link_leads_to_the_digests_beside_the_real_file(tmp_path: Path) -> None:
    """A linked data file finds its digests where the real one stands."""
    link = tmp_path / "mine.yaml"
    link.symlink_to(ROOT / "entities.yaml")

    registry = read_registry(link)

    assert len(registry.partnerships) == 32


@pytest.mark.parametrize("cache", [True, False])
def test_what_is_no_file(tmp_path: Path, cache: bool) -> None:
    """A device without end and a pipe that nobody writes to are refused before they are read."""
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(SourceError, match="is no file but a device or a pipe, name a file"):
            read_registry(path, cache=cache)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """What is above the limit is refused with the limit; just below it is read."""
    (tmp_path / "a").write_bytes(b"x" * 2_000_001)

    with pytest.raises(SourceError, match="a: larger than 2 MB, more is not read"):
        read_bytes(tmp_path / "a", "a", most=2_000_000)

    assert len(read_bytes(tmp_path / "a", "a", most=2_000_001)) == 2_000_001


def test_a_file_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than its size said is refused as well: no more is read than the limit."""
    (tmp_path / "a").write_bytes(b"x" * 21)
    real = Path.stat
    small = os.stat_result((*real(tmp_path / "a")[:6], 20, *real(tmp_path / "a")[7:]))
    monkeypatch.setattr(Path, "stat", lambda self, **options: small)

    with pytest.raises(SourceError, match="a: larger than 0 MB"):
        read_bytes(tmp_path / "a", "a", most=20)


@pytest.mark.parametrize(
    ("file", "size", "said"),
    [
        ("entities.yaml", 200_000_001, "entities.yaml: larger than 200 MB, more is not read; put"),
        ("seeds/wondpoli-zandmeer.md", 20_000_001, "larger than 20 MB, more is not read; put"),
        ("registers/deelnemers.csv", 4_000_000_001, "larger than 4 GB, more is not read; put"),
    ],
)
def test_the_limits_of_files(tmp_path: Path, file: str, size: int, said: str) -> None:
    """A data file, a digest and a table are refused above their limits, with another way."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "docs" / "example", project)
    with (project / file).open("ab") as grown:
        grown.truncate(size)  # no disk is filled: what is not written takes no room

    with pytest.raises(GraphError, match=said):
        read_registry(project / "entities.yaml", cache=False)


def test_a_circle_of_links(tmp_path: Path) -> None:
    """A link to itself is told as what it is."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(SourceError, match="loop: cannot be read: Too many levels"):
        read_registry(tmp_path / "loop")


def test_stdin_is_no_data_file() -> None:
    """A pipe has no folder in which the digests could stand."""
    with pytest.raises(SourceError, match="-: the data file is not read from a pipe"):
        read_registry("-")


@pytest.mark.parametrize("file", ["/etc/hostname", "../outside.md", "sub/../../outside.md"])
def test_digests_stay_below_the_data_file(tmp_path: Path, file: str) -> None:
    """A data file of somebody else cannot make the tool read what it has no business with."""
    (tmp_path / "outside.md").write_text("[r. 1] Geheim.\n")
    (tmp_path / "data" / "sub").mkdir(parents=True)

    with pytest.raises(SourceError, match="stands outside the folder of the data file"):
        read_named(tmp_path / "data", file, most=1000)


def test_further_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable names further folders; what only begins like one of them is none of them."""
    for name in ("texts", "texts2", "data"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_bytes(b"[r. 1] Hier.\n")
    monkeypatch.setenv("COLLABGRAPH_FILES", os.pathsep.join(["/no", str(tmp_path / "texts")]))

    assert read_named(tmp_path / "data", "../texts/a.md", most=1000) == b"[r. 1] Hier.\n"
    with pytest.raises(SourceError, match="name its folder in COLLABGRAPH_FILES"):
        read_named(tmp_path / "data", "../texts2/a.md", most=1000)


def test_a_link_in_the_folder_is_followed(tmp_path: Path) -> None:
    """Who can put a link beside the data file could put the file there as well."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_bytes(b"[r. 1] Hier.\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "seeds").symlink_to(tmp_path / "elsewhere")

    assert read_named(tmp_path / "data", "seeds/a.md", most=1000) == b"[r. 1] Hier.\n"


def test_a_name_that_no_file_can_have() -> None:
    """A null character is told, and not tripped over."""
    assert find_real_folder(Path("a\0b")) == Path()
    with pytest.raises(SourceError, match="no file can have this name"):
        read_named(Path(), "a\0b", most=1000)
