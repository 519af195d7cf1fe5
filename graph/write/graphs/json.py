"""
Graph -> JSON in networkx's node-link form: `networkx.node_link_graph(data, edges="edges")`.

Lists stay lists here. A lone surrogate, which UTF-8 cannot hold, is escaped; nothing is replaced.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Flat

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_json(flat: Flat) -> Exported:
    """
    Write a graph as node-link JSON: one node or edge a line, keys sorted.

    The same graph gives the same bytes: UTF-8, lines end in LF.

    Args:
        flat: From `flatten_network` or `flatten_two_mode`; it is gone through once.

    Returns:
        One file. Every attribute of `flat` under its own name.
    """
    nodes = format_rows({"id": node.id, **node.values} for node in flat.nodes)
    edges = format_rows(
        {"id": edge.id, "source": edge.source, "target": edge.target, **edge.values}
        for edge in flat.edges
    )
    directed = json.dumps(flat.directed)  # then two nodes may have more than one edge
    text = (
        f'{{\n"directed": {directed},\n"edges": {edges},\n"graph": {format_map(flat.values)},\n'
        f'"multigraph": {directed},\n"nodes": {nodes}\n}}\n'
    )
    return Exported(files={"": encode_json(text)})


def format_rows(items: Iterable[Mapping[str, Any]]) -> str:
    """Write a list of maps as JSON, each on a line of its own with its keys sorted."""
    rows = ",\n".join(map(format_map, items))
    return f"[\n{rows}\n]" if rows else "[]"


def format_map(item: Mapping[str, Any]) -> str:
    """Write a map as JSON on one line, its keys sorted."""
    return json.dumps(item, ensure_ascii=False, allow_nan=False, sort_keys=True)


def encode_json(text: str) -> bytes:
    """Encode JSON as UTF-8; a lone surrogate, which that cannot hold, is escaped."""
    return _SURROGATE.sub(_escape, text).encode()


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
