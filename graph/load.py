"""YAML file and digests -> Document: text values, and the line of each."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from graph.digest import Digest, read_digest
from graph.document import BROKEN, Document, Map, Seq, Trail, format_path
from graph.errors import Problem, SourceError

_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is 5 to 9 times faster
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DROPPED = "\0"  # the key of a value that is read away: YAML itself allows no NUL
_DEEPEST = 20  # levels of nesting; the format needs six


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
    with _collector_paused():
        text = _read_text(Path(path), name)
        root, problems = _read_yaml(text, name)
        digests, unnamed, missing = _load_digests(Path(path).parent, root)
    return Document(name, root, digests, unnamed, (*problems, *missing))


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Half the time of a large file is the cyclic collector walking nodes that are all alive.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_text(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        hint = "name one with --data FILE, or start one as docs/data-format.md shows"
        raise SourceError(f"{name}: no such file, {hint}") from None
    except IsADirectoryError:
        raise SourceError(f"{name}: a folder, not a file, name the file in it") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(f"{name}:{line}: not UTF-8, save the file as UTF-8") from None
    if not text.strip():
        raise SourceError(f"{name}: empty")
    return text.replace("\r\n", "\n")


def _read_yaml(text: str, name: str) -> tuple[Any, list[Problem]]:
    reader = _Reader()
    try:
        for event in yaml.parse(text, Loader=_Parser):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        said = " ".join(part for part in (error.context, error.problem) if part)
        hint = 'put text that holds : # % or quotes in double quotes, like "a: b"'
        raise SourceError(f"{name}:{line}: not YAML: {said}, {hint}") from None
    except yaml.reader.ReaderError as error:
        line, code = _find_control(text), f"U+{_code(error.character):04X}"
        hint = "delete it, or write it as an escape in double quotes"
        message = f"character {code} is not allowed in YAML, {hint}"
        raise SourceError(f"{name}:{line}: {message}") from None
    except yaml.YAMLError as error:
        raise SourceError(f"{name}:{_find_control(text)}: not YAML: {error}") from None
    return reader.root, reader.problems


def _code(character: object) -> int:
    if isinstance(character, int):
        return character
    return ord(character) if isinstance(character, str) and len(character) == 1 else 0


def _find_control(text: str) -> int:
    for number, line in enumerate(text.split("\n"), 1):
        if any(not (c.isprintable() or c in "\t\x85\xa0 ") and ord(c) < 0xA0 for c in line):
            return number
    return 1


class _Reader:
    """Turns parser events into maps, lists and text; a stack, so that depth costs no recursion."""

    def __init__(self) -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self._open: list[Map | Seq] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, Map(event.start_mark.line + 1))
        elif kind is yaml.SequenceStartEvent:
            self._start(event, Seq(event.start_mark.line + 1))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._complain(event, f"alias '*{event.anchor}' is not allowed, write it out")
            self._place(event, BROKEN)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:
                self._complain(event, "a second document ('---') in one file, split the file")

    def _scalar(self, event: Any) -> None:
        open_ = self._open
        # The usual two cases first: they are nine tenths of a file.
        if open_ and type(open_[-1]) is Map and self._keys[-1] is None:
            self._keys[-1] = self._key(open_[-1], event)
            return
        value = None if event.implicit[0] and event.value in _NULLS else event.value
        if event.tag is not None:
            self._complain(event, f"tag {event.tag!r} is not allowed, leave it out")
            value = BROKEN
        self._place(event, value)

    def _key(self, place: Map, event: Any) -> str:
        key: str = event.value
        line = event.start_mark.line + 1
        if key in place.lines:
            first = place.lines[key]
            self._complain(event, f"repeated key {key!r}, first on line {first}", key)
            return _DROPPED
        place.lines[key] = line
        return key

    def _start(self, event: Any, value: Map | Seq) -> None:
        if event.tag is not None:
            self._complain(event, f"tag {event.tag!r} is not allowed, leave it out")
        if self._open and type(self._open[-1]) is Map and self._keys[-1] is None:
            self._complain(event, "a key that is not text")
            self._keys[-1] = _DROPPED  # its value is dropped; the key itself is read away
            self._open.append(value)
            self._keys.append(None)
            return
        if len(self._open) > _DEEPEST:
            where = format_path(self._path())
            raise yaml.MarkedYAMLError(None, None, f"{where}: nested too deep", event.start_mark)
        self._place(event, value)
        self._open.append(value)
        self._keys.append(None)

    def _place(self, event: Any, value: Any) -> None:
        if not self._open:
            if self._documents == 1:
                self.root = value
            return
        place = self._open[-1]
        if isinstance(place, Seq):
            place.append(value)
            place.lines.append(event.start_mark.line + 1)
        elif self._keys[-1] is None:  # an alias as a key
            self._keys[-1] = _DROPPED
        else:
            if self._keys[-1] != _DROPPED:
                place[self._keys[-1]] = value
            self._keys[-1] = None

    def _complain(self, event: Any, message: str, *more: str) -> None:
        path = format_path((*self._path(), *more))
        self.problems.append(Problem(event.start_mark.line + 1, path, message))

    def _path(self) -> Trail:
        steps: list[str | int] = []
        for place, key in zip(self._open, self._keys, strict=True):
            step = len(place) if isinstance(place, Seq) else key
            if step is not None and step != _DROPPED:
                steps.append(step)
        return tuple(steps[:-1] if steps and isinstance(self._open[-1], Seq) else steps)


def _load_digests(
    folder: Path, root: Any
) -> tuple[dict[str, Digest], tuple[str, ...], list[Problem]]:
    digests: dict[str, Digest] = {}
    problems: list[Problem] = []
    sources = root.get("sources") if isinstance(root, Map) else None
    for id, source in sources.items() if isinstance(sources, Map) else ():
        file = source.get("file") if isinstance(source, Map) else None
        if not isinstance(file, str) or file in digests:
            continue
        line, path = source.lines["file"], f"sources.{id}.file"
        try:
            digests[file] = read_digest(file, _read_text(folder / file, file))
        except (SourceError, ValueError) as error:  # ValueError: a NUL in the name
            problems.append(Problem(line, path, f"digest cannot be used: {error}"))
        else:
            for at, message in digests[file].problems:
                problems.append(Problem(at, "", message, file=file))
    return digests, _find_unnamed(folder, digests), problems


def _find_unnamed(folder: Path, digests: dict[str, Digest]) -> tuple[str, ...]:
    named = {os.path.normpath(file) for file in digests}
    found = {
        os.path.normpath(Path(file).parent / entry.name)
        for file in digests
        for entry in (folder / file).parent.glob("*.md")
        if entry.name != "README.md"
    }
    return tuple(sorted(Path(file).as_posix() for file in found - named))
