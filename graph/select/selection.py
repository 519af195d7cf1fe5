"""Filters: Registry -> Registry; the filter language of the command line and the page."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from graph.model.certainty import CERTAINTIES, Certainty, is_as_sure, surest
from graph.model.errors import SelectionError, UnknownIdError, nearest
from graph.model.period import may_overlap, read_period
from graph.model.records import (
    Membership,
    Partnership,
    Period,
    Registry,
)
from graph.model.regions import list_within
from graph.model.roles import role_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    What to keep. Words within one filter widen it, filters together narrow.

    `regions` takes every region within along. `roles` keeps, `without_roles` leaves out.
    `period` keeps what may have run in it (EDTF); what has no period goes, unless `undated`.
    `sources` keeps what one of these documents says. `certainty` is the least that counts.
    `fold` gives the memberships of a unit to its parent.
    """

    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    without_roles: tuple[str, ...] = ()
    period: str | None = None
    undated: bool = False
    sources: tuple[str, ...] = ()
    certainty: Certainty = "low"
    fold: bool = False

    def describe(self) -> str:
        """
        Say the selection in one line; empty where everything is kept.

        >>> Selection(regions=("almere",), without_roles=("facilitator",)).describe()
        'regions=almere; without_roles=facilitator'
        """
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                text = ",".join(sorted(value)) if isinstance(value, tuple) else str(value).lower()
                parts.append(f"{field.name}={text}")
        return "; ".join(parts)


EVERYTHING = Selection()


def select_registry(
    registry: Registry, selection: Selection, *, keep: Collection[str] = ()
) -> Registry:
    """
    Keep the part of a registry that a selection asks for.

    A filter on partnerships (region, theme, kind, period, source, certainty) keeps whole
    partnerships. A filter on members (type, role) keeps memberships, and with them the
    partnerships that have one left; leaving a role out removes memberships and groups only.
    An organisation that sits nowhere in the whole data stays while no filter speaks of
    partnerships or roles, if its type is asked for: to which region or theme it belongs is not
    in the data.
    A partnership that lost a member no longer counts as known completely.

    Args:
        registry: Checked data; it is not changed.
        selection: What to keep.
        keep: Organisations that a question is about: a filter on type or role does not
            take their memberships away.

    Raises:
        UnknownIdError: A filter names a region, theme, … that the data do not have.
        SelectionError: The period is not a period.
    """
    _check_words(registry, selection)
    if selection == EVERYTHING:
        return registry
    if selection.fold:
        registry = fold_units(registry)
    kept = dict(_keep_partnerships(registry, selection, keep))
    seated = {m.organisation for p in kept.values() for m in p.memberships}
    if replace(selection, types=(), fold=False) == EVERYTHING:
        seated |= _find_loose(registry, selection)
    organisations = {id: o for id, o in registry.organisations.items() if id in seated}
    sources = registry.sources
    if selection.sources:
        sources = {id: source for id, source in sources.items() if id in selection.sources}
    return replace(
        registry,
        sources=sources,
        organisations=organisations,
        partnerships=kept,
        selection=selection.describe(),
    )


def find_emptier(selection: Selection, leaves: Callable[[Selection], object]) -> str:
    """
    Say which filter alone leaves nothing, or that they do so together; "" without filters.

    Args:
        selection: The filters that together leave nothing.
        leaves: Tells whether one selection leaves anything to answer with.

    >>> find_emptier(Selection(regions=("almere",), fold=True), lambda s: not s.regions)
    'the filter on regions leaves nothing'
    >>> find_emptier(Selection(regions=("almere",), types=("ggd",)), lambda s: True)
    'the filters together leave nothing'
    """
    given = {
        field.name: getattr(selection, field.name)
        for field in fields(selection)
        if getattr(selection, field.name) != field.default
    }
    for name, value in given.items():
        if not leaves(Selection(**{name: value})):
            return f"the filter on {name.replace('_', ' ')} leaves nothing"
    return "the filters together leave nothing" if given else ""


def fold_units(registry: Registry) -> Registry:
    """
    Give every membership of a unit to its outermost parent, and drop the units.

    Where that gives a parent two memberships in one partnership they become one: the first
    role in the order lead, convener, facilitator, funder, advisor, member, invited; the surer
    certainty; the passages of both.
    """
    outermost = {id: _find_outermost(registry, id) for id in registry.organisations}
    if all(id == parent for id, parent in outermost.items()):
        return registry
    return replace(
        registry,
        organisations={id: o for id, o in registry.organisations.items() if outermost[id] == id},
        partnerships={
            id: replace(partnership, memberships=_fold(partnership.memberships, outermost))
            for id, partnership in registry.partnerships.items()
        },
    )


