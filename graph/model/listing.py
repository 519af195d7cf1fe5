"""Lists that a notebook shows as a table."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol, TypeVar

MOST_ROWS = 100
"""Rows that a notebook shows; the list itself holds all."""


class Row(Protocol):
    """Something that stands in a row of a table."""

    def list_cells(self) -> Mapping[str, object]:
        """List what stands in its row, by the names under which a program has it too."""
        ...


R = TypeVar("R", bound=Row)


class Listing(list[R]):
    """A list like any other, which a notebook shows as a table."""

    def _repr_html_(self) -> str:
        """Write the table: a row for each, and how many more there are."""
        return write_table([one.list_cells() for one in self[:MOST_ROWS]], more=len(self))


def write_table(rows: Iterable[Mapping[str, object]], *, more: int = 0) -> str:
    """
    Write rows as a table of HTML, with their names above the columns.

    Args:
        rows: What stands in each row, by name; all have the same names, in one order.
        more: How many rows there are in all, where only the first are given.

    >>> write_table([{"name": "Kust & Zee", "weight": 2, "via": ["a", "b"], "newman": None}])
    '<table><thead><tr><th>name</th><th>weight</th><th>via</th><th>newman</th></tr></thead>\
<tbody><tr><td>Kust &amp; Zee</td><td>2</td><td>a, b</td><td></td></tr></tbody></table>'
    """
    given = list(rows)
    head = "".join(f"<th>{escape(name)}</th>" for name in (given[0] if given else {}))
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(_say(value))}</td>' for value in row.values())}</tr>"
        for row in given
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return table + (f"<p>{len(given)} of {more}</p>" if more > len(given) else "")


def _say(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, tuple | list):
        return ", ".join(map(_say, value))
    return str(value)
