"""Rows -> a table of text that fits a terminal: all of every cell, however narrow it is."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from graph.write.terminal import show
from graph.write.width import fold, longest_piece, width_of

_GAP = "  "
_WORD = 24
"""Columns of the longest word that is never broken in a column."""
_LEAST = 20
"""Columns that are used, however narrow the terminal is."""


def layout_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[str] = (),
    width: int | None = None,
    emphasise: Callable[[str], str] = str,
) -> str:
    """
    Lay out rows under headings, two blanks between columns.

    What is too wide is folded within its column, the widest columns first. Where that would break
    words, each row becomes lines of a heading and a value, as `psql` does it.

    Args:
        headings: One for each column.
        rows: As many cells each; a cell that says nothing is empty.
        numbers: The headings of columns that are set to the right, and never folded.
        width: Columns of the terminal; None for as many as the table takes.
        emphasise: Gives a heading its looks.

    >>> print(layout_table(["name", "weight"], [["Elaa", "3"], ["Altrecht", "12"]],
    ...                    numbers=["weight"]))
    name      weight
    Elaa           3
    Altrecht      12
    >>> print(layout_table(["name", "through"], [["Elaa", "Zorgtransformatieplan Almere"]],
    ...                    width=30))
    name  through
    Elaa  Zorgtransformatieplan
          Almere
    """
    shown = [[show(cell) for cell in row] for row in rows]
    right = [heading in numbers for heading in headings]
    widths = _choose_widths(headings, shown, right, width)
    if widths is None:
        return "\n".join(_stack(headings, shown, max(width or 0, _LEAST), emphasise))
    lines = list(_lay_row(headings, widths, right, emphasise))
    for row in shown:
        lines += _lay_row(row, widths, right)
    return "\n".join(lines)


def _choose_widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], width: int | None
) -> list[int] | None:
    """Give each column its width; None where there is no room for all of them."""
    columns = [[heading, *cells] for heading, *cells in zip(headings, *rows, strict=True)]
    widest = [max(map(width_of, column)) for column in columns]
    if width is None or not widest:
        return widest
    room = width - len(_GAP) * (len(columns) - 1)
    if sum(widest) <= room:
        return widest
    least = [
        _find_least(column, is_number) for column, is_number in zip(columns, right, strict=True)
    ]
    return _share(room, least, widest) if sum(least) <= room else None


def _find_least(column: Sequence[str], is_number: bool) -> int:
    """Give the width below which words or numbers would break."""
    heading, *cells = column
    word = max(map(longest_piece, [heading] if is_number else column))
    number = max(map(width_of, cells), default=0) if is_number else 0
    return max(min(word, _WORD), number)


def _share(room: int, least: Sequence[int], widest: Sequence[int]) -> list[int]:
    """Give no column more than so much that together they fit, or than it needs."""

    def limit(most: int) -> list[int]:
        return [max(low, min(high, most)) for low, high in zip(least, widest, strict=True)]

    fitting = bisect_right(range(max(widest)), room, key=lambda most: sum(limit(most)))
    return limit(fitting - 1)


def _lay_row(
    cells: Sequence[str],
    widths: Sequence[int],
    right: Sequence[bool],
    emphasise: Callable[[str], str] = str,
) -> Iterator[str]:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*folded, fillvalue=""):
        laid = []
        for cell, width, to_the_right in zip(line, widths, right, strict=True):
            gap = " " * (width - width_of(cell))
            text = emphasise(cell) if cell else ""
            laid.append(gap + text if to_the_right else text + gap)
        yield _GAP.join(laid).rstrip()


def _stack(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    emphasise: Callable[[str], str],
) -> Iterator[str]:
    """Give each row as lines; one that goes on with the row before has no first cell."""
    for place, row in enumerate(rows):
        if place and row[0]:
            yield ""
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                first, *rest = fold(f"{heading}: {cell}", width - len(_GAP))
                yield f"{emphasise(first[: len(heading)])}{first[len(heading) :]}"
                yield from (f"{_GAP}{line}" for line in rest)
