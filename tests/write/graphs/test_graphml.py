"""GraphML: whole output, valid by the schema, and read back by networkx and igraph."""

from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from registries import kustland, make_registry, organisation, partnership

from graph import __version__
from graph.model.records import Alias, Evidence, Membership
from graph.write.graphs import Flat, flatten_network, flatten_two_mode, write_graphml

SCHEMA = Path(__file__).parents[3].parent / "shared" / "schema" / "graphml.xsd"


@pytest.fixture
def schema() -> etree.XMLSchema:
    if not SCHEMA.exists():
        pytest.skip("the GraphML schema stands in ../shared, which is absent")
    return etree.XMLSchema(etree.parse(SCHEMA, etree.XMLParser(no_network=True)))


def read(content: bytes) -> nx.Graph:
    return nx.parse_graphml(content.decode())


def test_whole_network() -> None:
    """A network of two organisations is written as below, every byte of it."""
    registry = make_registry(
        [
            organisation(
                "a", name="Zilt & Zoon", region="zandmeer", aliases=(Alias(text="Z<Z"),) * 2
            ),
            organisation("b", name='"B"', note="twee\r\nregels"),
        ],
        [
            partnership(
                "p",
                [
                    Membership(organisation="a", role="lead"),
                    Membership(
                        organisation="b",
                        certainty="medium",
                        evidence=(Evidence(source="s1", line=9, quote="B is erbij."),),
                    ),
                ],
            )
        ],
    )

    exported = write_graphml(flatten_network(registry))

    assert exported.warnings == ()
    assert list(exported.files) == [""]
    assert (
        exported.content.decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="g-title" for="graph" attr.name="title" attr.type="string">\
<desc>name of the data</desc></key>
  <key id="g-version" for="graph" attr.name="version" attr.type="string">\
<desc>version of collabgraph that wrote this</desc></key>
  <key id="g-content_hash" for="graph" attr.name="content_hash" attr.type="string">\
<desc>SHA-256 of what the data say: cite it as their version</desc></key>
  <key id="g-language" for="graph" attr.name="language" attr.type="string">\
<desc>language of the labels</desc></key>
  <key id="g-licence" for="graph" attr.name="licence" attr.type="string">\
<desc>on what terms the data may be used; absent where not said</desc></key>
  <key id="g-contact" for="graph" attr.name="contact" attr.type="string">\
<desc>whom to ask about the data; absent where not said</desc></key>
  <key id="g-selection" for="graph" attr.name="selection" attr.type="string">\
<desc>what was left out; absent where nothing was</desc></key>
  <key id="g-organisations" for="graph" attr.name="organisations" attr.type="int">\
<desc>number of organisations in this graph</desc></key>
  <key id="g-partnerships" for="graph" attr.name="partnerships" attr.type="int">\
<desc>number of partnerships behind this graph</desc></key>
  <key id="g-memberships" for="graph" attr.name="memberships" attr.type="int">\
<desc>number of memberships behind this graph</desc></key>
  <key id="g-ties" for="graph" attr.name="ties" attr.type="int">\
<desc>number of pairs that share a partnership; only in the network</desc></key>
  <key id="g-sources" for="graph" attr.name="sources" attr.type="string">\
<desc>each document: id, title, publisher, date</desc></key>
  <key id="n-label" for="node" attr.name="label" attr.type="string">\
<desc>what a drawing shows</desc></key>
  <key id="n-name" for="node" attr.name="name" attr.type="string">\
<desc>full name</desc></key>
  <key id="n-types" for="node" attr.name="types" attr.type="string">\
<desc>ids of the types of organisation, the main one first</desc></key>
  <key id="n-type" for="node" attr.name="type" attr.type="string">\
<desc>id of the type of organisation, the main one of several</desc></key>
  <key id="n-type_label" for="node" attr.name="type_label" attr.type="string">\
<desc>the type in words</desc></key>
  <key id="n-region" for="node" attr.name="region" attr.type="string">\
<desc>id of the region of its own</desc></key>
  <key id="n-region_label" for="node" attr.name="region_label" attr.type="string">\
<desc>the region in words</desc></key>
  <key id="n-aliases" for="node" attr.name="aliases" attr.type="string">\
<desc>other forms of the name, that hold everywhere</desc></key>
  <key id="n-scoped_aliases" for="node" attr.name="scoped_aliases" attr.type="string">\
<desc>forms of one document alone: form [document, lines]</desc></key>
  <key id="n-part_of" for="node" attr.name="part_of" attr.type="string">\
<desc>id of the organisation that it is a unit of</desc></key>
  <key id="n-succeeded_by" for="node" attr.name="succeeded_by" attr.type="string">\
<desc>id of the organisation that took its place</desc></key>
  <key id="n-identifiers" for="node" attr.name="identifiers" attr.type="string">\
<desc>identifiers in registers, each as register:number</desc></key>
  <key id="n-note" for="node" attr.name="note" attr.type="string">\
<desc>remark of the curator</desc></key>
  <key id="e-label" for="edge" attr.name="label" attr.type="string">\
<desc>names of the shared partnerships</desc></key>
  <key id="e-weight" for="edge" attr.name="weight" attr.type="int">\
<desc>partnerships that the two share; 1 for a membership or relation</desc></key>
  <key id="e-newman" for="edge" attr.name="newman" attr.type="double">\
<desc>sum of 1/(k-1) over shared partnerships of k named members</desc></key>
  <key id="e-interaction" for="edge" attr.name="interaction" attr.type="string">\
<desc>kind of edge, as Cytoscape calls it</desc></key>
  <key id="e-partnerships" for="edge" attr.name="partnerships" attr.type="string">\
<desc>ids of the shared partnerships</desc></key>
  <key id="e-certainty" for="edge" attr.name="certainty" attr.type="string">\
<desc>high (stated), medium (inferred) or low (mentioned)</desc></key>
  <key id="e-first_year" for="edge" attr.name="first_year" attr.type="int">\
<desc>earliest year known; absent where none is</desc></key>
  <key id="e-last_year" for="edge" attr.name="last_year" attr.type="int">\
<desc>latest year known; absent where none is</desc></key>
  <key id="e-sources" for="edge" attr.name="sources" attr.type="string">\
<desc>ids of the documents that say so</desc></key>
  <key id="e-evidence" for="edge" attr.name="evidence" attr.type="string">\
<desc>each passage: document, line of the original, quote</desc></key>
  <graph id="collabgraph" edgedefault="undirected">
    <data key="g-title">Samenwerking in Kustland</data>
    <data key="g-version">{__version__}</data>
    <data key="g-content_hash">{"ab" * 32}</data>
    <data key="g-language">nl</data>
    <data key="g-organisations">2</data>
    <data key="g-partnerships">1</data>
    <data key="g-memberships">2</data>
    <data key="g-ties">1</data>
    <data key="g-sources">s1: Bron 1, De Kustkrant, 2011-04</data>
    <node id="a">
      <data key="n-label">Zilt &amp; Zoon</data>
      <data key="n-name">Zilt &amp; Zoon</data>
      <data key="n-types">overig</data>
      <data key="n-type">overig</data>
      <data key="n-type_label">overig</data>
      <data key="n-region">zandmeer</data>
      <data key="n-region_label">Zandmeer</data>
      <data key="n-aliases">Z&lt;Z</data>
    </node>
    <node id="b">
      <data key="n-label">"B"</data>
      <data key="n-name">"B"</data>
      <data key="n-types">overig</data>
      <data key="n-type">overig</data>
      <data key="n-type_label">overig</data>
      <data key="n-note">twee&#13;
regels</data>
    </node>
    <edge source="a" target="b">
      <data key="e-label">Tafel p</data>
      <data key="e-weight">1</data>
      <data key="e-newman">1.0</data>
      <data key="e-interaction">shared partnership</data>
      <data key="e-partnerships">p</data>
      <data key="e-certainty">medium</data>
      <data key="e-sources">s1</data>
      <data key="e-evidence">[s1, r. 4] Zij zitten aan tafel p.
[s1, r. 9] B is erbij.</data>
    </edge>
  </graph>
</graphml>
"""
    )


def test_valid(schema: etree.XMLSchema, any_graph: Flat) -> None:
    """Each of both graphs is valid by the schema of GraphML 1.0, also an empty one."""
    schema.assertValid(etree.fromstring(write_graphml(any_graph).content))


def test_valid_with_places(schema: etree.XMLSchema, any_graph: Flat) -> None:
    """With the places of a map it is valid too, and says them of every node."""
    ids = [*"abcdefghpqrtu", "zes-kustgemeenten-6"]
    positions = {id: (number / 4, -1.5 * number) for number, id in enumerate(ids)}

    content = write_graphml(any_graph, positions).content

    schema.assertValid(etree.fromstring(content))
    read = nx.parse_graphml(content.decode())
    assert {id: (x, y) for id, x, y in places(read)} == {
        id: (x, -y) for id, (x, y) in positions.items() if id in read
    }


def places(graph: nx.Graph) -> list[tuple[str, float, float]]:
    """What a graph says of where its nodes stand."""
    return [(id, node["x"], node["y"]) for id, node in graph.nodes(data=True)]


def test_schema_refuses(schema: etree.XMLSchema) -> None:
    """The schema does check: an id with a blank in it is refused."""
    content = write_graphml(flatten_two_mode(kustland())).content

    broken = etree.fromstring(content.replace(b'<node id="a">', b'<node id="a b">'))

    assert not schema.validate(broken)


def test_networkx_reads_network() -> None:
    """networkx reads back the nodes, the ties, their weights and what else they say."""
    network = read(write_graphml(flatten_network(kustland())).content)

    assert list(network) == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert list(network.edges(data="weight")) == [
        ("a", "b", 2),
        ("a", "c", 1),
        ("b", "c", 1),
        ("c", "d", 1),
    ]
    assert [type(weight) for *_, weight in network.edges(data="weight")] == [int] * 4
    assert [newman for *_, newman in network.edges(data="newman")] == [1.5, 0.5, 0.5, 1.0]
    assert network.nodes["a"] == {
        "label": "Ziekenhuis De Vuurbaak",
        "name": "Ziekenhuis De Vuurbaak",
        "types": "ziekenhuis",
        "type": "ziekenhuis",
        "type_label": "ziekenhuis",
        "region": "zandmeer",
        "region_label": "Zandmeer",
        "aliases": "De Vuurbaak",
        "scoped_aliases": "ziekenhuis [s1]",
    }
    assert network.edges["a", "b"] == {
        "label": "Wondpoli Zandmeer; Voorbereiding wondpoli",
        "weight": 2,
        "newman": 1.5,
        "interaction": "shared partnership",
        "partnerships": "p;q",
        "certainty": "high",
        "first_year": 2018,
        "last_year": 2019,
        "sources": "s1",
        "evidence": "[s1, r. 4] Zij zitten aan tafel p.\n[s1, r. 4] Zij zitten aan tafel q.",
    }
    assert network.edges["c", "d"]["certainty"] == "medium"
    assert "first_year" not in network.edges["c", "d"]


def test_networkx_reads_graph() -> None:
    """networkx reads back what holds for the whole: title, version, counts, sources, hash."""
    network = read(write_graphml(flatten_network(kustland())).content)

    assert {name: network.graph[name] for name in network.graph if "default" not in name} == {
        "title": "Samenwerking in Kustland",
        "version": __version__,
        "content_hash": "ab" * 32,
        "language": "nl",
        "organisations": 8,
        "partnerships": 5,
        "memberships": 8,
        "ties": 4,
        "sources": "s1: Bron 1, De Kustkrant, 2011-04\ns2: Bron 2, De Kustkrant, 2012-04",
    }


def test_networkx_reads_two_mode() -> None:
    """networkx reads back both sides, the memberships and their roles, and finds it bipartite."""
    bipartite = read(write_graphml(flatten_two_mode(kustland())).content)

    sides = dict(bipartite.nodes(data="bipartite"))
    assert sides == {**dict.fromkeys("abcdefgh", 0), **dict.fromkeys("pqrtu", 1)}
    assert {frozenset(ends): role for *ends, role in bipartite.edges(data="role")} == {
        frozenset("pa"): "member",
        frozenset("pb"): "convener",
        frozenset("pc"): "funder",
        frozenset("qa"): "member",
        frozenset("qb"): "member",
        frozenset("rc"): "lead",
        frozenset("rd"): "member",
        frozenset("te"): "member",
    }
    assert nx.bipartite.is_bipartite_node_set(bipartite, "abcdefgh")
    assert bipartite.edges["p", "c"] == {
        "label": "financier",
        "weight": 1,
        "interaction": "funder",
        "role": "funder",
        "role_label": "financier",
        "certainty": "high",
        "identity": "high",
        "role_certainty": "high",
        "sources": "s1",
        "evidence": "[s1, r. 9] Gemeente Zandmeer betaalt.",
        "note": "betaalt de ruimte",
    }
    assert bipartite.nodes["p"] == {
        "label": "Wondpoli Zandmeer",
        "name": "Wondpoli Zandmeer",
        "bipartite": 1,
        "kind": "programma",
        "kind_label": "programma",
        "themes": "eerstelijn",
        "regions": "zandmeer",
        "period": "2019-03/..",
        "first_year": 2019,
        "last_year": 2019,
        "status": "active",
        "members_known": "some",
        "groups": "zes kustgemeenten (6, adviseur)",
        "certainty": "high",
        "sources": "s1",
        "evidence": "[s1, r. 4] Zij zitten aan tafel p.",
    }


def test_igraph_reads_network(tmp_path: Path) -> None:
    """igraph reads back the same nodes, ties and weights, and invents no ids for the ties."""
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "network.graphml"
    path.write_bytes(write_graphml(flatten_network(kustland())).content)

    network = igraph.Graph.Read_GraphML(str(path))

    ids = network.vs["id"]
    assert ids == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert network.vs["name"][4] == "Stichting Café Één"
    assert [(ids[left], ids[right]) for left, right in network.get_edgelist()] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
        ("c", "d"),
    ]
    assert network.es["weight"] == [2, 1, 1, 1]
    assert network.es["newman"] == [1.5, 0.5, 0.5, 1.0]
    assert not network.is_directed()
    assert network["ties"] == 4
    assert "id" not in network.es.attributes()


def test_igraph_reads_two_mode(tmp_path: Path) -> None:
    """igraph reads back the memberships and their roles."""
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "two-mode.graphml"
    path.write_bytes(write_graphml(flatten_two_mode(kustland())).content)

    bipartite = igraph.Graph.Read_GraphML(str(path))

    ids = bipartite.vs["id"]
    assert ids == list("abcdefghpqrtu")
    assert bipartite.vs["bipartite"] == [0] * 8 + [1] * 5
    assert {
        frozenset((ids[edge.source], ids[edge.target])): edge["role"] for edge in bipartite.es
    } == {
        frozenset("pa"): "member",
        frozenset("pb"): "convener",
        frozenset("pc"): "funder",
        frozenset("qa"): "member",
        frozenset("qb"): "member",
        frozenset("rc"): "lead",
        frozenset("rd"): "member",
        frozenset("te"): "member",
    }


def test_keys_are_unique() -> None:
    """No two keys share an id, though nodes and edges share names."""
    tree = etree.fromstring(write_graphml(flatten_two_mode(kustland())).content)

    keys = [key.attrib for key in tree if key.tag.endswith("key")]
    names = [(key["for"], key["attr.name"]) for key in keys]
    assert ("node", "label") in names
    assert ("edge", "label") in names
    assert len({key["id"] for key in keys}) == len(keys) == len(set(names)) > 30
