"""Counts by region -> the map of regions: a tile each, and what stands beside the map."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.divisions import DIVISIONS, Division
from graph.model.records import Registry
from graph.model.regions import list_around
from graph.network.incidence import Incidence
from graph.page.data import clean_text
from graph.query.regions import RegionCount, count_regions


@dataclass(frozen=True, slots=True)
class Tile:
    """One region of the division: its name, its place, and the region of the data that it is."""

    name: str
    column: int
    row: int
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMap:
    """
    The map: `division` is its key in the store of words, empty where no region has a code.

    `regions` are those of the data in the order of what lies in what, each with its depth and
    its counts, and `counts` the same by id; `placed` are those on the map. `without` is how many
    partnerships have no region.
    """

    division: str
    year: int
    tiles: tuple[Tile, ...]
    regions: tuple[tuple[str, int, RegionCount], ...]
    placed: frozenset[str]
    without: int

    @property
    def counts(self) -> Mapping[str, RegionCount]:
        """What lies in each region of the data."""
        return {id: count for id, _, count in self.regions}


def make_region_map(incidence: Incidence) -> RegionMap | None:
    """
    Put the regions of the data on the division that holds most of their partnerships.

    Of two that hold as many it is the one with more regions of the data, and then with fewer
    tiles.

    Args:
        incidence: Who takes part in what.

    Returns:
        The map; nothing where no partnership has a region.
    """
    registry = incidence.registry
    counts = count_regions(incidence)
    if not counts:
        return None
    division = max(DIVISIONS, key=lambda one: _weigh(registry, counts, one))
    found = _find_regions(registry, counts, division)
    return RegionMap(
        division=division.key if found else "",
        year=max((year for _, year in found.values()), default=0),
        tiles=tuple(
            Tile(area.name, area.column, area.row, clean_text(found.get(area.code, ("", 0))[0]))
            for area in sorted(division.areas, key=lambda area: (area.row, area.column))
            if found
        ),
        regions=tuple(
            (clean_text(id), _find_depth(registry, counts, id), counts[id])
            for id in sorted(counts, key=lambda id: _way_to(registry, id))
        ),
        placed=frozenset(clean_text(id) for id, _ in found.values()),
        without=sum(not one.regions for one in registry.partnerships.values()),
    )


def _find_regions(
    registry: Registry, counts: Mapping[str, RegionCount], division: Division
) -> dict[str, tuple[str, int]]:
    """Find for each code of a division the region of the data that has it, and its year."""
    return {
        code.code: (id, code.year)
        for id in counts
        if id in registry.vocabulary.regions
        for code in registry.vocabulary.regions[id].code
        if any(area.code == code.code for area in division.areas)
    }


def _weigh(
    registry: Registry, counts: Mapping[str, RegionCount], division: Division
) -> tuple[int, int, int]:
    placed = {id for id, _ in _find_regions(registry, counts, division).values()}
    regions = registry.vocabulary.regions
    held = sum(
        any(not placed.isdisjoint(list_around(regions, id)) for id in one.regions)
        for one in registry.partnerships.values()
    )
    return held, len(placed), -len(division.areas)


def _way_to(registry: Registry, id: str) -> list[str]:
    """Give the labels of all that a region lies within, and its own: what it is sorted by."""
    regions = registry.vocabulary.regions
    around = list_around(regions, id)
    return [
        regions[one].label(registry.language).casefold() if one in regions else one
        for one in reversed(around)
    ]


def _find_depth(registry: Registry, counts: Mapping[str, RegionCount], id: str) -> int:
    return sum(one in counts for one in list_around(registry.vocabulary.regions, id)[1:])
