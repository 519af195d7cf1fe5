"""CSV or TSV -> a table; a row that cannot be read is kept, with what is wrong with it."""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator

from graph.model.message import Message
from graph.read.tables.table import RegisterTable, Row, TableError

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST = 100_000_000  # characters of a cell, so that none is too long


def read_delimited(data: bytes, name: str, separator: str) -> RegisterTable:
    """
    Read a table of text. Its first row names the columns.

    Args:
        data: The whole file.
        name: How it is named in messages.
        separator: What stands between two cells.

    Raises:
        TableError: There is no row with names, a name stands there twice, a quote is not closed,
            or the file is in a wide encoding.
    """
    if data.startswith(_WIDE):
        raise TableError(Message("table.wide"))
    text = data.decode("utf-8-sig", "surrogateescape")
    rows = list(_read_rows(text, name, separator))
    if not rows:
        raise TableError(Message("table.empty"))
    head, *rows = rows
    _check_header(head, separator)
    width = len(head.cells)
    return RegisterTable(
        name=name,
        header=head.cells,
        rows=[_check_width(row, width) for row in rows],
        sha256=hashlib.sha256(data).hexdigest(),
        kinds={},
    )


def read_cells(
    text: str, separator: str, *, longest: int = _LONGEST
) -> Iterator[tuple[int, list[str]]]:
    """
    Walk over the rows of a table, whatever else in this process reads tables.

    Args:
        text: The table.
        separator: What stands between two cells.
        longest: How many characters a cell may have.

    Yields:
        The line on which each row begins, from 1, and its cells.

    Raises:
        TableError: A quote is not closed, a cell is longer, or words follow a quote.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    while True:
        usual = csv.field_size_limit(longest)  # of the whole process
        try:
            cells = next(reader, None)
        except csv.Error as error:
            is_open = "unexpected end" in str(error) or "field larger" in str(error)
            said = Message("table.open_quote") if is_open else Message("table.bad", said=str(error))
            raise TableError(said, start) from None
        finally:
            csv.field_size_limit(usual)
        if cells is None:
            return
        yield start, cells
        start = reader.line_num + 1


def _read_rows(text: str, name: str, separator: str) -> Iterator[Row]:
    for line, cells in read_cells(text, separator):
        if cells:
            yield Row(name, line, tuple(cell.strip() for cell in cells), _find_fault(cells))


def _find_fault(cells: list[str]) -> Message | None:
    text = "".join(cells)
    if "\0" in text:
        return Message("row.nul")
    if not text.isascii() and any("\udc80" <= letter <= "\udcff" for letter in text):
        return Message("row.not_utf8")
    return None


def _check_header(head: Row, separator: str) -> None:
    if head.fault:
        raise TableError(head.fault, head.line)
    for column in head.cells:
        if head.cells.count(column) > 1:
            raise TableError(Message("table.column_twice", column=repr(column)), head.line)
    if len(head.cells) == 1:
        for other in ",;\t":
            if other != separator and other in head.cells[0]:
                shown = "tab" if other == "\t" else other
                found = repr(head.cells[0])
                message = Message("table.one_column", column=found, separator=repr(shown))
                raise TableError(message, head.line)


def _check_width(row: Row, width: int) -> Row:
    if row.fault or len(row.cells) == width:
        return row
    return row._replace(fault=Message("row.width", n=len(row.cells), columns=width))
