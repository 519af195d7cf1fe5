"""A report as values: sections of sentences and tables, in one language, in no layout."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar, overload

VERSION = 1
"""Of the shape that `--format json` prints."""

SentenceKind = Literal["finding", "caveat"]

T = TypeVar("T")

Fact = Any
"""What `findings` found: frozen values of ids and numbers, or tuples of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """
    Something with an id and a name to show.

    `kind` is `organisation`, `partnership`, `group`, `source`, or the list of words that the id
    is from.
    """

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A passage: what is said of it, and the address at which its document opens there."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages in one cell."""

    cited: tuple[Cited, ...]

    @property
    def text(self) -> str:
        """All that is said of them."""
        return " / ".join(one.text for one in self.cited)


Cell = str | int | float | Named | tuple[Named, ...] | Passages | None
"""One value in a table; None is "not defined", as 0/0 is."""

Row = tuple[Cell, ...]


class Rows(Sequence[Row]):
    """
    The rows of a table, each written when it is asked for.

    People are shown the first few of what can be hundreds of thousands.
    """

    def __init__(self, items: Sequence[T], write: Callable[[T], Row]) -> None:
        """
        Take what the rows are about.

        Args:
            items: One for each row.
            write: Makes the row of one.
        """
        self._items: Sequence[Any] = items
        self._write: Callable[[Any], Row] = write

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(map(self._write, self._items[place]))
        return self._write(self._items[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self[:] == other[:]

    def __hash__(self) -> int:
        return hash(self[:])


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
    rows: Rows


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
    None where a number is not defined; `methods` say how they are made. `facts` are what it says
    in ids and numbers alone, where its tables hold words.
    """

    id: str
    title: str
    parts: tuple[Sentence | Table, ...]
    brief: tuple[str, ...] = ()
    figures: Mapping[str, int | float | None] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
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
    """
    The findings of one registry; the same registry gives the same report.

    `selection` is what was asked of the data, for programs, and `selection_said` for readers.
    """

    title: str
    language: str
    content_hash: str
    selection: str
    selection_said: str
    sections: tuple[Section, ...]

    def __repr__(self) -> str:
        sections = ", ".join(section.id for section in self.sections)
        return f"<Report {self.title!r} in {self.language}: {sections}>"

    def _repr_html_(self) -> str:
        """Show the report in a notebook, in a frame of its own."""
        from graph.write.frame import frame_page
        from graph.write.reports.html import write_html

        return frame_page(write_html(self), self.title)
