"""The two-mode graph."""

from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Group
from graph.network.networkx import build_bipartite


def test_nodes() -> None:
    """Organisations come first, then partnerships, each sorted, with their side and attributes."""
    bipartite = build_bipartite(kustland())

    sides = [(id, node["bipartite"]) for id, node in bipartite.nodes(data=True)]
    assert sides == [*((id, 0) for id in "abcdefgh"), *((id, 1) for id in "pqrtu")]
    assert bipartite.nodes["c"]["name"] == "Gemeente Zandmeer"
    assert bipartite.nodes["c"]["type"] == "gemeente"
    assert bipartite.nodes["q"]["kind"] == "project"


def test_edges() -> None:
    """Every membership is an edge with its role and certainty, sorted."""
    bipartite = build_bipartite(kustland())

    edges = sorted(
        (min(ends, key="abcdefgh".find), max(ends, key="abcdefgh".find), role)
        for *ends, role in bipartite.edges(data="role")
    )
    assert edges == [
        ("p", "a", "member"),
        ("p", "b", "convener"),
        ("p", "c", "funder"),
        ("q", "a", "member"),
        ("q", "b", "member"),
        ("r", "c", "lead"),
        ("r", "d", "member"),
        ("t", "e", "member"),
    ]
    assert bipartite.edges["r", "d"]["certainty"] == "medium"


def test_a_group_adds_nothing() -> None:
    """An unnamed group never adds a node or an edge, however large."""
    plain = make_registry([organisation("a")], [partnership("p", "a")])
    grouped = make_registry(
        [organisation("a")], [partnership("p", "a", groups=(Group(label="aanbieders", size=350),))]
    )

    one, other = build_bipartite(plain), build_bipartite(grouped)

    assert list(one.nodes) == list(other.nodes) == ["a", "p"]
    assert list(one.edges) == list(other.edges) == [("a", "p")]


def test_an_empty_registry() -> None:
    """No organisations and no partnerships make a graph without nodes."""
    assert list(build_bipartite(make_registry([], []))) == []
