"""Cells as people write them -> cells as the format has them, or nothing where they are neither."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from graph.intake.columns import SCHEMES, Column
from graph.intake.told import Told
from graph.model.errors import did_you_mean
from graph.model.message import Message
from graph.model.period import PeriodError, read_period
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable, Row
from graph.schema.cells import CellError, read_identifier
from graph.schema.moments import rewrite_moment

_LEVELS = {
    "high": "high",
    "hoog": "high",
    "zeker": "high",
    "medium": "medium",
    "midden": "medium",
    "afgeleid": "medium",
    "low": "low",
    "laag": "low",
    "onzeker": "low",
}
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_FIRST_DAY, _LAST_DAY = 20_000, 60_000  # of spreadsheets: from 1954 to 2064
_EPOCH = date(1899, 12, 30)

Read = Callable[[str], str]
"""Reads a cell; raises CellError or PeriodError where it is nothing that its field can hold."""


def mend_cells(
    table: RegisterTable, columns: Sequence[Column]
) -> tuple[RegisterTable, tuple[Told, ...]]:
    """
    Bring numbers of registers, dates and certainties into the form of the format.

    A cell that cannot be is emptied, so that its row comes in without it.

    Returns:
        The table, and what was done to which row.
    """
    read = {
        table.header.index(column.heading): (column, _READERS[column.field])
        for column in columns
        if column.field in _READERS
    }
    told: list[Told] = []
    if not read:
        return table, ()
    rows = [row if row.fault else _mend_row(row, read, told) for row in table.rows]
    return table._replace(rows=rows), tuple(told)


def _mend_row(row: Row, read: Mapping[int, tuple[Column, Read]], told: list[Told]) -> Row:
    cells = list(row.cells)
    for place, (column, reader) in read.items():
        if not (text := cells[place]):
            continue
        try:
            cells[place] = reader(text)
        except (CellError, PeriodError) as error:
            cells[place] = ""
            said = Message("import.emptied", column=say_text(column.heading), why=error.message)
            told.append(Told(row.file, row.line, "mended", said))
        else:
            if cells[place] != text:
                said = _say_change(column, text, cells[place])
                told.append(Told(row.file, row.line, "mended", said))
    return row._replace(cells=tuple(cells))


def _say_change(column: Column, before: str, after: str) -> Message:
    if column.field in SCHEMES:  # the same for every row, so that it is said once
        return Message("import.coded", column=say_text(column.heading), form="GM0000")
    return Message("import.mended", before=say_text(before), after=say_text(after))


def read_moment(text: str) -> str:
    """
    Read a date or a period, also as Dutch people and spreadsheets write one.

    Raises:
        PeriodError: It is neither.

    >>> read_moment("31-12-2016"), read_moment("42370"), read_moment("2012/2016")
    ('2016-12-31', '2016-01-01', '2012/2016')
    """
    if found := _TIMED.fullmatch(text):
        text = found[1]
    elif better := rewrite_moment(text):
        text = better
    elif _SERIAL.fullmatch(text) and _FIRST_DAY < float(text) < _LAST_DAY:
        text = (_EPOCH + timedelta(days=int(float(text)))).isoformat()
    read_period(text)
    return text


def _read_level(text: str) -> str:
    if found := _LEVELS.get(text.casefold()):
        return found
    raise CellError(
        Message("import.no_level", text=say_text(text), hint=did_you_mean(text, _LEVELS))
    )


def _read_scheme(scheme: str) -> Read:
    def read(text: str) -> str:
        if scheme == "cbs" and text.isascii() and text.isdigit() and len(text) <= 4:
            text = f"GM{int(text):04}"
        return read_identifier(text, scheme)

    return read


_READERS: Mapping[str, Read] = {
    "period": read_moment,
    "start": read_moment,
    "end": read_moment,
    "certainty": _read_level,
    **{scheme: _read_scheme(scheme) for scheme in SCHEMES},
}
"""The fields whose cells have a form, and how that is read."""
