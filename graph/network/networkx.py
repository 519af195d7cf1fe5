"""Incidence <-> graphs of networkx, for algorithms and notebooks; nothing else needs one."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.model.content import Content
from graph.model.newman import weigh_newman
from graph.model.records import (
    Membership,
    Organisation,
    Partnership,
    Registry,
    Vocabulary,
)
from graph.network.incidence import Incidence, as_incidence
from graph.network.project import sort_ends

if TYPE_CHECKING:
    import networkx as nx


def build_bipartite(data: Registry | Incidence) -> "nx.Graph":
    """
    Build the two-mode graph: organisations, partnerships, and memberships between them.

    Every organisation and every partnership becomes a node, also one without any membership.
    An unnamed group never does: it stays on the record of its partnership.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Nodes: organisation ids, sorted, with `bipartite=0`, `name`, `type`;
            then partnership ids, sorted, with `bipartite=1`, `name`, `kind`.
        Edges: (partnership, organisation), sorted, with `role` and `certainty`.
        Graph: `registry`, the data it was built from.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    incidence = as_incidence(data)
    registry = incidence.registry
    bipartite = nx.Graph(registry=registry)
    for id in incidence.organisations:
        organisation = registry.organisations[id]
        bipartite.add_node(id, bipartite=0, name=organisation.name, type=organisation.type)
    for id in incidence.partnerships:
        partnership = registry.partnerships[id]
        bipartite.add_node(id, bipartite=1, name=partnership.name, kind=partnership.kind)
        bipartite.add_edges_from(
            (id, member.organisation, {"role": member.role, "certainty": member.certainty})
            for member in incidence.members_of(id)
        )
    return bipartite


