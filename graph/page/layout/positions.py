"""Two-mode graph -> positions: fixed, landscape, the same on every run."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.page.layout.communities import place_by_community
from graph.page.layout.composing import Block, compose

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Shape = tuple[int, tuple[tuple[int, int], ...]]  # its ends: a partnership and a member

SEED = 20
"""Seed of every random start; another seed is another picture of the same data."""

SPACING = 150.0
"""Distance between the centres of two organisations that stand side by side, in pixels."""

_FLATTEN = 1.6  # labels are wide and low: less room is needed above and below than beside
_CELL = (170.0, 90.0)  # a place on the grid of what is tied to nothing
_RING = (56.0, 36.0)  # about an organisation on that grid stand the tables that it has alone
_HEADING = 34.0  # room above that grid, for the words that say what it is
_ROUNDS = 240  # of pulling apart in a small part
_PARTINGS = 25  # rounds of pushing apart in a large one
_SMALL = 200  # from here on who belongs together is found first; springs cost n * n


def compute_positions(bipartite: "nx.Graph") -> dict[str, tuple[float, float]]:
    """
    Place every organisation and every partnership.

    Partnerships take part, so that the members of one table stand around it, and so that both
    views of the data share one set of positions. Connected parts are laid out one by one and
    packed; what is tied to nothing stands on a grid under them.

    Args:
        bipartite: Two-mode graph from `build_bipartite`.

    Returns:
        Id -> (x, y) in pixels, y downwards, rounded to 0.1, centred on (0, 0).

    >>> import networkx as nx
    >>> compute_positions(nx.Graph())
    {}
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it
    import numpy as np

    tied = _tied(bipartite)
    parts = sorted(
        (sorted(part) for part in nx.connected_components(tied)), key=lambda p: (-len(p), p)
    )
    blocks = _lay_out_parts(tied, parts)
    sides = bipartite.nodes(data="bipartite")
    alone = sorted(id for id, side in sides if not side and id not in tied)
    composed, width, bottom = compose(
        [
            Block(block, np.array([not sides[id] for id in part]), _shape(tied, part)[1])
            for part, block in zip(parts, blocks, strict=True)
        ]
    )
    placed: dict[str, tuple[float, float]] = {}
    for part, points in zip(parts, composed, strict=True):
        placed.update((id, (float(x), float(y))) for id, (x, y) in zip(part, points, strict=True))
    columns = max(6, int(width / _CELL[0]))
    _add_grid(bipartite, placed, alone, columns, (0.0, bottom))
    bottom += -(-len(alone) // columns) * _CELL[1]
    memberless = [id for id, side in sides if side and not bipartite[id]]
    below = bottom + _RING[1] / 2
    _add_grid(bipartite, placed, sorted(memberless), columns, (0.0, below))
    return _centred(placed)


def _tied(bipartite: "nx.Graph") -> "nx.Graph":
    """Keep what hangs together: organisations that share a table, and all of their tables."""
    import networkx as nx

    side = bipartite.nodes(data="bipartite")
    shared = [id for id, number in side if number == 1 and bipartite.degree(id) > 1]
    members = {member for id in shared for member in bipartite[id]}
    tables = {table for member in members for table in bipartite[member]}
    tied = nx.Graph()  # built anew and sorted: a subgraph view would follow the order of a set
    tied.add_nodes_from((id, {"bipartite": side[id]}) for id in sorted(members | tables))
    tied.add_edges_from(sorted((table, member) for table in tables for member in bipartite[table]))
    return tied


def _lay_out_parts(tied: "nx.Graph", parts: Sequence[Sequence[str]]) -> "list[Points]":
    """Lay out each connected part; those of one shape, as many pairs are, once for all."""
    found: dict[Shape, Points] = {}
    shapes = [_shape(tied, part) for part in parts]
    for size, ends in shapes:
        if (size, ends) not in found:
            found[size, ends] = _lay_out(size, ends)
    return [found[shape] for shape in shapes]


def _shape(tied: "nx.Graph", part: Sequence[str]) -> "Shape":
    """How many nodes a part has, and who takes part in what, by their place in its order."""
    index = {id: number for number, id in enumerate(part)}
    sides = tied.nodes(data="bipartite")
    ends = ((index[id], index[member]) for id in part if sides[id] for member in tied.adj[id])
    return len(part), tuple(sorted(ends))


def _lay_out(size: int, ends: Sequence[tuple[int, int]]) -> "Points":
    """Lay out one connected part, in a space where a label is as high as it is wide."""
    points = _lay_out_small(size, ends) if size < _SMALL else _lay_out_large(size, ends)
    points[:, 1] /= _FLATTEN
    return points


def _lay_out_small(size: int, ends: Sequence[tuple[int, int]]) -> "Points":
    """Lay out by forces, then turn to landscape, then pull apart."""
    import networkx as nx
    import numpy as np

    part = nx.Graph()
    part.add_nodes_from(range(size))
    part.add_edges_from(sorted((min(pair), max(pair)) for pair in ends))
    rounds = 400 if size < 150 else 120
    found = nx.spring_layout(part, seed=SEED, iterations=rounds, k=2.2 / size**0.5)
    points = np.array([found[number] for number in range(size)], dtype=float)
    points = _landscape(points) * SPACING * size**0.5 / 2
    points[:, 1] *= _FLATTEN
    ordered = np.array(sorted((min(pair), max(pair)) for pair in ends))
    return _pull_apart(points, ordered)


def _lay_out_large(size: int, ends: Sequence[tuple[int, int]]) -> "Points":
    """Lay out by community, and part those that stand too close."""
    import numpy as np

    random = np.random.RandomState(SEED)
    points = place_by_community(size, ends) * SPACING
    for _ in range(_PARTINGS):
        _push_apart(points, random, reach=12)
    return points


def _landscape(points: "Points") -> "Points":
    """Turn the longest direction to the horizontal."""
    import numpy as np

    centred = points - points.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ directions[:, ::-1]
    signs = np.sign(turned[np.argmax(np.abs(turned), axis=0), [0, 1]])
    return turned * np.where(signs == 0, 1, signs)


def _pull_apart(points: "Points", ends: "Points") -> "Points":
    """Push apart what stands closer than `SPACING`; pull back what the pushing drove away."""
    import numpy as np

    random = np.random.RandomState(SEED)
    count = len(points)
    points = points + random.normal(scale=0.01, size=points.shape)
    # A table of very many would overshoot further each time, were all to pull with full force.
    eased = np.minimum(1.0, 12 / np.maximum(np.bincount(ends.ravel(), minlength=count), 1))
    for step in range(_ROUNDS):
        pull = 0.06 * max(0.0, 1 - step / (0.75 * _ROUNDS))
        if pull:
            gap = points[ends[:, 1]] - points[ends[:, 0]]
            length = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-9)
            shift = gap * (pull * np.maximum(0.0, 1 - SPACING / length))[:, None]
            for axis in (0, 1):
                points[:, axis] += eased * np.bincount(ends[:, 0], shift[:, axis], count)
                points[:, axis] -= eased * np.bincount(ends[:, 1], shift[:, axis], count)
        _push_apart(points, random, reach=24)
    return points


