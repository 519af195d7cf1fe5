"""A data file by way of the cache: the same answer, whatever the cache holds."""

import os
import stat
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ROOT
from elsewhere import run_python
from hypothesis import given
from hypothesis import strategies as st

from graph.cache.fingerprint import _hash_program, hash_data, hash_digests
from graph.cache.place import read_file, write_file
from graph.cache.store import Unpacked, pack
from graph.model.errors import DataError
from graph.model.kept import Kept
from graph.model.records import Registry
from graph.read.load import load_document
from graph.reading import read_registry
from graph.validate import validate_entries

List = Callable[[], list[Path]]

WITHOUT_ROOM = """
import resource, signal, sys
import graph.cache
from graph.reading import read_registry
graph.cache.LEAST_BYTES = 0
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
print(len(read_registry(sys.argv[1], cache=True).partnerships))
"""
AT_ONCE = """
import sys
import graph.cache
from graph.reading import read_registry
graph.cache.LEAST_BYTES = 0
for _ in range(5):
    print(sorted(read_registry(sys.argv[1], cache=True).organisations.items()))
"""


def is_kept(registry: Registry) -> bool:
    """Tell whether a registry came out of the cache."""
    return isinstance(registry.partnerships, Kept)


def test_a_second_reading_comes_from_the_cache(data: Path, folder: Path, kept: List) -> None:
    """It is equal to the first, whole, and nothing else is written."""
    first = read_registry(data, cache=True)
    second = read_registry(data, cache=True)

    assert (is_kept(first), is_kept(second)) == (False, True)
    assert second == first == read_registry(data)
    assert len(kept()) == 1


def test_a_kept_document_opens_where_it_did(data: Path, folder: Path) -> None:
    """What no field of the file says is kept too: the addresses of passages."""
    data.write_text(
        """\
schema: 2
title: Kust
language: nl
sources:
  s:
    file: seeds/s.md
    original: {file: s.md, sha256: "%s", title: S, url: "https://kust.example/"}
organisations:
  a: {name: Elaa, type: overig}
  b: {name: Zilt, type: overig}
partnerships:
  p:
    name: P
    kind: netwerk
    members_known: all
    members: [a, b]
    evidence: [{source: s, line: 1, quote: Elaa en Zilt, after: " doen mee"}]
"""
        % ("0" * 64),
        encoding="utf-8",
    )
    (data.parent / "seeds" / "s.md").write_text("Elaa en Zilt doen mee.", encoding="utf-8")
    first = read_registry(data, cache=True)
    second = read_registry(data, cache=True)
    (passage,) = second.partnerships["p"].evidence

    assert is_kept(second)
    assert second.sources["s"].links == first.sources["s"].links
    assert second.sources["s"].links[passage] == "https://kust.example/#:~:text=Elaa%20en%20Zilt"


def test_nothing_is_kept_unless_asked(data: Path, kept: List) -> None:
    """A library call leaves no file behind, and a strict check reads the file itself."""
    read_registry(data)
    with pytest.raises(DataError):
        read_registry(data, cache=True, strict=True)

    assert kept() == []


