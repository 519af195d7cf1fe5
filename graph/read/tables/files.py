"""A file of somebody else -> its tables, by the end of its name."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.tables.gexf import read_gexf
from graph.read.tables.graphml import read_graphml
from graph.read.tables.kumu import read_kumu
from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError
from graph.read.tables.text import read_text
from graph.read.tables.xlsx import read_xlsx

_GRAPHS: Mapping[str, Callable[[bytes, str], Opened]] = {
    ".graphml": read_graphml,
    ".gexf": read_gexf,
    ".json": read_kumu,
}

KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", *_GRAPHS)
"""The ends of the names of files that can be opened."""


def open_tables(
    data: bytes, name: str, *, separator: str = "", encoding: str = "", sheet: str = ""
) -> Opened:
    """
    Read the tables of a file.

    Args:
        data: The whole file.
        name: How it is named, also in messages; its end says what it is.
        separator: Of text, as for `read_text`.
        encoding: Of text, as for `read_text`.
        sheet: Of a workbook, as for `read_xlsx`.

    Raises:
        SourceError: It is no table that can be read.
        LookupError: There is no such encoding.
    """
    end = PurePath(name).suffix.lower()
    try:
        if end in (".csv", ".tsv", ".txt"):
            return read_text(data, name, separator=separator, encoding=encoding)
        if end in (".xlsx", ".xlsm"):
            return read_xlsx(data, name, sheet)
        if end in _GRAPHS:
            return _GRAPHS[end](data, name)
    except TableError as error:
        where = f"{name}:{error.line}" if error.line else name
        raise SourceError(Message("import.table", file=where, said=error.message)) from None
    raise SourceError(Message("import.kind", file=name, kinds=", ".join(KINDS)))
