"""
Incidence -> plain attributes of each node, each edge and the whole: one definition for all formats.

The records hold the things of the model; a file holds text, numbers and lists of text. What an
export says, under which name and in which order, is decided here and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, Literal

from graph import __version__
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    GroupMembership,
    Membership,
    Organisation,
    Partnership,
    Period,
    Registry,
    Source,
    Term,
    Tie,
)
from graph.network.incidence import Incidence, as_incidence
from graph.schema.fields import ORGANISATION, PARTNERSHIP, Field, ListOf, Record, Whole
from graph.words.speak import Speaker

Kind = Literal["text", "whole", "real", "list", "lines"]
Value = str | int | float | tuple[str, ...]
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Attribute:
    """
    One attribute: its name in every format, what kind of value it has, and what it means.

    A `list` holds short texts, `lines` holds sentences: where a format has no lists the first
    becomes one text with separators, the second one text of several lines.
    """

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node: its id, and those of its attributes that have a value."""

    id: str
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge without direction: its id and ends, and those attributes that have a value."""

    id: str
    source: str
    target: str
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """
    A graph in plain attributes; nodes and edges sorted by id, attributes in order.

    `nodes` and `edges` can be gone through once: each is made when it is asked for, so that a
    large graph needs little memory beside its own.
    """

    values: Values
    nodes: Iterator[Node]
    edges: Iterator[Edge]
    graph_attributes: tuple[Attribute, ...]
    node_attributes: tuple[Attribute, ...]
    edge_attributes: tuple[Attribute, ...]


_LABEL = Attribute("label", "text", "what a drawing shows")
_WEIGHT = Attribute("weight", "whole", "partnerships that the two share; 1 for a membership")
_CERTAINTY = Attribute("certainty", "text", "high (stated), medium (inferred) or low (mentioned)")
_SOURCES = Attribute("sources", "list", "ids of the documents that say so")
_EVIDENCE = Attribute("evidence", "lines", "each passage: document, line of the original, quote")
_FIRST_YEAR = Attribute("first_year", "whole", "earliest year known; absent where none is")
_LAST_YEAR = Attribute("last_year", "whole", "latest year known; absent where none is")
_NOTE = Attribute("note", "text", "remark of the curator")

_GRAPH_ATTRIBUTES = (
    Attribute("title", "text", "name of the data"),
    Attribute("version", "text", "version of collabgraph that wrote this"),
    Attribute("content_hash", "text", "SHA-256 of what the data say: cite it as their version"),
    Attribute("language", "text", "language of the labels"),
    Attribute("licence", "text", "on what terms the data may be used; absent where not said"),
    Attribute("contact", "text", "whom to ask about the data; absent where not said"),
    Attribute("selection", "text", "what was left out; absent where nothing was"),
    Attribute("organisations", "whole", "number of organisations in this graph"),
    Attribute("partnerships", "whole", "number of partnerships behind this graph"),
    Attribute("memberships", "whole", "number of memberships behind this graph"),
    Attribute("ties", "whole", "number of pairs that share a partnership; only in the network"),
    Attribute("sources", "lines", "each document: id, title, publisher, date"),
)
_DERIVED: Mapping[str, tuple[Attribute, ...]] = {
    "type": (
        Attribute("type", "text", "id of the type of organisation, the main one of several"),
        Attribute("type_label", "text", "the type in words"),
    ),
    "region": (Attribute("region_label", "text", "the region in words"),),
    "kind": (Attribute("kind_label", "text", "the kind in words"),),
    "period": (_FIRST_YEAR, _LAST_YEAR),
    "certainty": (_SOURCES,),
}
"""What follows in an export from a field of the data, and stands behind it."""


def _list_attributes(shape: Record) -> Iterator[Attribute]:
    for field in shape.fields:
        if field.exported:
            yield Attribute(field.exported_as or field.name, _choose_kind(field), field.exported)
            yield from _DERIVED.get(field.name, ())


def _choose_kind(field: Field) -> Kind:
    match field.shape:
        case ListOf(item=Record(name="evidence")):
            return "lines"
        case ListOf() | Record():
            return "list"
        case Whole():
            return "whole"
        case _:
            return "text"


_ORGANISATION_ATTRIBUTES = (_LABEL, *_list_attributes(ORGANISATION))
_PARTNERSHIP_ATTRIBUTES = (
    Attribute("bipartite", "whole", "0 for an organisation, 1 for a partnership"),
    *(one for one in _list_attributes(PARTNERSHIP) if one not in _ORGANISATION_ATTRIBUTES),
)
_PLACE = (
    Attribute("x", "real", "place on the map of the page, in pixels, to the right"),
    Attribute("y", "real", "place on the map of the page, in pixels, upwards"),
)
_TIE_ATTRIBUTES = (
    Attribute("label", "text", "names of the shared partnerships"),
    _WEIGHT,
    Attribute("newman", "real", "sum of 1/(k-1) over shared partnerships of k named members"),
    Attribute("interaction", "text", "kind of edge, as Cytoscape calls it"),
    Attribute("partnerships", "list", "ids of the shared partnerships"),
    _CERTAINTY,
    _FIRST_YEAR,
    _LAST_YEAR,
    _SOURCES,
    _EVIDENCE,
)
_MEMBERSHIP_ATTRIBUTES = (
    _LABEL,
    _WEIGHT,
    Attribute("interaction", "text", "the role, as Cytoscape calls it"),
    Attribute("role", "text", "id of the role"),
    Attribute("role_label", "text", "the role in words"),
    _CERTAINTY,
    Attribute("identity", "text", "how sure it is that the text means this organisation"),
    Attribute("role_certainty", "text", "how sure the role is"),
    _SOURCES,
    _EVIDENCE,
    _NOTE,
)


def flatten_network(data: Registry | Incidence) -> Flat:
    """
    Put the network of organisations in plain attributes, the same for every format.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Nodes: organisations, sorted by id.
        Edges: ties, sorted by their ends. The id of an edge is the two ids with a dot between,
            which no id can hold.
        Values: only those that there are: nothing is ever None, empty text or an empty list.
    """
    incidence = as_incidence(data)
    words = _Words(incidence.registry)
    organisations = incidence.registry.organisations
    return Flat(
        values=_graph_values(incidence, ties=len(incidence.shared)),
        nodes=(
            Node(id=id, values=_organisation_values(organisations[id], words))
            for id in incidence.organisations
        ),
        edges=(_edge(tie.left, tie.right, _tie_values(tie, words)) for tie in incidence.ties()),
        graph_attributes=_GRAPH_ATTRIBUTES,
        node_attributes=_ORGANISATION_ATTRIBUTES,
        edge_attributes=_TIE_ATTRIBUTES,
    )


def flatten_two_mode(data: Registry | Incidence) -> Flat:
    """
    Put the two-mode graph in plain attributes, as `flatten_network` does for the network.

    Returns:
        Nodes: organisations, then partnerships, each sorted by id.
        Edges: memberships, from a partnership to an organisation, sorted by these.
    """
    incidence = as_incidence(data)
    words = _Words(incidence.registry)
    organisations = incidence.registry.organisations
    partnerships = incidence.registry.partnerships
    return Flat(
        values=_graph_values(incidence),
        nodes=chain(
            (
                Node(
                    id=id, values={**_organisation_values(organisations[id], words), "bipartite": 0}
                )
                for id in incidence.organisations
            ),
            (
                Node(id=id, values=_partnership_values(partnerships[id], words))
                for id in incidence.partnerships
            ),
        ),
        edges=(
            _edge(id, member.organisation, _membership_values(member, partnerships[id], words))
            for id in incidence.partnerships
            for member in incidence.members_of(id)
        ),
        graph_attributes=tuple(a for a in _GRAPH_ATTRIBUTES if a.name != "ties"),
        node_attributes=(*_ORGANISATION_ATTRIBUTES, *_PARTNERSHIP_ATTRIBUTES),
        edge_attributes=_MEMBERSHIP_ATTRIBUTES,
    )


def place_nodes(flat: Flat, positions: Mapping[str, tuple[float, float]]) -> Flat:
    """
    Say of each node where it stands on the map of the page.

    Args:
        flat: From `flatten_network` or `flatten_two_mode`.
        positions: Id -> (x, y) in pixels, y downwards, as `compute_positions` gives them.

    Returns:
        The same with `x` and `y` for every node, y upwards: so Gephi and igraph's plots read it.
    """

    def placed(node: Node) -> Node:
        x, y = positions[node.id]
        return replace(node, values={**node.values, "x": x, "y": 0.0 - y})

    return replace(
        flat, nodes=map(placed, flat.nodes), node_attributes=(*flat.node_attributes, *_PLACE)
    )


class _Words:
    """The words of one registry: labels in its language, passages and documents as text."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.vocabulary = registry.vocabulary
        self._speaker = Speaker(registry.language)
        self.passage: Callable[[Evidence], str] = cache(self._passage)

    def label(self, terms: Mapping[str, Term], id: str | None) -> str:
        return "" if id is None else terms[id].label(self._speaker.language)

    def passages(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        return tuple(map(self.passage, evidence))

    def item(self, item: Any) -> str:
        """Say one item of a list: an id, a name, a group, a passage."""
        match item:
            case Alias():
                return item.text
            case GroupMembership():
                return self.group(item)
            case Barrier():
                return f"{item.label} ({item.certainty})"
            case Evidence():
                return self.passage(item)
            case _:
                return str(item)

    def group(self, membership: GroupMembership) -> str:
        group = self.registry.groups[membership.group]
        role = self.label(self.vocabulary.roles, membership.role)
        size = "" if group.size is None else f"{group.size.text}, "
        return f"{group.label} ({size}{role})"

    def _passage(self, evidence: Evidence) -> str:
        return self._speaker.say(
            "exports.passage",
            source=evidence.source,
            line=str(evidence.line),
            quote=evidence.quote,
        )


def _edge(source: str, target: str, values: Values) -> Edge:
    return Edge(id=f"{source}.{target}", source=source, target=target, values=values)


def _present(**values: Value | None) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def _graph_values(incidence: Incidence, **counts: int) -> Values:
    registry = incidence.registry
    return _present(
        title=registry.title,
        version=__version__,
        content_hash=registry.content_hash,
        language=registry.language,
        licence=registry.licence,
        contact=registry.contact,
        selection=registry.selection,
        organisations=len(incidence.organisations),
        partnerships=len(incidence.partnerships),
        memberships=incidence.memberships,
        **counts,
        sources=tuple(_describe_source(source) for _, source in sorted(registry.sources.items())),
    )


def _describe_source(source: Source) -> str:
    given = (source.title, source.publisher, source.date)
    return f"{source.id}: {', '.join(part for part in given if part)}"


def _organisation_values(organisation: Organisation, words: _Words) -> dict[str, Value]:
    vocabulary = words.vocabulary
    return _present(
        label=organisation.name,
        **_field_values(ORGANISATION, organisation, words),
        type=organisation.type,
        type_label=words.label(vocabulary.types, organisation.type),
        region_label=words.label(vocabulary.regions, organisation.region),
    )


def _partnership_values(partnership: Partnership, words: _Words) -> Values:
    period = partnership.period
    return _present(
        bipartite=1,
        label=partnership.name,
        **_field_values(PARTNERSHIP, partnership, words),
        kind_label=words.label(words.vocabulary.kinds, partnership.kind),
        first_year=period.first_year if period else None,
        last_year=period.last_year if period else None,
        sources=partnership.sources,
    )


def _field_values(shape: Record, record: Any, words: _Words) -> dict[str, Value | None]:
    return {
        field.exported_as or field.name: _flatten_value(getattr(record, field.key), words)
        for field in shape.fields
        if field.exported
    }


def _flatten_value(value: Any, words: _Words) -> Value | None:
    match value:
        case Period():
            return value.text
        case Mapping():
            return tuple(f"{name}:{id}" for name, id in sorted(value.items()))
        case tuple():
            return tuple(dict.fromkeys(words.item(item) for item in value))
        case _:
            plain: Value | None = value
            return plain


def _tie_values(tie: Tie, words: _Words) -> Values:
    if tie.weight == 1:  # holds each passage once already
        evidence: Iterable[Evidence] = tie.shared[0].evidence
    else:
        evidence = dict.fromkeys(passage for shared in tie.shared for passage in shared.evidence)
    return _present(
        label="; ".join(shared.partnership.name for shared in tie.shared),
        weight=tie.weight,
        newman=tie.newman,
        interaction="shared partnership",
        partnerships=tuple(shared.partnership.id for shared in tie.shared),
        certainty=tie.certainty,
        first_year=tie.first_year,
        last_year=tie.last_year,
        sources=tuple(sorted({passage.source for passage in evidence})),
        evidence=words.passages(evidence),
    )


def _membership_values(membership: Membership, partnership: Partnership, words: _Words) -> Values:
    evidence = membership.evidence or partnership.evidence
    role = words.label(words.vocabulary.roles, membership.role)
    return _present(
        label=role,
        weight=1,
        interaction=membership.role,
        role=membership.role,
        role_label=role,
        certainty=membership.certainty,
        identity=membership.identity,
        role_certainty=membership.role_certainty,
        sources=tuple(sorted({passage.source for passage in evidence})),
        evidence=words.passages(evidence),
        note=membership.note,
    )
