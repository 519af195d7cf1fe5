"""Advice on names: two that may be one, one form of two, who is named and nowhere a member."""

from collections.abc import Iterator, Mapping, Sequence

from graph.advice.advice import Advice
from graph.model.message import Message
from graph.model.names import simplify
from graph.model.records import Organisation, Registry
from graph.scan.mentions import Mention
from graph.scan.near import Neighbourhood, is_alike

_OFTEN = 3
"""In how many paragraphs an organisation is named before it is asked what it takes part in."""


def advise_near_names(registry: Registry, pairs: Mapping[frozenset[str], bool]) -> Iterator[Advice]:
    """
    Find two organisations whose names look alike once the words they share are left out.

    Args:
        registry: Checked data.
        pairs: Names that were judged, without case and accents, and whether they are the same.
    """
    organisations = registry.organisations
    neighbourhood = Neighbourhood(organisations.values())
    likeness: dict[tuple[str, str], int] = {}
    for id, organisation in organisations.items():
        for near in neighbourhood.find(organisation.name):
            if near.organisation != id:  # an acronym finds its name, and not the other way round
                first, second = sorted((id, near.organisation))
                likeness[first, second] = near.likeness
    for ids, much in likeness.items():
        one, other = (organisations[id] for id in ids)
        judged = pairs.get(frozenset(map(simplify, (one.name, other.name))))
        if judged is not False and not _are_related(one, other) and is_alike(one.name, other.name):
            said = Message("advice.near", name=repr(other.name), other=repr(other.id))
            yield Advice(("organisations", one.id, "name"), said, other.id, much)


def advise_shared_forms(registry: Registry) -> Iterator[Advice]:
    """Find an alias that holds everywhere, and is a form of another organisation too."""
    owners: dict[str, set[str]] = {}
    for id, organisation in registry.organisations.items():
        for form in (organisation.name, *(alias.text for alias in organisation.aliases)):
            owners.setdefault(simplify(form), set()).add(id)
    for id, organisation in registry.organisations.items():
        for place, alias in enumerate(organisation.aliases):
            others = owners[simplify(alias.text)] - {id}
            if others and alias.source is None:
                other = min(others)
                said = Message("advice.shared", words=repr(alias.text), other=repr(other))
                yield Advice(("organisations", id, "aliases", place), said, other)


def advise_outside(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Advice]:
    """Find organisations that paragraphs name again and again, and that take part in nothing."""
    inside = {one.organisation for p in registry.partnerships.values() for one in p.memberships}
    inside |= {one.organisation for p in registry.partnerships.values() for one in p.wished}
    inside |= {p.body for p in registry.partnerships.values() if p.body}
    inside |= {end for relation in registry.relations.values() for end in relation.ends}
    inside |= {o.part_of for o in registry.organisations.values() if o.id in inside and o.part_of}
    named: dict[str, set[int]] = {}
    for mention in mentions:
        for form in mention.forms:
            named.setdefault(form.owner, set()).add(id(mention.passage))
    for owner in registry.organisations.keys() - inside:
        count = len(named.get(owner, ()))
        if count >= _OFTEN:
            said = Message("advice.often", n=count)
            yield Advice(("organisations", owner), said, weight=count)


def _are_related(one: Organisation, other: Organisation) -> bool:
    ids = {one.id, other.id}
    return not ids.isdisjoint((one.part_of, one.succeeded_by, other.part_of, other.succeeded_by))
