"""Betweenness against networkx where pairs meet more than once, and its error by hand."""

import networkx as nx
import pytest
from registries import davis, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.measures.betweenness import _scale_up, measure_betweenness
from graph.network.networkx import build_bipartite, project_network


def twice() -> Registry:
    """A ring of five in which one pair meets twice: it is tied once, so paths both ways count."""
    pairs = ("a b", "a b", "b c", "c d", "d e", "e a", "b d")
    return make_registry(
        [organisation(id) for id in "abcde"],
        [partnership(f"p{number}", pair) for number, pair in enumerate(pairs)],
    )


@pytest.mark.parametrize("registry", [twice(), davis()], ids=["twice", "davis"])
def test_as_networkx(registry: Registry) -> None:
    """Paths are those of the network, in which two are tied or not."""
    network = project_network(build_bipartite(registry))

    found = measure_betweenness(Incidence(registry), lambda done, of: None)

    expected = nx.betweenness_centrality(network, normalized=False)
    assert {id: one.pairs for id, one in found.items()} == pytest.approx(expected)
    assert {one.error for one in found.values()} == {None}


def test_the_error_of_a_sample() -> None:
    """Four of ten sources gave 1, 2, 3 and 6: a sum of 30, and an error of 8.37 (Cochran 1977)."""
    total, squares = 12.0, 50.0
    variance = (50 - 12 * 12 / 4) / 3  # 14/3
    error = 10 / 4 * (4 * variance * (1 - 4 / 10)) ** 0.5

    assert error == pytest.approx(8.3666, abs=1e-4)
    assert _scale_up(10, 4, total, squares) == pytest.approx((30.0, error))
