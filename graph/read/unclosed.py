"""A quote that opens and does not close -> the line on which it opens, however late YAML stops."""

import re
from collections.abc import Sequence

_OPENS = re.compile(r"""(?:^\s*(?:-\s+)*|[\[{]\s*|(?:^|[\s{,])[\w-]+:\s+)(?=["'])""")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_CLOSES = {'"': re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"(?:[^']|'')*'")}


def find_unclosed(lines: Sequence[str], stopped: int) -> int | None:
    """
    Find the line on which a quote opens that ran on to where a parser stopped.

    Args:
        lines: Those of the file.
        stopped: The line, from 0, on which the parser stopped.

    Returns:
        The nearest such line above that one, from 0; None where there is none.

    >>> find_unclosed(['name: "Elaa', "type: ros", 'note: "Een ROS"'], 2)
    0
    """
    for number in range(min(stopped, len(lines)) - 1, -1, -1):
        if opened := _find_opening(lines[number]):
            sign, start = opened
            return number if _runs_to(lines, number, stopped, start, sign) else None
    return None


def _find_opening(line: str) -> tuple[str, int] | None:
    """Find the quote of a line that is not closed on it: its sign, and the place behind it."""
    place = 0
    while found := _OPENS.search(line, place):
        whole = _QUOTED.match(line, found.end())
        if not whole:
            return line[found.end()], found.end() + 1
        place = whole.end()
    return None


def _runs_to(lines: Sequence[str], first: int, stopped: int, start: int, sign: str) -> bool:
    """Tell whether a quote closes where the parser stopped, and not on a line above that."""
    above = "\n".join(lines[first:stopped])[start:]
    return not _CLOSES[sign].match(above)
