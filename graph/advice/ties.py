"""Advice on ties: which connection rests on one inferred membership, or on one document."""

from collections.abc import Iterator

from graph.advice.advice import Advice
from graph.findings.cuts import Cut, Part, find_cuts
from graph.model.message import Message
from graph.model.records import Registry
from graph.network.incidence import Incidence

_LEAST = 2
"""How many others stand on either side: the tie of one alone is not what holds a network."""


def advise_ties(registry: Registry) -> Iterator[Advice]:
    """
    Find what connects two parts of the network by one membership, or by what one document tells.

    A tie that is one of several ways says less: most ties rest on one document.
    """
    inferred: dict[tuple[str, str], tuple[int, str]] = {}
    alone: dict[str, tuple[int, str]] = {}
    for cut, part in _list_parts(registry):
        found = (part.size, cut.organisation)
        for membership in part.rests_on:
            inferred[membership] = max(found, inferred.get(membership, (0, "")))
        for link in part.links if not part.rests_on and len(part.links) == 1 else ():
            alone[link.partnership] = max(found, alone.get(link.partnership, (0, "")))
    for (organisation, partnership), (size, cut_vertex) in inferred.items():
        name = registry.organisations[cut_vertex].name
        said = Message("advice.inference", name=name, n=size)
        trail = ("partnerships", partnership, "members", organisation)
        yield Advice(trail, said, organisation, size)
    for partnership, (size, cut_vertex) in alone.items():
        if len(registry.partnerships[partnership].sources) == 1:
            name = registry.organisations[cut_vertex].name
            said = Message("advice.one_document", name=name, n=size)
            yield Advice(("partnerships", partnership), said, weight=size)


def _list_parts(registry: Registry) -> Iterator[tuple[Cut, Part]]:
    for cut in find_cuts(Incidence(registry)):
        for part in cut.parts:
            if part.size >= _LEAST and cut.others - part.size >= _LEAST:
                yield cut, part
