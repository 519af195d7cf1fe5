"""Where groups stand beside their partnerships; nothing else moves for them."""

import math
from collections.abc import Iterable, Iterator, Mapping

from graph.model.records import Registry

Point = tuple[float, float]

CLEARANCE = 34.0
"""Distance of a group to whatever else stands on the map, in pixels, where there is room."""

_RINGS = (44.0, 62.0, 84.0, 110.0)
_STEPS = 16  # places on a ring
_HEADING = 40.0  # from a mark to the words above it
_APART = 60.0  # between groups that belong to nothing that has a place


def place_groups(registry: Registry, places: Mapping[str, Point]) -> dict[str, Point]:
    """
    Place every group near the partnerships in which it takes part, or is wanted.

    One that is only an end of a relation stands near the other end. Each takes the first place
    on rings around these that is free, or else the freest.

    Args:
        registry: Checked data.
        places: Id -> (x, y) of organisations and partnerships, as from `compute_positions`.

    Returns:
        Id -> (x, y) of groups, rounded to 0.1.
    """
    anchors = _find_anchors(registry, places)
    taken = _Taken([*(places[id] for id in sorted(places)), *_list_heading(registry, places)])
    bottom = max((y for _, y in places.values()), default=0.0)
    placed: dict[str, Point] = {}
    for number, id in enumerate(sorted(registry.groups)):
        near = anchors.get(id, ())
        if near:
            point = _find_place(_middle(near), taken, itself=len(near) > 1)
        else:
            point = (number * _APART, bottom + 2 * _APART)
        placed[id] = (round(point[0], 1), round(point[1], 1))
        taken.add(placed[id])
    return placed


def _list_heading(registry: Registry, places: Mapping[str, Point]) -> Iterator[Point]:
    """List points along the words that the map writes over partnerships without a named member."""
    memberless = [
        places[id]
        for id, one in registry.partnerships.items()
        if not one.memberships and id in places
    ]
    if memberless:
        left, top = min(x for x, _ in memberless), min(y for _, y in memberless)
        yield from ((left + along, top - _HEADING) for along in range(-60, 360, 30))


def _find_anchors(registry: Registry, places: Mapping[str, Point]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for id, partnership in sorted(registry.partnerships.items()):
        for one in (*partnership.groups, *partnership.wished_groups):
            if id in places:
                found.setdefault(one.group, []).append(places[id])
    for _, relation in sorted(registry.relations.items()):
        for own, other in (relation.ends, relation.ends[::-1]):
            if own in registry.groups and own not in found and other in places:
                found[own] = [places[other]]
    return found


def _middle(points: list[Point]) -> Point:
    return (
        math.fsum(x for x, _ in points) / len(points),
        math.fsum(y for _, y in points) / len(points),
    )


def _find_place(middle: Point, taken: "_Taken", *, itself: bool) -> Point:
    best, room = middle, -1.0
    for point in _list_tries(middle, itself=itself):
        free = taken.measure(point)
        if free >= CLEARANCE:
            return point
        if free > room:
            best, room = point, free
    return best


def _list_tries(middle: Point, *, itself: bool) -> Iterator[Point]:
    if itself:
        yield middle
    for ring in _RINGS:
        for step in range(_STEPS):
            angle = math.tau * (step / _STEPS + 1 / 8)
            yield middle[0] + ring * math.cos(angle), middle[1] + ring * math.sin(angle)


class _Taken:
    """Points that are taken, by the squares in which they stand."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._squares: dict[tuple[int, int], list[Point]] = {}
        for point in points:
            self.add(point)

    def add(self, point: Point) -> None:
        self._squares.setdefault(self._square(point), []).append(point)

    def measure(self, point: Point) -> float:
        """Measure how far the nearest is; `CLEARANCE` where nothing is near."""
        column, row = self._square(point)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._squares.get((x, y), ())
        )
        return min((math.dist(point, other) for other in near), default=CLEARANCE)

    @staticmethod
    def _square(point: Point) -> tuple[int, int]:
        return int(point[0] // CLEARANCE), int(point[1] // CLEARANCE)
