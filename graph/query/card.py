"""Everything known about one organisation, one partnership or one source."""

from collections.abc import Iterable

from graph.model.record import record
from graph.model.records import Organisation, Partnership, Registry, Relation, Source
from graph.network.citations import cite
from graph.network.components import Part, find_component, split_component
from graph.network.counts import Count, count_partnerships
from graph.network.incidence import Incidence, Participation, as_incidence
from graph.network.undertakings import find_undertakings
from graph.query.groups import GroupPartner, find_group_partners
from graph.query.neighbours import Neighbour, neighbours
from graph.scan.mentions import Mention


@record(frozen=True, slots=True, kw_only=True)
class FormUse:
    """
    A form of a name, and where it stands in one source.

    `passages`: the lines of the original behind each passage that holds it, no more than those on
    which the form may be used; sorted, each once. Where the source `is_summary`, the form stands
    in the summary of these lines, and perhaps on one of them only.
    """

    text: str
    source: str
    passages: tuple[tuple[int, ...], ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """All lines of the passages, sorted."""
        return tuple(sorted({line for passage in self.passages for line in passage}))


@record(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """
    One organisation: where it is named, what it takes part in, with whom, and what it connects.

    `counted`: in how many partnerships it takes part, with others and alone. `component` counts
    the organisations that are connected with it, itself included. `parts` are the parts of that
    component that are left without it, largest first; two or more make it a cut vertex.
    """

    organisation: Organisation
    forms: tuple[FormUse, ...]
    memberships: tuple[Participation, ...]
    counted: Count
    partners: tuple[Neighbour, ...]
    units: tuple[str, ...]
    groups: tuple[GroupPartner, ...]
    bodies: tuple[Partnership, ...]
    relations: tuple[Relation, ...]
    component: int
    parts: tuple[Part, ...]


@record(frozen=True, slots=True, kw_only=True)
class PartnershipCard:
    """One partnership, with the stages before and after it, its parts and its relations."""

    partnership: Partnership
    before: tuple[Partnership, ...]
    after: tuple[Partnership, ...]
    parts: tuple[Partnership, ...]
    relations: tuple[Relation, ...]


@record(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """One document: the partnerships it supports, and the organisations it only mentions."""

    source: Source
    supports: tuple[Partnership, ...]
    places: tuple[str, ...]
    mentions: tuple[str, ...]


Card = OrganisationCard | PartnershipCard | SourceCard


def show_organisation(
    data: Registry | Incidence,
    organisation: Organisation,
    mentions: Iterable[Mention],
    *,
    whole: Registry | None = None,
) -> OrganisationCard:
    """
    Gather what is known about an organisation.

    Args:
        data: Checked data.
        organisation: One of it.
        mentions: From `find_mentions`, for where each form stands.
        whole: The data before any filter, from which the stages of undertakings are read.
    """
    incidence, id = as_incidence(data), organisation.id
    return OrganisationCard(
        organisation=organisation,
        forms=list_forms(mentions, id),
        memberships=incidence.memberships_of(id),
        counted=count_partnerships(
            incidence, find_undertakings(whole or incidence.registry), organisation.id
        ),
        partners=tuple(neighbours(incidence, id)),
        units=tuple(o.id for o in incidence.registry.organisations.values() if o.part_of == id),
        groups=find_group_partners(incidence, id),
        bodies=tuple(p for p in incidence.registry.partnerships.values() if p.body == id),
        relations=list_relations(incidence.registry, id),
        component=len(find_component(incidence, id)),
        parts=split_component(incidence, id),
    )


def list_forms(mentions: Iterable[Mention], owner: str) -> tuple[FormUse, ...]:
    """List the forms of a name and where each stands, by form and source."""
    uses: dict[tuple[str, str], set[tuple[int, ...]]] = {}
    for mention in mentions:
        for form in mention.forms:
            if form.owner == owner:
                lines = mention.passage.lines_of(mention.start, mention.end)
                uses.setdefault((form.text, mention.source), set()).add(form.narrow(lines))
    return tuple(
        FormUse(text=text, source=source, passages=tuple(sorted(passages)))
        for (text, source), passages in sorted(uses.items())
    )


def show_partnership(registry: Registry, partnership: Partnership) -> PartnershipCard:
    """
    Gather what is known about a partnership.

    Args:
        registry: Checked data, in which its earlier and later stages are looked for.
        partnership: One of its partnerships.

    Returns:
        The partnership, the stages before it, and those that follow it.
    """
    return PartnershipCard(
        partnership=partnership,
        before=tuple(
            registry.partnerships[id] for id in partnership.follows if id in registry.partnerships
        ),
        after=tuple(p for p in registry.partnerships.values() if partnership.id in p.follows),
        parts=tuple(p for p in registry.partnerships.values() if p.part_of == partnership.id),
        relations=list_relations(registry, partnership.id),
    )


def list_relations(registry: Registry, id: str) -> tuple[Relation, ...]:
    """List the relations that an organisation, group or partnership is an end of, by id."""
    return tuple(one for one in registry.relations.values() if id in one.ends)


def show_source(
    data: Registry | Incidence, source: Source, mentions: Iterable[Mention]
) -> SourceCard:
    """
    Gather what a document supports, and whom it mentions without placing it anywhere.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.
        source: The document.
        mentions: From `find_mentions`.

    Returns:
        As from `show_sources`, of this document.
    """
    (card,) = show_sources(data, [source], mentions)
    return card


def show_sources(
    data: Registry | Incidence, sources: Iterable[Source], mentions: Iterable[Mention]
) -> list[SourceCard]:
    """
    Gather what documents support and mention: one pass over the data for all of them.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.
        sources: The documents.
        mentions: From `find_mentions`.

    Returns:
        What each supports, places and only mentions, in the order of `sources`.
    """
    incidence = as_incidence(data)
    cited = cite(incidence)
    supports: dict[str, list[Partnership]] = {}
    placed: dict[str, set[str]] = {}
    mentioned: dict[str, set[str]] = {}
    for id in incidence.partnerships:
        partnership = incidence.registry.partnerships[id]
        for membership in incidence.members_of(id):
            own = {evidence.source for evidence in membership.evidence}
            for one in own or partnership.sources:
                placed.setdefault(one, set()).add(membership.organisation)
        for one in cited[id]:
            supports.setdefault(one, []).append(partnership)
    for mention in mentions:
        mentioned.setdefault(mention.source, set()).update(form.owner for form in mention.forms)
    known = incidence.registry.organisations.keys()
    return [
        SourceCard(
            source=source,
            supports=tuple(supports.get(source.id, ())),
            places=tuple(sorted(placed.get(source.id, ()))),
            mentions=tuple(
                sorted((mentioned.get(source.id, set()) & known) - placed.get(source.id, set()))
            ),
        )
        for source in sources
    ]
