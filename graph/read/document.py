"""A data file as text: maps and lists that know their lines, before anything is checked."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.model.errors import Problem
from graph.read.digest import Digest
from graph.read.tables.table import RegisterTable


class Map(dict[str, Any]):
    """
    A YAML map: its values, the line it starts on, and the line of each key (1-based).

    `partial` where a part of it could not be read: then what is missing may have been there.
    """

    __slots__ = ("line", "lines", "partial")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.partial = False


class Seq(list[Any]):
    """A YAML list: its values, the line it starts on, and the line of each item (1-based)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class Broken:
    """What stands where a value could not be read; its problem has been said already."""


BROKEN = Broken()

_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_LONGEST = 200  # characters of a value in a message

Trail = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the top of the file."""


Judged = tuple[str, Trail, str]
"""A code, a section or an entry, and what is named; nothing where all of them are judged."""


class Mark(NamedTuple):
    """A judgement in the data file: its line, the record it stands in, the code, what it names."""

    line: int
    record: Trail
    code: str
    about: str

    @property
    def judges(self) -> Judged:
        """What it judges, as `list_judged` names that."""
        return self.code, self.record, self.about


class Document(NamedTuple):
    """
    One data file as text: nothing is checked but that it is YAML.

    `digests` holds each digest that a source names, by that name; `unnamed` the digests
    in the same folders that no source names; `problems` what the parser alone can find;
    `tables` those of registers, by section; `registers` the table of each register, by source.
    `unread`: the rows of these are elsewhere, so that any id may stand in one.
    `marks`: what a curator judged.
    """

    path: str
    root: Any
    digests: dict[str, Digest]
    unnamed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    tables: Mapping[str, RegisterTable] = MappingProxyType({})
    registers: Mapping[str, RegisterTable] = MappingProxyType({})
    unread: bool = False
    marks: tuple[Mark, ...] = ()

    def __repr__(self) -> str:
        return f"<Document {self.path!r} digests={len(self.digests)}>"

    def line_of(self, path: Trail) -> int:
        """Find the line of a value, or of the nearest thing around it that is there."""
        place, line = self.root, 1
        for key in path:
            if isinstance(place, Map) and key in place.lines:
                line, place = place.lines[str(key)], place.get(str(key))
            elif isinstance(place, Seq) and isinstance(key, int) and key < len(place):
                line, place = place.lines[key], place[key]
            else:
                break
        return line


def format_path(path: Trail) -> str:
    """
    Write the way to a value as it stands in messages.

    >>> format_path(("partnerships", "wondpoli", "members", 1))
    'partnerships.wondpoli.members[1]'
    """
    text = ""
    for key in path:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            plain = key if key.isprintable() and len(key) <= _LONGEST else say_text(key)
            text += f".{plain}" if text else plain
    return text


def read_path(path: str) -> Trail:
    """
    Read the way to a value as `format_path` writes it; it is not sure where a key has a point.

    >>> read_path("partnerships.wondpoli.members[1]")
    ('partnerships', 'wondpoli', 'members', 1)
    """
    return tuple(int(place) if place else key for place, key in _STEP.findall(path))


def say_text(text: str) -> str:
    """
    Quote text as it stands in messages; of a very long one only the beginning.

    >>> say_text("a\\tb")
    "'a\\\\tb'"
    """
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
