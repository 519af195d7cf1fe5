"""Chains of partnerships, and what hangs together."""

from dataclasses import replace
from itertools import pairwise, product

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from registries import kustland, make_registry, organisation, partnership
from test_properties import registries

from graph.model.records import Membership, Registry
from graph.network.components import find_component
from graph.network.incidence import Incidence
from graph.network.networkx import build_bipartite, project_network
from graph.query.path import count_paths, find_paths, split_without


def test_the_shortest_chain() -> None:
    """A path names the organisations in order, and the table between each two."""
    (one, *more) = find_paths(kustland(), "d", "a")

    assert one.organisations == ("d", "c", "a")
    assert [step.partnership.id for step in one.shared] == ["r", "p"]
    assert [(t.left.organisation, t.right.organisation) for t in one.shared] == [
        ("d", "c"),
        ("c", "a"),
    ]
    assert more == []


def test_a_path_is_as_sure_as_its_least_sure_table() -> None:
    """One inferred membership on the way makes the path no surer than that."""
    (path,) = find_paths(kustland(), "a", "d")

    assert path.certainty == "medium"


def test_all_paths_that_tie() -> None:
    """Every shortest path is given, one for each table between the same two, the surest first."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b", certainty="low"),
            partnership("q", "b d"),
            partnership("r", "a c"),
            partnership("s", "c d"),
            partnership("t", "c d"),
        ],
    )

    paths = find_paths(registry, "a", "d")

    assert [(c.organisations, [t.partnership.id for t in c.shared]) for c in paths] == [
        (("a", "c", "d"), ["r", "s"]),
        (("a", "c", "d"), ["r", "t"]),
        (("a", "b", "d"), ["p", "q"]),
    ]
    assert count_paths(registry, "a", "d") == 3


def test_no_chain() -> None:
    """Between two components there is no path, and none is counted."""
    assert find_paths(kustland(), "a", "e") == []
    assert count_paths(kustland(), "a", "e") == 0


def test_there_can_be_very_many() -> None:
    """Of very many paths only as many are given as were asked for; all are counted."""
    steps = 30
    registry = make_registry(
        [organisation(f"o{n:02}") for n in range(steps + 1)],
        [
            partnership(f"{side}{n:02}", f"o{n:02} o{n + 1:02}")
            for n in range(steps)
            for side in "pq"
        ],
    )

    paths = find_paths(registry, "o00", f"o{steps}", most=5)

    assert [len(path.shared) for path in paths] == [steps] * 5
    assert count_paths(registry, "o00", f"o{steps}") == 2**steps


def test_a_long_chain() -> None:
    """A path of a thousand tables is no trouble."""
    registry = make_registry(
        [organisation(f"o{n:04}") for n in range(1001)],
        [
            partnership(
                f"p{n:04}",
                [Membership(organisation=f"o{n:04}"), Membership(organisation=f"o{n + 1:04}")],
            )
            for n in range(1000)
        ],
    )

    (path,) = find_paths(registry, "o0000", "o1000")

    assert len(path.shared) == 1000


def test_what_is_left_without_an_organisation() -> None:
    """Without a cut vertex its component falls into parts, the largest first."""
    assert split_without(kustland(), "c") == [("a", "b"), ("d",)]
    assert split_without(kustland(), "a") == [("b", "c", "d")]
    assert split_without(kustland(), "e") == []


@given(registries())
def test_equal_to_networkx(registry: Registry) -> None:
    """Components, cut vertices and numbers of shortest paths equal those of networkx."""
    network = project_network(build_bipartite(registry))

    ids, incidence = list(registry.organisations), Incidence(registry)
    cut = set(nx.articulation_points(network))
    for id in ids:
        assert set(find_component(incidence, id)) == nx.node_connected_component(network, id)
        assert (len(split_without(registry, id)) > 1) == (id in cut)
    for right in ids[1:3]:
        left = ids[0]
        if nx.has_path(network, left, right):
            ways = sum(_ways(network, path) for path in nx.all_shortest_paths(network, left, right))
            assert count_paths(registry, left, right) == ways
        else:
            assert count_paths(registry, left, right) == 0


@given(registries(), st.integers(1, 3))
def test_every_shortest_path(registry: Registry, least: int) -> None:
    """Every shortest path is given once, through each partnership that is shared on the way."""
    registry = replace(registry, least_weight=least)
    incidence = Incidence(registry)
    network = project_network(build_bipartite(registry))
    ids = list(registry.organisations)

    for left, right in product(ids[:3], ids[2:5]):
        expected = set()
        if left == right or nx.has_path(network, left, right):
            for way in nx.all_shortest_paths(network, left, right):
                steps = [network.edges[ends]["partnerships"] for ends in pairwise(way)]
                expected |= {(tuple(way), through) for through in product(*steps)}
        paths = find_paths(incidence, left, right, most=10**6)
        found = [(p.organisations, tuple(s.partnership.id for s in p.shared)) for p in paths]
        assert (len(found), set(found)) == (len(expected), expected)
        assert count_paths(incidence, left, right) == len(expected)
        assert [p.organisations for p in paths if p.certainty == "high"] == sorted(
            p.organisations for p in paths if p.certainty == "high"
        )
        for path in paths:
            for one, (here, there) in zip(path.shared, pairwise(path.organisations), strict=True):
                assert (one.left.organisation, one.right.organisation) == (here, there)


def _ways(network: nx.Graph, path: list[str]) -> int:
    ways = 1
    for left, right in nx.utils.pairwise(path):
        ways *= network.edges[left, right]["weight"]
    return ways
