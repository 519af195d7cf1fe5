"""Two-mode graph -> how central each of its nodes is, organisations and partnerships alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.networkx import build_bipartite, take_incidence

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoModePosition:
    """
    Where one node of the two-mode graph stands, as Borgatti and Everett (1997) normalise it.

    With n nodes of its own kind and m of the other:

    `degree`: share of the m that it is tied to, 0 to 1; None where m is 0.
    `closeness`: least possible sum of its distances, m + 2(n-1), over the sum that it has,
    above 0 to 1; None in a graph that is not connected, where distances are not defined.
    `pairs`: pairs of other nodes, each for the share of its shortest paths through this one.
    `betweenness`: `pairs` over the most that the paper finds possible, 0 or more; None where
    that is 0. For n > m that most is 2(n-1)(m-1), else m(m-1)/2 + (n-1)(n-2)/2 + (n-1)(m-1).
    networkx divides by a later form (Borgatti and Halgin 2011), which for n > m is sometimes
    larger: 445 and not 442 for 18 women at 14 events. So here a value just above 1 can occur.
    """

    id: str
    name: str
    kind: Literal["organisation", "partnership"]
    degree: float | None
    closeness: float | None
    pairs: float
    betweenness: float | None


def measure_two_mode(bipartite: "Registry | Incidence | nx.Graph") -> list[TwoModePosition]:
    """
    Say of every organisation, then of every partnership, how central it is in the two-mode graph.

    For study, and to compare with the literature: in data from a handful of documents closeness
    says little, and no command shows it.

    Args:
        bipartite: Checked data; or the two-mode graph of it, from `build_bipartite`.

    Returns:
        Organisations sorted by id, then partnerships sorted by id.

    Reference: Borgatti and Everett 1997, Social Networks 19:243-269, p. 256.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    incidence = take_incidence(bipartite)
    graph = build_bipartite(incidence)
    between = nx.betweenness_centrality(graph, normalized=False)
    whole = len(graph) > 1 and nx.is_connected(graph)
    sides = (incidence.organisations, incidence.partnerships)
    positions = []
    for side, ids in enumerate(sides):
        own, other = len(ids), len(sides[1 - side])
        most = _find_most_pairs(own, other)
        for id in ids:
            far = sum(nx.single_source_shortest_path_length(graph, id).values())
            positions.append(
                TwoModePosition(
                    id=id,
                    name=graph.nodes[id]["name"],
                    kind="partnership" if side else "organisation",
                    degree=graph.degree(id) / other if other else None,
                    closeness=(other + 2 * (own - 1)) / far if whole else None,
                    pairs=float(between[id]),
                    betweenness=float(between[id] / most) if most else None,
                )
            )
    return positions


def _find_most_pairs(own: int, other: int) -> float:
    if not other:
        return 0.0
    if own > other:
        return 2.0 * (own - 1) * (other - 1)
    return other * (other - 1) / 2 + (own - 1) * (own - 2) / 2 + (own - 1) * (other - 1)
