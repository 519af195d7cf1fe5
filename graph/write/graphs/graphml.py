"""
Graph -> GraphML 1.0, for Gephi, Cytoscape, igraph, networkx and others.

networkx's own writer calls integers `long`, names its keys d0, d1, … and stops at characters that
XML cannot hold.
Lists are joined by `;`. The name of a key says whose it is (`n-label`, `e-label`): ids of keys
are unique in the file, names are not. Edges carry no id: the format does not ask for one, and
igraph (1.0, so R's too) fills the ids of edges with those of nodes.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from graph.write.graphs.attributes import place_nodes
from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Edge, Flat, Kind, Values

_TYPES: dict[Kind, str] = {
    "text": "string",
    "whole": "int",
    "real": "double",
    "list": "string",
    "lines": "string",
}
_PREFIXES = {"graph": "g", "node": "n", "edge": "e"}


def write_graphml(
    flat: Flat, positions: Mapping[str, tuple[float, float]] | None = None
) -> Exported:
    """
    Write a graph as GraphML, valid by the schema of GraphML 1.0.

    The same graph gives the same bytes: UTF-8, lines end in LF.

    Args:
        flat: From `flatten_network` or `flatten_two_mode`; it is gone through once.
        positions: Id -> (x, y) in pixels, from `compute_positions`; without, no node has a place.

    Returns:
        One file. Every attribute of `flat` under its own name; `weight` is an int.
    """
    if positions is not None:
        flat = place_nodes(flat, positions)
    cleaner = make_cleaner()
    content = "".join(list_lines(flat, cleaner)).encode()
    return Exported(files={"": content}, warnings=cleaner.warnings)


def make_cleaner() -> Cleaner:
    """Make what turns values into text of GraphML."""
    return Cleaner(_escape, form="xml", separator=";")


def _escape(text: str) -> str:
    # a carriage return that stands bare would be read back as a line feed
    return escape(text, {"\r": "&#13;"})


CLOSING = "  </graph>\n</graphml>\n"
"""What ends the file."""


def list_lines(flat: Flat, cleaner: Cleaner) -> Iterator[str]:
    """List the lines of a graph as GraphML, each when it is asked for."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _keys("graph", flat.graph_attributes)
    yield from _keys("node", flat.node_attributes)
    yield from _keys("edge", flat.edge_attributes)
    direction = "directed" if flat.directed else "undirected"
    yield f'  <graph id="collabgraph" edgedefault="{direction}">\n'
    yield _data(cleaner, flat.graph_attributes, flat.values, "graph")
    for node in flat.nodes:
        yield f'    <node id="{node.id}">\n'
        yield _data(cleaner, flat.node_attributes, node.values, "node", node.id)
        yield "    </node>\n"
    for edge in flat.edges:
        yield format_edge(edge, flat.edge_attributes, cleaner)
    yield CLOSING


def format_edge(edge: Edge, attributes: tuple[Attribute, ...], cleaner: Cleaner) -> str:
    """Format an edge, in lines of its own."""
    data = _data(cleaner, attributes, edge.values, "edge", edge.id)
    return f'    <edge source="{edge.source}" target="{edge.target}">\n{data}    </edge>\n'


def _keys(place: str, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    for attribute in attributes:
        yield (
            f'  <key id="{_PREFIXES[place]}-{attribute.name}" for="{place}" '
            f'attr.name="{attribute.name}" attr.type="{_TYPES[attribute.kind]}">'
            f"<desc>{_escape(attribute.meaning)}</desc></key>\n"
        )


def _data(
    cleaner: Cleaner, attributes: tuple[Attribute, ...], values: Values, place: str, id: str = ""
) -> str:
    prefix = _PREFIXES[place]
    indent = "    " if place == "graph" else "      "
    return "".join(
        f'{indent}<data key="{prefix}-{name}">{text}</data>\n'
        for name, text in cleaner.fields(attributes, values, place, id)
    )
