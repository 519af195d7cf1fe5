"""What a curator judged: a comment in the entry that a warning or an advice is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.errors import Problem
from graph.model.message import Message
from graph.read.document import Document, Judged, Map, Mark, Trail, read_path

_MARK = re.compile(r"(?:^|\s)#\s*judged\s+([AW]\d{3})(?:[ \t]+([^:\n]*))?(?::|$)")
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
    following = _find_following(lines)
    records = dict(_list_records(root))
    marks = []
    record: Trail = ()
    for number, line in enumerate(lines, 1):
        record = records.get(number, record)
        found = _MARK.search(line)
        if found:
            place = records.get(following[number - 1], record)
            marks.append(Mark(number, place, found[1], (found[2] or "").rstrip()))
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
    judges = {mark.judges for mark in marks}
    left: list[Problem] = []
    judged: list[Problem] = []
    for problem, found in _list_all_judged(problems, document.root):
        (left if judges.isdisjoint(found) else judged).append(problem)
    return tuple(left), tuple(judged)


def find_stale(document: Document, problems: Iterable[Problem]) -> list[Mark]:
    """Find the marks of warnings that judge nothing that is wrong with a file, judged or not."""
    found = {one for _, judged in _list_all_judged(problems, document.root) for one in judged}
    return [
        mark
        for mark in document.marks
        if mark.code[0] == "W" and mark.code not in _ASKED_APART and mark.judges not in found
    ]


def list_judged(code: str, trail: Trail, about: Iterable[str]) -> list[Judged]:
    """
    List what marks can judge of what a rule says: as `Mark.judges` has it.

    Args:
        code: That of the rule.
        trail: The way to what it is about.
        about: What it names; a mark that names something must name one of these.

    >>> list_judged("W407", ("sources", "a", "file"), ["b"])
    [('W407', ('sources',), ''), ('W407', ('sources',), 'b'), \
('W407', ('sources', 'a'), ''), ('W407', ('sources', 'a'), 'b')]
    """
    records = (trail[:1], trail[:2]) if trail[1:] else (trail,)
    return [(code, record, one) for record in records for one in ("", *about)]


def _list_all_judged(
    problems: Iterable[Problem], root: Any
) -> Iterator[tuple[Problem, list[Judged]]]:
    """Give each problem with what it is; of another file, that is the source that it is of."""
    sources = root.get("sources") if isinstance(root, Map) else None
    by_file: dict[str, Trail] = {}
    for id, source in sources.items() if isinstance(sources, Map) else ():
        file = source.get("file") if isinstance(source, Map) else None
        if isinstance(file, str):
            by_file.setdefault(file, ("sources", id))
    for problem in problems:
        place = by_file.get(problem.file, ()) if problem.file else read_path(problem.path)
        yield problem, list_judged(problem.code, place, sorted(_list_texts(problem.said)))


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


def _find_following(lines: Sequence[str]) -> list[int]:
    """Find for each line the first from there on that is more than a comment; itself if none is."""
    following: list[int] = []
    found = 0
    for number in range(len(lines), 0, -1):
        if not _BARE.fullmatch(lines[number - 1]):
            found = number
        following.append(found or number)
    return following[::-1]
