"""Incidence -> where each organisation stands in the network: one row an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Any

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.measure import measure_network
from graph.network.networkx import build_bipartite, project_network, take_incidence
from graph.network.project import Pair

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


def measure_positions(
    bipartite: "Registry | Incidence | nx.Graph", network: "nx.Graph | None" = None
) -> list[Position]:
    """
    Say of every organisation where it stands, sorted by id.

    Args:
        bipartite: Checked data; or the two-mode graph of it, from `build_bipartite`.
        network: Beside a two-mode graph also its network, from `project_network`.

    Raises:
        ValueError: `network` is not the projection of that graph.

    Reference: Freeman 1977, Sociometry 40:35-41; Burt 1992, Structural Holes; Borgatti 1997,
    Connections 20(1):35-38; Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31-48.

    >>> import networkx as nx
    >>> bipartite = nx.Graph([("p", "a"), ("p", "b"), ("p", "c"), ("q", "c"), ("q", "d")])
    >>> nx.set_node_attributes(bipartite, {id: int(id in "pq") for id in bipartite}, "bipartite")
    >>> a, b, c, d = measure_positions(bipartite)
    >>> c.betweenness, c.redundancy, c.parts
    (2.0, 0.0, (('a', 'b'), ('d',)))
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    incidence = take_incidence(bipartite, network)
    measures = measure_network(incidence)
    between = nx.betweenness_centrality(
        project_network(build_bipartite(incidence)), normalized=False
    )
    effective = _measure_effective_size(incidence)
    redundancy = _measure_redundancy(incidence)
    component = {
        id: (number, len(part)) for number, part in enumerate(measures.components, 1) for id in part
    }
    positions = []
    for id, counted in measures.organisations.items():
        number, size = component.get(id, (None, 1))
        organisation = incidence.registry.organisations[id]
        positions.append(
            Position(
                id=id,
                name=organisation.name,
                type=organisation.type,
                partnerships=counted.partnerships,
                partners=counted.partners,
                strength=counted.strength,
                newman_strength=float(counted.newman_strength),
                betweenness=float(between[id]),
                effective_size=effective.get(id),
                redundancy=redundancy.get(id),
                regions=tuple(
                    sorted(
                        {
                            region
                            for partnership, _ in incidence.memberships_of(id)
                            for region in partnership.regions
                        }
                    )
                ),
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


def _measure_effective_size(incidence: Incidence) -> dict[str, float]:
    # Every tie between two partners is counted twice, by the two ties that they have to the ego.
    tied = incidence.tied
    twice = dict.fromkeys(incidence.organisations, 0)
    for left, right in incidence.shared:
        both = len(tied[left] & tied[right])
        twice[left] += both
        twice[right] += both
    return {id: len(near) - twice[id] / len(near) for id, near in tied.items() if near}


def _measure_redundancy(incidence: Incidence) -> dict[str, float]:
    # Only who shares two partnerships with the ego joins a pair of them: few do, so no loop over
    # all pairs, of which an organisation with a thousand partnerships has half a million.
    joined: dict[str, set[Pair]] = {id: set() for id in incidence.organisations}
    for ends, ids in incidence.shared.items():
        if len(ids) > 1:
            for end in ends:
                joined[end].update(combinations(ids, 2))
    found = {}
    for id, pairs in joined.items():
        count = sum(incidence.size(p.id) > 1 for p, _ in incidence.memberships_of(id))
        if count > 1:
            found[id] = len(pairs) / comb(count, 2)
    return found


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, 6)
