"""Units become their parents: who belongs to a larger organisation counts as that."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model.certainty import doubt
from graph.model.records import Membership, Registry, Relation
from graph.model.roles import role_place


def fold_units(registry: Registry) -> Registry:
    """
    Give every membership of a unit to its outermost parent, and drop the units.

    The outermost parent is the last that the registry holds: in a part of the data, a unit of an
    organisation that is not in it counts as itself.

    Where that gives a parent two memberships in one partnership they become one: the first
    role in the order lead, convener, facilitator, funder, advisor, member, invited; the surer
    certainty; the passages of both.

    Args:
        registry: Checked data.

    Returns:
        The data without units that have a parent in them; the same where there are none.
    """
    outermost = {id: _find_outermost(registry, id) for id in registry.organisations}
    if all(id == parent for id, parent in outermost.items()):
        return registry
    return replace(
        registry,
        organisations={id: o for id, o in registry.organisations.items() if outermost[id] == id},
        partnerships={
            id: replace(
                partnership,
                memberships=_fold(partnership.memberships, outermost),
                wished=_fold(partnership.wished, outermost),
                body=outermost.get(partnership.body or "", partnership.body),
            )
            for id, partnership in registry.partnerships.items()
        },
        relations={
            id: folded
            for id, relation in registry.relations.items()
            for folded in [_fold_relation(relation, outermost)]
            if folded.origin != folded.target
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
        # One that is only wanted may be left out by an earlier selection.
        parent = outermost.get(membership.organisation, membership.organisation)
        moved = replace(membership, organisation=parent)
        folded[parent] = _merge(folded[parent], moved) if parent in folded else moved
    return tuple(folded[id] for id in sorted(folded))


def _fold_relation(relation: Relation, outermost: Mapping[str, str]) -> Relation:
    origin, target = (outermost.get(id, id) for id in relation.ends)
    return replace(relation, origin=origin, target=target)


def _merge(first: Membership, second: Membership) -> Membership:
    surer = min(first, second, key=lambda membership: doubt(membership.sureness))
    notes = [note for note in (first.note, second.note) if note]
    return replace(
        first,
        role=min(first.role, second.role, key=role_place),
        certainty=surer.certainty,
        identity=surer.identity,
        role_certainty=surer.role_certainty,
        note="; ".join(notes) or None,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
    )
