"""A file without errors -> what to look at next, the most pressing first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.advice.advice import Advice
from graph.advice.missing import advise_missing
from graph.advice.naming import advise_near_names, advise_outside, advise_shared_forms
from graph.advice.privacy import advise_privacy
from graph.advice.reading import advise_reading
from graph.advice.ties import advise_ties
from graph.model.errors import Problem
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.document import Document, Judged, Map, Seq, Trail, format_path
from graph.read.marks import find_stale, list_judged, write_mark
from graph.scan.mentions import find_mentions
from graph.schema.build import sort_registry
from graph.validate import list_own_entries


class Placed(NamedTuple):
    """An advice with its place and its code; `mark` is the comment that judges it."""

    problem: Problem
    about: str
    mark: str


class Advised(NamedTuple):
    """What is advised, the most pressing first, and how much was advised and judged before."""

    given: tuple[Placed, ...]
    judged: int


def advise(
    document: Document, problems: Sequence[Problem], pairs: Mapping[frozenset[str], bool]
) -> Advised:
    """
    Advise what a curator could look at next.

    Rules are ranked by their codes; of one rule that comes first on which most rests. What was
    judged, by a mark in the file or as two names, is counted and not said again.

    Args:
        document: A data file without errors. Of its tables nothing is said.
        problems: Every warning of it, judged or not.
        pairs: Names that were judged, and whether they are the same: from `list_pairs`.
    """
    registry = list_own_entries(document)
    found = list(_list_advice(registry, document, pairs))
    judges = {mark.judges for mark in document.marks}
    left = [one for one in found if judges.isdisjoint(_list_judged(one))]
    stale = _list_stale(document, problems, found)
    placed = [(one, _place(one, document)) for one in (*left, *stale)]
    placed.sort(key=lambda pair: _rank(*pair))
    return Advised(tuple(one for _, one in placed), len(found) - len(left))


def _list_advice(
    registry: Registry, document: Document, pairs: Mapping[frozenset[str], bool]
) -> Iterator[Advice]:
    mentions = find_mentions(registry, document.digests)
    yield from advise_privacy(registry, document, mentions)
    yield from advise_near_names(registry, pairs)
    yield from advise_shared_forms(registry)
    yield from advise_ties(sort_registry(registry))
    yield from advise_outside(registry, mentions)
    yield from advise_missing(registry, document)
    yield from advise_reading(registry, document, mentions)


def _list_judged(advice: Advice) -> list[Judged]:
    return list_judged(advice.code, advice.trail, (advice.about,))


def _list_stale(
    document: Document, problems: Sequence[Problem], found: Sequence[Advice]
) -> Iterator[Advice]:
    judged = {one for advice in found for one in _list_judged(advice)}
    of_advice = [
        mark for mark in document.marks if mark.code[0] == "A" and mark.judges not in judged
    ]
    for mark in (*of_advice, *find_stale(document, problems)):
        yield Advice(mark.record, Message("advice.stale", code=mark.code), line=mark.line)


def _place(advice: Advice, document: Document) -> Placed:
    trail = _find_member(document.root, advice.trail)
    line = advice.line or document.line_of(trail)
    problem = Problem(line, format_path(trail), advice.said, advice.file)
    return Placed(problem, advice.about, write_mark(advice.code, advice.about))


def _rank(advice: Advice, placed: Placed) -> tuple[object, ...]:
    problem = placed.problem
    place = (problem.file, problem.line, problem.path)
    return (advice.code, -advice.weight, *place, advice.about)


def _find_member(root: Any, trail: Trail) -> Trail:
    """Turn the id of a member at the end of a way into its place in the list."""
    if len(trail) != 4 or trail[2] != "members" or not isinstance(trail[3], str):
        return trail
    entry = root["partnerships"][trail[1]]
    members = entry.get("members") if isinstance(entry, Map) else ()
    for place, member in enumerate(members if isinstance(members, Seq) else ()):
        if trail[3] in (member, member.get("org") if isinstance(member, Map) else member):
            return (*trail[:3], place)
    return trail[:3]
