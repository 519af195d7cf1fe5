"""What a curator judged: a comment in the entry that a warning or an advice is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.errors import Problem
from graph.model.message import Message
from graph.read.document import Document, Map, Mark, Trail, read_path

_MARK = re.compile(r"(?:^|\s)#\s*judged\s+([AW]\d{3})(?:[ \t]+([^:\n]*?))?\s*(?::|$)")
_ASKED_APART = frozenset({"W431", "W432"})  # a check without --originals cannot find these
_BARE = re.compile(r"\s*(?:#.*)?")


def write_mark(code: str, about: str) -> str:
    """
    Write the mark that judges a warning or an advice, to be followed by the reason.

    >>> write_mark("A804", "zorggroep-duijn"), write_mark("W319", "")
    ('# judged A804 zorggroep-duijn:', '# judged W319:')
    """
    return " ".join(filter(None, ["# judged", code, about])) + ":"


def read_marks(text: str, root: Any) -> tuple[Mark, ...]:
    """
    Read the marks of a data file.

    A mark belongs to the entry in whose lines it stands. On lines of their own right above an
    entry, comments belong to that.

    Args:
        text: The data file, from `decode_text`.
        root: What YAML makes of it.
    """
    lines = text.split("\n")
    records = dict(_list_records(root))
    marks = []
    record: Trail = ()
    for number, line in enumerate(lines, 1):
        record = records.get(number, record)
        found = _MARK.search(line)
        if found:
            at = _find_next(lines, number) if _BARE.fullmatch(line) else number
            marks.append(Mark(number, records.get(at, record), found[1], found[2] or ""))
    return tuple(marks)


def split_judged(
    problems: Iterable[Problem], document: Document
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """
    Split what is wrong into what is still to be looked at, and the warnings that were judged.

    What stands in a digest or a table is judged in the entry of its source.
    """
    marks = document.marks
    if not marks:
        return tuple(problems), ()
    left: list[Problem] = []
    judged: list[Problem] = []
    for problem in problems:
        place = _find_place(problem, document.root)
        about = _list_texts(problem.said)
        known = any(mark.judges(problem.code, place, about) for mark in marks)
        (judged if known else left).append(problem)
    return tuple(left), tuple(judged)


def find_stale(document: Document, problems: Iterable[Problem]) -> list[Mark]:
    """Find the marks of warnings that judge nothing that is wrong with a file, judged or not."""
    found = [
        (problem.code, _find_place(problem, document.root), _list_texts(problem.said))
        for problem in problems
    ]
    return [
        mark
        for mark in document.marks
        if mark.code[0] == "W"
        and mark.code not in _ASKED_APART
        and not any(mark.judges(*one) for one in found)
    ]


def _find_place(problem: Problem, root: Any) -> Trail:
    """Find the way to what a problem is about; of another file, to the source that it is of."""
    if not problem.file:
        return read_path(problem.path)
    sources = root.get("sources") if isinstance(root, Map) else None
    for id, source in sources.items() if isinstance(sources, Map) else ():
        if isinstance(source, Map) and source.get("file") == problem.file:
            return ("sources", id)
    return ()


def _list_texts(said: Message) -> frozenset[str]:
    """List the words that a message names, as they stand in the file or the digest."""
    return frozenset(value.strip("'\"") for _, value in said.values if isinstance(value, str))


def _list_records(root: Any) -> Iterator[tuple[int, Trail]]:
    """List the lines on which a section or an entry begins."""
    for section, line in root.lines.items() if isinstance(root, Map) else ():
        yield line, (section,)
        entries = root.get(section)
        for id, at in entries.lines.items() if isinstance(entries, Map) else ():
            yield at, (section, id)


def _find_next(lines: Sequence[str], number: int) -> int:
    """Find the first line behind one that is more than a comment."""
    return next(
        (at for at in range(number + 1, len(lines) + 1) if not _BARE.fullmatch(lines[at - 1])),
        number,
    )
