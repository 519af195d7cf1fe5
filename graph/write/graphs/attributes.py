"""
Incidence -> plain attributes of each node, each edge and the whole: one definition for all formats.

The records hold the things of the model; a file holds text, numbers and lists of text. What an
export says, under which name and in which order, is decided here and nowhere else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from graph.model.records import (
    Evidence,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Tie,
)
from graph.network.incidence import Incidence, as_incidence
from graph.schema.fields import ORGANISATION, PARTNERSHIP
from graph.write.graphs.fields import (
    CERTAINTY,
    EVIDENCE,
    FIRST_YEAR,
    LABEL,
    LAST_YEAR,
    NOTE,
    SOURCES,
    WEIGHT,
    describe_record,
    list_attributes,
    present,
)
from graph.write.graphs.flat import Attribute, Edge, Flat, Node, Value, Values
from graph.write.graphs.tables import list_tables
from graph.write.graphs.whole import describe_data, list_facts
from graph.write.graphs.words import Words

_COUNTS = (
    Attribute("organisations", "whole", "number of organisations in this graph"),
    Attribute("partnerships", "whole", "number of partnerships behind this graph"),
    Attribute("memberships", "whole", "number of memberships behind this graph"),
)
_RESERVED = {
    "id",
    "organisation",
    "partnership",
    "source",
    "target",
    "from",
    "to",
    "direction",
    "tags",
}
"""What formats call ids, ends and what is gathered, so that no register may call anything so."""

_TIES = Attribute("ties", "whole", "number of pairs that share a partnership; only in the network")
_ORGANISATION_ATTRIBUTES = (LABEL, *list_attributes(ORGANISATION))
WISHED = Attribute("wished", "list", "who is wanted and was not asked yet: takes part in nothing")
_PARTNERSHIP_ATTRIBUTES = (
    Attribute("bipartite", "whole", "0 for an organisation, 1 for a partnership"),
    *(one for one in list_attributes(PARTNERSHIP) if one not in _ORGANISATION_ATTRIBUTES),
    WISHED,
)
_PLACE = (
    Attribute("x", "real", "place on the map of the page, in pixels, to the right"),
    Attribute("y", "real", "place on the map of the page, in pixels, upwards"),
)
_TIE_ATTRIBUTES = (
    Attribute("label", "text", "names of the shared partnerships"),
    WEIGHT,
    Attribute("newman", "real", "sum of 1/(k-1) over shared partnerships of k named members"),
    Attribute("interaction", "text", "kind of edge, as Cytoscape calls it"),
    Attribute("partnerships", "list", "ids of the shared partnerships"),
    CERTAINTY,
    FIRST_YEAR,
    LAST_YEAR,
    SOURCES,
    EVIDENCE,
)
LEAN_NODE = (LABEL,)
LEAN_TIE = tuple(one for one in _TIE_ATTRIBUTES if one.name in ("weight", "newman"))
"""What an export of a large register says of nodes and of edges."""
_MEMBERSHIP_ATTRIBUTES = (
    LABEL,
    WEIGHT,
    Attribute("interaction", "text", "the role, as Cytoscape calls it"),
    Attribute("role", "text", "id of the role"),
    Attribute("role_label", "text", "the role in words"),
    CERTAINTY,
    Attribute("identity", "text", "how sure it is that the text means this organisation"),
    Attribute("role_certainty", "text", "how sure the role is"),
    SOURCES,
    EVIDENCE,
    NOTE,
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
    words = declare_words(incidence)
    organisations = incidence.registry.organisations
    return Flat(
        values=_describe(incidence, ties=len(incidence.shared)),
        nodes=(
            Node(id=id, values=_describe_node(organisations[id], words))
            for id in incidence.organisations
        ),
        edges=(_edge(tie.left, tie.right, _tie_values(tie, words)) for tie in incidence.ties()),
        graph_attributes=list_facts(*_COUNTS, _TIES),
        node_attributes=(*_ORGANISATION_ATTRIBUTES, *words.declared("organisations")),
        edge_attributes=_TIE_ATTRIBUTES,
        tables=list_tables(incidence.registry, words),
    )


def flatten_two_mode(data: Registry | Incidence) -> Flat:
    """
    Put the two-mode graph in plain attributes, as `flatten_network` does for the network.

    Returns:
        Nodes: organisations, then partnerships, each sorted by id.
        Edges: memberships, from a partnership to an organisation, sorted by these.
    """
    incidence = as_incidence(data)
    words = declare_words(incidence)
    organisations = incidence.registry.organisations
    partnerships = incidence.registry.partnerships
    return Flat(
        values=_describe(incidence),
        nodes=chain(
            (
                Node(
                    id=id,
                    values=_describe_node(organisations[id], words, bipartite=0),
                )
                for id in incidence.organisations
            ),
            (
                Node(
                    id=id,
                    values=_describe_node(
                        partnerships[id], words, bipartite=1, wished=words.wished(partnerships[id])
                    ),
                )
                for id in incidence.partnerships
            ),
        ),
        edges=(
            _edge(id, member.organisation, _membership_values(member, partnerships[id], words))
            for id in incidence.partnerships
            for member in incidence.members_of(id)
        ),
        graph_attributes=list_facts(*_COUNTS),
        node_attributes=(
            *_ORGANISATION_ATTRIBUTES,
            *_PARTNERSHIP_ATTRIBUTES,
            *words.declared("organisations", "partnerships"),
        ),
        edge_attributes=(*_MEMBERSHIP_ATTRIBUTES, *words.declared("memberships")),
        two_mode=True,
        tables=list_tables(incidence.registry, words),
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


def declare_words(incidence: Incidence) -> Words:
    """Take the words of data, with a name for each attribute of a register that none has yet."""
    nodes = (*_ORGANISATION_ATTRIBUTES, *_PARTNERSHIP_ATTRIBUTES)
    taken = {"nodes": nodes, "edges": _MEMBERSHIP_ATTRIBUTES}
    return Words(
        incidence.registry,
        taken={kind: _RESERVED | {one.name for one in known} for kind, known in taken.items()},
    )


def _edge(source: str, target: str, values: Values) -> Edge:
    return Edge(id=f"{source}.{target}", source=source, target=target, values=values)


def _describe(incidence: Incidence, **counts: int) -> Values:
    return describe_data(
        incidence.registry,
        organisations=len(incidence.organisations),
        partnerships=len(incidence.partnerships),
        memberships=incidence.memberships,
        **counts,
    )


def _describe_node(
    record: Organisation | Partnership, words: Words, **more: Value
) -> dict[str, Value]:
    section = "organisations" if isinstance(record, Organisation) else "partnerships"
    values = describe_record(record, words, label=record.name, **more)
    return {**values, **words.values(section, record.attributes)}


def _tie_values(tie: Tie, words: Words) -> Values:
    if tie.weight == 1:  # holds each passage once already
        evidence: Iterable[Evidence] = tie.shared[0].evidence
    else:
        evidence = dict.fromkeys(passage for shared in tie.shared for passage in shared.evidence)
    return present(
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


def _membership_values(membership: Membership, partnership: Partnership, words: Words) -> Values:
    evidence = membership.evidence or partnership.evidence
    role = words.label(words.vocabulary.roles, membership.role)
    declared = words.values("memberships", membership.attributes)
    return present(
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
        **declared,
    )