def project_network(bipartite: "nx.Graph") -> "nx.Graph":
    """
    Tie every two organisations of a two-mode graph that share a partnership.

    `bipartite` is not changed. An organisation in no partnership stays as a node.

    Args:
        bipartite: Two-mode graph from `build_bipartite`, or any graph whose nodes have
            `bipartite`, 0 for an organisation and 1 for a partnership.

    Returns:
        Nodes: organisation ids, sorted, attributes copied.
        Edges: sorted, with `weight` (shared partnerships, int, 1 or more),
            `newman` (sum of 1/(k-1) over shared partnerships of k named members, float, above 0)
            and `partnerships` (their ids, sorted tuple).
        Graph: attributes copied.

    Reference: Breiger 1974, Social Forces 53:181-190, for `weight`; Newman 2001,
    Phys. Rev. E 64:016132, for `newman`.

    >>> import networkx as nx
    >>> bipartite = nx.Graph([("p", "a"), ("p", "b"), ("p", "c"), ("q", "a"), ("q", "b")])
    >>> nx.set_node_attributes(bipartite, {id: int(id in "pq") for id in bipartite}, "bipartite")
    >>> network = project_network(bipartite)
    >>> list(network.edges(data="weight"))
    [('a', 'b', 2), ('a', 'c', 1), ('b', 'c', 1)]
    >>> list(network.edges(data="newman"))
    [('a', 'b', 1.5), ('a', 'c', 0.5), ('b', 'c', 0.5)]
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    incidence = read_incidence(bipartite)
    network = nx.Graph(**bipartite.graph)
    network.add_nodes_from((id, dict(bipartite.nodes[id])) for id in incidence.organisations)
    network.add_edges_from(
        (
            left,
            right,
            {
                "weight": len(ids),
                "newman": weigh_newman(map(incidence.full_size, ids)),
                "partnerships": ids,
            },
        )
        for (left, right), ids in sorted(incidence.shared.items())
    )
    return network


def flatten_graph(graph: "nx.Graph") -> "nx.Graph":
    """
    Copy a graph as every writer of networkx takes it: with text and numbers alone.

    Args:
        graph: From `build_bipartite` or `project_network`.

    Returns:
        The same nodes and edges. In place of `registry` the graph has `title`, `language`,
        `selection` (empty where nothing was left out) and `content_hash`; a list of ids is one
        text, with a semicolon between every two. `bipartite` stays where there are two modes.

    >>> import networkx as nx
    >>> flat = flatten_graph(nx.Graph([("a", "b", {"weight": 2, "partnerships": ("p", "q")})]))
    >>> flat.edges["a", "b"]
    {'weight': 2, 'partnerships': 'p;q'}
    """
    whole = dict(graph.graph)
    registry = whole.pop("registry", None)
    if registry is not None:
        whole |= {
            "title": registry.title,
            "language": registry.language,
            "selection": registry.selection,
            "content_hash": registry.content_hash,
        }
    flat: nx.Graph = graph.__class__(**whole)
    one_mode = {side for _, side in graph.nodes(data="bipartite")} <= {0}
    dropped = {"bipartite"} if one_mode else set[str]()
    flat.add_nodes_from((id, _flatten(values, dropped)) for id, values in graph.nodes(data=True))
    flat.add_edges_from((*ends, _flatten(values)) for *ends, values in graph.edges(data=True))
    return flat


def _flatten(values: Mapping[str, Any], dropped: Collection[str] = ()) -> dict[str, Any]:
    return {
        name: ";".join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name not in dropped
    }


def take_incidence(
    data: "Registry | Incidence | nx.Graph", network: "nx.Graph | None" = None
) -> Incidence:
    """
    Take who takes part in what from any form in which it is at hand.

    Args:
        data: Checked data, an incidence, or a two-mode graph as `project_network` takes it.
        network: Beside a two-mode graph also its network, which says nothing more.

    Raises:
        ValueError: `network` is not the projection of that graph.
    """
    if isinstance(data, Registry | Incidence):
        return as_incidence(data)
    incidence = read_incidence(data)
    if (
        network is not None
        and {sort_ends(*ends) for ends in network.edges} != incidence.shared.keys()
    ):
        raise ValueError("the network is not that of the two-mode graph, project it anew")
    return incidence


def read_incidence(bipartite: "nx.Graph") -> Incidence:
    """
    Read back who takes part in what from a two-mode graph, perhaps changed since it was built.

    Args:
        bipartite: As `project_network` takes it. What its `registry` knows of a node or an edge
            is taken from there; of another the attributes are, and what they leave out is usual.
    """
    registry: Registry = bipartite.graph.get("registry", _NOTHING)
    organisations, partnerships = _list_sides(bipartite)
    return Incidence(
        replace(
            registry,
            organisations={
                id: registry.organisations.get(id) or _read_organisation(bipartite, id)
                for id in organisations
            },
            partnerships={
                id: replace(
                    registry.partnerships.get(id) or _read_partnership(bipartite, id),
                    memberships=tuple(_read_memberships(bipartite, registry, id)),
                )
                for id in partnerships
            },
        )
    )


def _list_sides(bipartite: "nx.Graph") -> tuple[list[str], list[str]]:
    sides: tuple[list[str], list[str]] = ([], [])
    for id, side in bipartite.nodes(data="bipartite"):
        sides[side].append(id)
    return sorted(sides[0]), sorted(sides[1])


def _read_organisation(bipartite: "nx.Graph", id: str) -> Organisation:
    known = bipartite.nodes[id]
    return Organisation(id=id, name=known.get("name", id), types=(known.get("type", ""),))


def _read_partnership(bipartite: "nx.Graph", id: str) -> Partnership:
    known = bipartite.nodes[id]
    return Partnership(
        id=id,
        name=known.get("name", id),
        kind=known.get("kind", ""),
        memberships=(),
        members_known="some",
    )


def _read_memberships(
    bipartite: "nx.Graph", registry: Registry, partnership: str
) -> Iterator[Membership]:
    record = registry.partnerships.get(partnership)
    known = {m.organisation: m for m in record.memberships} if record else {}
    for id in sorted(bipartite[partnership]):
        edge = bipartite.edges[partnership, id]
        yield known.get(id) or Membership(
            organisation=id,
            role=edge.get("role", "member"),
            certainty=edge.get("certainty", "high"),
        )


_NOTHING = Registry(
    title="",
    language="nl",
    sources={},
    organisations={},
    partnerships={},
    vocabulary=Vocabulary(types={}, kinds={}, roles={}, themes={}, regions={}),
    not_organisations={},
    content=Content(str),
)
