"""The answers of `list`: records as a table, as CSV, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.model.records import Registry
from graph.query.listing import Record
from graph.write.answers.answer import Answer, count, say_scope
from graph.write.terminal import layout_table


def answer_list(
    registry: Registry,
    what: str,
    records: Sequence[Record],
    *,
    columns: Mapping[str, str],
    emptied_by: str = "",
) -> Answer:
    """
    Answer a list.

    Args:
        registry: What was listed, for the scope of the answer.
        what: What is listed, in the plural.
        records: The rows; all have the same keys.
        columns: Which keys the table shows, and under what heading.
        emptied_by: What is said of the filter that left nothing, where nothing is left.
    """

    def text() -> str:
        if not records:
            why = f"; {emptied_by}" if emptied_by else ""
            return f"no {what} in {say_scope(registry)}{why}"
        numbers = [h for k, h in columns.items() if isinstance(records[0][k], int | float)]
        table = layout_table(
            list(columns.values()),
            [[_say(record[key]) for key in columns] for record in records],
            numbers=numbers,
        )
        return f"{table}\n\n{count(len(records), what)} in {say_scope(registry)}"

    def rows() -> Iterable[Sequence[object]]:
        yield tuple(records[0]) if records else tuple(columns)
        for record in records:
            yield tuple(_flatten(value) for value in record.values())

    def data() -> Any:
        return {
            "sources": len(registry.sources),
            what: list(records),  # after the number of documents: a list of these takes its name
            "count": len(records),
            "emptied_by": emptied_by or None,
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)


def _flatten(value: object) -> object:
    if isinstance(value, list | tuple):
        return ";".join(str(item) for item in value)
    return "" if value is None else value