def test_a_small_file_is_not_kept(
    data: Path, kept: List, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read as fast as the cache is opened."""
    monkeypatch.setattr("graph.cache.LEAST_BYTES", data.stat().st_size + 1)

    assert read_registry(data, cache=True) == read_registry(data)
    assert kept() == []


def test_a_change_of_the_data_is_seen(data: Path, folder: Path) -> None:
    """Also one that leaves size and time of the file as they were."""
    read_registry(data, cache=True)
    before = data.stat()
    text = data.read_text("utf-8")
    assert "title: " in text

    data.write_text(text.replace("title: ", "title: X", 1)[:-1], "utf-8")
    os.utime(data, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert data.stat().st_size == before.st_size
    assert read_registry(data, cache=True).title.startswith("X")


def test_a_change_of_a_digest_is_seen(data: Path, folder: Path) -> None:
    """A quote that is gone is an error, also where the data file itself did not change."""
    read_registry(data, cache=True)
    digest = data.parent / "seeds" / "wondpoli-zandmeer.md"
    digest.write_text("[r. 1] Iets anders.\n", "utf-8")

    with pytest.raises(DataError, match="does not stand"):
        read_registry(data, cache=True)


def test_a_digest_that_is_gone_is_missed(data: Path, folder: Path) -> None:
    """What is kept does not stand in for a file that the data name."""
    read_registry(data, cache=True)
    (data.parent / "seeds" / "wondpoli-zandmeer.md").unlink()

    with pytest.raises(DataError, match="no such file"):
        read_registry(data, cache=True)


def test_a_file_with_errors_is_not_kept(data: Path, folder: Path, kept: List) -> None:
    """It says what is wrong each time."""
    data.write_text(data.read_text("utf-8").replace("kind: ", "kinds: ", 1), "utf-8")

    for _ in range(2):
        with pytest.raises(DataError, match="unknown field 'kinds'"):
            read_registry(data, cache=True)
    assert kept() == []


@pytest.mark.parametrize("where", ["layout", "version", "module"])
def test_another_program_reads_again(
    where: str, data: Path, folder: Path, kept: List, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the layout, of the version or in any module that reads or checks counts."""
    read_registry(data, cache=True)
    module = data.parent / "changed.py"
    module.write_text("", "utf-8")
    if where == "layout":
        monkeypatch.setattr("graph.cache.fingerprint.LAYOUT", 0)
    elif where == "version":
        monkeypatch.setattr("graph.cache.fingerprint.__version__", "0.0.0")
    else:
        monkeypatch.setattr("graph.cache.fingerprint._list_modules", lambda: [module])
    _hash_program.cache_clear()

    again = read_registry(data, cache=True)

    _hash_program.cache_clear()
    assert not is_kept(again)
    assert len(kept()) == 2


def damage(content: bytes, where: int) -> bytes:
    """Turn one bit over."""
    place = where % len(content)
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: b"\0" * len(content),
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content + b"\0",
        lambda content: content[::-1],
        lambda content: b"not a cache at all",
        *(lambda content, n=n: damage(content, n) for n in (0, 5, 30, 60, 100, 5000, 20_000, -1)),
    ],
)
def test_a_damaged_file_changes_no_answer(
    change: Callable[[bytes], bytes], data: Path, folder: Path, kept: List
) -> None:
    """It is passed by, and written anew."""
    first = read_registry(data, cache=True)
    (file,) = kept()
    good = file.read_bytes()
    file.write_bytes(change(good))

    again = read_registry(data, cache=True)

    assert not is_kept(again)
    assert again == first
    assert file.read_bytes() == good


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this platform has no owners")
@pytest.mark.parametrize("what", ["file", "folder"])
@pytest.mark.parametrize("mode", [stat.S_IWGRP, stat.S_IWOTH], ids=["group", "world"])
def test_what_others_can_write_is_not_read(
    what: str, mode: int, data: Path, folder: Path, kept: List
) -> None:
    """Somebody could have put another answer there."""
    read_registry(data, cache=True)
    (file,) = kept()
    path = file if what == "file" else folder
    path.chmod(path.stat().st_mode | mode)

    assert not is_kept(read_registry(data, cache=True))


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this platform has no owners")
def test_what_another_user_owns_is_neither_read_nor_written(
    data: Path, folder: Path, kept: List, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even by the administrator, whose files a user could not delete afterwards."""
    read_registry(data, cache=True)
    (file,) = kept()
    before = file.stat().st_mtime_ns
    monkeypatch.setattr("os.getuid", lambda: 12345)

    assert not is_kept(read_registry(data, cache=True))
    assert [one.stat().st_mtime_ns for one in kept()] == [before]


def test_a_link_is_not_followed(data: Path, folder: Path, kept: List, tmp_path: Path) -> None:
    """A file of the cache is a file, and no way to somewhere else."""
    read_registry(data, cache=True)
    (file,) = kept()
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")

    assert not is_kept(read_registry(data, cache=True))


def test_a_folder_that_cannot_be_made_is_done_without(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file stands where the folder should be, or no folder can have that name."""
    folder.write_text("in the way", "utf-8")

    assert read_registry(data, cache=True) == read_registry(data)
    assert folder.read_text("utf-8") == "in the way"
    monkeypatch.setenv("COLLABGRAPH_CACHE", str(folder / "below" / "a file"))
    assert read_registry(data, cache=True) == read_registry(data)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_cache_that_is_read_only_is_read(data: Path, folder: Path, kept: List) -> None:
    """What is there is used; what is not there is not written."""
    read_registry(data, cache=True)
    folder.chmod(0o500)

    assert is_kept(read_registry(data, cache=True))
    data.write_text(data.read_text("utf-8") + "\n# more\n", "utf-8")
    assert not is_kept(read_registry(data, cache=True))
    assert len(kept()) == 1
    folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="this platform has no limits on files")
