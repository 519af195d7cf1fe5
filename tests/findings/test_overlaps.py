"""Which partnerships have the same members, and who alone links them."""

import networkx as nx
import pytest
from drawn import registries
from hypothesis import given
from registries import davis, make_registry, organisation, partnership

from graph.findings.overlaps import Overlap, find_overlaps
from graph.findings.redundancy import find_redundancy
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.measures.redundancy import Redundancy
from graph.network.undertakings import find_undertakings


def overlaps(registry: Registry) -> tuple[Overlap, ...]:
    """The overlaps of a registry without filters."""
    return find_overlaps(Incidence(registry), find_undertakings(registry)).pairs


def two_mode(registry: Registry) -> nx.Graph:
    """Partnerships and their members; no two ids are the same."""
    graph = nx.Graph()
    for id, one in registry.partnerships.items():
        graph.add_edges_from(((1, id), (0, m.organisation)) for m in one.memberships)
    return graph


def test_overlap_by_hand() -> None:
    """Shared members over all members; stages of one undertaking are marked."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b c", members_known="all"),
            partnership("q", "b c d", members_known="all", follows=("p",)),
            partnership("r", "d e", follows=("q",)),
            partnership("s", "e"),
            partnership("t", "a e"),
        ],
    )

    rows = [
        (one.left, one.right, one.shared, one.together, one.jaccard, one.stages, one.complete)
        for one in overlaps(registry)
    ]

    assert rows == [
        ("p", "q", ("b", "c"), 4, 0.5, "consecutive", True),
        ("r", "t", ("e",), 3, 1 / 3, "no", False),
        ("p", "t", ("a",), 4, 0.25, "no", False),
        ("q", "r", ("d",), 4, 0.25, "consecutive", False),
    ]


def test_stages_further_apart() -> None:
    """The first and the third stage belong to one undertaking, though neither follows the other."""
    registry = make_registry(
        [organisation(id) for id in "ab"],
        [partnership(id, "a b", follows=follows) for id, follows in
         (("p", ()), ("q", ("p",)), ("r", ("q",)))],
    )  # fmt: skip

    assert {(one.left, one.right): one.stages for one in overlaps(registry)} == {
        ("p", "q"): "consecutive",
        ("q", "r"): "consecutive",
        ("p", "r"): "same_undertaking",
    }


def test_who_is_in_very_many_partnerships_is_passed_over() -> None:
    """Pairs that only such an organisation makes are left out; in the others it counts."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [partnership("p", "a b"), partnership("q", "a b c"), partnership("r", "a d"),
         partnership("s", "a")],
    )  # fmt: skip

    found = find_overlaps(Incidence(registry), find_undertakings(registry), most=2)

    assert found.passed_over == ("a",)
    assert [(one.left, one.right, one.shared) for one in found.pairs] == [("p", "q", ("a", "b"))]
    assert find_overlaps(Incidence(registry), find_undertakings(registry), most=3).passed_over == ()


def test_overlap_of_the_women() -> None:
    """Jaccard of two events equals that of networkx."""
    graph = two_mode(davis())
    events = [node for node in graph if node[0] == 1]

    found = {(one.left, one.right): one.jaccard for one in overlaps(davis())}

    projected = nx.bipartite.overlap_weighted_projected_graph(graph, events, jaccard=True)
    assert found == pytest.approx(
        {(min(u, v)[1], max(u, v)[1]): weight for u, v, weight in projected.edges(data="weight")}
    )


def test_the_only_link() -> None:
    """Who alone is in two partnerships with others comes first; those of its own do not count."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b c"),
            partnership("q", "a b"),
            partnership("r", "c d"),
            partnership("s", "d"),
        ],
    )

    found = find_redundancy(Incidence(registry))

    assert found == (
        Redundancy(organisation="c", partnerships=("p", "r"), also=0),
        Redundancy(organisation="a", partnerships=("p", "q"), also=1),
        Redundancy(organisation="b", partnerships=("p", "q"), also=1),
    )
    assert [(one.pairs, one.share, one.is_only_link) for one in found] == [
        (1, 0.0, True),
        (1, 1.0, False),
        (1, 1.0, False),
    ]


@given(registries())
def test_redundancy_as_networkx(registry: Registry) -> None:
    """Redundancy equals that of networkx, once partnerships of one are left out."""
    graph = two_mode(registry)
    graph.remove_nodes_from([node for node in list(graph) if node[0] and graph.degree(node) < 2])
    several = [node for node in graph if node[0] == 0 and graph.degree(node) > 1]

    found = find_redundancy(Incidence(registry))

    expected = nx.bipartite.node_redundancy(graph, several)
    assert {one.organisation: one.share for one in found} == pytest.approx(
        {id: share for (_, id), share in expected.items()}
    )
