"""
Graph -> the network file of Pajek (`.net`), two-mode where the graph is.

Pajek knows a node by one label, so that is its name. It takes a file for UTF-8 where a byte order
mark says so; behind the mark comes a comment, for networkx cannot read a first line that matters
there. The facts on the whole graph stand in such comments.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator

from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Flat
from graph.write.graphs.labels import make_labels, tame


def write_pajek(flat: Flat) -> Exported:
    """
    Write a graph as a network of Pajek, with weights and without other attributes.

    The same graph gives the same bytes: UTF-8 with a byte order mark, lines end in CRLF.

    Args:
        flat: From `flatten_network`, `flatten_two_mode` or `flatten_relations`; gone through once.

    Returns:
        One file. Edges, or arcs where they have a direction.
    """
    cleaner = Cleaner(tame, form="pajek", separator=";")
    text = "".join(f"{line}\r\n" for line in _lines(flat, cleaner))
    return Exported(files={"": BOM_UTF8 + text.encode()}, warnings=cleaner.warnings)


def _lines(flat: Flat, cleaner: Cleaner) -> Iterator[str]:
    for attribute in flat.graph_attributes:
        value = flat.values.get(attribute.name, ())
        for part in value if isinstance(value, tuple) else (value,):
            yield f"% {attribute.name}: {cleaner.text(attribute, part, 'graph')}"
    nodes = list(flat.nodes)
    numbers = {node.id: number for number, node in enumerate(nodes, start=1)}
    first = f" {sum(not node.values['bipartite'] for node in nodes)}" if flat.two_mode else ""
    yield f"*Vertices {len(nodes)}{first}"
    for number, label in enumerate(make_labels(nodes, cleaner), start=1):
        yield f'{number} "{label}"'
    yield "*Arcs" if flat.directed else "*Edges"
    for edge in flat.edges:
        ends = sorted((numbers[edge.source], numbers[edge.target]))
        if flat.directed:
            ends = [numbers[edge.source], numbers[edge.target]]
        yield f"{ends[0]} {ends[1]} {edge.values['weight']}"
