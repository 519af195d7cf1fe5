"""Plain values -> YAML in the style of the data file: a field a line, short lists in brackets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.read.scalars import write_scalar

Plain = Any
"""Text, a whole number, a list of these, or a map of these."""


def write_fields(fields: Mapping[str, Plain], indent: int = 0) -> Iterator[str]:
    """
    Write the fields of a map, a line each.

    Args:
        fields: Plain values by their names.
        indent: How many blanks stand before each line.

    >>> print("\\n".join(write_fields({"name": "De Kade", "lines": [3, 4], "members": ["a"],
    ...                                "evidence": [{"line": 3, "quote": "a: b"}]})))
    name: De Kade
    lines: [3, 4]
    members:
      - a
    evidence:
      - line: 3
        quote: "a: b"
    """
    before = " " * indent
    for key, value in fields.items():
        if isinstance(value, Mapping):
            yield f"{before}{key}:" if value else f"{before}{key}: {{}}"
            yield from write_fields(value, indent + 2)
        elif isinstance(value, str | int):
            yield f"{before}{key}: {_write(value)}"
        elif not value or all(isinstance(one, int) for one in value):
            yield f"{before}{key}: [{', '.join(map(str, value))}]"
        else:
            yield f"{before}{key}:"
            yield from _write_items(value, before + "  ")


def _write_items(values: Sequence[Plain], before: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = write_fields(value)
            yield f"{before}- {first}"
            yield from (f"{before}  {line}" for line in rest)
        else:
            yield f"{before}- {_write(value)}"


def _write(value: str | int) -> str:
    return str(value) if isinstance(value, int) else write_scalar(value)
