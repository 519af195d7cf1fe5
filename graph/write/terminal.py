"""Text on a terminal: what the data hold is shown there, never obeyed."""

import re
import unicodedata
from collections.abc import Sequence

from graph.model.lookalikes import INVISIBLE

_UNSAFE = re.compile(
    f"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff{INVISIBLE}]"
)
_WIDE = frozenset("WF")


def show(text: str) -> str:
    r"""
    Make control and invisible characters, marks of direction and lone surrogates visible.

    >>> show("GGD\x1b[2J\u202e")
    'GGD\\x1b[2J\\u202e'
    """
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def show_lines(text: str) -> str:
    """Do what `show` does, but keep the ends of lines."""
    return "\n".join(show(line) for line in text.split("\n"))


def width_of(text: str) -> int:
    """
    Count the columns that text takes on a terminal.

    >>> width_of("Één"), width_of("e\u0301"), width_of("東")
    (3, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in _WIDE else 1
        for c in text
    )


def layout_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()
) -> str:
    """
    Lay out rows under headings, two blanks between columns.

    Args:
        headings: One for each column.
        rows: As many cells each; a cell that says nothing is empty.
        numbers: The headings of columns that are set to the right.

    >>> print(layout_table(["name", "weight"], [["Elaa", "3"], ["Altrecht", "12"]],
    ...                    numbers=["weight"]))
    name      weight
    Elaa           3
    Altrecht      12
    """
    table = [list(headings), *([show(cell) for cell in row] for row in rows)]
    widths = [max(width_of(row[place]) for row in table) for place in range(len(headings))]
    lines = []
    for row in table:
        cells = []
        for heading, cell, width in zip(headings, row, widths, strict=True):
            gap = " " * (width - width_of(cell))
            cells.append(gap + cell if heading in numbers else cell + gap)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _escape(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
