"""Large networks: who belongs together stands together, measured beside other layouts."""

import random
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import igraph
import networkx as nx
import numpy as np
import pytest

from benchmarks.generate import generate_file
from graph import explore
from graph.page.layout.communities import find_communities
from graph.page.layout.positions import SPACING, compute_positions

Places = Mapping[str, tuple[float, float]]


@cache
def made(size: int) -> tuple[nx.Graph, Mapping[str, str | None]]:
    """The two-mode graph of a generated network in regions, and the region of each organisation."""
    with TemporaryDirectory() as folder:
        explored = explore(generate_file(size, Path(folder), variant="regions"))
    regions = {id: one.region for id, one in explored.selected.organisations.items()}
    return explored.bipartite, regions


def lay_out_with_igraph(graph: nx.Graph, layout: str) -> Places:
    """Positions that a layout of igraph gives the nodes of a graph, always from the same chance."""
    random.seed(20)
    ids = list(graph)
    index = {id: place for place, id in enumerate(ids)}
    other = igraph.Graph(len(ids), [(index[one], index[two]) for one, two in graph.edges])
    return {id: (x, y) for id, (x, y) in zip(ids, other.layout(layout).coords, strict=True)}


def project(bipartite: nx.Graph) -> nx.Graph:
    """The organisations, tied where they share a partnership."""
    ties = nx.Graph()
    ties.add_nodes_from(id for id, side in bipartite.nodes(data="bipartite") if not side)
    for id, side in bipartite.nodes(data="bipartite"):
        if side:
            ties.add_edges_from(combinations(sorted(bipartite[id]), 2))
    return ties


def share_of_region(places: Places, regions: Mapping[str, str | None]) -> float:
    """Which part of the ten nearest organisations is of the same region, on average."""
    points = np.array([places[id] for id in regions])
    names = list(regions.values())
    same = 0
    for place, point in enumerate(points):
        far = ((points - point) ** 2).sum(axis=1)
        nearest = [int(one) for one in np.argsort(far, kind="stable")[1:11]]
        same += sum(names[one] == names[place] for one in nearest)
    return same / len(points) / 10


def stress(places: Places, ties: nx.Graph) -> float:
    """How badly distances follow steps in the network, from 0; the scale is the best there is."""
    steps, lengths = [], []
    for start in sorted(ties)[::20]:
        for end, far in nx.single_source_shortest_path_length(ties, start).items():
            if far:
                steps.append(far)
                lengths.append(np.hypot(*np.subtract(places[start], places[end])))
    far, long = np.array(steps, dtype=float), np.array(lengths)
    scale = (long / far).sum() / (long**2 / far**2).sum()
    return float(((1 - scale * long / far) ** 2).mean())


def crossings(places: Places, ties: nx.Graph) -> float:
    """Which part of 50,000 pairs of ties cross each other."""
    chance = random.Random(20)
    lines = [(places[one], places[two]) for one, two in sorted(ties.edges)]
    found = sum(cross(*chance.choice(lines), *chance.choice(lines)) for _ in range(50_000))
    return found / 50_000


def cross(*ends: tuple[float, float]) -> bool:
    """Whether the line between the first two points crosses that between the others."""
    one, two, three, four = ends

    def turn(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return (
        turn(one, two, three) * turn(one, two, four) < 0
        and turn(three, four, one) * turn(three, four, two) < 0
    )


def test_communities_of_two_groups() -> None:
    """Two groups that meet in pairs are two communities, though one table of all binds them."""
    pairs = [*combinations(range(4), 2), *combinations(range(4, 8), 2)]
    memberships = [(8 + at, member) for at, pair in enumerate(pairs) for member in pair]
    memberships += [(20, member) for member in range(8)]

    label = find_communities(21, memberships)

    assert len(set(label[:4])) == len(set(label[4:8])) == 1
    assert label[0] != label[4]


def test_a_wide_partnership_binds_less_than_small_ones() -> None:
    """Newman's weights: a table of forty takes nobody away from a partner of every day."""
    memberships = [(40 + at // 2, at) for at in range(40)] + [(60, at) for at in range(40)]

    label = find_communities(61, memberships)

    assert all(label[at] == label[at + 1] for at in range(0, 40, 2))
    assert len(set(label)) > 2


def test_largest_community_first() -> None:
    """The numbers go down from the largest, and every place has one."""
    memberships = [(7, 0), (7, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 6)]

    assert find_communities(9, memberships) == [1, 1, 0, 0, 0, 0, 0, 1, 0]


@pytest.mark.parametrize(("size", "layout", "least"), [(300, "fr", 0.8), (1000, "drl", 0.83)])
def test_regions_as_well_as_igraph(size: int, layout: str, least: float) -> None:
    """Regions stand together as in the best layout of igraph, and steps are as well to be seen."""
    bipartite, regions = made(size)
    ties = project(bipartite)
    ours, other = compute_positions(bipartite), lay_out_with_igraph(bipartite, layout)

    assert share_of_region(ours, regions) > least
    assert share_of_region(ours, regions) > share_of_region(other, regions) - 0.03
    if layout == "drl":
        assert stress(ours, ties) < stress(other, ties) + 0.03
        assert crossings(ours, ties) < crossings(other, ties) + 0.04


def test_regions_better_than_force_atlas() -> None:
    """At 300 organisations ForceAtlas2 leaves regions mixed that stand apart here."""
    bipartite, regions = made(300)
    ties = project(bipartite)
    other = nx.forceatlas2_layout(ties, seed=20)
    as_places = {id: (float(x), float(y)) for id, (x, y) in other.items()}

    ours = compute_positions(bipartite)

    assert share_of_region(ours, regions) > share_of_region(as_places, regions) + 0.1
    assert crossings(ours, ties) < crossings(as_places, ties) + 0.02


def test_marks_of_a_large_network_stand_apart() -> None:
    """No two marks cover each other, and nearly all have room around them."""
    bipartite, _ = made(1000)
    points = np.array(list(compute_positions(bipartite).values())) * (1, 1.6)
    near = [np.sort(((points - point) ** 2).sum(axis=1))[1] ** 0.5 for point in points]

    assert min(near) > 40
    assert float(np.quantile(near, 0.05)) > SPACING / 2


def test_no_outlier_sets_the_scale() -> None:
    """All but one in a hundred take nearly the whole width and height of the picture."""
    bipartite, _ = made(1000)
    points = np.array(list(compute_positions(bipartite).values()))
    outer = points.max(axis=0) - points.min(axis=0)
    inner = np.quantile(points, 0.99, axis=0) - np.quantile(points, 0.01, axis=0)

    assert float((inner / outer).min()) > 0.85