def _push_apart(points: "Points", random: "np.random.RandomState", *, reach: int) -> None:
    """
    Push apart, a quarter of the way, what stands closer than `SPACING`.

    Nodes are sorted into squares of a grid that shifts from round to round, and each is compared
    with the few that follow it there: linear in the number of nodes.
    """
    import numpy as np

    cells = np.floor((points + random.uniform(0, 4 * SPACING, 2)) / (2 * SPACING))
    order = np.lexsort((points[:, 0], cells[:, 1], cells[:, 0]))
    for ahead in range(1, min(len(points) - 1, reach) + 1):
        left, right = order[:-ahead], order[ahead:]
        gap = points[right] - points[left]
        length = np.maximum(np.sqrt(gap[:, 0] ** 2 + gap[:, 1] ** 2), 1e-9)
        push = np.maximum(0.0, SPACING - length) / length * 0.25
        points[right] += gap * push[:, None]
        points[left] -= gap * push[:, None]


def _add_grid(
    bipartite: "nx.Graph",
    placed: dict[str, tuple[float, float]],
    ids: Sequence[str],
    columns: int,
    corner: tuple[float, float],
) -> None:
    """Set ids on a grid, row by row; the partnerships of one organisation stand about it."""
    for number, id in enumerate(ids):
        row, column = divmod(number, columns)
        x = corner[0] + (column + 0.5) * _CELL[0]
        y = corner[1] + _HEADING + (row + 0.5) * _CELL[1]
        placed[id] = (x, y)
        tables = sorted(bipartite[id])
        for turn, table in enumerate(tables):
            angle = -0.6 + math.tau * turn / max(len(tables), 6)  # from its shoulder, clockwise
            placed[table] = (x + _RING[0] * math.cos(angle), y + _RING[1] * math.sin(angle))


def _centred(placed: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    if not placed:
        return {}
    middle = [
        (min(place[axis] for place in placed.values()) + max(p[axis] for p in placed.values())) / 2
        for axis in (0, 1)
    ]
    return {
        id: (round(x - middle[0], 1) + 0.0, round(y - middle[1], 1) + 0.0)
        for id, (x, y) in sorted(placed.items())
    }
