"""Everything known about one organisation, one partnership or one source."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.records import Membership, Organisation, Partnership, Registry, Source
from graph.query.neighbours import Neighbour, neighbours
from graph.query.path import find_component, split_without
from graph.scan.mentions import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """A form of a name, and the lines of one source on which it stands, sorted."""

    text: str
    source: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """
    One organisation: where it is named, where it sits, with whom, and what hangs on it.

    `seats` pairs each partnership with the membership in it. `component` counts the
    organisations that hang together with it, itself included. `parts` are the parts of that
    component that are left without it, largest first; two or more make it a cut vertex.
    """

    organisation: Organisation
    forms: tuple[FormUse, ...]
    seats: tuple[tuple[Partnership, Membership], ...]
    partners: tuple[Neighbour, ...]
    units: tuple[str, ...]
    component: int
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipCard:
    """One partnership, with the stages before and after it."""

    partnership: Partnership
    before: tuple[Partnership, ...]
    after: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """One document: the partnerships it supports, and the organisations it only mentions."""

    source: Source
    supports: tuple[Partnership, ...]
    places: tuple[str, ...]
    mentions: tuple[str, ...]


Card = OrganisationCard | PartnershipCard | SourceCard


def show_organisation(
    registry: Registry, organisation: Organisation, mentions: Iterable[Mention]
) -> OrganisationCard:
    """
    Gather what is known about an organisation.

    Args:
        registry: Checked data.
        organisation: One of it.
        mentions: From `find_mentions`, for where each form stands.
    """
    uses: dict[tuple[str, str], set[int]] = {}
    for mention in mentions:
        for form in mention.forms:
            if form.owner == organisation.id:
                lines = mention.passage.lines_of(mention.start, mention.end)
                uses.setdefault((form.text, mention.source), set()).update(lines)
    id = organisation.id
    return OrganisationCard(
        organisation=organisation,
        forms=tuple(
            FormUse(text=text, source=source, lines=tuple(sorted(lines)))
            for (text, source), lines in sorted(uses.items())
        ),
        seats=tuple(
            (partnership, membership)
            for partnership in registry.partnerships.values()
            for membership in partnership.memberships
            if membership.organisation == id
        ),
        partners=tuple(neighbours(registry, id)),
        units=tuple(o.id for o in registry.organisations.values() if o.part_of == id),
        component=len(find_component(registry, id)),
        parts=tuple(split_without(registry, id)),
    )


def show_partnership(registry: Registry, partnership: Partnership) -> PartnershipCard:
    """Gather what is known about a partnership."""
    return PartnershipCard(
        partnership=partnership,
        before=tuple(
            registry.partnerships[id] for id in partnership.follows if id in registry.partnerships
        ),
        after=tuple(p for p in registry.partnerships.values() if partnership.id in p.follows),
    )


def show_source(registry: Registry, source: Source, mentions: Iterable[Mention]) -> SourceCard:
    """Gather what a document supports, and whom it mentions without placing it anywhere."""
    supports, places = [], set()
    for partnership in registry.partnerships.values():
        own = source.id in partnership.sources
        for membership in partnership.memberships:
            cited = {evidence.source for evidence in membership.evidence}
            if source.id in cited or (own and not cited):
                places.add(membership.organisation)
        if own or any(
            evidence.source == source.id
            for membership in partnership.memberships
            for evidence in membership.evidence
        ):
            supports.append(partnership)
    mentioned = {
        form.owner for mention in mentions if mention.source == source.id for form in mention.forms
    }
    return SourceCard(
        source=source,
        supports=tuple(supports),
        places=tuple(sorted(places)),
        mentions=tuple(sorted((mentioned & set(registry.organisations)) - places)),
    )
