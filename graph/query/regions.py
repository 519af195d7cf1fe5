"""How many partnerships, and organisations in them, there are in each region."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.model.records import Partnership
from graph.model.regions import list_around
from graph.network.incidence import Incidence
from graph.select.filters import Selection
from graph.select.selection import select_registry


class RegionCount(NamedTuple):
    """How many partnerships work in a region, and how many organisations take part in these."""

    partnerships: int
    organisations: int


def count_regions(incidence: Incidence) -> dict[str, RegionCount]:
    """
    Count what lies in each region, and in those within it: what a filter on the region keeps.

    In a network that keeps ties of some weight only, ties are weighed anew in each region, as the
    filters do.

    Args:
        incidence: Who takes part in what, of data that may be narrowed already.

    Returns:
        The counts of every region in which, or within which, a partnership works, sorted by id.
    """
    registry = incidence.registry
    regions = registry.vocabulary.regions
    inside: dict[str, list[Partnership]] = {}
    for one in registry.partnerships.values():
        for id in {outer for region in one.regions for outer in list_around(regions, region)}:
            inside.setdefault(id, []).append(one)
    if registry.least_weight == 1:
        return {id: _count(partnerships) for id, partnerships in sorted(inside.items())}
    found = {}
    for id in sorted(inside):
        chosen = Selection(regions=(id,), weight=registry.least_weight)
        kept = select_registry(registry, chosen)
        found[id] = RegionCount(len(kept.partnerships), len(kept.organisations))
    return found


def _count(partnerships: Iterable[Partnership]) -> RegionCount:
    partnerships = list(partnerships)
    members = {one.organisation for each in partnerships for one in each.memberships}
    return RegionCount(len(partnerships), len(members))