def test_a_full_disk_changes_no_answer(data: Path, folder: Path, kept: List) -> None:
    """What could not be written whole is taken away."""
    done = run_python("-c", WITHOUT_ROOM, str(data), settings={"COLLABGRAPH_CACHE": str(folder)})

    assert int(done.stdout) == len(read_registry(data).partnerships)
    assert kept() == []


def test_several_processes_at_once(data: Path, folder: Path, kept: List) -> None:
    """Each answers the same, and one whole file is left."""

    def ask(_: int) -> bytes:
        settings = {"COLLABGRAPH_CACHE": str(folder)}
        return run_python("-c", AT_ONCE, str(data), settings=settings).stdout

    with ThreadPoolExecutor() as pool:
        answers = set(pool.map(ask, range(4)))

    lines = answers.pop().splitlines()
    assert not answers
    assert len(set(lines)) == 1
    assert [file.suffix for file in kept()] == [".registry"]


def test_a_file_that_goes_meanwhile_changes_no_answer(data: Path, folder: Path, kept: List) -> None:
    """The registry was taken from bytes that are in memory."""
    whole = read_registry(data, cache=True)
    registry = read_registry(data, cache=True)
    for file in kept():
        file.unlink()

    assert is_kept(registry)
    assert registry == whole


def test_what_was_used_longest_ago_makes_room(
    folder: Path, kept: List, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files together take no more than was set; a file that is larger alone is not kept."""
    monkeypatch.setattr("graph.cache.place.MOST_BYTES", 250)
    for number, name in enumerate(("a", "b")):
        write_file(folder, name, b"x" * 100)
        os.utime(folder / f"{name}.registry", (number, number))
    assert read_file(folder, "a") == b"x" * 100  # a use counts

    write_file(folder, "c", b"x" * 100)
    write_file(folder, "d", b"x" * 251)

    assert [file.name for file in kept()] == ["a.registry", "c.registry"]


def test_what_a_killed_process_left_is_taken_away(folder: Path, kept: List) -> None:
    """But not what another process may be writing at this moment, nor a file of somebody else."""
    folder.mkdir(mode=0o700)
    for name in ("old.unfinished", "new.unfinished", "notes.txt"):
        (folder / name).write_text("x", "utf-8")
    os.utime(folder / "old.unfinished", (0, 0))

    write_file(folder, "a", b"x")

    assert [file.name for file in kept()] == ["a.registry", "new.unfinished", "notes.txt"]


def test_only_this_user_can_read_what_is_kept(data: Path, folder: Path, kept: List) -> None:
    """Data that are not public yet stay so."""
    read_registry(data, cache=True)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept()] == [0o600]


@given(st.lists(st.tuples(st.text("abc:0123", max_size=4), st.binary(max_size=4)), max_size=3))
def test_other_digests_have_another_hash(digests: list[tuple[str, bytes]]) -> None:
    """Names and contents do not run into one another."""
    moved = [(name + content.decode("latin-1")[:1], content[1:]) for name, content in digests]

    assert (hash_digests(moved) == hash_digests(digests)) == (moved == digests)
    assert hash_data(b"a") != hash_data(b"b")


@pytest.mark.parametrize("name", ["entities.yaml", "tests/data/kustland/entities.yaml"])
def test_packing_and_opening_gives_an_equal_registry(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every record, word and passage; and the same bytes each time."""
    monkeypatch.chdir(ROOT)
    registry, clean = validate_entries(load_document(name))

    content = pack(clean, registry, digests=["a", "b"], digests_hash="c")

    unpacked = Unpacked(content)
    opened = unpacked.registry()
    assert (unpacked.digests, unpacked.digests_hash) == (["a", "b"], "c")
    assert opened == registry
    assert list(opened.partnerships) == list(registry.partnerships)
    assert content == pack(clean, registry, digests=["a", "b"], digests_hash="c")


def test_a_kept_registry_is_a_map_like_any_other(data: Path, folder: Path) -> None:
    """What is not there is not there, whatever is asked for."""
    read_registry(data, cache=True)
    organisations = read_registry(data, cache=True).organisations

    assert len(organisations) == 8
    assert "ziekenhuis-de-vuurbaak" in organisations
    for missing in ("nobody", "", "half \ud800", "\0", "'; DROP TABLE organisations; --"):
        assert missing not in organisations
        assert organisations.get(missing) is None
        with pytest.raises(KeyError):
            organisations[missing]
    assert None not in organisations
