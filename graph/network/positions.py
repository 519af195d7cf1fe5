"""Two-mode graph and network -> where each organisation stands: one row an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.network.measure import measure_network

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """
    Where one organisation stands in the network; None where a number is not defined, never NaN.

    `partnerships`: at how many tables it sits (two-mode degree), 0 or more.
    `partners`: how many named organisations it shares one with (degree), 0 or more.
    `strength`, `newman_strength`: sums of both weights of its ties, 0 or more.
    `betweenness`: pairs of other organisations, each counted for the share of its shortest
    chains that runs through this one (Freeman 1977), 0 or more; ties are not weighted.
    A count and not a share: dividing by all pairs would make it shrink with every isolate that
    a curator adds. At a cut vertex between a and b organisations it is at least a × b.
    `effective_size`: partners less the ties among them that each has on average, n - 2t/n
    (Burt 1992, in the form of Borgatti 1997), 1 to n; None without a partner.
    `redundancy`: share of the pairs of its partnerships that also share another organisation
    (Latapy et al. 2008), 0 to 1; only partnerships with two or more named members count, and
    with fewer than two of these it is None.
    `regions`: the regions of its partnerships, sorted ids.
    `regions_reached`: how many; None where it sits at tables and no region of any is known.
    `component`: 1 for the largest set of two or more that hangs together, then 2, …; None for an
    organisation without a named partner. `component_size`: how many organisations are in it.
    `parts`: what its component falls apart in without it, largest first (Hopcroft and Tarjan
    1973); empty where the rest still hangs together.
    """

    id: str
    name: str
    type: str
    partnerships: int
    partners: int
    strength: int
    newman_strength: float
    betweenness: float
    effective_size: float | None
    redundancy: float | None
    regions: tuple[str, ...]
    component: int | None
    component_size: int
    parts: tuple[tuple[str, ...], ...]

    @property
    def regions_reached(self) -> int | None:
        """How many regions its partnerships name; None where it sits at tables and none does."""
        return len(self.regions) if self.regions or not self.partnerships else None

    @property
    def cut_vertex(self) -> bool:
        """Whether its component falls apart without it."""
        return bool(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoModePosition:
    """
    Where one node of the two-mode graph stands, as Borgatti and Everett (1997) normalise it.

    With n nodes of its own kind and m of the other:

    `degree`: share of the m that it is tied to, 0 to 1; None where m is 0.
    `closeness`: least possible sum of its distances, m + 2(n-1), over the sum that it has,
    above 0 to 1; None in a graph that does not hang together, where distances are not defined.
    `pairs`: pairs of other nodes, each for the share of its shortest chains through this one.
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


