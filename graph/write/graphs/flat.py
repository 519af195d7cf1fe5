"""A graph in plain attributes: what every writer of a format takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "whole", "real", "list", "lines"]
Value = str | int | float | tuple[str, ...]
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Attribute:
    """
    One attribute: its name in every format, what kind of value it has, and what it means.

    A `list` holds short texts, `lines` holds sentences: where a format has no lists the first
    becomes one text with separators, the second one text of several lines. `label`: what stands
    above its column for readers, where the words of the program do not say so.
    """

    name: str
    kind: Kind
    meaning: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node: its id, and those of its attributes that have a value."""

    id: str
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge: its id and ends, and those attributes that have a value."""

    id: str
    source: str
    target: str
    values: Values


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows beside a graph, of what has no place in it: their name, attributes, and each its values.

    `rows` can be gone through once, as the nodes of a graph; each has an `id`, which need not be
    that of a column.
    """

    name: str
    attributes: tuple[Attribute, ...]
    rows: Iterator[Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """
    A graph in plain attributes; nodes and edges sorted by id, attributes in order.

    `nodes` and `edges` can be gone through once: each is made when it is asked for, so that a
    large graph needs little memory beside its own. `directed`: its edges go from `source` to
    `target`, and two nodes may have more than one. `two_mode`: its
    nodes are organisations and then partnerships, as their `bipartite` says. `tables`: what a
    format of tables writes beside it.
    """

    values: Values
    nodes: Iterator[Node]
    edges: Iterator[Edge]
    graph_attributes: tuple[Attribute, ...]
    node_attributes: tuple[Attribute, ...]
    edge_attributes: tuple[Attribute, ...]
    directed: bool = False
    two_mode: bool = False
    tables: tuple[Table, ...] = ()
