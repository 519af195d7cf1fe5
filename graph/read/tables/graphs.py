"""Nodes and edges with what is said of them -> two tables."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.model.message import Message
from graph.read.tables.opened import Opened
from graph.read.tables.table import RegisterTable, Row

Values = Mapping[str, str]
"""What is said of a node or an edge, by name."""

FROM, TO, ID, LABEL = "from", "to", "id", "label"
FROM_NAME, TO_NAME = "from name", "to name"


class Graph(NamedTuple):
    """The nodes and edges of a file: a node has an `id`, an edge `from` and `to`."""

    nodes: Sequence[Values]
    edges: Sequence[Values]


def make_tables(graph: Graph, data: bytes, name: str, form: str) -> Opened:
    """
    Put a graph in two tables, a node and an edge a row, in the order of the file.

    An edge has the names of its ends beside their ids, so that its row can be read alone.

    Args:
        graph: The nodes and edges.
        data: The whole file.
        name: How it is named in messages.
        form: What the form of the file is called.
    """
    names = {node[ID]: node.get(LABEL) or node.get("name") or node[ID] for node in graph.nodes}
    edges = [
        {
            FROM: edge[FROM],
            FROM_NAME: names.get(edge[FROM], ""),
            TO: edge[TO],
            TO_NAME: names.get(edge[TO], ""),
            **edge,
        }
        for edge in graph.edges
    ]
    digest = hashlib.sha256(data).hexdigest()
    tables = (
        _make_table(f"{name} (nodes)", (ID, LABEL), graph.nodes, digest),
        _make_table(f"{name} (edges)", (FROM, FROM_NAME, TO, TO_NAME), edges, digest),
    )
    return Opened(tables, Message("import.how_graph", form=form), is_text=False)


def _make_table(
    name: str, first: Sequence[str], records: Sequence[Values], sha256: str
) -> RegisterTable:
    header = tuple(dict.fromkeys([*first, *(key for record in records for key in record)]))
    rows = [
        Row(name, line, tuple(" ".join(record.get(key, "").split()) for key in header))
        for line, record in enumerate(records, 2)
    ]
    return RegisterTable(name, header, rows, sha256, {})
