"""YAML file and digests -> Document: text values, and the line of each."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.model.errors import Problem, SourceError, nearest, suggest
from graph.read.digest import Digest, read_digest
from graph.read.document import Document, Map, format_path, say_text
from graph.read.yaml import parse_yaml

_HOW_TO_START = """name another with --data FILE, or start one with these lines:

schema: 1
title: Samenwerking in mijn regio
language: nl
sources: {}
organisations: {}
partnerships: {}
"""


def load_document(path: str | Path) -> Document:
    """
    Read a data file and the digests that its sources name.

    Every scalar stays text; `~` and nothing at all are None. A repeated key, an alias,
    a tag or a key that is not text is a problem, not a stop.

    Args:
        path: The data file; digests are found relative to its folder.

    Raises:
        SourceError: The file is missing, is a folder, is not UTF-8, is empty or is not YAML.
    """
    name = str(path)
    with collector_paused():
        text = _read_text(Path(path), name, f", {_HOW_TO_START}")
        root, problems = parse_yaml(text, name)
        digests, unnamed, wrong = _load_digests(Path(path).parent, root)
    return Document(name, root, digests, unnamed, (*problems, *wrong))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic collector: a third of the time it walks what is all alive."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_text(path: Path, name: str, if_missing: str = "") -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file{if_missing}") from None
    except IsADirectoryError:
        raise SourceError(f"{name}: a folder, not a file, name the file in it") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read: {error.strerror}") from error
    except ValueError:
        raise SourceError(f"{say_text(name)}: no file can have this name") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(f"{name}:{line}: not UTF-8, save the file as UTF-8") from None
    if not text.strip():
        raise SourceError(f"{name}: empty")
    # Only these two end a line in an editor; to YAML 1.1 the other three do so too.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")


def _load_digests(
    folder: Path, root: Any
) -> tuple[dict[str, Digest], tuple[str, ...], list[Problem]]:
    digests: dict[str, Digest] = {}
    problems: list[Problem] = []
    named = _list_named(root)
    unnamed = _find_unnamed(folder, named)
    for file, (line, path) in named.items():
        try:
            digests[file] = read_digest(file, _read_text(folder / file, file))
        except SourceError as error:
            near = nearest(file, unnamed) if "no such file" in str(error) else []
            unnamed = [other for other in unnamed if other not in near]
            problems.append(Problem(line, path, f"digest cannot be used: {error}{suggest(near)}"))
        else:
            for at, message in digests[file].problems:
                problems.append(Problem(at, "", message, file=file))
    return digests, tuple(unnamed), problems


def _list_named(root: Any) -> dict[str, tuple[int, str]]:
    sources = root.get("sources") if isinstance(root, Map) else None
    named: dict[str, tuple[int, str]] = {}
    for id, source in sources.items() if isinstance(sources, Map) else ():
        file = source.get("file") if isinstance(source, Map) else None
        if isinstance(file, str):
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
