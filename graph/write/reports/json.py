"""Report -> JSON for programs; the shape is in docs/report.md."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any

from graph.model.records import Period
from graph.write.reports.value import VERSION, Cell, Fact, Named, Passages, Report, Section, Table

ROW = 6
"""How deep a row of a table stands: in rows, table, tables, section, sections and report."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_json(report: Report) -> str:
    """Write a report as JSON: `version` 1, every row, numbers as they are, null where undefined."""
    data = {
        "version": VERSION,
        "title": report.title,
        "language": report.language,
        "content_hash": report.content_hash,
        "selection": report.selection,
        "sections": [_section_data(section) for section in report.sections],
    }
    text = io.BytesIO()  # the pieces can be millions, and a buffer of text takes four times as much
    for piece in chain(_lay_out(data, 0), ["\n"]):
        text.write(piece.encode("utf-8", "backslashreplace"))
    return text.getvalue().decode()


def _lay_out(value: Any, depth: int) -> Iterator[str]:
    """Write a row of a table on one line and what is around it indented: rows are many."""
    if not isinstance(value, dict | list | Iterator) or not value:
        yield _encode(value)
        return
    indent = "  " * (depth + 1)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    yield opening
    for place, item in enumerate(value):
        yield f"{',' if place else ''}\n{indent}"
        if isinstance(value, dict):
            yield f"{_encode(item)}: "
            item = value[item]
        if depth + 1 == ROW:
            yield _encode(item)
        else:
            yield from _lay_out(item, depth + 1)
    yield f"\n{indent[2:]}{closing}"


def _section_data(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "sentences": [{"kind": s.kind, "text": s.text} for s in section.sentences],
        "figures": dict(section.figures),
        "facts": fact_data(section.facts),
        "tables": [_table_data(table) for table in section.tables],
        "methods": [
            {
                "name": method.name,
                "formula": method.formula,
                "unit": method.unit,
                "reference": method.reference,
            }
            for method in section.methods
        ],
    }


def fact_data(fact: Fact) -> Any:
    """Turn a fact into maps and lists, under the names of its fields; a period into its text."""
    if isinstance(fact, Period):
        return fact.text
    if is_dataclass(fact):
        return {field.name: fact_data(getattr(fact, field.name)) for field in fields(fact)}
    if isinstance(fact, Mapping):
        return {key: fact_data(value) for key, value in fact.items()}
    if isinstance(fact, tuple):
        if hasattr(fact, "_asdict"):
            return fact._asdict()
        return [fact_data(value) for value in fact]
    return fact


def _table_data(table: Table) -> dict[str, Any]:
    ids = [column.id for column in table.columns]
    return {
        "id": table.id,
        "caption": table.caption,
        "columns": [{"id": column.id, "heading": column.heading} for column in table.columns],
        "rows": (dict(zip(ids, map(_cell_data, row), strict=True)) for row in table.rows),
    }


def _cell_data(cell: Cell) -> Any:
    if isinstance(cell, Passages):
        return cell.text
    if isinstance(cell, Named):
        return {"kind": cell.kind, "id": cell.id, "name": cell.name}
    return [_cell_data(named) for named in cell] if isinstance(cell, tuple) else cell
