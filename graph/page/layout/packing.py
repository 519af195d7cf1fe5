"""Boxes -> their places side by side, so that the whole fits a landscape frame."""

from collections import deque
from collections.abc import Sequence

ASPECT = 1.7
"""Width to height of the frame that is to be filled."""

MANY = 1000
"""So many boxes fill any width about as well, and each try costs."""

Size = tuple[float, float]


def pack(sizes: Sequence[Size]) -> tuple[list[Size], float, float]:
    """
    Set boxes side by side so that the whole fits its frame as large as can be.

    Args:
        sizes: Width and height of the boxes; the first gets the upper left corner.

    Returns:
        Upper left corners of the boxes; width and height used.
    """
    area = sum(width * height for width, height in sizes)
    widest = max((width for width, _ in sizes), default=0.0)
    stacks = [
        _stack(sizes, max((area * ASPECT) ** 0.5 * stretch / 10, widest))
        for stretch in (range(8, 21) if len(sizes) < MANY else (10,))
    ]
    return min(stacks, key=lambda stack: round(max(stack[1] / ASPECT, stack[2]), 6))


def _stack(sizes: Sequence[Size], limit: float) -> tuple[list[Size], float, float]:
    """Drop each box to the highest free place, left before right, within `limit`."""
    skyline = [(0.0, limit, 0.0)]  # left, right, filled down to; from left to right
    corners = []
    for width, height in sizes:
        top, place = _find_room(skyline, width, limit)
        left = skyline[place][0]
        right, after = left + width, place
        while after < len(skyline) and skyline[after][0] < right:
            after += 1
        _, end, down = skyline[after - 1]
        rest = [(right, end, down)] if end > right else []
        skyline[place:after] = [(left, right, top + height), *rest]
        corners.append((left, top))
    rights = [left + width for (left, _), (width, _) in zip(corners, sizes, strict=True)]
    return corners, max(rights, default=0.0), max(down for *_, down in skyline)


def _find_room(
    skyline: Sequence[tuple[float, float, float]], width: float, limit: float
) -> tuple[float, int]:
    """Find how far down the highest free place is, and at which step of the skyline it begins."""
    found: list[tuple[float, int]] = []
    under: deque[int] = deque()  # steps that the box would cover, each lower than those before
    ahead = 0
    for place, (left, _, _) in enumerate(skyline):
        if found and left + width > limit + 1e-6:
            break
        while ahead < len(skyline) and skyline[ahead][0] < left + width:
            while under and skyline[under[-1]][2] <= skyline[ahead][2]:
                under.pop()
            under.append(ahead)
            ahead += 1
        while under[0] < place:
            under.popleft()
        found.append((skyline[under[0]][2], place))
    return min(found)
