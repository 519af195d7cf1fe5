"""The network file of Pajek, read back by igraph and networkx."""

from dataclasses import replace
from pathlib import Path

import igraph
import networkx as nx
import pytest
from registries import kustland, make_registry, organisation, partnership, with_relations

from graph.write.graphs import flatten_network, flatten_relations, flatten_two_mode
from graph.write.graphs.pajek import write_pajek


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "n.net"


def test_whole() -> None:
    """A small two-mode graph becomes the file below, every byte of it."""
    registry = make_registry(
        [organisation("a", name="Één"), organisation("b", name='De "B"')],
        [partnership("p", "a b")],
    )

    content = write_pajek(flatten_two_mode(replace(registry, licence="CC0"))).content

    *facts, vertices, one, two, three, edges, left, right, end = content.decode().split("\r\n")
    assert facts[0] == "\ufeff% title: Samenwerking in Kustland"
    assert "% licence: CC0" in facts
    assert facts[-1] == "% sources: s1: Bron 1, De Kustkrant, 2011-04"
    assert (vertices, one, two, three) == ("*Vertices 3 2", '1 "Één"', '2 "De ”B”"', '3 "Tafel p"')
    assert (edges, left, right, end) == ("*Edges", "1 3 1", "2 3 1", "")


def test_igraph_reads_two_mode(path: Path) -> None:
    """igraph finds the organisations, the partnerships and the memberships."""
    path.write_bytes(write_pajek(flatten_two_mode(kustland())).content)

    graph = igraph.Graph.Read_Pajek(str(path))

    names, types = graph.vs["name"], graph.vs["type"]
    assert [name for name, type in zip(names, types, strict=True) if type] == [
        *("Wondpoli Zandmeer", "Voorbereiding wondpoli", "Regietafel Kustland"),
        *("Inloop Zandmeer", "Netwerk Kustzorg"),
    ]
    assert names[4] == "Stichting Café Één"
    assert {(names[left], names[right]) for left, right in graph.get_edgelist()} == {
        ("Ziekenhuis De Vuurbaak", "Wondpoli Zandmeer"),
        ("Huisartsengroep Zandmeer", "Wondpoli Zandmeer"),
        ("Gemeente Zandmeer", "Wondpoli Zandmeer"),
        ("Ziekenhuis De Vuurbaak", "Voorbereiding wondpoli"),
        ("Huisartsengroep Zandmeer", "Voorbereiding wondpoli"),
        ("Gemeente Zandmeer", "Regietafel Kustland"),
        ("Zorgverzekeraar Zilt & Zoon", "Regietafel Kustland"),
        ("Stichting Café Één", "Inloop Zandmeer"),
    }


def test_networkx_reads_network(path: Path) -> None:
    """networkx finds the ties with their weights, and the organisations without one."""
    path.write_bytes(write_pajek(flatten_network(kustland())).content)

    graph = nx.read_pajek(path)

    assert len(graph) == 8
    assert {(left, right, weight) for left, right, weight in graph.edges(data="weight")} == {
        ("Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer", 2.0),
        ("Ziekenhuis De Vuurbaak", "Gemeente Zandmeer", 1.0),
        ("Huisartsengroep Zandmeer", "Gemeente Zandmeer", 1.0),
        ("Gemeente Zandmeer", "Zorgverzekeraar Zilt & Zoon", 1.0),
    }


def test_relations_are_arcs(path: Path) -> None:
    """A relation goes from who does it to whom it is done, two between the same two as well."""
    path.write_bytes(write_pajek(flatten_relations(with_relations())).content)

    graph = nx.read_pajek(path)

    assert graph.is_directed()
    assert sorted(graph.edges()) == [
        ("Gemeente Zandmeer", "Wondpoli Zandmeer"),
        ("Gemeente Zandmeer", "Ziekenhuis De Vuurbaak"),
        ("Gemeente Zandmeer", "Ziekenhuis De Vuurbaak"),
        ("zes kustgemeenten", "Netwerk Kustzorg"),
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ('"', "”"),
        ("x\\", "x＼"),
        ("een\r\ntwee\tdrie", "een twee drie"),
        ("  De   Linde ", "De Linde"),
        ("*Edges", "*Edges"),
        ("% geen", "% geen"),
        ("a, b; c # d", "a, b; c # d"),
        ("👩‍⚕️ zorg", "👩‍⚕️ zorg"),
    ],
)
def test_odd_names(path: Path, name: str, label: str) -> None:
    """Whatever a name holds, both libraries read it as one label."""
    registry = make_registry([organisation("a", name=name), organisation("b")], [])
    path.write_bytes(write_pajek(flatten_network(registry)).content)

    assert igraph.Graph.Read_Pajek(str(path)).vs["name"] == [label, "B"]
    assert list(nx.read_pajek(path)) == [label, "B"]


def test_a_name_that_returns(path: Path) -> None:
    """Two with the same name stay two: each has its id behind it."""
    registry = make_registry(
        [organisation("a", name="GGD"), organisation("b", name="GGD")],
        [partnership("p", "a b", name="GGD")],
    )
    path.write_bytes(write_pajek(flatten_two_mode(registry)).content)

    assert igraph.Graph.Read_Pajek(str(path)).vs["name"] == ["GGD (a)", "GGD (b)", "GGD (p)"]


def test_what_cannot_be_written() -> None:
    """A control character becomes U+FFFD, with a warning that says where."""
    exported = write_pajek(flatten_network(make_registry([organisation("a", name="A\x00")], [])))

    assert '1 "A\ufffd"' in exported.content.decode()
    assert list(map(str, exported.warnings)) == [
        "node 'a', label: U+0000 cannot stand in Pajek, written as U+FFFD"
    ]


def test_empty(path: Path) -> None:
    """Data without anything make a network without vertices."""
    path.write_bytes(write_pajek(flatten_two_mode(make_registry([], []))).content)

    assert b"*Vertices 0 0\r\n*Edges\r\n" in path.read_bytes()
    assert igraph.Graph.Read_Pajek(str(path)).vcount() == 0
