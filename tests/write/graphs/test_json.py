"""JSON: whole output, and read back by networkx."""

import json

import networkx as nx
from registries import kustland, make_registry, organisation, partnership

from graph import __version__
from graph.model.records import Alias, Evidence, Membership
from graph.write.graphs import flatten_network, flatten_two_mode, write_json


def read(content: bytes) -> nx.Graph:
    return nx.node_link_graph(json.loads(content), edges="edges")


def test_whole_two_mode() -> None:
    """A two-mode graph with two memberships is written as below, every byte of it."""
    registry = make_registry(
        [
            organisation("a", name="Café Één", aliases=(Alias(text="É;n"), Alias(text="Eén"))),
            organisation("b", name='"B"', ids={"oin": "2", "kvk": "1"}, part_of="a"),
        ],
        [
            partnership(
                "p",
                [
                    Membership(organisation="a", role="lead"),
                    Membership(
                        organisation="b",
                        certainty="low",
                        evidence=(Evidence(source="s1", line=9, quote="B is erbij."),),
                    ),
                ],
                themes=("jeugd",),
            )
        ],
        language="en",
    )

    exported = write_json(flatten_two_mode(registry))

    assert exported.warnings == ()
    assert list(exported.files) == [""]
    assert exported.content.decode() == (
        """\
{
"directed": false,
"edges": [
{"certainty": "high", "evidence": ["[s1, l. 4] Zij zitten aan tafel p."], "id": "p.a", \
"identity": "high", \
"interaction": "lead", "label": "lead", "role": "lead", "role_certainty": "high", \
"role_label": "lead", "source": "p", \
"sources": ["s1"], "target": "a", "weight": 1},
{"certainty": "low", "evidence": ["[s1, l. 9] B is erbij."], "id": "p.b", \
"identity": "high", \
"interaction": "member", "label": "member", "role": "member", "role_certainty": "high", \
"role_label": "member", \
"source": "p", "sources": ["s1"], "target": "b", "weight": 1}
],
"graph": {"content_hash": "<hash>", "language": "en", "memberships": 2, "organisations": 2, \
"partnerships": 1, "sources": ["s1: Bron 1, De Kustkrant, 2011-04"], \
"title": "Samenwerking in Kustland", "version": "<version>"},
"multigraph": false,
"nodes": [
{"aliases": ["É;n", "Eén"], "bipartite": 0, "id": "a", "label": "Café Één", \
"name": "Café Één", "type": "overig", "type_label": "other", "types": ["overig"]},
{"bipartite": 0, "id": "b", "identifiers": ["kvk:1", "oin:2"], "label": "\\"B\\"", \
"name": "\\"B\\"", "part_of": "a", "type": "overig", "type_label": "other", "types": ["overig"]},
{"bipartite": 1, "certainty": "high", "evidence": ["[s1, l. 4] Zij zitten aan tafel p."], \
"id": "p", "kind": "overleg", "kind_label": "consultation", "label": "Tafel p", \
"members_known": "some", "name": "Tafel p", "sources": ["s1"], "status": "unknown", \
"themes": ["jeugd"]}
]
}
""".replace("<hash>", "ab" * 32).replace("<version>", __version__)
    )


def test_whole_empty() -> None:
    """An empty registry gives a whole file, with no nodes and no edges."""
    registry = make_registry([], [], sources=0)

    content = write_json(flatten_network(registry)).content

    assert json.loads(content) == {
        "directed": False,
        "edges": [],
        "graph": {
            "content_hash": "ab" * 32,
            "language": "nl",
            "memberships": 0,
            "organisations": 0,
            "partnerships": 0,
            "ties": 0,
            "title": "Samenwerking in Kustland",
            "version": __version__,
        },
        "multigraph": False,
        "nodes": [],
    }


def test_networkx_reads_network() -> None:
    """networkx reads back the nodes, the ties, their weights; lists stay lists."""
    network = read(write_json(flatten_network(kustland())).content)

    assert list(network) == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert list(network.edges(data="weight")) == [
        ("a", "b", 2),
        ("a", "c", 1),
        ("b", "c", 1),
        ("c", "d", 1),
    ]
    assert network.edges["a", "b"]["partnerships"] == ["p", "q"]
    assert network.nodes["a"]["aliases"] == ["De Vuurbaak"]
    assert network.graph["ties"] == 4


def test_networkx_writes_the_same() -> None:
    """The data are what networkx's own `node_link_data` makes of them."""
    data = json.loads(write_json(flatten_two_mode(kustland())).content)

    graph = nx.node_link_graph(data, edges="edges")

    written = nx.node_link_data(graph, edges="edges")
    assert {key: data[key] for key in ("directed", "multigraph", "graph", "nodes")} == {
        key: written[key] for key in ("directed", "multigraph", "graph", "nodes")
    }
    assert len(written["edges"]) == len(data["edges"]) == 8


def test_lone_surrogate_survives() -> None:
    """A lone surrogate is escaped, so that the file is UTF-8 and the text comes back as it was."""
    registry = make_registry([organisation("a", name="x\ud800y")], [])

    content = write_json(flatten_two_mode(registry)).content

    assert b'"name": "x\\ud800y"' in content
    assert read(content).nodes["a"]["name"] == "x\ud800y"
