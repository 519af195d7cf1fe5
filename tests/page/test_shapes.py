"""Boundaries as shapes for a page: where they lie, what is left of them, and borders shared."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.page.shapes import draw_shapes
from graph.read.boundaries.geometry import RegionShape, Ring
from graph.read.boundaries.read import Boundaries

WEST: Ring = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
EAST: Ring = ((1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0))


def bound(*, degrees: bool = False, **rings: tuple[Ring, ...]) -> Boundaries:
    """Boundaries of regions under their codes."""
    shapes = tuple(
        RegionShape(code=code, name=code, year=2022, rings=found)
        for code, found in sorted(rings.items())
    )
    return Boundaries(file="grenzen.json", shapes=shapes, degrees=degrees)


def draw(boundaries: Boundaries) -> dict[str, str]:
    """The path of each region."""
    return {one.code: one.path for one in draw_shapes(boundaries).shapes}


def trace(path: str) -> list[list[tuple[int, int]]]:
    """Read a path back into the points of its rings."""
    rings = []
    for part in path.split("z")[:-1]:
        x, y, *steps = (int(number) for number in re.findall(r"-?\d+", part))
        points = [(x, y)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        rings.append(points)
    return rings


def measure(ring: list[tuple[int, int]]) -> float:
    """The area within a ring, signed by the way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])) / 2


def test_two_squares() -> None:
    """A thousand steps wide, north up; each begins where their border does."""
    assert draw(bound(a=(WEST,), b=(EAST,))) == {
        "a": "M500 500l0-500-500 0 0 500z",
        "b": "M500 500l500 0 0-500-500 0z",
    }
    drawing = draw_shapes(bound(a=(WEST,), b=(EAST,)))
    assert (drawing.width, drawing.height) == (1000, 500)
    assert [(one.x, one.y) for one in drawing.shapes] == [(250, 250), (750, 250)]


def test_degrees_and_the_dutch_grid_give_the_same() -> None:
    """A degree of longitude at 60 degrees north is half as wide as one of latitude is high."""
    far = tuple((x * 2, 59.5 + y) for x, y in WEST)

    ((ring,),) = (trace(path) for path in draw(bound(degrees=True, a=(far,))).values())

    width = max(x for x, _ in ring)
    assert (width, max(y for _, y in ring)) == (1000, 1000)
    assert draw(bound(a=(tuple((x * 1e5, y * 1e5 + 4e5) for x, y in WEST),))) == draw(
        bound(a=(WEST,))
    )


def test_what_nobody_sees_is_left_out() -> None:
    """A dent of less than a pixel, and an island of a few; a dent that is seen stays."""
    dented = (
        (0.0, 0.0),
        (0.5, 0.0005),
        (1.0, 0.0),
        (1.0, 0.5),
        (0.95, 0.6),
        (1.0, 1.0),
        (0.0, 1.0),
    )
    islet = ((1.5, 0.5), (1.502, 0.5), (1.502, 0.502))

    assert draw(bound(a=(dented, islet), b=(EAST,)))["a"].count("z") == 1
    assert draw(bound(a=(dented,)))["a"] == "M0 0l0 1000 1000 0 0-500-50-100 50-400z"


def test_the_largest_part_always_stays() -> None:
    """A region too small to be seen has a mark in its place."""
    tiny = ((1.2, 0.5), (1.2001, 0.5), (1.2001, 0.5001))

    drawn = draw(bound(a=(WEST,), b=(EAST,), c=(tiny,)))

    assert drawn["c"] == "M600 250l4 0 0 4-4 0z"


def test_a_number_stands_within_its_region() -> None:
    """Where a region is widest half-way down: not in a bay, nor in a hole."""
    bay = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.9, 1.0), (0.9, 0.1), (0.0, 0.1))
    hole = ((0.2, 0.2), (0.9, 0.2), (0.9, 0.9), (0.2, 0.9))

    (shape,) = draw_shapes(bound(a=(bay,))).shapes
    assert 900 < shape.x < 1000
    (shape,) = draw_shapes(bound(a=(WEST, hole))).shapes
    assert 0 < shape.x < 200


wiggles = st.lists(st.floats(-0.2, 0.2), min_size=3, max_size=30)


@given(wiggles, wiggles)
def test_shared_borders_stay_shared(border: list[float], coast: list[float]) -> None:
    """
    However a border runs, no gap and no overlap comes: areas add up to that of what is around.

    One region has the border from south to north, the other from north to south.
    """
    inner = [(1 + dx, (at + 1) / (len(border) + 1)) for at, dx in enumerate(border)]
    shore = [(2 + dx, (at + 1) / (len(coast) + 1)) for at, dx in enumerate(coast)]
    west = ((0.0, 0.0), (1.0, 0.0), *inner, (1.0, 1.0), (0.0, 1.0))
    east = ((1.0, 1.0), *reversed(inner), (1.0, 0.0), (2.0, 0.0), *shore, (2.0, 1.0))
    around = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), *shore, (2.0, 1.0), (1.0, 1.0), (0.0, 1.0))

    drawn = draw(bound(a=(west,), b=(east,)))

    parts = [measure(trace(path)[0]) for path in drawn.values()]
    (outline,) = trace(draw(bound(a=(around,)))["a"])
    assert abs(sum(parts) - measure(outline)) <= 3 * (len(shore) + 4)
    one, two = (set(trace(path)[0]) for path in drawn.values())
    corners = {point for point in one if 300 < point[0] < 700}
    assert corners <= two | {(x, y) for x, y in one if x < 300}
    assert draw(bound(b=(east,), a=(west,))) == drawn
