"""Counts by region -> the map of regions, as tiles or shapes, and what stands beside the map."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.divisions import DIVISIONS, Division, find_division
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.records import Registry
from graph.model.regions import list_around
from graph.network.incidence import Incidence
from graph.page.data import clean_text
from graph.page.shapes import DrawnShape, draw_shapes
from graph.query.regions import RegionCount, count_regions
from graph.read.boundaries.read import Boundaries


@dataclass(frozen=True, slots=True)
class Tile:
    """One region of the division: its name, its place, and the region of the data that it is."""

    name: str
    column: int
    row: int
    region: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One region of a file of boundaries, and the region of the data that it is, if any."""

    drawn: DrawnShape
    name: str
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMap:
    """
    The map: `division` is its key in the store of words, empty where no region has a code; `years`
    are those of the division, as far as they are known.

    `regions` are those of the data in the order of what lies in what, each with its depth and
    its counts, and `counts` the same by id; `placed` are those on the map. `without` is how many
    partnerships have no region.
    """

    division: str
    years: tuple[int, ...]
    tiles: tuple[Tile, ...] = ()
    shapes: tuple[Shape, ...] = ()
    width: int = 0
    height: int = 0
    regions: tuple[tuple[str, int, RegionCount], ...]
    placed: frozenset[str]
    without: int

    @property
    def counts(self) -> Mapping[str, RegionCount]:
        """What lies in each region of the data."""
        return {id: count for id, _, count in self.regions}


def make_region_map(incidence: Incidence, boundaries: Boundaries | None = None) -> RegionMap | None:
    """
    Put the regions of the data on tiles, or on shapes where there are some.

    Tiles are those of the division that holds most of the partnerships; of two that hold as many
    the one with more regions of the data, and then with fewer tiles.

    Args:
        incidence: Who takes part in what.
        boundaries: From `read_boundaries`.

    Returns:
        The map; nothing where no partnership has a region.

    Raises:
        SourceError: The boundaries are of none of the regions of the data.
    """
    registry = incidence.registry
    counts = count_regions(incidence)
    if boundaries:
        found = _find_regions(registry, counts, {one.code for one in boundaries.shapes})
        if not found:
            said = Message("boundaries.others", code=boundaries.shapes[0].code)
            raise SourceError(Message("boundaries.wrong", file=boundaries.file, why=said))
        return _gather(registry, counts, found, _draw(boundaries, found))
    if not counts:
        return None
    division = max(DIVISIONS, key=lambda one: _weigh(registry, counts, one))
    found = _find_regions(registry, counts, _list_codes(division))
    return _gather(registry, counts, found, _lay_tiles(division, found))


def _gather(
    registry: Registry,
    counts: Mapping[str, RegionCount],
    found: Mapping[str, tuple[str, int]],
    drawn: Mapping[str, Any],
) -> RegionMap:
    return RegionMap(
        **drawn,
        regions=tuple(
            (clean_text(id), _find_depth(registry, counts, id), counts[id])
            for id in sorted(counts, key=lambda id: _way_to(registry, id))
        ),
        placed=frozenset(clean_text(id) for id, _ in found.values()),
        without=sum(not one.regions for one in registry.partnerships.values()),
    )


def _lay_tiles(division: Division, found: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
    if not found:
        return {"division": "", "years": ()}
    return {
        "division": division.key,
        "years": (max(year for _, year in found.values()),),
        "tiles": tuple(
            Tile(area.name, area.column, area.row, clean_text(found.get(area.code, ("", 0))[0]))
            for area in sorted(division.areas, key=lambda area: (area.row, area.column))
        ),
    }


def _draw(boundaries: Boundaries, found: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
    division = find_division(min(found))
    drawing = draw_shapes(boundaries)
    return {
        "division": division.key if division else "other",
        "years": boundaries.years,
        "width": drawing.width,
        "height": drawing.height,
        "shapes": tuple(
            Shape(one, clean_text(one.name), clean_text(found.get(one.code, ("", 0))[0]))
            for one in drawing.shapes
        ),
    }


def _list_codes(division: Division) -> set[str]:
    return {area.code for area in division.areas}


def _find_regions(
    registry: Registry, counts: Mapping[str, RegionCount], codes: Container[str]
) -> dict[str, tuple[str, int]]:
    """Find for each of some codes the region of the data that has it, and its year."""
    regions = registry.vocabulary.regions
    return {
        one.code: (id, one.year)
        for id in counts
        if id in regions
        for one in regions[id].code
        if one.code in codes
    }


def _weigh(
    registry: Registry, counts: Mapping[str, RegionCount], division: Division
) -> tuple[int, int, int]:
    placed = {id for id, _ in _find_regions(registry, counts, _list_codes(division)).values()}
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
