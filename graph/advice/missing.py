"""Advice on partnerships that do not say when, where or on what."""

from collections.abc import Iterator
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

    That the others have no period either is said once for all.
    """
    undated = 0
    for id, partnership in registry.partnerships.items():
        trail = ("partnerships", id)
        if not partnership.regions:
            yield Advice(trail, Message("advice.no_region"))
        if not partnership.themes:
            yield Advice(trail, Message("advice.no_theme"))
        if partnership.period:
            continue
        year, line = next(_list_years(registry, document, partnership), (0, 0))
        if year:
            yield Advice(trail, Message("advice.period", year=str(year), line=line), str(year))
        else:
            undated += 1
    if undated:
        said = Message("advice.undated", n=undated, all=len(registry.partnerships))
        yield Advice(("partnerships",), said, weight=undated)


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
