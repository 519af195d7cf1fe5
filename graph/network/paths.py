"""Shortest paths between two organisations: counted without listing them, listed one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model.records import Shared
from graph.network.incidence import Incidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortestPaths:
    """
    The shortest paths from one organisation to another; `count` is 0 where none is stated.

    Through each partnership that two organisations on the way share runs a path of its own.
    """

    left: str
    right: str
    count: int
    _incidence: Incidence = field(repr=False)
    _distances: dict[str, int] = field(repr=False)  # organisation -> steps from left
    _reached: dict[int, int] = field(repr=False)  # place of a clique -> at which step first

    def __iter__(self) -> Iterator[tuple[Shared, ...]]:
        """
        Walk over the paths, each as what is shared from step to step, from left to right.

        They come in the order of ids as seen from the right end. Every step back is one nearer
        to the left end, so none is taken in vain.
        """
        if self.left == self.right:
            yield ()
        if self.left == self.right or not self.count:
            return
        trail: list[Shared] = []
        todo = [self._step_back(self.right)]
        while todo:
            step = next(todo[-1], None)
            if not step:
                todo.pop()
                del trail[-1:]
            elif step.left.organisation == self.left:
                yield (step, *reversed(trail))
            else:
                trail.append(step)
                todo.append(self._step_back(step.left.organisation))

    def _step_back(self, id: str) -> Iterator[Shared]:
        distance, cliques = self._distances[id], self._incidence.cliques
        nearer = {
            other
            for place in self._incidence.cliques_of[id]
            if self._reached.get(place) == distance
            for other in cliques[place]
            if self._distances.get(other) == distance - 1
        }
        for other in sorted(nearer):
            for partnership in self._incidence.shared_by(other, id):
                yield self._incidence.share(partnership, other, id)


def find_shortest_paths(incidence: Incidence, left: str, right: str) -> ShortestPaths:
    """
    Find how two organisations are connected in the fewest steps.

    One search in breadth over the two-mode graph of organisations and `cliques`, up to the
    distance of `right`: linear in the memberships, also where ties are very many.

    Args:
        incidence: Who takes part in what.
        left: Id of the organisation where the paths begin.
        right: Where they end.

    Returns:
        How many paths there are, and the paths themselves as they are asked for.

    Reference: the counting is that of Brandes 2001, J. Math. Sociology 25:163-177.
    """
    distances = {left: 0}
    reached: dict[int, int] = {}
    ways = {left: 1}
    step = 0
    while ways and right not in distances:
        step += 1
        through: dict[int, int] = {}
        for id, count in ways.items():
            for place in incidence.cliques_of.get(id, ()):
                if reached.setdefault(place, step) == step:
                    through[place] = through.get(place, 0) + count
        ways = {}
        for place, count in through.items():
            count *= _count_partnerships(incidence, place)
            for other in incidence.cliques[place]:
                if other not in distances:
                    ways[other] = ways.get(other, 0) + count
        distances.update(dict.fromkeys(ways, step))
    return ShortestPaths(
        left=left,
        right=right,
        count=ways.get(right, 0),
        _incidence=incidence,
        _distances=distances,
        _reached=reached,
    )


def _count_partnerships(incidence: Incidence, place: int) -> int:
    if incidence.registry.least_weight == 1:
        return 1  # a clique is the members of one
    one, other = incidence.cliques[place]  # and here the ends of one tie
    return len(incidence.shared[one, other])
