"""
Graph -> GEXF 1.3, the format of Gephi itself.

networkx writes 1.2draft only, hence our own. GEXF has places of its own for the label and the
weight, so these are no attributes here; the facts on the whole graph go into its description.
Lists are joined by `;`.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from graph import __version__
from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Flat, Kind, Values

_TYPES: dict[Kind, str] = {
    "text": "string",
    "whole": "integer",
    "real": "double",
    "list": "string",
    "lines": "string",
}
_OWN_PLACE = ("label", "weight")


def write_gexf(flat: Flat) -> Exported:
    """
    Write a graph as GEXF, valid by the schema of GEXF 1.3.

    The same graph gives the same bytes: UTF-8, lines end in LF.
    The date of writing is left out: it would make every file differ.

    Args:
        flat: From `flatten_network` or `flatten_two_mode`; it is gone through once.

    Returns:
        One file. Every attribute of `flat` under its own name.
    """
    cleaner = Cleaner(_escape, form="xml", separator=";")
    content = "".join(_lines(flat, cleaner)).encode()
    return Exported(files={"": content}, warnings=cleaner.warnings)


def _escape(text: str) -> str:
    # white space that stands bare in an XML attribute would be read back as blanks
    return escape(text, {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def _lines(flat: Flat, cleaner: Cleaner) -> Iterator[str]:
    node_attributes = _without_own_place(flat.node_attributes)
    edge_attributes = _without_own_place(flat.edge_attributes)
    facts = cleaner.fields(flat.graph_attributes, flat.values, "graph")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"  <meta>\n    <creator>collabgraph {__version__}</creator>\n"
    yield "    <description>\n"
    yield from (f"{name}: {text}\n" for name, text in facts)
    yield "    </description>\n  </meta>\n"
    direction = "directed" if flat.directed else "undirected"
    yield f'  <graph mode="static" defaultedgetype="{direction}" idtype="string">\n'
    yield from _declarations("node", node_attributes)
    yield from _declarations("edge", edge_attributes)
    labels = {
        attribute.name: attribute for attribute in (*flat.node_attributes, *flat.edge_attributes)
    }
    yield "    <nodes>\n"
    for node in flat.nodes:
        label = cleaner.text(labels["label"], node.values["label"], "node", node.id)
        yield f'      <node id="{node.id}" label="{label}">\n'
        yield _values(cleaner, node_attributes, node.values, "node", node.id)
        yield "      </node>\n"
    yield "    </nodes>\n    <edges>\n"
    for edge in flat.edges:
        label = cleaner.text(labels["label"], edge.values["label"], "edge", edge.id)
        yield f'      <edge id="{edge.id}" source="{edge.source}" target="{edge.target}" '
        yield f'label="{label}" weight="{edge.values["weight"]}">\n'
        yield _values(cleaner, edge_attributes, edge.values, "edge", edge.id)
        yield "      </edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _without_own_place(attributes: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    return tuple(attribute for attribute in attributes if attribute.name not in _OWN_PLACE)


def _declarations(place: str, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    yield f'    <attributes class="{place}" mode="static">\n'
    for attribute in attributes:
        name, kind = attribute.name, _TYPES[attribute.kind]
        yield f'      <attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def _values(
    cleaner: Cleaner, attributes: tuple[Attribute, ...], values: Values, place: str, id: str
) -> str:
    fields = "".join(
        f'          <attvalue for="{name}" value="{text}"/>\n'
        for name, text in cleaner.fields(attributes, values, place, id)
    )
    return f"        <attvalues>\n{fields}        </attvalues>\n"
