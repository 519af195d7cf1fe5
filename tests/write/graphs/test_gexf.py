"""GEXF 1.3: whole output, valid by the schema, and read back by networkx."""

import io
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from registries import kustland, make_registry, organisation, partnership

from graph import __version__
from graph.model.records import Alias, Membership
from graph.write.graphs import Flat, flatten_network, flatten_two_mode, write_gexf

SCHEMA = Path(__file__).parents[3].parent / "shared" / "schema" / "gexf.xsd"


@pytest.fixture
def schema() -> etree.XMLSchema:
    if not SCHEMA.exists():
        pytest.skip("the GEXF schema stands in ../shared, which is absent")
    return etree.XMLSchema(etree.parse(SCHEMA, etree.XMLParser(no_network=True)))


def read(content: bytes) -> nx.Graph:
    """Read with networkx: it writes no 1.3, but does read it."""
    return nx.read_gexf(io.BytesIO(content))


def test_whole_network() -> None:
    """A network of two organisations is written as below, every byte of it."""
    registry = make_registry(
        [
            organisation(
                "a", name="Zilt & Zoon", region="zandmeer", aliases=(Alias(text="Z<Z"),) * 2
            ),
            organisation("b", name='"B"', note="twee\r\nregels\t"),
        ],
        [partnership("p", [Membership(organisation="a"), Membership(organisation="b")])],
    )

    exported = write_gexf(flatten_network(registry))

    assert exported.warnings == ()
    assert list(exported.files) == [""]
    assert (
        exported.content.decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>collabgraph {__version__}</creator>
    <description>
title: Samenwerking in Kustland
version: {__version__}
content_hash: {"ab" * 32}
language: nl
organisations: 2
partnerships: 1
memberships: 2
ties: 1
sources: s1: Bron 1, De Kustkrant, 2011-04
    </description>
  </meta>
  <graph mode="static" defaultedgetype="undirected" idtype="string">
    <attributes class="node" mode="static">
      <attribute id="name" title="name" type="string"/>
      <attribute id="types" title="types" type="string"/>
      <attribute id="type" title="type" type="string"/>
      <attribute id="type_label" title="type_label" type="string"/>
      <attribute id="region" title="region" type="string"/>
      <attribute id="region_label" title="region_label" type="string"/>
      <attribute id="aliases" title="aliases" type="string"/>
      <attribute id="scoped_aliases" title="scoped_aliases" type="string"/>
      <attribute id="part_of" title="part_of" type="string"/>
      <attribute id="succeeded_by" title="succeeded_by" type="string"/>
      <attribute id="identifiers" title="identifiers" type="string"/>
      <attribute id="note" title="note" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="newman" title="newman" type="double"/>
      <attribute id="interaction" title="interaction" type="string"/>
      <attribute id="partnerships" title="partnerships" type="string"/>
      <attribute id="certainty" title="certainty" type="string"/>
      <attribute id="first_year" title="first_year" type="integer"/>
      <attribute id="last_year" title="last_year" type="integer"/>
      <attribute id="sources" title="sources" type="string"/>
      <attribute id="evidence" title="evidence" type="string"/>
    </attributes>
    <nodes>
      <node id="a" label="Zilt &amp; Zoon">
        <attvalues>
          <attvalue for="name" value="Zilt &amp; Zoon"/>
          <attvalue for="types" value="overig"/>
          <attvalue for="type" value="overig"/>
          <attvalue for="type_label" value="overig"/>
          <attvalue for="region" value="zandmeer"/>
          <attvalue for="region_label" value="Zandmeer"/>
          <attvalue for="aliases" value="Z&lt;Z"/>
        </attvalues>
      </node>
      <node id="b" label="&quot;B&quot;">
        <attvalues>
          <attvalue for="name" value="&quot;B&quot;"/>
          <attvalue for="types" value="overig"/>
          <attvalue for="type" value="overig"/>
          <attvalue for="type_label" value="overig"/>
          <attvalue for="note" value="twee&#13;&#10;regels&#9;"/>
        </attvalues>
      </node>
    </nodes>
    <edges>
      <edge id="a.b" source="a" target="b" label="Tafel p" weight="1">
        <attvalues>
          <attvalue for="newman" value="1.0"/>
          <attvalue for="interaction" value="shared partnership"/>
          <attvalue for="partnerships" value="p"/>
          <attvalue for="certainty" value="high"/>
          <attvalue for="sources" value="s1"/>
          <attvalue for="evidence" value="[s1, r. 4] Zij zitten aan tafel p."/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
"""
    )


def test_valid(schema: etree.XMLSchema, any_graph: Flat) -> None:
    """Each of both graphs is valid by the schema of GEXF 1.3, also an empty one."""
    schema.assertValid(etree.fromstring(write_gexf(any_graph).content))


def test_schema_refuses(schema: etree.XMLSchema) -> None:
    """The schema does check: a type that GEXF does not know is refused."""
    content = write_gexf(flatten_two_mode(kustland())).content

    assert not schema.validate(etree.fromstring(content.replace(b'"integer"', b'"int"')))


def test_networkx_reads_network() -> None:
    """networkx reads back the nodes, the ties, their weights and what else they say."""
    network = read(write_gexf(flatten_network(kustland())).content)

    assert list(network) == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert list(network.edges(data="weight")) == [
        ("a", "b", 2),
        ("a", "c", 1),
        ("b", "c", 1),
        ("c", "d", 1),
    ]
    assert not network.is_directed()
    assert network.nodes["a"]["label"] == "Ziekenhuis De Vuurbaak"
    assert network.edges["a", "b"] == {
        "id": "a.b",
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


def test_networkx_reads_two_mode() -> None:
    """networkx reads back both sides and the memberships."""
    bipartite = read(write_gexf(flatten_two_mode(kustland())).content)

    sides = dict(bipartite.nodes(data="bipartite"))
    assert sides == {**dict.fromkeys("abcdefgh", 0), **dict.fromkeys("pqrtu", 1)}
    assert sorted("".join(sorted(edge)) for edge in bipartite.edges) == [
        "ap",
        "aq",
        "bp",
        "bq",
        "cp",
        "cr",
        "dr",
        "et",
    ]
    assert bipartite.edges["p", "c"]["role"] == "funder"
    assert bipartite.edges["p", "c"]["weight"] == 1