def measure_positions(bipartite: "nx.Graph", network: "nx.Graph") -> list[Position]:
    """
    Say of every organisation where it stands, sorted by id.

    Args:
        bipartite: From `build_bipartite`.
        network: From `project_network`, of that same graph.

    Reference: Freeman 1977, Sociometry 40:35-41; Burt 1992, Structural Holes; Borgatti 1997,
    Connections 20(1):35-38; Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31-48.

    >>> import networkx as nx
    >>> from graph.model.records import Membership, Partnership
    >>> from graph.network.project import project_network
    >>> bipartite = nx.Graph()
    >>> for table, members in {"p": "abc", "q": "cd"}.items():
    ...     record = Partnership(
    ...         id=table, name=table, kind="overleg", memberships=(), members_known="all"
    ...     )
    ...     bipartite.add_node(table, bipartite=1, record=record)
    ...     for id in members:
    ...         bipartite.add_node(id, bipartite=0, name=id, type="overig")
    ...         bipartite.add_edge(table, id, record=Membership(organisation=id))
    >>> a, b, c, d = measure_positions(bipartite, project_network(bipartite))
    >>> c.betweenness, c.redundancy, c.parts
    (2.0, 0.0, (('a', 'b'), ('d',)))
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    measures = measure_network(bipartite, network)
    between = nx.betweenness_centrality(network, normalized=False)
    effective = nx.effective_size(network, [id for id in network if network.degree(id)])
    redundancy = _measure_redundancy(bipartite)
    component = {
        id: (number, len(part)) for number, part in enumerate(measures.components, 1) for id in part
    }
    positions = []
    for id, counted in sorted(measures.organisations.items()):
        number, size = component.get(id, (None, 1))
        tables = [bipartite.nodes[table]["record"] for table in bipartite[id]]
        positions.append(
            Position(
                id=id,
                name=network.nodes[id]["name"],
                type=network.nodes[id]["type"],
                partnerships=counted.partnerships,
                partners=counted.partners,
                strength=counted.strength,
                newman_strength=float(counted.newman_strength),
                betweenness=float(between[id]),
                effective_size=effective.get(id),
                redundancy=redundancy.get(id),
                regions=tuple(sorted({region for table in tables for region in table.regions})),
                component=number,
                component_size=size,
                parts=measures.cut_vertices.get(id, ()),
            )
        )
    return positions


def list_records(positions: Sequence[Position]) -> list[dict[str, Any]]:
    """
    Turn positions into plain records, as pandas and JSON take them: `DataFrame(list_records(…))`.

    Numbers with a fraction are rounded to six decimals, so that what is equal reads as equal.
    """
    return [
        {
            "id": position.id,
            "name": position.name,
            "type": position.type,
            "partnerships": position.partnerships,
            "partners": position.partners,
            "strength": position.strength,
            "newman_strength": round(position.newman_strength, 6),
            "betweenness": round(position.betweenness, 6),
            "effective_size": _round(position.effective_size),
            "redundancy": _round(position.redundancy),
            "regions_reached": position.regions_reached,
            "regions": list(position.regions),
            "component": position.component,
            "component_size": position.component_size,
            "cut_vertex": position.cut_vertex,
            "parts": [list(part) for part in position.parts],
        }
        for position in positions
    ]


def measure_two_mode(bipartite: "nx.Graph") -> list[TwoModePosition]:
    """
    Say of every organisation, then of every partnership, how central it is in the two-mode graph.

    For study, and to compare with the literature: in data from a handful of documents closeness
    says little, and no command shows it.

    Args:
        bipartite: From `build_bipartite`.

    Returns:
        Organisations sorted by id, then partnerships sorted by id.

    Reference: Borgatti and Everett 1997, Social Networks 19:243-269, p. 256.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    sides: dict[int, list[str]] = {0: [], 1: []}
    for id, side in bipartite.nodes(data="bipartite"):
        sides[side].append(id)
    between = nx.betweenness_centrality(bipartite, normalized=False)
    whole = len(bipartite) > 1 and nx.is_connected(bipartite)
    positions = []
    for side, ids in sides.items():
        own, other = len(ids), len(sides[1 - side])
        most = _find_most_pairs(own, other)
        for id in sorted(ids):
            far = sum(nx.single_source_shortest_path_length(bipartite, id).values())
            positions.append(
                TwoModePosition(
                    id=id,
                    name=bipartite.nodes[id]["name"],
                    kind="partnership" if side else "organisation",
                    degree=bipartite.degree(id) / other if other else None,
                    closeness=(other + 2 * (own - 1)) / far if whole else None,
                    pairs=float(between[id]),
                    betweenness=float(between[id] / most) if most else None,
                )
            )
    return positions


def _measure_redundancy(bipartite: "nx.Graph") -> dict[str, float]:
    import networkx as nx

    shared = bipartite.subgraph(
        id for id, side in bipartite.nodes(data="bipartite") if side == 0 or len(bipartite[id]) > 1
    )
    several = [
        id for id, side in shared.nodes(data="bipartite") if side == 0 and len(shared[id]) > 1
    ]
    found: dict[str, float] = nx.bipartite.node_redundancy(shared, several)
    return found


def _find_most_pairs(own: int, other: int) -> float:
    if not other:
        return 0.0
    if own > other:
        return 2.0 * (own - 1) * (other - 1)
    return other * (other - 1) / 2 + (own - 1) * (own - 2) / 2 + (own - 1) * (other - 1)


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, 6)
