"""Whether two organisations are connected by way of ties, without walking a whole component."""

from collections.abc import Iterable, Iterator

from graph.network.incidence import Incidence

Step = tuple[str, int]
"""An organisation, and the place of a clique that it stands in: half a tie."""


class RouteFinder:
    """
    Finds routes from both ends at once, so that what is near is found near.

    `steps`: how many members of cliques have been looked at so far, for a caller who keeps to a
    budget.
    """

    def __init__(self, incidence: Incidence) -> None:
        self._incidence = incidence
        self.steps = 0

    def find(
        self,
        starts: Iterable[str],
        ends: Iterable[str],
        *,
        skip: frozenset[Step] = frozenset(),
        without: str | None = None,
    ) -> tuple[str, ...] | None:
        """
        Find a route of ties from one of the first organisations to one of the second.

        Args:
            starts: Where it may begin.
            ends: Where it may end.
            skip: Memberships of cliques that are removed.
            without: An organisation that is removed.

        Returns:
            The organisations in order, both ends included; None where there is no route.
        """
        near = _Side({id: None for id in starts if id != without})
        far = _Side({id: None for id in ends if id != without})
        for id in near.before:
            if id in far.before:
                return (id,)
        while near.front and far.front:
            side, other = (near, far) if len(near.front) <= len(far.front) else (far, near)
            front, side.front = side.front, []
            for one, id in self._leave(side, front, skip):
                if id in side.before or id == without:
                    continue
                side.before[id] = one
                if id in other.before:
                    return (*reversed(near.walk_back(id)), *far.walk_back(id)[1:])
                side.front.append(id)
        return None

    def _leave(
        self, side: "_Side", front: list[str], skip: frozenset[Step]
    ) -> Iterator[tuple[str, str]]:
        for one in front:
            for place in self._incidence.cliques_of[one]:
                if place not in side.seen and (one, place) not in skip:
                    side.seen.add(place)
                    clique = self._incidence.cliques[place]
                    self.steps += len(clique)
                    yield from ((one, id) for id in clique if (id, place) not in skip)


class _Side:
    def __init__(self, before: dict[str, str | None]) -> None:
        self.before = before
        self.front = list(before)
        self.seen: set[int] = set()

    def walk_back(self, id: str) -> list[str]:
        """List the organisations from one back to where this side began."""
        walked = [id]
        while (one := self.before[walked[-1]]) is not None:
            walked.append(one)
        return walked
