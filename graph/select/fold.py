"""Units become their parents: who belongs to a larger organisation counts as that."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model.certainty import surest
from graph.model.records import Membership, Registry
from graph.model.roles import role_place


def fold_units(registry: Registry) -> Registry:
    """
    Give every membership of a unit to its outermost parent, and drop the units.

    The outermost parent is the last that the registry holds: in a part of the data, a unit of an
    organisation that is not in it counts as itself.

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


def _find_outermost(registry: Registry, id: str) -> str:
    parent = registry.organisations[id].part_of
    while parent and parent in registry.organisations:  # it is not, where filters left it out
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
