"""A table as text: every row with its place, also one that cannot be used."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.model.message import Message

_LONGEST = 500  # characters of a row as evidence


class Row(NamedTuple):
    """
    One row: the file that it stands in, its place there, and its cells without blanks around.

    `line` is the line of a text file, and the number of the row in Parquet, from 1. `fault` says
    why the row cannot be read; None where it can. `source` is the id of the source that it stands
    in, where that is not the one of its table.
    """

    file: str
    line: int
    cells: tuple[str, ...]
    fault: Message | None = None
    source: str = ""


class RegisterTable(NamedTuple):
    """
    One table: its name in messages, its columns, its rows, and the SHA-256 of its bytes.

    `kinds` says of a column what its values are, where the file itself says that and it is neither
    text nor whole numbers.
    """

    name: str
    header: tuple[str, ...]
    rows: Sequence[Row]
    sha256: str
    kinds: Mapping[str, str]


def flatten_cell(text: str) -> str:
    r"""
    Put what stands in a cell on one line.

    >>> flatten_cell("GGD\n Noord")
    'GGD Noord'
    """
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


def quote_row(table: RegisterTable, row: Row) -> str:
    """
    Say what a row says, as evidence: each column and its cell; of a very long one the beginning.

    >>> row = Row("a.csv", 2, ("Zandmeer", "", "Kust"))
    >>> quote_row(RegisterTable("a.csv", ("Wie", "Rol", "Regeling"), [row], "", {}), row)
    'Wie: Zandmeer; Regeling: Kust'
    """
    pairs = zip(table.header, row.cells, strict=True)
    said = "; ".join(f"{column}: {cell}" for column, cell in pairs if cell)
    if row.file != table.name:
        said = f"{row.file}; {said}"
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


class TableError(ValueError):
    """A file that is no table; `line` is where, 0 where that cannot be said."""

    def __init__(self, message: Message, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
