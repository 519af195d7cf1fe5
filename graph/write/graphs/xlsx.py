"""
Tables -> a workbook for Excel, LibreOffice and Numbers.

Each table is a sheet, its first row frozen and filterable. Text is written as text, whatever sign
it begins with, so no cell is ever a formula or a link. The same data give the same bytes: the
workbook says no time of writing.
"""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from graph.model.errors import ExportError
from graph.model.message import Message
from graph.model.records import Registry
from graph.network.incidence import Incidence, as_incidence
from graph.words.store import find_words
from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.dataset import flatten_dataset
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Table, Value, Values
from graph.write.graphs.headings import say_heading

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_CHARACTERS = 32_767
"""What a cell of Excel holds, counted in units of UTF-16."""

MOST_ROWS = 1_048_575
"""What a sheet of Excel holds below its heading."""

_NO_TIME = datetime(2000, 1, 1)
_WIDEST, _NARROWEST, _ROOM = 60, 8, 4  # in characters; the last is for the button of the filter


def write_xlsx(data: Registry | Incidence) -> Exported:
    """
    Write everything as a workbook, with headings in the language of the data.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        One file. Lists are joined by `;`; what a cell cannot hold is cut off, with a warning.

    Raises:
        ImportError: The extra `xlsx` is not installed.
        ExportError: A table has more rows than a sheet.
    """
    from xlsxwriter import Workbook

    incidence = as_incidence(data)
    registry = incidence.registry
    packed = io.BytesIO()
    workbook = Workbook(packed, {"in_memory": True})
    writer = _Writer(workbook, registry.language)
    for table in flatten_dataset(incidence):
        writer.add(table)
    writer.describe(title=registry.title, comments=registry.licence or "")
    workbook.close()
    return Exported(files={"": packed.getvalue()}, warnings=writer.warnings)


class _Writer:
    """Adds sheets to a workbook, and collects warnings on what it had to replace."""

    def __init__(self, workbook: "Workbook", language: str) -> None:
        self._workbook = workbook
        self._language = language
        self._cleaner = Cleaner(str, form="table", separator=";")
        self._cut: list[Message] = []
        self._bold = workbook.add_format({"bold": True, "valign": "top"})
        self._plain = workbook.add_format({"valign": "top"})
        self._wrapped = workbook.add_format({"valign": "top", "text_wrap": True})

    @property
    def warnings(self) -> tuple[Message, ...]:
        return (*self._cleaner.warnings, *self._cut)

    def add(self, table: Table) -> None:
        name = find_words(f"exports.sheets.{table.name}", self._language)
        rows = list(table.rows)
        if len(rows) > MOST_ROWS:
            raise ExportError(Message("export.rows", sheet=name, n=len(rows), most=MOST_ROWS))
        sheet = self._workbook.add_worksheet(name)
        for place, attribute in enumerate(table.attributes):
            heading = say_heading(table.name, attribute, self._language)
            cells = [self._fill(table, attribute, values) for values in rows]
            sheet.set_column(place, place, _measure(heading, cells))
            sheet.write_string(0, place, heading, self._bold)
            look = self._wrapped if attribute.kind == "text" else self._plain
            for row, cell in enumerate(cells, start=1):
                if isinstance(cell, str):
                    sheet.write_string(row, place, cell, look)
                elif cell is not None:
                    sheet.write_number(row, place, cell, self._plain)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(table.attributes) - 1)

    def describe(self, **properties: str) -> None:
        clean = {
            name: self._cleaner.text(Attribute(name, "text", ""), text, "graph")
            for name, text in properties.items()
        }
        self._workbook.set_properties({**clean, "created": _NO_TIME})

    def _fill(self, table: Table, attribute: Attribute, values: Values) -> str | int | float | None:
        value: Value | None = values.get(attribute.name)
        if table.name == "about" and attribute.name == "fact":
            value = say_heading("about", Attribute(str(value), "text", ""), self._language)
        if not isinstance(value, str | tuple):
            return value
        id = str(values["id"])
        return self._shorten(
            self._cleaner.text(attribute, value, table.name, id), table.name, id, attribute.name
        )

    def _shorten(self, text: str, place: str, id: str, field: str) -> str:
        units = text.encode("utf-16-le")
        if len(units) <= 2 * MOST_CHARACTERS:
            return text
        where = Message(
            "export.where_of", place=Message(f"place.{place}"), id=repr(id), field=field
        )
        self._cut.append(
            Message("export.cut", where=where, n=len(units) // 2, most=MOST_CHARACTERS)
        )
        return units[: 2 * MOST_CHARACTERS].decode("utf-16-le", "ignore")


def _measure(heading: str, cells: Iterable[str | int | float | None]) -> int:
    """Choose the width of a column: that of its longest line, within bounds."""
    lines = (line for cell in cells if cell is not None for line in str(cell).split("\n"))
    longest = max((len(line) for line in lines), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(heading) + _ROOM, longest)))
