"""Paths of ties, and who stands on every one of them."""

from itertools import pairwise

import networkx as nx
import pytest
from drawn import IDS, registries
from hypothesis import given
from hypothesis import strategies as st
from registries import make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.separators import PathFinder

ENDS = st.sets(st.sampled_from(IDS), min_size=1, max_size=3)


def ring(length: int) -> Incidence:
    """Organisations in a circle, each in a partnership with the next."""
    ids = [f"o{number:02}" for number in range(length)]
    return Incidence(
        make_registry(
            [organisation(id) for id in ids],
            [partnership(f"p{n}", f"{ids[n - 1]} {ids[n]}") for n in range(length)],
        )
    )


def two_mode(incidence: Incidence, skip: frozenset[tuple[str, int]]) -> nx.Graph:
    """Organisations and cliques, without what is skipped."""
    graph = nx.Graph()
    graph.add_nodes_from(incidence.organisations)
    for place, clique in enumerate(incidence.cliques):
        graph.add_edges_from((id, place) for id in clique if (id, place) not in skip)
    return graph


def test_both_ways_round_a_ring() -> None:
    """In a ring there are two ways, and nobody is on both; without one tie there is one."""
    incidence = ring(6)
    paths = PathFinder(incidence)

    assert paths.find_separators(["o00"], ["o03"]) == ()
    assert paths.find_separators(["o00"], ["o03"], skip=frozenset({("o04", 4)})) == ("o01", "o02")
    assert paths.find(["o00"], ["o02"], without="o01") == ("o00", "o05", "o04", "o03", "o02")
    assert paths.find(["o00"], ["o02"], skip=frozenset({("o00", 1), ("o00", 0)})) is None
    assert paths.find(["o00", "o02"], ["o02"]) == ("o02",)


def test_what_is_near_is_found_near() -> None:
    """A neighbour is found without walking the component."""
    paths = PathFinder(ring(60))

    assert paths.steps == 0
    assert paths.find(["o00"], ["o02"]) == ("o00", "o01", "o02")
    assert paths.steps < 20


@pytest.mark.parametrize("long", [0, 8], ids=["walked along", "one by one"])
@given(registries(), ENDS, ENDS, st.sets(st.tuples(st.sampled_from(IDS), st.integers(0, 8))))
def test_as_networkx(
    long: int, registry: Registry, starts: set[str], stops: set[str], skip: set[tuple[str, int]]
) -> None:
    """There is a path where networkx finds one, and its separators are those that it finds."""
    incidence = Incidence(registry)
    starts, stops = (
        {id for id in ends if id in registry.organisations} for ends in (starts, stops)
    )
    if not starts or not stops:
        return
    left_out = frozenset(skip)
    graph = two_mode(incidence, left_out)
    paths = PathFinder(incidence, long=long)

    def is_open(graph: nx.Graph) -> bool:
        return any(
            nx.has_path(graph, one, other)
            for one in starts & set(graph)
            for other in stops & set(graph)
        )

    found = paths.find(sorted(starts), sorted(stops), skip=left_out)
    separators = paths.find_separators(sorted(starts), sorted(stops), skip=left_out)

    assert (found is not None) == is_open(graph)
    if found is None:
        assert separators == ()
        return
    assert found[0] in starts
    assert found[-1] in stops
    assert all(nx.has_path(graph, one, other) for one, other in pairwise(found))
    fixed = {id for ends in (starts, stops) if len(ends) == 1 for id in ends}
    assert set(separators) == {
        id
        for id in set(incidence.organisations) - fixed
        if not is_open(graph.subgraph(set(graph) - {id}))
    }


@pytest.mark.parametrize("long", [0, 8])
def test_a_start_that_leads_nowhere(long: int) -> None:
    """Of two starts one leads nowhere: all paths begin at the other, and pass the one behind it."""
    registry = make_registry(
        [organisation(id) for id in "abcx"], [partnership("p", "a b"), partnership("q", "b c")]
    )

    assert PathFinder(Incidence(registry), long=long).find_separators(["a", "x"], ["c"]) == (
        "a",
        "b",
    )
