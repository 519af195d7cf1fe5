"""Two-mode graph -> network of organisations, tied by the partnerships they share."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from graph.model.records import Membership, Partnership, Shared, Tie

if TYPE_CHECKING:
    import networkx as nx


def tie_members(
    tables: Iterable[tuple[Partnership, Sequence[Membership]]], *, of: str | None = None
) -> list[Tie]:
    """
    Tie every two organisations that share a table.

    Counting table by table is linear in the number of pairs; networkx's own projections
    intersect the neighbours of every pair, and leave the order of edges to the hash seed.

    Args:
        tables: Partnerships, each with the memberships that count.
        of: Only the ties of this organisation.

    Returns:
        Ties sorted by their ends, each with its shared partnerships sorted by id.
    """
    shared: dict[tuple[str, str], list[Shared]] = {}
    for partnership, memberships in sorted(tables, key=lambda table: table[0].id):
        members = sorted(memberships, key=lambda membership: membership.organisation)
        for left, right in combinations(members, 2):
            ends = (left.organisation, right.organisation)
            if of is None or of in ends:
                shared.setdefault(ends, []).append(
                    Shared(partnership=partnership, left=left, right=right, size=len(members))
                )
    return [
        Tie(left=left, right=right, shared=tuple(shared[left, right]))
        for left, right in sorted(shared)
    ]


def project_network(bipartite: "nx.Graph") -> "nx.Graph":
    """
    Tie every two organisations of a two-mode graph that share a partnership.

    `bipartite` is not changed. An organisation in no partnership stays as a node.

    Args:
        bipartite: Two-mode graph from `build_bipartite`.

    Returns:
        Nodes: organisation ids, sorted, attributes copied.
        Edges: sorted, with `weight` (shared partnerships, int, 1 or more),
            `newman` (sum of 1/(k-1) over shared partnerships of k named members, float, above 0),
            `partnerships` (their ids, sorted tuple) and `record`, the Tie.
        Graph: attributes copied.

    Reference: Breiger 1974 for `weight`, Newman 2001 for `newman`; see `graph.model.records.Tie`.

    >>> import networkx as nx
    >>> from graph.model.records import Membership, Partnership
    >>> bipartite = nx.Graph()
    >>> for table, members in {"p": "abc", "q": "ab"}.items():
    ...     record = Partnership(
    ...         id=table, name=table, kind="overleg", memberships=(), members_known="all"
    ...     )
    ...     bipartite.add_node(table, bipartite=1, record=record)
    ...     for id in members:
    ...         bipartite.add_node(id, bipartite=0)
    ...         bipartite.add_edge(table, id, record=Membership(organisation=id))
    >>> network = project_network(bipartite)
    >>> list(network.edges(data="weight"))
    [('a', 'b', 2), ('a', 'c', 1), ('b', 'c', 1)]
    >>> list(network.edges(data="newman"))
    [('a', 'b', 1.5), ('a', 'c', 0.5), ('b', 'c', 0.5)]
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    organisations = sorted(id for id, side in bipartite.nodes(data="bipartite") if side == 0)
    partnerships = [id for id, side in bipartite.nodes(data="bipartite") if side == 1]
    tables = [
        (
            bipartite.nodes[id]["record"],
            [membership for *_, membership in bipartite.edges(id, data="record")],
        )
        for id in partnerships
    ]
    network = nx.Graph(**bipartite.graph)
    network.add_nodes_from((id, dict(bipartite.nodes[id])) for id in organisations)
    network.add_edges_from(
        (
            tie.left,
            tie.right,
            {
                "weight": tie.weight,
                "newman": tie.newman,
                "partnerships": tuple(shared.partnership.id for shared in tie.shared),
                "record": tie,
            },
        )
        for tie in tie_members(tables)
    )
    return network
