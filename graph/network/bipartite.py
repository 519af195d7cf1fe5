"""Registry -> two-mode graph of organisations and partnerships."""

from typing import TYPE_CHECKING

from graph.model.records import Registry

if TYPE_CHECKING:
    import networkx as nx


def build_bipartite(registry: Registry) -> "nx.Graph":
    """
    Build the two-mode graph: organisations, partnerships, and memberships between them.

    Every organisation and every partnership becomes a node, also one without any membership.
    An unnamed group never does: it stays on the record of its partnership.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Nodes: organisation ids, sorted, with `bipartite=0`, `name`, `type`;
            then partnership ids, sorted, with `bipartite=1`, `name`, `kind`.
        Edges: (partnership, organisation), sorted, with `role` and `certainty`.
        Each node and edge also holds `record`: its Organisation, Partnership or Membership.
        Graph: `registry`, the data it was built from.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    bipartite = nx.Graph(registry=registry)
    for id, organisation in sorted(registry.organisations.items()):
        bipartite.add_node(
            id, bipartite=0, name=organisation.name, type=organisation.type, record=organisation
        )
    for id, partnership in sorted(registry.partnerships.items()):
        bipartite.add_node(
            id, bipartite=1, name=partnership.name, kind=partnership.kind, record=partnership
        )
        for membership in sorted(partnership.memberships, key=lambda m: m.organisation):
            bipartite.add_edge(
                id,
                membership.organisation,
                role=membership.role,
                certainty=membership.certainty,
                record=membership,
            )
    return bipartite
