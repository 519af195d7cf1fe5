"""Boundaries -> shapes small enough for a page: projected, simplified, borders still shared."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.read.boundaries.geometry import Ring
from graph.read.boundaries.read import Boundaries

SIZE = 1000
"""Steps of the drawing along its longer side: what a coordinate is rounded to."""

_SIGHT = 1.5  # steps that a border may move: less than a pixel on the largest screen
_SMALLEST = 12  # square steps of an island that is still seen
_SPECK = ((0, 0), (4, 0), (4, 4), (0, 4))  # what stands for a region too small to have a shape

Place = tuple[int, int]
Line = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """A region: its code and name, its path for SVG, and where a number in it has most room."""

    code: str
    name: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All shapes, sorted by code, and the width and height of what they fill."""

    width: int
    height: int
    shapes: tuple[DrawnShape, ...]


def draw_shapes(boundaries: Boundaries) -> Drawing:
    """
    Project and simplify the shapes of a file.

    Borders are cut where three regions meet, or two and the sea, and each piece is simplified once
    (Douglas & Peucker 1973, Cartographica 10:112-122), whichever region it is seen from: regions
    that touch still do. Islands that nobody would see are left out, but for the largest part of a
    region.

    Args:
        boundaries: From `read_boundaries`.
    """
    rings, (width, height) = _project(boundaries)
    joints = _find_joints(ring for parts in rings.values() for ring in parts)
    pieces: dict[Line, Line] = {}
    shapes = []
    for shape in boundaries.shapes:
        drawn = [_simplify_ring(ring, joints, pieces) for ring in rings[shape.code]]
        kept = _keep_seen(drawn) or [_mark(rings[shape.code][0])]
        x, y = _find_room(kept)
        shapes.append(DrawnShape(shape.code, shape.name, "".join(map(_write_path, kept)), x, y))
    return Drawing(width, height, tuple(shapes))


def _project(boundaries: Boundaries) -> tuple[Mapping[str, list[Line]], tuple[int, int]]:
    """Put points on steps of the drawing, north up; degrees keep their shape in the middle."""
    points = [point for one in boundaries.shapes for ring in one.rings for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((bottom + top) / 2)) if boundaries.degrees else 1.0
    width, height = (right - left) * narrow, top - bottom
    scale = SIZE / (max(width, height) or 1.0)

    def place(ring: Ring) -> Line:
        steps = [(round((x - left) * narrow * scale), round((top - y) * scale)) for x, y in ring]
        return tuple(_leave_out_repeats(steps))

    return (
        {one.code: [place(ring) for ring in one.rings] for one in boundaries.shapes},
        (math.ceil(width * scale), math.ceil(height * scale)),
    )


def _leave_out_repeats(steps: Sequence[Place]) -> Sequence[Place]:
    """Leave out points where the one before is; of a ring that is one point, leave that."""
    return [step for at, step in enumerate(steps) if step != steps[at - 1]] or steps[:1]


def _find_joints(rings: Iterable[Line]) -> frozenset[Place]:
    """Find the points at which borders part: those with other than two points next to them."""
    beside: dict[Place, set[Place]] = {}
    for ring in rings:
        for at, point in enumerate(ring):
            beside.setdefault(point, set()).update((ring[at - 1], ring[(at + 1) % len(ring)]))
    return frozenset(point for point, others in beside.items() if len(others) != 2)


def _simplify_ring(ring: Line, joints: frozenset[Place], pieces: dict[Line, Line]) -> Line:
    if len(ring) < 3:
        return ring
    cuts = [at for at, point in enumerate(ring) if point in joints]
    if not cuts:
        return _simplify_loop(ring)
    turned = (*ring[cuts[0] :], *ring[: cuts[0] + 1])
    ends = [*(at - cuts[0] for at in cuts), len(ring)]
    found: list[Place] = []
    for start, end in pairwise(ends):
        found.extend(_simplify_piece(turned[start : end + 1], pieces)[:-1])
    return tuple(found)


def _simplify_piece(piece: Line, pieces: dict[Line, Line]) -> Line:
    """Simplify a piece of a border the same from either side."""
    backwards = piece[::-1]
    key = min(piece, backwards)
    if key not in pieces:
        pieces[key] = _simplify(key)
    return pieces[key] if key == piece else pieces[key][::-1]


def _simplify_loop(ring: Line) -> Line:
    """Simplify a border that nothing parts, such as that of an island, from its first point on."""
    start = ring.index(min(ring))
    turned = (*ring[start:], *ring[:start])
    far = max(range(len(turned)), key=lambda at: (math.dist(turned[0], turned[at]), turned[at]))
    there = _simplify(turned[: far + 1])
    back = _simplify((*turned[far:], turned[0]))
    return (*there[:-1], *back[:-1])


def _simplify(line: Line) -> Line:
    """Leave out points that lie within `_SIGHT` of what is left."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda at: _measure(line, at, first, last), default=0)
        if far and _measure(line, far, first, last) > _SIGHT:
            kept.add(far)
            todo += [(first, far), (far, last)]
    return tuple(line[at] for at in sorted(kept))


def _measure(line: Line, at: int, first: int, last: int) -> float:
    """Measure how far a point lies from the straight line between two others."""
    (x, y), (ax, ay), (bx, by) = line[at], line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return math.hypot(x - ax - along * dx, y - ay - along * dy)


def _keep_seen(rings: Sequence[Line]) -> list[Line]:
    whole = [ring for ring in rings if len(ring) > 2 and _area(ring) > 0]
    seen = [ring for ring in whole if _area(ring) >= _SMALLEST]
    return seen or sorted(whole, key=_area)[-1:]


def _area(ring: Line) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _sides(ring))) / 2


def _sides(ring: Line) -> Iterator[tuple[Place, Place]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _mark(ring: Line) -> Line:
    x, y = ring[0]
    return tuple((x + dx, y + dy) for dx, dy in _SPECK)


def _find_room(rings: Sequence[Line]) -> Place:
    """Find the middle of the widest stretch across the largest part, half-way down it."""
    largest = max(rings, key=_area)
    ys = [y for _, y in largest]
    level = (min(ys) + max(ys)) / 2 + 0.5  # between two steps: no corner lies there
    crossed = sorted(
        x1 + (level - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in _sides(ring)
        if (y1 < level) != (y2 < level)
    )
    stretches = list(zip(crossed[::2], crossed[1::2], strict=False))
    left, right = max(stretches, key=lambda one: one[1] - one[0], default=largest[0])
    return round((left + right) / 2), round(level)


def _write_path(ring: Line) -> str:
    """Write a ring as steps from point to point, which are short."""
    (x, y), *others = ring
    steps = [f"M{x} {y}l"]
    for at, (to_x, to_y) in enumerate(others):
        step = f"{to_x - x} {to_y - y}" if to_y >= y else f"{to_x - x}{to_y - y}"
        steps.append(step if at == 0 or step.startswith("-") else f" {step}")
        x, y = to_x, to_y
    return "".join(steps) + "z"
