"""YAML file and digests -> Document: text values, and the line of each."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.model.collector import collector_paused
from graph.model.errors import Hints, Problem, SourceError, did_you_mean, suggest
from graph.model.message import Message, Value
from graph.read.bytes import LARGEST_DATA, LARGEST_DIGEST, find_real_folder, read_bytes, read_named
from graph.read.digest import Digest, read_digest
from graph.read.document import Document, Map, format_path
from graph.read.marks import read_marks
from graph.read.tables.table import RegisterTable
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml

Seen = Callable[[str, bytes], None]
"""Takes the name of a file and every byte of it."""

Tables = Mapping[str, RegisterTable]
Take = Callable[[Path, Any, Seen], tuple[Tables, Tables, list[Problem]]]
"""Takes the folder of the data file, and what it says; gives what `load_tables` does."""


def load_document(
    path: str | Path,
    *,
    seen: Seen = lambda name, data: None,
    name: str = "",
    within: Path | None = None,
    content: bytes | None = None,
    take: Take | None = None,
) -> Document:
    """
    Read a data file, the digests that its sources name, and the tables of its registers.

    Every scalar stays text; `~` and nothing at all are None. A repeated key, an alias,
    a tag or a key that is not text is a problem, not a stop.

    Args:
        path: The data file; digests are found relative to its folder.
        seen: Called with each file that is read: the data file, its digests, then its tables.
        name: How the data file is named in messages; by its path unless given.
        within: The folder that digests must stand below; that of the data file unless given.
        content: What to read in place of what stands in the file: what it may become.
        take: Takes the tables of registers, as `load_tables` does, which it is unless given.

    Returns:
        Each value with the line that it stands on, the problems so far, and the digests.

    Raises:
        SourceError: The file is missing, is a folder, is not UTF-8, is empty or is not YAML.
    """
    name = name or str(path)
    with collector_paused():
        if str(path) == "-":
            raise SourceError(Message("source.stdin"))
        data = content if content is not None else _read_file(Path(path), name)
        seen(name, data)
        text = decode_text(data, name)
        root, problems = parse_yaml(text, name)
        marks = read_marks(text, root) if "# judged" in text else ()
        folder = find_real_folder(Path(path))
        digests, unnamed, wrong = _load_digests(folder, within, root, seen)
        tables: Tables = {}
        registers: Tables = {}
        if _has_registers(root):
            from graph.read.tables.load import load_tables  # only where there are registers

            tables, registers, broken = (take or load_tables)(folder, root, seen)
            wrong += broken
    return Document(
        name, root, digests, unnamed, (*problems, *wrong), tables, registers, marks=marks
    )


def _has_registers(root: Any) -> bool:
    sources = root.get("sources") if isinstance(root, Map) else None
    found = sources.values() if isinstance(sources, Map) else ()
    return any(isinstance(source, Map) and source.get("kind") == "register" for source in found)


def _read_file(path: Path, name: str) -> bytes:
    try:
        return read_bytes(path, name, most=LARGEST_DATA)
    except SourceError as error:
        if error.message.key != "source.missing":
            raise
        hint = _say_missing(path, name)
        raise SourceError(Message("source.missing", file=name, hint=hint)) from None


def _say_missing(path: Path, name: str) -> Value:
    others = path.parent.glob("*.yaml") if path.parent.is_dir() else ()
    near = did_you_mean(name, [str(other) for other in others])
    return near or Message("source.how_to_start", start=Message("source.start", none="{}"))


def _load_digests(
    folder: Path, within: Path | None, root: Any, seen: Seen
) -> tuple[dict[str, Digest], tuple[str, ...], list[Problem]]:
    digests: dict[str, Digest] = {}
    problems: list[Problem] = []
    named = _list_named(root)
    hints = Hints()
    unnamed = _find_unnamed(folder, named) if _are_sources_listed(root) else []
    for file, (line, path) in named.items():
        try:
            data = read_named(folder, file, most=LARGEST_DIGEST, within=within)
            seen(file, data)
            digests[file] = read_digest(file, decode_text(data, file))
        except SourceError as error:
            why = error.message
            near = hints.nearest(file, unnamed) if why.key == "source.missing" else []
            unnamed = [other for other in unnamed if other not in near]
            said = Message("digest.unusable", why=why, hint=suggest(near))
            problems.append(Problem(line, path, said))
        else:
            for at, message in digests[file].problems:
                problems.append(Problem(at, "", message, file=file))
    return digests, tuple(unnamed), problems


def _are_sources_listed(root: Any) -> bool:
    # Where they cannot be read, a digest may well be named: that has been said.
    return isinstance(root, Map) and isinstance(root.get("sources", Map(0)), Map | None)


def _list_named(root: Any) -> dict[str, tuple[int, str]]:
    sources = root.get("sources") if isinstance(root, Map) else None
    named: dict[str, tuple[int, str]] = {}
    for id, source in sources.items() if isinstance(sources, Map) else ():
        file = source.get("file") if isinstance(source, Map) else None
        if isinstance(file, str) and source.get("kind") != "register":
            path = format_path(("sources", id, "file"))
            named.setdefault(file, (source.lines["file"], path))
    return named


def _find_unnamed(folder: Path, named: Iterable[str]) -> list[str]:
    # Beside the data file itself there are other texts: only folders of digests are looked into.
    known = {Path(os.path.normpath(file)) for file in named if "\0" not in file}
    folders = {file.parent for file in known} | {Path("seeds")}
    found = {
        place / entry.name
        for place in folders - {Path()}
        if (folder / place).is_dir()
        for entry in (folder / place).glob("*.md")
        if entry.name != "README.md"
    }
    return sorted(file.as_posix() for file in found - known)
