"""
Connected parts -> one picture that fills its frame.

The largest part is stretched as high as the frame is; small ones stand in its hollows, upright
where they fit there better; the others are packed about it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from graph.page.layout.packing import ASPECT, MANY, pack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

MARGIN = (75.0, 48.0)
"""Room about a part, for the labels of its outer nodes."""

_STRETCHES = (2.2, 2.0, 1.8, 1.6, 1.4, 1.2)  # how much higher the largest part may get
_SLACK = 1.02  # how much smaller the whole may get for that
_UPRIGHT = 1.6  # a label is wide and low: what is turned comes closer by this, and widens by it
_NESTED = 12  # nodes of a part that may stand in a hollow of the largest
_NESTS = 12  # so many of them at most
_NEST_IN = 200  # nodes of the largest part, above which nobody looks for hollows
_ROOM = (70.0, 44.0)  # free about what stands in a hollow
_STEP = (30.0, 20.0)  # between two places that are tried
_SAMPLE = 30.0  # between two points of a line, which has to pass outside


@dataclass(frozen=True, slots=True)
class Block:
    """
    One connected part as it was laid out.

    `points`: a row a node. `shown`: which of them are organisations, which both views show.
    `ends`: who takes part in what, as rows of a partnership and a member.
    """

    points: "Points"
    shown: "NDArray[np.bool_]"
    ends: Sequence[tuple[int, int]]


def compose(blocks: Sequence[Block]) -> "tuple[list[Points], float, float]":
    """
    Place connected parts so that their organisations fill a landscape frame.

    Args:
        blocks: The parts, the largest first.

    Returns:
        The points of each part; the width and height that all of it takes, margins included.
    """
    composed = _arrange(blocks)
    if not blocks or len(blocks) >= MANY:
        return composed
    limit = _SLACK * _fit(blocks, composed[0])
    for stretch in _STRETCHES:
        largest = replace(blocks[0], points=blocks[0].points * (1.0, stretch))
        tried = _arrange([largest, *blocks[1:]])
        if _fit(blocks, tried[0]) <= limit:
            return tried
    return composed


def _fit(blocks: Sequence[Block], composed: "Sequence[Points]") -> float:
    """Measure how large a frame the organisations need."""
    import numpy as np

    pairs = zip(composed, blocks, strict=True)
    width, height = np.ptp(np.concatenate([points[one.shown] for points, one in pairs]), axis=0)
    return float(max((width + 2 * MARGIN[0]) / ASPECT, height + 2 * MARGIN[1]))


def _arrange(blocks: Sequence[Block]) -> "tuple[list[Points], float, float]":
    """Put into hollows of the first what fits there, and pack the rest about it."""
    import numpy as np

    nested = _nest(blocks)
    packed = [place for place in range(len(blocks)) if place not in nested]
    corners, width, height = pack([_extent(blocks[place].points) for place in packed])
    placed = dict(nested)
    for place, corner in zip(packed, corners, strict=True):
        points = blocks[place].points
        placed[place] = points - points.min(axis=0) + np.asarray(corner) + np.asarray(MARGIN)
    if nested:
        shift = placed[0].min(axis=0) - blocks[0].points.min(axis=0)
        placed.update((place, points + shift) for place, points in nested.items())
    return [placed[place] for place in range(len(blocks))], width, height


def _extent(points: "Points") -> tuple[float, float]:
    width, height = points.max(axis=0) - points.min(axis=0)
    return float(width) + 2 * MARGIN[0], float(height) + 2 * MARGIN[1]


def _nest(blocks: Sequence[Block]) -> "dict[int, Points]":
    """Find hollows of the first block for small ones: their points, by their place in the list."""
    import numpy as np

    nested: dict[int, Points] = {}
    if not blocks or len(blocks[0].points) > _NEST_IN:
        return nested
    largest = blocks[0]
    taken = np.concatenate([largest.points, *_sample_lines(largest)])
    frame = largest.points[largest.shown]
    small = (place for place, one in enumerate(blocks) if place and len(one.points) <= _NESTED)
    for place in (place for place, _ in zip(small, range(_NESTS), strict=False)):
        points = blocks[place].points
        upright = (points * (1 / _UPRIGHT, _UPRIGHT))[:, ::-1]
        for turned in (points, upright):
            hollow = _find_hollow(turned, taken, frame)
            if hollow is not None:
                nested[place] = hollow
                taken = np.concatenate([taken, hollow])
                break
    return nested


def _sample_lines(block: Block) -> "Iterable[Points]":
    """Take points along the lines of both views."""
    import numpy as np

    members = defaultdict(list)
    for partnership, member in block.ends:
        members[partnership].append(member)
    tied = {pair for one in members.values() for pair in combinations(sorted(one), 2)}
    for left, right in sorted(tied | {*block.ends}):
        start, end = block.points[left], block.points[right]
        count = int(np.hypot(*(end - start)) / _SAMPLE) + 2
        yield start + np.linspace(0, 1, count)[:, None] * (end - start)


def _find_hollow(points: "Points", taken: "Points", frame: "Points") -> "Points | None":
    """Find the lowest place in the frame where nothing stands or passes near, left before right."""
    import numpy as np

    size = np.ptp(points, axis=0)
    (left, top), (right, bottom) = frame.min(axis=0), frame.max(axis=0) - size
    xs, ys = np.arange(left, right + 1, _STEP[0]), np.arange(bottom, top - 1, -_STEP[1])
    corners = np.array([(x, y) for y in ys for x in xs]).reshape(-1, 2)
    gaps = taken[None] - corners[:, None]
    near = np.all((gaps > -np.asarray(_ROOM)) & (gaps < size + np.asarray(_ROOM)), axis=2)
    free = np.flatnonzero(~near.any(axis=1))
    return points - points.min(axis=0) + corners[free[0]] if len(free) else None
