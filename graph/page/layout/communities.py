"""One large part of a network -> places: communities first, then who stands where in each."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model.newman import UNIT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.intp]

Membership = tuple[int, int]
"""A partnership and who takes part in it, by their places."""

_SEED = 20
_ROUNDS = 160  # of forces between communities, and at most within one
_WORK = 2_000_000  # comparisons of two nodes that the forces within one community may take
_MOST = 2000  # organisations between which forces work; more in one community stand in order
_GRAVITY = 0.02  # keeps what is tied to nothing inside its community from drifting away
_OUTWARD = 3.0  # of the pull of ties: who is tied to another community stands on that side
_DENSE = 1.5  # room of a disc: so many times the radius of one without any gap
_INNER = 0.98  # share of the nodes that reach from the middle to the rim; others stand on the rim
_GAP = 0.35  # room between two communities, in parts of their radii
_DIGITS = 9  # kept after each step, so that no last bit of a processor grows into a place


def find_communities(count: int, memberships: Sequence[Membership]) -> list[int]:
    """
    Divide organisations and partnerships into communities that have much to do with each other.

    Louvain's method on the two-mode graph (Blondel and others 2008,
    doi:10.1088/1742-5468/2008/10/P10008), in which a membership in a partnership of k weighs
    1/(k-1), as in Newman's weight of a tie: a partnership of a hundred binds less than one of two.

    Args:
        count: How many organisations and partnerships there are together.
        memberships: Sorted pairs.

    Returns:
        By place the number of its community, the largest community first.
    """
    import networkx as nx

    sizes = [0] * count
    for partnership, _ in memberships:
        sizes[partnership] += 1
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    # In whole units, whose sums are exact: Python 3.12 adds fractions otherwise than 3.11 does.
    graph.add_weighted_edges_from((p, m, UNIT // max(1, sizes[p] - 1)) for p, m in memberships)
    found = nx.community.louvain_communities(graph, seed=_SEED)
    label = [0] * count
    for number, members in enumerate(sorted(found, key=lambda one: (-len(one), min(one)))):
        for place in members:
            label[place] = number
    return label


def place_by_community(count: int, memberships: Sequence[Membership]) -> "Numbers":
    """
    Place the nodes of one connected part, each community in a disc of its own.

    Discs that share partnerships stand near each other. In a disc the forces of Fruchterman and
    Reingold (1991, doi:10.1002/spe.4380211102) work between its organisations, and a partnership
    stands amid its members; then all are spread from the middle outward, halfway between where the
    forces put them and an even spread in the same order.

    Nothing but sums, products and square roots goes into it, in a fixed order and rounded between
    steps, so that every machine gives the same.

    Args:
        count: How many organisations and partnerships there are together.
        memberships: Sorted pairs.

    Returns:
        A row of x and y for each place, where neighbours in a disc are about 1 apart.
    """
    import numpy as np

    pairs = np.array(memberships, dtype=np.intp)
    label = np.array(find_communities(count, memberships), dtype=np.intp)
    sizes = np.bincount(label)
    radii = np.sqrt(sizes.astype(float)) / 2 * _DENSE
    centres = _place_discs(radii, label[pairs])
    members = np.bincount(pairs[:, 0], minlength=count) == 0
    ties, weights = _tie(count, pairs)
    points = np.zeros((count, 2))
    outward = _pull_outward(ties, label, centres, count)
    for number in range(len(sizes)):
        inside = np.flatnonzero((label == number) & members)
        points[inside] = _place_inside(inside, ties, weights, outward[inside], count)
    amid = _place_amid(points, pairs, label, count)
    points[~members] = amid[~members]
    for number, radius in enumerate(radii):
        inside = np.flatnonzero(label == number)
        points[inside] = centres[number] + _spread(points[inside], radius)
    return points


def _tie(count: int, pairs: "Places") -> "tuple[Places, Numbers]":
    """Tie every two members of a partnership, once, and count what they share."""
    import numpy as np

    starts = np.flatnonzero(np.r_[True, pairs[1:, 0] != pairs[:-1, 0]])
    keys = [np.zeros(0, dtype=np.intp)]
    for members in np.split(pairs[:, 1], starts[1:]):
        left, right = np.triu_indices(len(members), 1)
        keys.append(members[left] * count + members[right])
    found, shared = np.unique(np.concatenate(keys), return_counts=True)
    return np.stack([found // count, found % count], axis=1), shared.astype(float)


def _place_discs(radii: "Numbers", ends: "Places") -> "Numbers":
    """Place discs by what ties them, then part those that overlap."""
    import numpy as np

    count = len(radii)
    ties = np.bincount(ends[:, 0] * count + ends[:, 1], minlength=count * count).astype(float)
    ties = ties.reshape(count, count)
    ties = ties + ties.T
    np.fill_diagonal(ties, 0)
    strength = ties / np.maximum(np.sqrt(np.outer(ties.sum(1), ties.sum(1))), 1)
    points = _scatter(count)
    reach = np.sqrt((radii**2).sum()) * 2
    wanted = (radii[:, None] + radii[None]) * (1 + _GAP)
    for step in range(_ROUNDS):
        gap = points[:, None] - points[None]
        far = np.sqrt((gap**2).sum(2)) + 1e-6
        push = wanted**2 / far**2 - strength * count * far / wanted
        move = (gap / far[:, :, None] * push[:, :, None]).sum(1) - _GRAVITY * points
        length = np.sqrt((move**2).sum(1, keepdims=True)) + 1e-9
        most = reach / 8 * (1 - step / _ROUNDS)
        points = np.round(points + move / length * np.minimum(length, most), _DIGITS)
    for _ in range(4 * _ROUNDS):
        points = points * 0.99
        gap = points[:, None] - points[None]
        far = np.sqrt((gap**2).sum(2)) + 1e-6
        push = np.maximum(0, wanted - far)
        np.fill_diagonal(push, 0)
        if not push.any():
            continue
        share = radii[None] ** 2 / (radii[:, None] ** 2 + radii[None] ** 2)
        points = points + (gap / far[:, :, None] * (push * share * 0.5)[:, :, None]).sum(1)
        points = np.round(points, _DIGITS)
    return points


def _scatter(count: int) -> "Numbers":
    """Start on a sunflower: no two in one place, and the same everywhere."""
    import numpy as np

    turn = math.pi * (3 - math.sqrt(5))
    return np.array(
        [
            [math.sqrt(n + 0.5) * math.cos(n * turn), math.sqrt(n + 0.5) * math.sin(n * turn)]
            for n in range(count)
        ]
    ).round(_DIGITS)


def _pull_outward(ties: "Places", label: "Places", centres: "Numbers", count: int) -> "Numbers":
    """Add up for each organisation the directions in which its ties leave its community."""
    import numpy as np

    gap = centres[label[ties[:, 1]]] - centres[label[ties[:, 0]]]
    length = np.sqrt((gap**2).sum(1, keepdims=True))
    steps = gap / np.where(length > 0, length, 1)
    degree = np.maximum(np.bincount(ties.ravel(), minlength=count), 1)
    sums = [
        np.bincount(ties[:, 0], steps[:, axis], count)
        - np.bincount(ties[:, 1], steps[:, axis], count)
        for axis in (0, 1)
    ]
    return np.stack(sums, axis=1) / degree[:, None]


def _place_inside(
    inside: "Places", ties: "Places", weights: "Numbers", outward: "Numbers", count: int
) -> "Numbers":
    """Let forces work between the organisations of one community."""
    import numpy as np

    size = len(inside)
    place = np.full(count, -1)
    place[inside] = np.arange(size)
    own = place[ties]
    kept = (own >= 0).all(axis=1)
    own = own[kept]
    pull = np.sqrt(weights[kept])
    points = _scatter(size)
    if size > _MOST:
        return points
    rounds = max(24, min(_ROUNDS, _WORK // max(1, size * size)))
    for step in range(rounds):
        dx = points[:, 0][:, None] - points[:, 0][None]
        dy = points[:, 1][:, None] - points[:, 1][None]
        push = 1 / (dx * dx + dy * dy + 0.01)
        move = np.stack([(dx * push).sum(1), (dy * push).sum(1)], axis=1)
        gap = points[own[:, 1]] - points[own[:, 0]]
        force = gap * (np.sqrt((gap**2).sum(1)) * pull)[:, None]
        for axis in (0, 1):
            move[:, axis] += np.bincount(own[:, 0], force[:, axis], size)
            move[:, axis] -= np.bincount(own[:, 1], force[:, axis], size)
        move += _OUTWARD * outward * math.sqrt(size) - _GRAVITY * points
        length = np.sqrt((move**2).sum(1, keepdims=True)) + 1e-9
        most = math.sqrt(size) / 4 * (1 - step / rounds)
        points = np.round(points + move / length * np.minimum(length, most), _DIGITS)
    return points


def _place_amid(points: "Numbers", pairs: "Places", label: "Places", count: int) -> "Numbers":
    """Place each partnership amid its members in its own community, a little off the middle."""
    import numpy as np

    own = pairs[label[pairs[:, 0]] == label[pairs[:, 1]]]
    sizes = np.maximum(np.bincount(own[:, 0], minlength=count), 1)
    sums = [np.bincount(own[:, 0], points[own[:, 1], axis], count) for axis in (0, 1)]
    return np.stack(sums, axis=1) / sizes[:, None] + 0.01 * _scatter(count) / math.sqrt(count)


def _spread(points: "Numbers", radius: float) -> "Numbers":
    """Keep the direction from the middle and the order outward, and use the whole disc."""
    import numpy as np

    size = len(points)
    if size == 1:
        return np.zeros((1, 2))
    middle = np.round(points - np.round(points.mean(axis=0), _DIGITS), 6)
    length = np.maximum(np.sqrt((middle**2).sum(1)), 1e-6)
    order = np.argsort(length, kind="stable")
    rank = np.empty(size)
    rank[order] = np.arange(size) + 0.5
    rim = length[order[int(_INNER * (size - 1))]]
    share = (np.sqrt(rank / size) + np.minimum(1, length / rim)) / 2
    spread: Numbers = middle / length[:, None] * (radius * share)[:, None]
    return spread
