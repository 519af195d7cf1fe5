"""Text and tables as Markdown (CommonMark, with the tables of GitHub): shown, never obeyed."""

import re
from collections.abc import Iterable, Sequence

from graph.write.terminal import show

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&#!$^])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_LINK = re.compile(r"(?i)(https?|ftp)(:)|(www)(\.)")
_BREAKS = re.compile(r"[\t\r\n]+")


def escape_markdown(text: str) -> str:
    r"""
    Write text so that Markdown shows it as it is, in a table too.

    >>> print(escape_markdown("<b>*A|B*"))
    \<b\>\*A\|B\*
    """
    escaped = _SIGNS.sub(r"\\\1", show(text))
    escaped = _OPENING.sub(_escape_opening, escaped)
    return _LINK.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", escaped)


def write_table(
    headings: Sequence[object], rows: Iterable[Sequence[object]], numbers: Sequence[bool]
) -> str:
    """
    Write a table of numbers and plain text, which is escaped.

    Args:
        headings: One for each column.
        rows: As many cells each; a line break in one becomes a blank.
        numbers: Whether each column is set to the right.

    >>> print(write_table(["name", "weight"], [["A|B", 3]], [False, True]), end="")
    | name | weight |
    | --- | ---: |
    | A\\|B | 3 |
    """
    lines = [write_row(map(_write_cell, headings)), write_ruler(numbers)]
    lines += [write_row(map(_write_cell, row)) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def write_row(cells: Iterable[str]) -> str:
    """Write one row of cells that are Markdown."""
    return f"| {' | '.join(cells)} |"


def write_ruler(numbers: Iterable[bool]) -> str:
    """Write what stands below the headings; columns of numbers are set to the right."""
    return write_row("---:" if number else "---" for number in numbers)


def _write_cell(cell: object) -> str:
    return escape_markdown(_BREAKS.sub(" ", cell)) if isinstance(cell, str) else str(cell)


def _escape_opening(match: re.Match[str]) -> str:
    space, sign = match[1], match[2]
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
