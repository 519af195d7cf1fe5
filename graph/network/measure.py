"""Incidence -> Measures: how many of what there are, and what holds the whole together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from graph.model.listing import MOST_ROWS, write_table
from graph.model.records import Registry
from graph.network.components import CutVertex, Part, find_components, find_cut_vertices
from graph.network.incidence import Incidence
from graph.network.measures.newman_strength import sum_newman_weights
from graph.network.measures.partners import count_partners
from graph.network.measures.partnerships import count_memberships
from graph.network.measures.strength import sum_weights
from graph.network.networkx import take_incidence

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMeasures:
    """
    What is counted of one organisation.

    `partnerships`: in how many it takes part (two-mode degree), 0 or more.
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

    `components`: sets of two or more organisations that are connected, largest first.
    `isolates`: organisations without a tie, sorted.
    `cut_vertices`: organisations whose removal splits their component, with the parts
    that are then left, largest first (Hopcroft and Tarjan 1973, CACM 16:372-378);
    sorted, and the parts are listed when they are asked for.
    `by_members`: how many partnerships have 0, 1, 2, … named members.
    """

    organisations: Mapping[str, OrganisationMeasures]
    components: tuple[Part, ...]
    isolates: tuple[str, ...]
    cut_vertices: Mapping[str, tuple[Part, ...]]
    by_members: Mapping[int, int]
    memberships: int
    ties: int

    def __repr__(self) -> str:
        organisations, components = len(self.organisations), len(self.components)
        counts = f"memberships={self.memberships} ties={self.ties} components={components}"
        return f"<Measures organisations={organisations} {counts}>"

    def _repr_html_(self) -> str:
        """Show the counts of the whole, and below them those of every organisation."""
        whole = {
            "organisations": len(self.organisations),
            "memberships": self.memberships,
            "ties": self.ties,
            "components": [len(part) for part in self.components],
            "cut_vertices": list(self.cut_vertices),
            "isolates": len(self.isolates),
        }
        rows = [
            {
                "id": id,
                "partnerships": one.partnerships,
                "partners": one.partners,
                "strength": one.strength,
                "newman_strength": one.newman_strength,
            }
            for id, one in islice(self.organisations.items(), MOST_ROWS)
        ]
        return write_table([whole]) + write_table(rows, more=len(self.organisations))


def measure_network(
    bipartite: "Registry | Incidence | nx.Graph", network: "nx.Graph | None" = None
) -> Measures:
    """
    Count what can be said soundly of a small curated network.

    Args:
        bipartite: Checked data; or the two-mode graph of it, from `build_bipartite`.
        network: Beside a two-mode graph also its network, from `project_network`.

    Returns:
        Counts, and the ids by component, without a tie, and of cut vertices.

    Raises:
        ValueError: `network` is not the projection of that graph.
    """
    incidence = take_incidence(bipartite, network)
    components = find_components(incidence)
    sizes = Counter(map(incidence.size, incidence.partnerships))
    return Measures(
        organisations=_count(incidence),
        components=tuple(part for part in components if len(part) > 1),
        isolates=tuple(id for part in components if len(part) == 1 for id in part),
        cut_vertices=_PartsById(find_cut_vertices(incidence)),
        by_members=dict(sorted(sizes.items())),
        memberships=incidence.memberships,
        ties=len(incidence.shared),
    )


class _PartsById(Mapping[str, tuple[Part, ...]]):
    # All parts of all cut vertices hold nearly every organisation for each: quadratic.
    def __init__(self, cuts: Iterable[CutVertex]) -> None:
        self._cuts = {cut.id: cut for cut in cuts}

    def __getitem__(self, id: str) -> tuple[Part, ...]:
        return self._cuts[id].parts

    def __contains__(self, id: object) -> bool:
        return id in self._cuts

    def __iter__(self) -> Iterator[str]:
        return iter(self._cuts)

    def __len__(self) -> int:
        return len(self._cuts)


def _count(incidence: Incidence) -> dict[str, OrganisationMeasures]:
    partnerships, partners = count_memberships(incidence), count_partners(incidence)
    strength, newman = sum_weights(incidence), sum_newman_weights(incidence)
    return {
        id: OrganisationMeasures(
            partnerships=partnerships[id],
            partners=partners[id],
            strength=strength[id],
            newman_strength=newman[id],
        )
        for id in incidence.organisations
    }
