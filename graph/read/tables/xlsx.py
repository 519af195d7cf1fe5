"""A workbook -> a sheet of it as a table, and everything in it that is no plain cell."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any, NamedTuple

from graph.model.errors import nearest, suggest
from graph.model.message import Message
from graph.read.tables.opened import Note, Opened
from graph.read.tables.table import RegisterTable, Row, TableError

_MOST_BYTES = 200_000_000  # once it is unpacked
_MOST_ROWS = 60_000
_OLD = b"\xd0\xcf\x11\xe0"  # how an older, or a protected, workbook begins
_MERGED = re.compile(rb'<mergeCell\b[^<>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_KUMU = ["connections", "elements"]
"""The sheets of a map of Kumu, which belong together."""

_LONGEST = 100  # cells of a merged range along one side


class _Merged(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


def read_xlsx(data: bytes, name: str, sheet: str = "") -> Opened:
    """
    Read a sheet of a workbook; what it says stays text, as far as the workbook is certain of it.

    A date becomes 2016-05-12 and a number loses its empty decimals. A merged cell counts for each
    of its cells. Of a formula the value that was kept with it counts. Rows above the names of the
    columns that fill one cell are a title, and are passed by.

    Args:
        data: The whole file.
        name: How it is named in messages.
        sheet: Which sheet; needed where several visible ones hold something, unless they are the
            elements and connections of Kumu.

    Raises:
        TableError: It is no workbook, is protected, unpacks to far more than a table can be, or
            has no such sheet; or the library that reads it is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise TableError(Message("import.extra", extra="xlsx")) from None
    try:
        _check_archive(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        written = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        titles, notes = _choose_sheets(book, sheet)
        digest = hashlib.sha256(data).hexdigest()
        tables = tuple(
            _read_sheet(
                data,
                f"{name} ({title})" if len(titles) > 1 else name,
                book[title],
                written[title],
                digest,
                notes,
            )
            for title in titles
        )
    except TableError:
        raise
    except Exception:  # the libraries say what is wrong in many classes of others
        raise TableError(Message("import.damaged")) from None
    how = Message("import.how_sheet", sheet=" + ".join(map(repr, titles)))
    return Opened(tables, how, tuple(notes), is_text=False)


def _read_sheet(
    data: bytes, name: str, sheet: Any, written: Any, sha256: str, notes: list[Note]
) -> RegisterTable:
    merged = list(_find_merged(data, sheet))
    return _make_table(name, list(_read_lines(sheet, written, merged, notes)), sha256, notes)


def _check_archive(data: bytes) -> None:
    if data.startswith(_OLD):
        raise TableError(Message("import.old_workbook"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
        if size > _MOST_BYTES:
            raise TableError(Message("import.bomb", size=size // 1_000_000))
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    if b"<!DOCTYPE" in part.read(1000):
                        raise TableError(Message("import.damaged"))


def _choose_sheets(book: Any, wanted: str) -> tuple[Sequence[str], list[Note]]:
    titles = [sheet.title for sheet in book.worksheets]
    if wanted:
        if wanted not in titles:
            near = suggest(nearest(wanted, titles))
            hint = near or Message("hint.columns", columns=", ".join(map(repr, titles)))
            raise TableError(Message("import.no_sheet", sheet=repr(wanted), hint=hint))
        return [wanted], []
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    filled = [
        sheet.title
        for sheet in book.worksheets
        if sheet.title not in hidden and any(any(row) for row in sheet.iter_rows(values_only=True))
    ]
    if not filled:
        raise TableError(Message("table.empty"))
    if len(filled) > 1 and sorted(title.casefold() for title in filled) != _KUMU:
        named = ", ".join(map(repr, filled))
        raise TableError(Message("import.which_sheet", sheets=named))
    notes = [Note(0, Message("import.hidden_sheet", sheet=repr(title))) for title in hidden]
    return filled, notes


def _find_merged(data: bytes, sheet: Any) -> Iterator[_Merged]:
    """Find the merged cells of a sheet, which a reader that goes row by row does not tell."""
    from openpyxl.utils import column_index_from_string as count

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(sheet._worksheet_path)
    for left, top, right, bottom in _MERGED.findall(text):
        yield _Merged(count(left.decode()), int(top), count(right.decode()), int(bottom))


def _read_lines(
    sheet: Any, written: Any, merged: Sequence[_Merged], notes: list[Note]
) -> Iterator[tuple[int, list[str]]]:
    """Give each row that holds something with its number."""
    kept: dict[_Merged, str] = {}
    values = sheet.iter_rows(values_only=True)
    formulas = written.iter_rows(values_only=True)
    for number, (row, said) in enumerate(zip_longest(values, formulas, fillvalue=()), 1):
        if number > _MOST_ROWS:
            raise TableError(Message("import.long_sheet", most=_MOST_ROWS))
        cells = [_write_cell(value) for value in row]
        for place, formula in enumerate(said):
            is_formula = isinstance(formula, str) and formula.startswith("=")
            if is_formula and (place >= len(cells) or not cells[place]):
                notes.append(Note(number, Message("import.formula", cell=_name(place, number))))
        for one in merged:
            if one.top <= number <= one.bottom:
                _fill(cells, one, number, kept)
        if any(cells):
            yield number, cells


def _fill(cells: list[str], one: _Merged, number: int, kept: dict[_Merged, str]) -> None:
    width = min(one.right, one.left + _LONGEST)
    cells += [""] * (width - len(cells))
    if number == one.top:
        kept[one] = cells[one.left - 1]
    for place in range(one.left - 1, width):
        cells[place] = cells[place] or kept.get(one, "")


def _write_cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return " ".join(str(value).split())


def _make_table(
    name: str, lines: Sequence[tuple[int, list[str]]], sha256: str, notes: list[Note]
) -> RegisterTable:
    start = next((n for n, (_, cells) in enumerate(lines) if sum(map(bool, cells)) > 1), 0)
    if not lines:
        raise TableError(Message("table.empty"))
    for number, cells in lines[:start]:
        title = next(filter(None, cells))
        notes.append(Note(number, Message("import.title", text=repr(title))))
    number, head = lines[start]
    rest = lines[start + 1 :]
    width = max(len(cells) for _, cells in lines[start:])
    filled = {place for _, cells in lines[start:] for place, cell in enumerate(cells) if cell}
    places = [place for place in range(width) if place in filled]
    head = [*head, *[""] * (width - len(head))]
    header = tuple(head[place] or _name(place) for place in places)
    for column in header:
        if header.count(column) > 1:
            raise TableError(Message("table.column_twice", column=repr(column)), number)
    rows = [
        Row(name, line, tuple(cells[place] if place < len(cells) else "" for place in places))
        for line, cells in rest
    ]
    kinds: Mapping[str, str] = {}
    return RegisterTable(name, header, rows, sha256, kinds)


def _name(place: int, number: int = 0) -> str:
    """Name a column, or a cell, as a spreadsheet does."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(place + 1)}{number or ''}"
