"""Two-mode graph and network -> Measures: one row an organisation, and what holds the whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMeasures:
    """
    What is counted of one organisation.

    `partnerships`: at how many tables it sits (two-mode degree), 0 or more.
    `partners`: how many organisations it shares one with (degree), 0 or more.
    `strength`: sum of the weights of its ties, 0 or more.
    `newman_strength`: sum of their Newman weights, equal to the number of its partnerships
    with two or more named members (Newman 2001).
    """

    partnerships: int
    partners: int
    strength: int
    newman_strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """
    What is counted of a network.

    `components`: sets of two or more organisations that hang together, largest first.
    `isolates`: organisations without a tie, sorted.
    `cut_vertices`: organisations whose removal splits their component, with the parts
    that are then left, largest first (Hopcroft and Tarjan 1973, CACM 16:372-378);
    sorted, and the parts are listed when they are asked for.
    `by_members`: how many partnerships have 0, 1, 2, … named members.
    """

    organisations: Mapping[str, OrganisationMeasures]
    components: tuple[tuple[str, ...], ...]
    isolates: tuple[str, ...]
    cut_vertices: Mapping[str, tuple[tuple[str, ...], ...]]
    by_members: Mapping[int, int]
    memberships: int
    ties: int


def measure_network(bipartite: "nx.Graph", network: "nx.Graph") -> Measures:
    """
    Count what can be said soundly of a small curated network.

    Args:
        bipartite: From `build_bipartite`.
        network: From `project_network`, of that same graph.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    partnerships = [id for id, side in bipartite.nodes(data="bipartite") if side == 1]
    sizes = sorted(bipartite.degree(id) for id in partnerships)
    components = [tuple(sorted(part)) for part in nx.connected_components(network)]
    return Measures(
        organisations={
            id: OrganisationMeasures(
                partnerships=bipartite.degree(id),
                partners=network.degree(id),
                strength=network.degree(id, weight="weight"),
                newman_strength=sum(sorted(w for *_, w in network.edges(id, data="newman"))),
            )
            for id in network
        },
        components=_largest_first(part for part in components if len(part) > 1),
        isolates=tuple(sorted(nx.isolates(network))),
        cut_vertices=_CutVertices(network, sorted(nx.articulation_points(network))),
        by_members={size: sizes.count(size) for size in sorted(set(sizes))},
        memberships=bipartite.number_of_edges(),
        ties=network.number_of_edges(),
    )


class _CutVertices(Mapping[str, tuple[tuple[str, ...], ...]]):
    # All parts of all cut vertices hold nearly every organisation for each: quadratic.
    def __init__(self, network: "nx.Graph", ids: Iterable[str]) -> None:
        self._network = network
        self._ids = dict.fromkeys(ids)

    def __getitem__(self, id: str) -> tuple[tuple[str, ...], ...]:
        if id not in self._ids:
            raise KeyError(id)
        return _largest_first(_list_parts(self._network, id))

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _list_parts(network: "nx.Graph", id: str) -> list[tuple[str, ...]]:
    import networkx as nx

    rest = network.subgraph(nx.node_connected_component(network, id) - {id})
    return [tuple(sorted(part)) for part in nx.connected_components(rest)]


def _largest_first(parts: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))
