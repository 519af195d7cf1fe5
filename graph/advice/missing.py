"""Advice on partnerships that do not say when, where or on what."""

from collections.abc import Iterator, Sequence
from itertools import chain

from graph.advice.advice import Advice
from graph.model.message import Message
from graph.model.records import Partnership, Registry
from graph.read.digest import normalise
from graph.read.document import Document
from graph.read.places import find_places
from graph.scan.numbers import find_years


def advise_missing(registry: Registry, document: Document) -> Iterator[Advice]:
    """
    Find partnerships without region or theme, and those whose paragraphs give a year and they none.

    Where more than half have none, that is said once for all, and so it is of other periods.
    """
    partnerships = registry.partnerships.values()
    undated = []
    for partnership in partnerships:
        if partnership.period:
            continue
        year, line = next(_list_years(registry, document, partnership), (0, 0))
        if year:
            said = Message("advice.period", year=str(year), line=line)
            yield Advice(("partnerships", partnership.id), said, str(year))
        else:
            undated.append(partnership)
    yield from _say_once(registry, undated, "period", Message("advice.a_period"))
    unplaced = [one for one in partnerships if not one.regions]
    if 2 * len(unplaced) > len(partnerships):
        yield from _say_once(registry, unplaced, "region", Message("advice.a_region"))
    else:
        yield from _say_each(unplaced, Message("advice.no_region"))
    untold = [one for one in partnerships if not one.themes]
    if 2 * len(untold) > len(partnerships):
        yield from _say_once(registry, untold, "theme", Message("advice.a_theme"))
    else:
        yield from _say_each(untold, Message("advice.no_theme"))


def _say_once(
    registry: Registry, missing: Sequence[Partnership], about: str, what: Message
) -> Iterator[Advice]:
    if missing:
        n = len(missing)
        said = Message("advice.none_say", n=n, all=len(registry.partnerships), what=what)
        yield Advice(("partnerships",), said, about, weight=n)


def _say_each(missing: Sequence[Partnership], said: Message) -> Iterator[Advice]:
    for one in missing:
        yield Advice(("partnerships", one.id), said)


def _list_years(
    registry: Registry, document: Document, partnership: Partnership
) -> Iterator[tuple[int, int]]:
    """List the years in the paragraphs that a partnership cites, each with the line cited."""
    evidence = chain(
        partnership.evidence, *(membership.evidence for membership in partnership.memberships)
    )
    for one in evidence:
        source = registry.sources.get(one.source)
        digest = document.digests.get(source.file) if source else None
        passages = digest.by_line.get(one.line, ()) if digest else ()
        for place in find_places(passages, normalise(one.quote)):
            for year, _ in find_years(place.passage.text, registry.language):
                yield year, one.line
