"""Graphs of networkx, made from who takes part in what and read back."""

import pytest
from hypothesis import given
from registries import group, kustland, make_registry, organisation, partnership
from test_properties import registries

from graph.model.records import Membership, Organisation, Registry
from graph.network.networkx import build_bipartite, project_network, read_incidence
from graph.network.positions import measure_positions


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
        [organisation("a")], [partnership("p", "a", groups=(group(label="aanbieders", size=350),))]
    )

    one, other = build_bipartite(plain), build_bipartite(grouped)

    assert list(one.nodes) == list(other.nodes) == ["a", "p"]
    assert list(one.edges) == list(other.edges) == [("a", "p")]


def test_an_empty_registry() -> None:
    """No organisations and no partnerships make a graph without nodes."""
    assert list(build_bipartite(make_registry([], []))) == []


def test_plain_attributes() -> None:
    """Nodes and edges hold plain attributes, as an exporter of networkx takes them."""
    bipartite = build_bipartite(kustland())
    network = project_network(bipartite)

    assert bipartite.nodes["a"] == {
        "bipartite": 0,
        "name": "Ziekenhuis De Vuurbaak",
        "type": "ziekenhuis",
    }
    assert bipartite.edges["p", "c"] == {"role": "funder", "certainty": "high"}
    assert network.edges["a", "b"] == {"weight": 2, "newman": 1.5, "partnerships": ("p", "q")}


@given(registries())
def test_read_back(registry: Registry) -> None:
    """From its graph a registry is read back, with every member."""
    incidence = read_incidence(build_bipartite(registry))

    assert incidence.registry.organisations == registry.organisations
    assert {id: set(p.memberships) for id, p in incidence.registry.partnerships.items()} == {
        id: set(p.memberships) for id, p in registry.partnerships.items()
    }


def test_a_graph_that_was_changed_is_read_as_it_is() -> None:
    """What left the graph is left out, and what was added is read from its attributes."""
    bipartite = build_bipartite(kustland())
    bipartite.remove_node("b")
    bipartite.add_node("z", bipartite=0, name="Zorgkust", type="ggz")
    bipartite.add_edge("p", "z", role="lead", certainty="low")
    bipartite.add_node("x", bipartite=1)
    bipartite.add_edge("x", "z")

    incidence = read_incidence(bipartite)

    assert [m.organisation for m in incidence.members_of("p")] == ["a", "c", "z"]
    assert incidence.members_of("p")[1].note == "betaalt de ruimte"
    assert incidence.members_of("p")[2] == Membership(
        organisation="z", role="lead", certainty="low"
    )
    assert incidence.registry.organisations["z"] == Organisation(
        id="z", name="Zorgkust", types=("ggz",)
    )
    assert incidence.registry.partnerships["x"].memberships == (Membership(organisation="z"),)
    assert "b" not in incidence.organisations


def test_a_network_of_other_data() -> None:
    """A network that is not the projection of the two-mode graph beside it is refused."""
    bipartite = build_bipartite(kustland())
    network = project_network(bipartite)
    network.remove_edge("a", "b")

    with pytest.raises(ValueError, match="the network is not that of the two-mode graph"):
        measure_positions(bipartite, network)


def test_edges_stand_in_the_order_of_ids() -> None:
    """The order of edges is that of ids, and not that in which partnerships hold them."""
    tables = [partnership("p", "a d"), partnership("q", "a b"), partnership("r", "c d")]
    registry = make_registry([organisation(id) for id in "abcd"], tables)

    network = project_network(build_bipartite(registry))

    assert list(network.edges) == [("a", "b"), ("a", "d"), ("c", "d")]
