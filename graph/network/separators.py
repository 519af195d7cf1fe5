"""Whether two organisations are connected by way of ties, without walking a whole component."""

from collections.abc import Collection, Iterator, Sequence

from graph.network.incidence import Incidence

Step = tuple[str, int]
"""An organisation, and the place of a clique that it stands in: half a tie."""

LONG = 8
"""Organisations of a path that are removed one by one; a longer path is walked along once."""


class PathFinder:
    """
    Finds paths from both ends at once, so that what is near is found near.

    `steps`: how many members of cliques have been looked at so far, for a caller who keeps to a
    budget.
    """

    def __init__(self, incidence: Incidence, *, long: int = LONG) -> None:
        self._incidence = incidence
        self._long = long
        self.steps = 0

    def find(
        self,
        starts: Collection[str],
        stops: Collection[str],
        *,
        skip: frozenset[Step] = frozenset(),
        without: str | None = None,
    ) -> tuple[str, ...] | None:
        """
        Find a path of ties from one of the first organisations to one of the second.

        Args:
            starts: Where it may begin.
            stops: Where it may end.
            skip: Memberships of cliques that are removed.
            without: An organisation that is removed.

        Returns:
            The organisations in order, both ends included; None where there is no path.
        """
        near = _Side({id: None for id in starts if id != without})
        far = _Side({id: None for id in stops if id != without})
        for id in near.before:
            if id in far.before:
                return (id,)
        while near.front and far.front:
            is_cheaper = self._count_cliques(near) <= self._count_cliques(far)
            side, other = (near, far) if is_cheaper else (far, near)
            front, side.front = side.front, []
            for one, id in self._leave(front, side.seen, skip):
                if id in side.before or id == without:
                    continue
                side.before[id] = one
                if id in other.before:
                    return (*reversed(near.walk_back(id)), *far.walk_back(id)[1:])
                side.front.append(id)
        return None

    def find_separators(
        self,
        starts: Collection[str],
        stops: Collection[str],
        *,
        skip: frozenset[Step] = frozenset(),
        known: Collection[str] = (),
    ) -> tuple[str, ...]:
        """
        Find the organisations that stand on every path.

        Args:
            starts: Where a path may begin; one alone is no separator.
            stops: Where it may end; one alone is no separator.
            skip: Memberships of cliques that are removed.
            known: Organisations that need not be looked at.

        Returns:
            In the order of the path; none where there is no path at all.
        """
        path = self.find(starts, stops, skip=skip) or ()
        ends = {*starts} if len(starts) == 1 else set()
        ends |= {*stops} if len(stops) == 1 else set()
        wanted = [id for id in path if id not in known and id not in ends]
        if len(wanted) > self._long:
            separators = set(self._walk_along(path, starts, stops, skip))
            return tuple(id for id in wanted if id in separators)
        return tuple(id for id in wanted if self.find(starts, stops, skip=skip, without=id) is None)

    def _walk_along(
        self,
        path: Sequence[str],
        starts: Collection[str],
        stops: Collection[str],
        skip: frozenset[Step],
    ) -> Iterator[str]:
        """Go along a path; where nothing before a place leads past it, all paths pass there."""
        places = dict.fromkeys(stops, len(path)) | {id: place for place, id in enumerate(path)}
        farthest = max(places.get(id, -1) for id in starts)
        seen = {*starts}
        cliques: set[int] = set()
        for place, here in enumerate(("", *path), -1):
            if place == farthest:
                yield here
            front = [here] if here else [id for id in starts if id not in places]
            while front:
                found = [id for _, id in self._leave(front, cliques, skip)]
                farthest = max([farthest, *(places[id] for id in found if id in places)])
                front = [id for id in dict.fromkeys(found) if id not in places and id not in seen]
                seen.update(front)

    def _leave(
        self, front: Sequence[str], seen: set[int], skip: frozenset[Step]
    ) -> Iterator[tuple[str, str]]:
        """Give every step from these organisations by a clique that is not seen yet."""
        for one in front:
            for place in self._incidence.cliques_of[one]:
                if place not in seen and (one, place) not in skip:
                    seen.add(place)
                    clique = self._incidence.cliques[place]
                    self.steps += len(clique)
                    yield from ((one, id) for id in clique if (id, place) not in skip)

    def _count_cliques(self, side: "_Side") -> int:
        return sum(len(self._incidence.cliques_of[id]) for id in side.front)


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
