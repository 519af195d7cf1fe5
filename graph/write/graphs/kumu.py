"""
Graph -> JSON for Kumu, which calls it a blueprint: elements and connections.

Kumu gives `label`, `type`, `description` and `tags` a place of their own; whatever else an export
says is a field under its own name. The ends of connections are ids, for two elements may have the
same label. There is no place for facts on the whole graph.
"""

from collections.abc import Mapping
from typing import Any

from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Edge, Flat, Node, Value
from graph.write.graphs.json import encode_json, format_rows
from graph.write.graphs.places import find_kind, list_tags

_PLACED = ("type", "kind", "note", "evidence", "interaction", "direction")
"""Attributes that stand in a place of Kumu's own, or whose name Kumu reads in another way."""


def write_kumu(flat: Flat) -> Exported:
    """
    Write a graph as a blueprint of Kumu: one element or connection a line.

    The same graph gives the same bytes: UTF-8, lines end in LF.

    Args:
        flat: From `flatten_network`, `flatten_two_mode` or `flatten_relations`; gone through once.

    Returns:
        One file. The note of an element and the passages of a connection are its description.
    """
    direction = "directed" if flat.directed else "undirected"
    elements = format_rows(map(_make_element, flat.nodes))
    connections = format_rows(_make_connection(edge, direction) for edge in flat.edges)
    text = f'{{\n"connections": {connections},\n"elements": {elements}\n}}\n'
    return Exported(files={"": encode_json(text)})


def _make_element(node: Node) -> Mapping[str, Any]:
    element = {
        **_list_rest(node.values),
        "id": node.id,
        "type": find_kind(node),
        "description": node.values.get("note"),
        "tags": list_tags(node),
    }
    if "evidence" in node.values:
        element["evidence"] = _join(node.values["evidence"])
    return _present(element)


def _make_connection(edge: Edge, direction: str) -> Mapping[str, Any]:
    return _present(
        {
            **_list_rest(edge.values),
            "id": edge.id,
            "from": edge.source,
            "to": edge.target,
            "direction": direction,
            "type": edge.values["interaction"],
            "description": _join(edge.values.get("evidence", ())),
            "note": edge.values.get("note"),
        }
    )


def _list_rest(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _PLACED}


def _join(lines: Value) -> str:
    return "\n".join(lines) if isinstance(lines, tuple) else str(lines)


def _present(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", ())}
