"""How `check` shows problems: which it leaves out, with which line, in which colour."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from graph.cli.refusal import Refusal, suggest_words
from graph.model.errors import Problem, SourceError, nearest
from graph.model.message import Message
from graph.read.bytes import read_bytes
from graph.read.text import decode_text
from graph.write.answers.excerpt import show_excerpt
from graph.write.answers.machine import write_github, write_sarif
from graph.write.screen import Screen

PROGRAM_FORMS: Mapping[str, Callable[[str, Sequence[Problem]], str]] = {
    "github": write_github,
    "sarif": write_sarif,
}
"""The forms that other programs read, beside JSON and CSV."""


def check_ignored(codes: Sequence[str]) -> None:
    """
    Refuse a code that is none of a warning or an advice: an error cannot be left out.

    Raises:
        Refusal: There is no such code, or it is that of an error.
    """
    from graph.model.codes import RULES

    every = [rule.code for rule in RULES]
    known = list_ignorable()
    for code in codes:
        if code in known:
            continue
        if code in every:
            raise Refusal(Message("usage.ignore_error", code=repr(code)))
        hint = suggest_words(nearest(code, known))
        raise Refusal(Message("usage.ignore", code=repr(code), hint=hint))


def list_ignorable() -> list[str]:
    """List the codes of what can be left out: warnings and advice."""
    from graph.model.codes import RULES

    return sorted(rule.code for rule in RULES if rule.code[0] in "WA")


def find_excerpts(data: str, *, lines: bool) -> Callable[[Problem, Screen], str]:
    """
    Choose whether to show the line of a problem: on a terminal, or where it was asked for.

    Args:
        data: The data file; other files are named from its folder.
        lines: Whether it was asked for.
    """
    if not (lines or sys.stdout.isatty()):
        return lambda problem, screen: ""

    @lru_cache(maxsize=8)
    def read_lines(file: str) -> tuple[str, ...]:
        place = Path(data).parent / file if file else Path(data)
        try:
            return tuple(decode_text(read_bytes(place, file), file).split("\n"))
        except SourceError:
            return ()

    return lambda problem, screen: show_excerpt(problem, read_lines(problem.file), screen)
