"""The line of a file on which a problem stands, with a mark under the place."""

import re
from collections.abc import Sequence

from graph.model.errors import Problem
from graph.write.screen import Screen
from graph.write.terminal import show
from graph.write.width import width_of

_LEAST = 20  # columns of a line that are shown, however narrow the terminal is
_WIDEST = 80  # columns where no screen says how many
_VALUE = re.compile(r"""\s*("(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s,}\]#][^,}\]#]*|)""")


def show_excerpt(problem: Problem, lines: Sequence[str], screen: Screen) -> str:
    """
    Show the line of a problem, and mark in it what the problem is about.

    That is the value of the last field on its path where the line has that field, else all of
    the line.

    Args:
        problem: What is wrong.
        lines: Those of its file.
        screen: Where it is shown; a line that is wider is cut around the mark.

    Returns:
        Two lines, or nothing where the file has no such line.

    >>> from graph.model.message import Message
    >>> problem = Problem(1, "groups.a.size", Message("rule.other_size"))
    >>> print(show_excerpt(problem, ["  a: {label: vier, size: 5}"], Screen()))
        1 |   a: {label: vier, size: 5}
          |                          ^
    """
    if not 0 < problem.line <= len(lines):
        return ""
    line = lines[problem.line - 1].rstrip("\r\n")
    start, end = _find_place(line, problem.path)
    room = max(_LEAST, (screen.width or _WIDEST) - len("  9999 | "))
    first = max(0, min(start - room // 4, len(line) - room)) if width_of(line) > room else 0
    before, marked, behind = (
        show(part) for part in (line[first:start], line[start:end], line[end : first + room])
    )
    mark = "^" * max(1, min(width_of(marked), room - width_of(before)))
    shown = f"{before}{marked}{behind}"[:room]
    head = f"{problem.line:5} | "
    gap = f"{'':5} | {' ' * width_of(before)}"
    return f"{head}{shown}\n{gap}{screen.paint(mark, 'mark')}"


def _find_place(line: str, path: str) -> tuple[int, int]:
    """Find the characters that a path is about: from, up to."""
    field = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
    key = re.search(rf"""(?<![\w-])(["']?){re.escape(field)}\1\s*:(?=\s|$)""", line)
    if not field or not key:
        start = len(line) - len(line.lstrip(" \t-"))
        return start, max(start + 1, len(line.rstrip()))
    value = _VALUE.match(line, key.end())
    if value and value[1]:
        return value.start(1), value.start(1) + len(value[1].rstrip())
    return key.start(), key.end() - 1
