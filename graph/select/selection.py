"""Registry -> Registry: what a selection keeps, in one walk over the filters."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from graph.model.errors import SelectionError, UnknownIdError, nearest
from graph.model.message import Message
from graph.model.record import record
from graph.model.records import (
    Barrier,
    GroupMembership,
    Membership,
    Partnership,
    Registry,
    Relation,
)
from graph.model.regions import list_around
from graph.select.filter import Filter, Keeps
from graph.select.filters import FILTERS, Selection, list_given

Cited = TypeVar("Cited", Membership, GroupMembership, Barrier, Relation)
"""What has passages of its own."""


def select_registry(
    registry: Registry, selection: Selection, *, keep: Collection[str] = ()
) -> Registry:
    """
    Keep the part of a registry that a selection asks for.

    A filter on partnerships (region, theme, kind, period, source, certainty) keeps whole
    partnerships. A filter on members (type, role) keeps memberships, and with them the
    partnerships that have one left; leaving a role out removes memberships and groups only.
    An organisation that takes part in nothing in the whole data stays while no filter speaks of
    partnerships, roles or ties, if its type is asked for: to which region or theme it belongs is
    not in the data.
    A partnership that lost a member no longer counts as known completely.
    What an earlier selection left out stays out, and its least weight of ties stays in force.

    Args:
        registry: Checked data, perhaps selected from already; it is not changed.
        selection: What to keep.
        keep: Organisations that a question is about: a filter on type, role or every region
            does not take their memberships away.

    Returns:
        The part that is kept, as data of its own; `selection` in it says what was asked for.

    Raises:
        UnknownIdError: A filter names a region, theme, … that the data do not have.
        SelectionError: The period is not a period, or the weight is below 1.
    """
    _check_words(registry, selection)
    if not list_given(selection):
        return registry
    selection = replace(selection, weight=max(selection.weight, registry.least_weight))
    given = list_given(selection)
    whole = registry
    for one in given:
        whole = one.first(whole) if one.first else whole
    narrowed = _narrow_registry(whole, selection, given, keep)
    for one in given:
        narrowed = one.last(narrowed, selection, keep) if one.last else narrowed
    narrowed = _drop_barriers_elsewhere(keep_used(narrowed))
    parts = [*registry.selection.split("; "), *selection.describe().split("; ")]
    said = "; ".join(filter(None, dict.fromkeys(parts)))
    return replace(narrowed, selection=said, story=())


def find_emptier(selection: Selection, leaves: Callable[[Selection], object]) -> Message | None:
    """
    Find which filter alone leaves nothing, or that they do so together; None without filters.

    Args:
        selection: The filters that together leave nothing.
        leaves: Tells whether one selection leaves anything to answer with.

    >>> str(find_emptier(Selection(regions=("almere",), fold=True), lambda s: not s.regions))
    'the filter on regions leaves nothing'
    >>> str(find_emptier(Selection(regions=("almere",), types=("ggd",)), lambda s: True))
    'the filters together leave nothing'
    """
    given = list_given(selection)
    for one in given:
        if not one.of:
            parts = [part.name for part in given if one.name in (part.name, part.of)]
            if not leaves(Selection(**{name: getattr(selection, name) for name in parts})):
                return Message("select.emptied", filter=Message(f"filter.{one.name}"))
    return Message("select.emptied_together") if given else None


def _check_words(registry: Registry, selection: Selection) -> None:
    for one in FILTERS:
        value = getattr(selection, one.name)
        if one.value == "number" and value < 1:
            raise SelectionError(Message("select.too_little", filter=one.name, value=value))
        if one.takes_words:
            known = one.list_known(registry)
            for word in value if isinstance(value, tuple) else (value,):
                if word not in known:
                    raise UnknownIdError(word, one.noun, nearest(word, known), known)


@record(frozen=True, slots=True, kw_only=True)
class _Walk:
    """
    One walk over the partnerships of a registry.

    `asked` is what is asked of members, if anything is, but not of those to `keep`; `others` is
    asked of everything.
    """

    registry: Registry
    asked: Keeps | None
    others: Keeps
    keep: Collection[str]

    def keep_partnerships(self) -> Iterator[tuple[str, Partnership]]:
        for id, partnership in self.registry.partnerships.items():
            if self.others.partnership(partnership):
                narrowed = self.narrow(partnership)
                found = any(m.organisation not in self.keep for m in narrowed.memberships)
                if found or not self.asked:
                    yield id, narrowed

    def narrow(self, partnership: Partnership) -> Partnership:
        memberships = tuple(filter(self.keeps_membership, partnership.memberships))
        known = partnership.members_known
        if len(memberships) < len(partnership.memberships):
            known = "some" if memberships else "none"
        return replace(
            partnership,
            memberships=tuple(self.cite(membership) for membership in memberships),
            members_known=known,
            groups=tuple(self.cite(one) for one in partnership.groups if self.others.group(one)),
            wished=tuple(
                self.cite(one)
                for one in partnership.wished
                if one.organisation in self.registry.organisations and self.keeps_membership(one)
            ),
            wished_groups=tuple(
                self.cite(one) for one in partnership.wished_groups if self.others.group(one)
            ),
            barriers=self.narrow_barriers(partnership.barriers),
            evidence=tuple(filter(self.others.passage, partnership.evidence)),
        )

    def narrow_barriers(self, barriers: tuple[Barrier, ...]) -> tuple[Barrier, ...]:
        cited = (self.cite(barrier) for barrier in barriers if self.others.barrier(barrier))
        return tuple(barrier for barrier in cited if barrier.evidence)

    def keeps_membership(self, membership: Membership) -> bool:
        return self.others.membership(membership) and (
            membership.organisation in self.keep
            or not self.asked
            or (self.asked.membership(membership) and self.is_asked(membership.organisation))
        )

    def is_asked(self, organisation: str) -> bool:
        return not self.asked or self.asked.organisation(self.registry.organisations[organisation])

    def narrow_relations(self, ends: AbstractSet[str]) -> Iterator[tuple[str, Relation]]:
        for id, relation in self.registry.relations.items():
            if self.others.relation(relation) and ends >= {*relation.ends}:
                cited = self.cite(relation)
                if cited.evidence:
                    yield id, cited

    def cite(self, record: Cited) -> Cited:
        cited = tuple(filter(self.others.passage, record.evidence))
        return record if cited == record.evidence else replace(record, evidence=cited)


def _narrow_registry(
    registry: Registry, selection: Selection, given: Sequence[Filter], keep: Collection[str]
) -> Registry:
    keeps = [(one.asks, one.keeps(registry, selection)) for one in given if one.keeps]
    asked = [tests for asks, tests in keeps if asks]
    others = Keeps.join([tests for asks, tests in keeps if not asks])
    walk = _Walk(
        registry=registry,
        asked=Keeps.join(asked) if asked else None,
        others=others,
        keep=keep,
    )
    partnerships = dict(walk.keep_partnerships())
    members = _list_members(partnerships)
    if all(one.narrows in ("organisations", "units") for one in given):
        isolates = registry.organisations.keys() - _list_members(registry.partnerships)
        members |= {id for id in isolates if walk.is_asked(id)}
    relations = dict(walk.narrow_relations(members | registry.groups.keys() | partnerships.keys()))
    return replace(
        registry,
        sources={
            id: replace(source, barriers=walk.narrow_barriers(source.barriers))
            if source.barriers
            else source
            for id, source in registry.sources.items()
            if others.source(id)
        },
        organisations={id: o for id, o in registry.organisations.items() if id in members},
        partnerships=partnerships,
        relations=relations,
        vocabulary=replace(
            registry.vocabulary,
            regions={
                id: replace(region, barriers=walk.narrow_barriers(region.barriers))
                if region.barriers
                else region
                for id, region in registry.vocabulary.regions.items()
            },
        ),
    )


def _drop_barriers_elsewhere(registry: Registry) -> Registry:
    """Keep what hampers in the regions in which a partnership is left, or around these."""
    regions = registry.vocabulary.regions
    used = {id for p in registry.partnerships.values() for id in p.regions}
    near = {around for id in used for around in list_around(regions, id)}
    kept = {
        id: region if id in near or not region.barriers else replace(region, barriers=())
        for id, region in regions.items()
    }
    return replace(registry, vocabulary=replace(registry.vocabulary, regions=kept))


def _list_members(partnerships: Mapping[str, Partnership]) -> set[str]:
    return {m.organisation for p in partnerships.values() for m in p.memberships}


def keep_used(registry: Registry) -> Registry:
    """Keep the relations of which both ends are left, and the groups of what is left."""
    ends = registry.organisations.keys() | registry.groups.keys() | registry.partnerships.keys()
    relations = {id: one for id, one in registry.relations.items() if ends >= {*one.ends}}
    used = _list_groups(registry.partnerships).union(*(one.ends for one in relations.values()))
    groups = {id: group for id, group in registry.groups.items() if id in used}
    return replace(registry, relations=relations, groups=groups)


def _list_groups(partnerships: Mapping[str, Partnership]) -> set[str]:
    return {one.group for p in partnerships.values() for one in (*p.groups, *p.wished_groups)}
