"""Groups without names: with which of them an organisation takes part in a partnership."""

from collections.abc import Iterable

from graph.model.record import record
from graph.model.records import Group, Partnership, Registry
from graph.network.incidence import Incidence, as_incidence


@record(frozen=True, slots=True, kw_only=True)
class GroupPartner:
    """A group, and the ids of the partnerships that it shares with an organisation, sorted."""

    group: Group
    partnerships: tuple[str, ...]


def find_group_partners(data: Registry | Incidence, organisation: str) -> tuple[GroupPartner, ...]:
    """
    Find the groups that take part in a partnership of an organisation.

    A group is no neighbour: it makes no tie, because who is in it is not known.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.
        organisation: Its id.

    Returns:
        Who shares most first, then by label.
    """
    incidence = as_incidence(data)
    shared = (partnership for partnership, _ in incidence.memberships_of(organisation))
    return collect_groups(incidence.registry, shared)


def collect_groups(
    registry: Registry, partnerships: Iterable[Partnership]
) -> tuple[GroupPartner, ...]:
    """Collect the groups that take part in partnerships: in most of them first, then by label."""
    found: dict[str, list[str]] = {}
    for partnership in partnerships:
        for one in partnership.groups:
            found.setdefault(one.group, []).append(partnership.id)
    groups = registry.groups
    order = sorted(found, key=lambda id: (-len(found[id]), groups[id].label))
    return tuple(GroupPartner(group=groups[id], partnerships=tuple(found[id])) for id in order)
