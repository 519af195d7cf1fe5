"""The relations as a graph of their own, read back by networkx, and as a table."""

import csv
import io
import json
from dataclasses import replace

import networkx as nx
import pytest
from registries import kustland, with_relations

from graph.model.records import GroupMembership, Membership
from graph.write.graphs import (
    FORMATS,
    Exported,
    flatten_network,
    flatten_relations,
    flatten_two_mode,
    write_csv,
)

EDGES = {
    ("c", "a", "advises"),
    ("c", "p", "funds"),
    ("c", "a", "commissions"),
    ("zes-kustgemeenten-6", "u", "advises"),
}


def read(form: str, exported: Exported) -> nx.MultiDiGraph:
    if form == "graphml":
        return nx.parse_graphml(exported.content.decode())
    if form == "gexf":
        return nx.read_gexf(io.BytesIO(exported.content))
    return nx.node_link_graph(json.loads(exported.content), edges="edges")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", ["graphml", "gexf", "json"])
def test_networkx_reads_relations(form: str) -> None:
    """networkx reads directed edges, two between the same ends too, each with its kind."""
    graph = read(form, FORMATS[form](flatten_relations(with_relations())))

    assert graph.is_directed()
    assert graph.is_multigraph()
    assert {
        (left, right, values["kind"]) for left, right, values in graph.edges(data=True)
    } == EDGES
    assert graph.number_of_edges() == 4
    assert dict(graph.nodes(data="record")) == {
        "a": "organisation",
        "c": "organisation",
        "p": "partnership",
        "u": "partnership",
        "zes-kustgemeenten-6": "group",
    }
    group = graph.nodes["zes-kustgemeenten-6"]
    assert (group["label"], group["size"], group["approximate"]) == ("zes kustgemeenten", 6, 1)
    (_, _, funds) = next(edge for edge in graph.edges(data=True) if edge[2]["kind"] == "funds")
    assert funds["label"] == funds["kind_label"] == "financiert"
    assert (funds["period"], funds["first_year"], funds["certainty"]) == (
        "2019-03/..",
        2019,
        "high",
    )
    assert funds["note"] == "De huur."
    assert "from" not in funds


def test_ties_stay_apart() -> None:
    """No relation is an edge of the network or of the two-mode graph, and no tie a relation."""
    plain, related = kustland(), with_relations()

    for flatten in (flatten_network, flatten_two_mode):
        assert list(flatten(plain).edges) == list(flatten(related).edges)
    assert list(flatten_relations(plain).edges) == []


def test_table_of_relations() -> None:
    """Beside nodes and edges stands a table of relations, as below."""
    found = rows(write_csv(flatten_network(with_relations())).files["-relations"])

    assert found[1] == {
        "id": "huur",
        "from": "c",
        "from_name": "Gemeente Zandmeer",
        "kind": "funds",
        "kind_label": "financiert",
        "to": "p",
        "to_name": "Wondpoli Zandmeer",
        "period": "2019-03/..",
        "first_year": "2019",
        "last_year": "2019",
        "certainty": "high",
        "sources": "s1",
        "evidence": "[s1, r. 9] Dat is huur.",
        "note": "De huur.",
    }
    assert [(row["from"], row["kind"], row["to"], row["certainty"]) for row in found] == [
        ("c", "advises", "a", "high"),
        ("c", "funds", "p", "high"),
        ("c", "commissions", "a", "high"),
        ("zes-kustgemeenten-6", "advises", "u", "low"),
    ]


def test_table_of_barriers() -> None:
    """What hampers stands in a table: of partnerships, regions and documents."""
    found = rows(write_csv(flatten_two_mode(with_relations())).files["-barriers"])

    assert [tuple(row.values()) for row in found] == [
        (
            *("partnership", "p", "Wondpoli Zandmeer", "tijdnood", "high"),
            *("s1", "[s1, r. 6] Er is tijdnood.", ""),
        ),
        ("region", "zandmeer", "Zandmeer", "mist", "high", "s1", "[s1, r. 6] Er is mist.", ""),
        ("region", "zandmeer", "Zandmeer", "vloed", "high", "s2", "[s2, r. 6] Er is vloed.", ""),
        ("source", "s2", "Bron 2", "geldnood", "medium", "s2", "[s2, r. 6] Er is geldnood.", ""),
    ]


def test_table_of_groups() -> None:
    """A group stands in a table once, with what it is, how many, and where it takes part."""
    neighbours, six = rows(write_csv(flatten_network(with_relations())).files["-groups"])

    assert (neighbours["label"], neighbours["size"], neighbours["approximate"]) == (
        "buurtbewoners",
        "",
        "",
    )
    assert (six["types"], six["type_label"], six["size"], six["approximate"]) == (
        *("gemeente", "gemeente"),
        *("6", "1"),
    )
    assert (six["region"], six["region_label"]) == ("kustland", "Kustland")
    assert six["partnerships"] == "p|u"


def test_direction_in_csv() -> None:
    """The edges of relations are directed to Gephi, and no other table stands beside them."""
    exported = write_csv(flatten_relations(with_relations()))

    assert list(exported.files) == ["-nodes", "-edges"]
    assert {row["Type"] for row in rows(exported.files["-edges"])} == {"Directed"}
    assert {row["Id"]: row["Type"] for row in rows(exported.files["-nodes"])} == {
        "a": "ziekenhuis",
        "c": "gemeente",
        "p": "programma",
        "u": "netwerk",
        "zes-kustgemeenten-6": "gemeente",
    }


def test_who_is_wanted() -> None:
    """Who is wanted stands on its partnership, is no edge, and goes where filters leave it out."""
    registry = with_relations()
    wanting = replace(
        registry.partnerships["t"],
        wished=(Membership(organisation="h", role="wished"),),
        wished_groups=(GroupMembership(group="zes-kustgemeenten-6", role="wished"),),
    )
    wished = replace(registry, partnerships={**registry.partnerships, "t": wanting})
    without = replace(
        wished, organisations={id: o for id, o in wished.organisations.items() if id != "h"}
    )

    flat, less = flatten_two_mode(wished), flatten_two_mode(without)

    nodes = {node.id: node.values for node in flat.nodes}
    assert nodes["t"]["wished"] == ("De Kustkrant", "zes kustgemeenten")
    assert [edge.target for edge in flat.edges if edge.source == "t"] == ["e"]
    assert {n.id: n.values for n in less.nodes}["t"]["wished"] == ("zes kustgemeenten",)
