"""Two-mode graph -> positions: fixed, landscape, the same on every run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

SEED = 20
"""Seed of every random start; another seed is another picture of the same data."""

SPACING = 150.0
"""Distance between the centres of two organisations that stand side by side, in pixels."""

_FLATTEN = 1.6  # labels are wide and low: less room is needed above and below than beside
_ASPECT = 1.55  # width to height of the whole picture
_SMALL = 500  # from here on networkx's spring layout needs scipy, and its cost grows with n * n


def compute_positions(bipartite: "nx.Graph") -> dict[str, tuple[float, float]]:
    """
    Place every organisation and every partnership.

    Partnerships take part, so that the members of one table stand around it, and so that both
    views of the data share one set of positions. Connected parts are laid out one by one and
    packed in rows; what is tied to nothing stands on a grid below.

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
    blocks = [_lay_out_part(tied.subgraph(part), part) for part in parts]
    places, width, bottom = _pack([_extent(block) for block in blocks])
    placed: dict[str, tuple[float, float]] = {}
    for part, block, place in zip(parts, blocks, places, strict=True):
        moved = block - block.min(axis=0) + np.asarray(place)
        placed.update((id, (float(x), float(y))) for id, (x, y) in zip(part, moved, strict=True))
    _add_loose(bipartite, placed, width, bottom)
    return _centred(placed)


def _tied(bipartite: "nx.Graph") -> "nx.Graph":
    """Keep what hangs together: organisations that share a table, and all of their tables."""
    import networkx as nx

    side = bipartite.nodes(data="bipartite")
    shared = [id for id, number in side if number == 1 and bipartite.degree(id) > 1]
    members = {member for id in shared for member in bipartite[id]}
    tables = {table for member in members for table in bipartite[member]}
    tied = nx.Graph()  # built anew and sorted: a subgraph view would follow the order of a set
    tied.add_nodes_from(sorted(members | tables))
    tied.add_edges_from(sorted((table, member) for table in tables for member in bipartite[table]))
    return tied


def _lay_out_part(part: "nx.Graph", order: Sequence[str]) -> "Points":
    """Lay out one connected part: forces, then turned to landscape, then pulled apart."""
    import networkx as nx
    import numpy as np

    sorted_part = nx.Graph()
    sorted_part.add_nodes_from(order)
    sorted_part.add_edges_from(sorted(tuple(sorted(edge)) for edge in part.edges))
    if len(order) < _SMALL:
        found = nx.spring_layout(sorted_part, seed=SEED, iterations=400, k=2.2 / len(order) ** 0.5)
        points = np.array([found[id] for id in order], dtype=float)
    else:
        points = _spread_by_distance(sorted_part, order)
    points = _landscape(points) * SPACING * len(order) ** 0.5 / 2
    points[:, 1] *= _FLATTEN  # pulled apart in a space where the label is as high as it is wide
    index = {id: number for number, id in enumerate(order)}
    ends = np.array([(index[a], index[b]) for a, b in sorted_part.edges])
    points = _pull_apart(points, ends)
    points[:, 1] /= _FLATTEN
    return points


def _spread_by_distance(part: "nx.Graph", order: Sequence[str]) -> "Points":
    """
    Place by steps from some pivots (Brandes and Pich 2006, doi:10.1007/978-3-540-70904-6_6).

    Its cost grows with the number of edges, not with the square of the number of nodes.
    """
    import networkx as nx
    import numpy as np

    rows = []
    nearest = np.full(len(order), np.inf)
    pivot = 0
    for _ in range(min(50, len(order))):
        steps = nx.single_source_shortest_path_length(part, order[pivot])
        row = np.array([steps[id] for id in order], dtype=float)
        rows.append(row)
        nearest = np.minimum(nearest, row)
        pivot = int(np.argmax(nearest))
    squares = np.stack(rows, axis=1) ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    _, directions = np.linalg.eigh(centred.T @ centred)
    points: Points = -centred @ directions[:, [-1, -2]]
    spread = points.std(axis=0)
    points = points / np.where(spread > 1e-9, spread, 1.0)
    jitter = np.random.RandomState(SEED).normal(scale=0.05, size=points.shape)
    return points / 2 + jitter


