"""Incidence -> the groups that a crowded map shows from afar, by the place of each organisation."""

from graph.network.components import Part, find_components
from graph.network.incidence import Incidence
from graph.page.layout.communities import find_communities

CROWD = 150
"""Organisations up to which a map shows each of them from afar too."""


def list_communities(incidence: Incidence) -> list[int]:
    """
    Divide the organisations of a crowded map into communities, as the layout divides them.

    Args:
        incidence: Who takes part in what.

    Returns:
        By place the number of the community of each organisation; -1 for one that shares nothing.
        Empty where the map is not crowded.
    """
    organisations = list(incidence.organisations)
    if len(organisations) <= CROWD:
        return []
    community: dict[str, int] = {}
    first = 0
    for part in find_components(incidence):
        if len(part) > 1:
            found = _divide(incidence, part)
            community |= {id: first + number for id, number in found.items()}
            first += 1 + max(found.values())
    return [community.get(id, -1) for id in organisations]


def _divide(incidence: Incidence, part: Part) -> dict[str, int]:
    """Number the communities of one component from 0; every partnership of it takes part."""
    tables = {one.partnership.id for id in part for one in incidence.memberships_of(id)}
    nodes = sorted((*part, *tables))
    place = {id: number for number, id in enumerate(nodes)}
    found = find_communities(
        len(nodes),
        sorted(
            (place[table], place[member.organisation])
            for table in tables
            for member in incidence.members_of(table)
        ),
    )
    numbers: dict[int, int] = {}
    return {id: numbers.setdefault(found[place[id]], len(numbers)) for id in part}
