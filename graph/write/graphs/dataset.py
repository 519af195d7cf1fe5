"""Registry -> all of it in tables, for workbooks and databases: each kind of record has one."""

from collections.abc import Iterator
from itertools import chain

from graph.model.ends import name_end
from graph.model.records import Registry
from graph.network.incidence import Incidence, as_incidence
from graph.schema.fields import ORGANISATION, PARTNERSHIP
from graph.words.speak import Speaker
from graph.write.graphs.attributes import (
    WISHED,
    declare_words,
    flatten_network,
    flatten_two_mode,
)
from graph.write.graphs.fields import list_attributes
from graph.write.graphs.flat import Attribute, Edge, Flat, Node, Table, Value, Values
from graph.write.graphs.tables import ID

_ENDS = {
    "memberships": (
        Attribute("partnership", "text", "id of the partnership"),
        Attribute("partnership_name", "text", "its name"),
        Attribute("organisation", "text", "id of the organisation that takes part"),
        Attribute("organisation_name", "text", "its name"),
    ),
    "ties": (
        Attribute("left", "text", "id of the organisation that comes first by id"),
        Attribute("left_name", "text", "its name"),
        Attribute("right", "text", "id of the other"),
        Attribute("right_name", "text", "its name"),
    ),
}
_ABOUT = (
    Attribute("fact", "text", "what is said of the whole"),
    Attribute("value", "lines", "what it is"),
)
_DRAWN = {"memberships": ("label", "weight", "interaction"), "ties": ("interaction",)}
"""What an edge says to who draws it alone."""


def flatten_dataset(data: Registry | Incidence) -> tuple[Table, ...]:
    """
    Put everything in tables: what the graphs say of nodes and edges, and the tables beside them.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Organisations, partnerships, memberships and ties, each sorted by id; those of `TABLES`;
        and `about`, the facts on the whole. A membership or tie names its ends, each by id and
        name. Every row has an `id`, also where no column has it.
    """
    incidence = as_incidence(data)
    network, two_mode = flatten_network(incidence), flatten_two_mode(incidence)
    words = declare_words(incidence)
    return (
        Table(
            "organisations",
            (ID, *list_attributes(ORGANISATION), *words.declared("organisations")),
            map(_row, network.nodes),
        ),
        Table(
            "partnerships",
            (ID, *list_attributes(PARTNERSHIP), WISHED, *words.declared("partnerships")),
            (_row(node) for node in two_mode.nodes if node.values["bipartite"]),
        ),
        _tabulate("memberships", two_mode, incidence.registry),
        _tabulate("ties", network, incidence.registry),
        *network.tables,
        Table("about", _ABOUT, _walk_facts(network, incidence.registry.language)),
    )


def _row(node: Node) -> Values:
    return {"id": node.id, **node.values}


def _tabulate(name: str, flat: Flat, registry: Registry) -> Table:
    attributes = (one for one in flat.edge_attributes if one.name not in _DRAWN[name])
    return Table(
        name, tuple(chain(_ENDS[name], attributes)), _walk_edges(name, flat.edges, registry)
    )


def _walk_edges(name: str, edges: Iterator[Edge], registry: Registry) -> Iterator[Values]:
    source, source_name, target, target_name = (one.name for one in _ENDS[name])
    for edge in edges:
        yield {
            "id": edge.id,
            source: edge.source,
            source_name: name_end(registry, edge.source),
            target: edge.target,
            target_name: name_end(registry, edge.target),
            **edge.values,
        }


def _walk_facts(flat: Flat, language: str) -> Iterator[Values]:
    for attribute in flat.graph_attributes:
        if attribute.name in flat.values:
            yield _state(attribute.name, flat.values[attribute.name])
    yield _state("caveat", Speaker(language).say("exports.absence"))


def _state(fact: str, value: Value) -> Values:
    return {"id": fact, "fact": fact, "value": value}