def _landscape(points: "Points") -> "Points":
    """Turn the longest direction to the horizontal."""
    import numpy as np

    centred = points - points.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ directions[:, ::-1]
    signs = np.sign(turned[np.argmax(np.abs(turned), axis=0), [0, 1]])
    return turned * np.where(signs == 0, 1, signs)


def _pull_apart(points: "Points", ends: "Points") -> "Points":
    """
    Push apart what stands closer than `SPACING`; pull back what the pushing drove away.

    Nodes are sorted into squares of a grid that shifts from round to round, and each is compared
    with the few that follow it there: linear in the number of nodes.
    """
    import numpy as np

    random = np.random.RandomState(SEED)
    count = len(points)
    reach = min(count - 1, 24)
    points = points + random.normal(scale=0.01, size=points.shape)
    for step in range(240):
        pull = 0.06 * max(0.0, 1 - step / 180)
        if pull:
            gap = points[ends[:, 1]] - points[ends[:, 0]]
            length = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-9)
            shift = gap * (pull * np.maximum(0.0, 1 - SPACING / length))[:, None]
            for axis in (0, 1):
                points[:, axis] += np.bincount(ends[:, 0], shift[:, axis], count)
                points[:, axis] -= np.bincount(ends[:, 1], shift[:, axis], count)
        cells = np.floor((points + random.uniform(0, 4 * SPACING, 2)) / (2 * SPACING))
        order = np.lexsort((points[:, 0], cells[:, 1], cells[:, 0]))
        for ahead in range(1, reach + 1):
            left, right = order[:-ahead], order[ahead:]
            gap = points[right] - points[left]
            length = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-9)
            push = np.maximum(0.0, SPACING - length) / length * 0.25
            points[right] += gap * push[:, None]
            points[left] -= gap * push[:, None]
    return points


def _extent(points: "Points") -> tuple[float, float]:
    """Room that a block takes, with a margin for the labels of its outer nodes."""
    width, height = points.max(axis=0) - points.min(axis=0)
    return float(width) + SPACING * 1.2, float(height) + SPACING * 0.8


def _pack(
    sizes: Sequence[tuple[float, float]],
) -> tuple[list[tuple[float, float]], float, float]:
    """Set blocks in rows, first to last; give their corners, and the width and height used."""
    area = sum(width * height for width, height in sizes)
    limit = max([(area * _ASPECT) ** 0.5, *(width for width, _ in sizes)])
    corners = []
    left = top = row = used = 0.0
    for width, height in sizes:
        if left and left + width > limit:
            left, top, row = 0.0, top + row, 0.0
        corners.append((left, top))
        left, row = left + width, max(row, height)
        used = max(used, left)
    return corners, used, top + row


def _add_loose(
    bipartite: "nx.Graph", placed: dict[str, tuple[float, float]], width: float, bottom: float
) -> None:
    """Set organisations without a tie on a grid below, and then partnerships without members."""
    side = sorted((number, id) for id, number in bipartite.nodes(data="bipartite"))
    alone = [id for number, id in side if number == 0 and id not in placed]
    memberless = [id for number, id in side if number == 1 and bipartite.degree(id) == 0]
    column, line = SPACING * 1.2, SPACING * 0.62
    columns = max(round(width / column), _columns(len(alone)), 1)
    for row, ids in enumerate(
        group
        for loose in (alone, memberless)
        for group in (loose[start : start + columns] for start in range(0, len(loose), columns))
    ):
        for place, id in enumerate(ids):
            x, y = place * column, bottom + row * line
            placed[id] = (x, y)
            if bipartite.nodes[id]["bipartite"] == 0:
                for number, table in enumerate(sorted(bipartite[id])):
                    placed[table] = (x + 34 + 26 * number, y - 26)


def _columns(count: int) -> int:
    """Say how many columns make a grid of `count` places about as landscape as the picture."""
    return round((count * _ASPECT * 0.62 / 1.2) ** 0.5)


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