def _find_loose(registry: Registry, selection: Selection) -> set[str]:
    seated = {m.organisation for p in registry.partnerships.values() for m in p.memberships}
    return {
        id
        for id, organisation in registry.organisations.items()
        if id not in seated and (not selection.types or organisation.type in selection.types)
    }


def _read_period(text: str | None) -> Period | None:
    try:
        return None if text is None else read_period(text)
    except ValueError as error:
        raise SelectionError(str(error)) from error


def _check_words(registry: Registry, selection: Selection) -> None:
    vocabulary = registry.vocabulary
    for noun, words, known in (
        ("region", selection.regions, vocabulary.regions),
        ("theme", selection.themes, vocabulary.themes),
        ("kind", selection.kinds, vocabulary.kinds),
        ("type", selection.types, vocabulary.types),
        ("role", (*selection.roles, *selection.without_roles), vocabulary.roles),
        ("source", selection.sources, registry.sources),
        ("certainty", (selection.certainty,), dict.fromkeys(CERTAINTIES)),
    ):
        for word in words:
            if word not in known:
                raise UnknownIdError(word, noun, nearest(word, known), known)


def _keep_partnerships(
    registry: Registry, selection: Selection, keep: Collection[str]
) -> Iterator[tuple[str, Partnership]]:
    regions = list_within(registry.vocabulary.regions, selection.regions)
    period = _read_period(selection.period)
    for id, partnership in registry.partnerships.items():
        if regions and regions.isdisjoint(partnership.regions):
            continue
        if selection.themes and set(selection.themes).isdisjoint(partnership.themes):
            continue
        if selection.kinds and partnership.kind not in selection.kinds:
            continue
        if not is_as_sure(partnership.certainty, selection.certainty):
            continue
        if period and not (
            may_overlap(partnership.period, period) if partnership.period else selection.undated
        ):
            continue
        if selection.sources and set(selection.sources).isdisjoint(partnership.sources):
            continue
        narrowed = _narrow(registry, partnership, selection, keep)
        asked = any(m.organisation not in keep for m in narrowed.memberships)
        if asked or not (selection.types or selection.roles):
            yield id, narrowed


def _narrow(
    registry: Registry, partnership: Partnership, selection: Selection, keep: Collection[str]
) -> Partnership:
    memberships = tuple(
        membership
        for membership in partnership.memberships
        if _keeps_membership(registry, membership, selection, keep)
    )
    known = partnership.members_known
    if len(memberships) < len(partnership.memberships):
        known = "some" if memberships else "none"
    narrowed = replace(
        partnership,
        memberships=memberships,
        members_known=known,
        groups=tuple(
            group for group in partnership.groups if group.role not in selection.without_roles
        ),
    )
    if not selection.sources:
        return narrowed
    return replace(
        narrowed,
        evidence=tuple(e for e in narrowed.evidence if e.source in selection.sources),
        memberships=tuple(
            replace(
                membership,
                evidence=tuple(e for e in membership.evidence if e.source in selection.sources),
            )
            for membership in narrowed.memberships
        ),
    )


def _keeps_membership(
    registry: Registry, membership: Membership, selection: Selection, keep: Collection[str]
) -> bool:
    organisation = registry.organisations[membership.organisation]
    fits = (not selection.types or organisation.type in selection.types) and (
        not selection.roles or membership.role in selection.roles
    )
    return (
        (fits or organisation.id in keep)
        and membership.role not in selection.without_roles
        and is_as_sure(membership.certainty, selection.certainty)
        and (
            not (selection.sources and membership.evidence)
            or any(evidence.source in selection.sources for evidence in membership.evidence)
        )
    )


def _find_outermost(registry: Registry, id: str) -> str:
    parent = registry.organisations[id].part_of
    while parent:
        id, parent = parent, registry.organisations[parent].part_of
    return id


def _fold(
    memberships: tuple[Membership, ...], outermost: Mapping[str, str]
) -> tuple[Membership, ...]:
    folded: dict[str, Membership] = {}
    for membership in memberships:
        parent = outermost[membership.organisation]
        moved = replace(membership, organisation=parent)
        folded[parent] = _merge(folded[parent], moved) if parent in folded else moved
    return tuple(folded[id] for id in sorted(folded))


def _merge(first: Membership, second: Membership) -> Membership:
    notes = [note for note in (first.note, second.note) if note]
    return replace(
        first,
        role=min(first.role, second.role, key=role_place),
        certainty=surest(first.certainty, second.certainty),
        note="; ".join(notes) or None,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
    )
