"""How to get from one organisation to another, and what is left of a component without one."""

from itertools import islice

from graph.model.certainty import Certainty, doubt, least_sure
from graph.model.record import record
from graph.model.records import Registry, Shared
from graph.network.components import Part, split_component
from graph.network.incidence import Incidence, as_incidence
from graph.network.paths import find_shortest_paths


@record(frozen=True, slots=True, kw_only=True)
class ShortestPath:
    """
    One shortest path: `organisations` in order, and one shared partnership between each two.

    `shared[n]` is that of `organisations[n]` (its `left`) and `organisations[n + 1]` (`right`).
    """

    organisations: tuple[str, ...]
    shared: tuple[Shared, ...]

    @property
    def certainty(self) -> Certainty:
        """The least sure partnership on the way."""
        return least_sure(*(one.certainty for one in self.shared))


def find_paths(
    registry: Registry | Incidence, left: str, right: str, *, most: int = 20
) -> list[ShortestPath]:
    """
    Find the shortest paths between two organisations, partnership by partnership.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        left: Id of the organisation where the path begins.
        right: Where it ends.
        most: How many to give at the most; there can be very many.

    Returns:
        Every shortest path, the surest first, then in the order of ids;
        nothing where none is stated.
    """
    steps = islice(find_shortest_paths(as_incidence(registry), left, right), most)
    paths = [
        ShortestPath(
            organisations=(left, *(one.right.organisation for one in shared)), shared=shared
        )
        for shared in steps
    ]
    return sorted(paths, key=lambda path: (doubt(path.certainty), path.organisations))


def count_paths(registry: Registry | Incidence, left: str, right: str) -> int:
    """
    Count the shortest paths between two organisations, partnership by partnership.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        left: Id of the organisation where the path begins.
        right: Where it ends.

    Returns:
        How many there are, also those that `find_paths` leaves out; 0 where none is stated.
    """
    return find_shortest_paths(as_incidence(registry), left, right).count


def split_without(registry: Registry | Incidence, id: str) -> list[Part]:
    """
    Find the parts that the component of an organisation falls into without it.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        id: The organisation that is removed.

    Returns:
        Ids of organisations by part, the largest first. One part, or none for an organisation
        without a tie: then it is no cut vertex.
    """
    return list(split_component(as_incidence(registry), id))
