"""
Registry -> the relations as a graph of their own: directed, and never mixed with ties.

A tie says that two share a partnership, a relation what one does to another: in one file a program
would count the one for the other.
"""

from collections.abc import Iterator

from graph.model.ends import find_end
from graph.model.records import Registry, Relation
from graph.network.incidence import Incidence
from graph.schema.fields import GROUP, ORGANISATION, PARTNERSHIP, RELATION
from graph.schema.records import RECORDS
from graph.write.graphs.fields import LABEL, WEIGHT, describe_record, list_attributes
from graph.write.graphs.flat import Attribute, Edge, Flat, Node
from graph.write.graphs.whole import describe_data, list_facts
from graph.write.graphs.words import Words

_COUNTS = (
    Attribute("organisations", "whole", "number of organisations in this graph"),
    Attribute("groups", "whole", "number of groups in this graph"),
    Attribute("partnerships", "whole", "number of partnerships in this graph"),
    Attribute("relations", "whole", "number of relations, each an edge with a direction"),
)
_NODE_ATTRIBUTES = (
    LABEL,
    Attribute("record", "text", "organisation, group or partnership"),
    *{
        attribute.name: attribute
        for shape in (PARTNERSHIP, GROUP, ORGANISATION)
        for attribute in list_attributes(shape)
        if attribute.name != "label"
    }.values(),
)
_ENDS = ("from", "from_name", "to", "to_name")
"""What the ends of an edge say already."""
_EDGE_ATTRIBUTES = (
    LABEL,
    WEIGHT,
    Attribute("interaction", "text", "the kind, as Cytoscape calls it"),
    *(one for one in list_attributes(RELATION) if one.name not in _ENDS),
)


def flatten_relations(data: Registry | Incidence) -> Flat:
    """
    Put the relations in plain attributes, as `flatten_network` does for the network.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Nodes: the organisations, groups and partnerships that stand at an end of a relation,
            sorted by id.
        Edges: relations, sorted by id, from who does it to whom it is done.
    """
    registry = data.registry if isinstance(data, Incidence) else data
    words = Words(registry)
    relations = sorted(registry.relations.items())
    ends = sorted({end for _, relation in relations for end in relation.ends})
    counts = dict.fromkeys((one.name for one in _COUNTS), 0) | {"relations": len(relations)}
    for id in ends:
        counts[f"{_name_kind(registry, id)}s"] += 1
    return Flat(
        values=describe_data(registry, **counts),
        nodes=_walk_nodes(registry, ends, words),
        edges=(_make_edge(relation, words) for _, relation in relations),
        graph_attributes=list_facts(*_COUNTS),
        node_attributes=_NODE_ATTRIBUTES,
        edge_attributes=_EDGE_ATTRIBUTES,
        directed=True,
    )


def _walk_nodes(registry: Registry, ends: list[str], words: Words) -> Iterator[Node]:
    for id in ends:
        record = find_end(registry, id)
        values = describe_record(
            record, words, label=record.names[1], record=_name_kind(registry, id)
        )
        yield Node(id=id, values=values)


def _make_edge(relation: Relation, words: Words) -> Edge:
    values = describe_record(
        relation, words, label=words.kind(relation), weight=1, interaction=relation.kind
    )
    return Edge(
        id=relation.id,
        source=relation.origin,
        target=relation.target,
        values={name: value for name, value in values.items() if name not in _ENDS},
    )


def _name_kind(registry: Registry, id: str) -> str:
    return RECORDS[type(find_end(registry, id))].name
