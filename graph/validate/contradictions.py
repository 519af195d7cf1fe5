"""The rules between a quote and the fields beside it: names, years and numbers that differ."""

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.model.message import Message
from graph.model.records import Evidence, Group, Partnership, Period, Registry, Relation, Size
from graph.read.digest import normalise
from graph.read.document import Trail
from graph.scan.mentions import NameFinder
from graph.scan.numbers import find_counts, find_years
from graph.schema.finding import Finding
from graph.schema.records import list_evidence

_ABOUT = 0.1
"""How far a number may be from one that is approximate, as a part of that."""


def check_outsiders(registry: Registry) -> Iterator[Finding]:
    """
    A quote of a partnership names no organisation that has no part in it.

    Part in it have its members, who is wanted, what it is itself, who has the same outermost
    parent as one of these, and who has a relation that rests on the same passage.
    """
    names = NameFinder(registry)
    related: dict[tuple[str, int], set[str]] = {}
    for relation in registry.relations.values():
        for evidence in relation.evidence:
            related.setdefault((evidence.source, evidence.line), set()).update(relation.ends)
    roots = _find_roots(registry)
    for id, partnership in registry.partnerships.items():
        inside = {one.organisation for one in (*partnership.memberships, *partnership.wished)}
        inside |= {partnership.body} if partnership.body else set()
        family = {roots[one] for one in inside if one in roots}
        for trail, evidence in _list_own(id, partnership):
            others = related.get((evidence.source, evidence.line), set())
            for owner in dict.fromkeys(names.find_owners(evidence)):
                if owner in roots and roots[owner] not in family and owner not in others:
                    name = repr(registry.organisations[owner].name)
                    message = Message("quote.outsider", name=name)
                    yield Finding((*trail, "quote"), message)


def check_years(registry: Registry) -> Iterator[Finding]:
    """Of the years in the quotes of a partnership or relation one at least lies in its period."""
    names = NameFinder(registry)
    for section in ("partnerships", "relations"):
        records: Iterable[tuple[str, Partnership | Relation]] = getattr(registry, section).items()
        for id, record in records:
            if not record.period:
                continue
            said = [
                (position, year)
                for position, evidence in enumerate(record.evidence)
                for year in _list_years(evidence, registry.language, names)
            ]
            if said and not any(_may_be_in(year, record.period) for _, year in said):
                position, year = said[0]
                period = repr(record.period.text)
                message = Message("quote.other_year", year=str(year), period=period)
                yield Finding((section, id, "evidence", position, "quote"), message)


def check_sizes(registry: Registry) -> Iterator[Finding]:
    """Where quotes or its label say how many parties a group is, one at least says its size."""
    cited = _list_quotes_of_groups(registry)
    for id, group in registry.groups.items():
        if not group.size or registry.schema < 2:  # before 2 a group has no entry of its own
            continue
        said = _list_counts(group, cited.get(id, ()), registry.language)
        if said and not any(_agrees(number, group.size) for _, number in said):
            trail, number = said[0]
            size, given = group.size.text, str(number)
            if trail[-1] == "label":
                message = Message("rule.other_size", number=given, size=size)
            else:
                message = Message("quote.other_size", number=given, size=size)
            yield Finding(trail, message)


def _list_own(id: str, partnership: Partnership) -> Iterator[tuple[Trail, Evidence]]:
    """List the passages that say that it is there and who takes part, not what hampers it."""
    for trail, evidence in list_evidence(partnership, ("partnerships", id)):
        if trail[2] != "barriers":
            yield trail, evidence


def _find_roots(registry: Registry) -> dict[str, str]:
    """Find the outermost parent of every organisation; in a circle any one of it."""
    roots: dict[str, str] = {}
    for id in registry.organisations:
        way: list[str] = []
        while id not in roots:
            way.append(id)
            roots[id] = id  # for now, so that a circle ends here
            parent = registry.organisations[id].part_of
            if parent is None or parent not in registry.organisations:
                break
            id = parent
        roots.update(dict.fromkeys(way, roots[id]))
    return roots


def _list_years(evidence: Evidence, language: str, names: NameFinder) -> list[int]:
    text = normalise(evidence.quote)
    found = list(find_years(text, language))
    spans = names.find_spans(evidence) if found else []
    return [year for year, place in found if not any(start <= place < end for start, end in spans)]


def _may_be_in(year: int, period: Period) -> bool:
    slack = 1 if {"?", "~"} & set(period.text) else 0
    after = period.start is None or year >= period.start.earliest.year - slack
    return after and (period.end is None or year <= period.end.latest.year + slack)


def _list_quotes_of_groups(
    registry: Registry,
) -> dict[str, list[tuple[Trail, Evidence]]]:
    cited: dict[str, list[tuple[Trail, Evidence]]] = {
        id: list(list_evidence(group, ("groups", id))) for id, group in registry.groups.items()
    }
    for id, partnership in registry.partnerships.items():
        whole = [
            (("partnerships", id, "evidence", position), evidence)
            for position, evidence in enumerate(partnership.evidence)
        ]
        for place, one in enumerate(partnership.groups):
            own = list_evidence(one, ("partnerships", id, "groups", place))
            cited.setdefault(one.group, []).extend(chain(own, whole))
    return cited


def _list_counts(
    group: Group, cited: Iterable[tuple[Trail, Evidence]], language: str
) -> list[tuple[Trail, int]]:
    texts: list[tuple[Trail, str]] = [
        ((*trail, "quote"), normalise(evidence.quote)) for trail, evidence in cited
    ]
    texts.append((("groups", group.id, "label"), normalise(group.label)))
    return [
        (trail, number)
        for trail, text in texts
        for number in find_counts(text, group.label, language)
    ]


def _agrees(number: int, size: Size) -> bool:
    return abs(number - size.number) <= (_ABOUT * size.number if size.approximate else 0)
