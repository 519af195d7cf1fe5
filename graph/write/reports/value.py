"""A report as values: sections of sentences and tables, in one language, in no layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

VERSION = 1
"""Of the shape that `--format json` prints."""

SentenceKind = Literal["finding", "caveat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """
    Something with an id and a name to show.

    `kind` is `organisation`, `partnership`, `source`, or the list of words that the id is from.
    """

    kind: str
    id: str
    name: str


Cell = str | int | float | Named | tuple[Named, ...] | None
"""One value in a table; None is "not defined", as 0/0 is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: what was found, or how not to read it."""

    text: str
    kind: SentenceKind = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: a lasting id and a heading in the language of the report."""

    id: str
    heading: str
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns; each row has as many cells as there are columns."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a figure is made: formula, unit and range, and where that is written."""

    name: str
    formula: str
    unit: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """
    One finding.

    `brief` is what of it stands at the head of the report. `figures` are its numbers by name,
    None where a number is not defined; `methods` say how they are made.
    """

    id: str
    title: str
    parts: tuple[Sentence | Table, ...]
    brief: tuple[str, ...] = ()
    figures: Mapping[str, int | float | None] = field(default_factory=dict)
    methods: tuple[Method, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""
        return tuple(part for part in self.parts if isinstance(part, Sentence))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(part for part in self.parts if isinstance(part, Table))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of one registry; the same registry gives the same report."""

    title: str
    language: str
    content_hash: str
    selection: str
    sections: tuple[Section, ...]
