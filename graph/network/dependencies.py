"""How much of the shortest paths from one organisation runs through each of the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from graph.network.components import Part, find_components
from graph.network.incidence import Incidence
from graph.network.pairs import find_repeated

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


def list_components(incidence: Incidence) -> Iterator["Component"]:
    """Give the components in which something can lie between two others: three or more in each."""
    beyond: dict[str, dict[str, int]] = {}
    if incidence.registry.least_weight == 1:  # else each clique is a tie of its own
        for (left, right), ids in find_repeated(incidence).items():
            beyond.setdefault(left, {})[right] = len(ids) - 1
            beyond.setdefault(right, {})[left] = len(ids) - 1
    for component in find_components(incidence):
        if len(component) > 2:
            yield Component(incidence, component, beyond)


class Component:
    """
    A component as arrays of numbers, to go from each of its organisations to all the others.

    Paths are those of the network, in which two organisations are tied or not. They are searched
    over `cliques`, so that the work is linear in the memberships and not in the ties: a clique of
    a hundred members has five thousand of these. Two that stand together in several cliques would
    so be tied several times: those pairs are few, and what they count too much is taken off.

    Reference: Brandes 2001, J. Math. Sociology 25:163-177.
    """

    def __init__(
        self, incidence: Incidence, component: Part, beyond: Mapping[str, Mapping[str, int]]
    ) -> None:
        """
        Args:
            incidence: Who takes part in what.
            component: One component of it, from `find_components`.
            beyond: For each organisation those that it stands together with in several cliques,
                and in how many beyond the first.
        """
        number = {id: place for place, id in enumerate(component)}
        cliques = sorted({place for id in component for place in incidence.cliques_of[id]})
        row = {place: number for number, place in enumerate(cliques)}
        repeated = [beyond.get(id, {}) for id in component]
        self.organisations = component
        self._cliques_of = _Rows.stack(
            [row[place] for place in incidence.cliques_of[id]] for id in component
        )
        self._members = _Rows.stack(
            [number[id] for id in incidence.cliques[place]] for place in cliques
        )
        self._repeated = _Rows.stack([number[id] for id in others] for others in repeated)
        self._beyond = np.array([n for others in repeated for n in others.values()], np.float64)

    @property
    def memberships(self) -> int:
        """How many memberships it has in cliques: to this the work from one source is linear."""
        return len(self._members.items)

    def add_up(self, source: int) -> Reals:
        """
        Add up the shortest paths from one organisation that run through each other one.

        Of each path only the half that is farther from the source counts, and what stands in the
        middle counts half: from the other end the rest does. So the sums over all sources are
        betweenness, each pair counted once; and over a sample of sources they vary far less than
        whole paths, of which the many that leave a source by the same few partners would decide.

        Args:
            source: Place of the organisation in `organisations`.

        Returns:
            By place in `organisations`, 0 or more; 0 for the source itself.

        Reference: Geisberger, Sanders and Schultes 2008, ALENEX, 90-100: bisection scaling.
        """
        ways = np.zeros(len(self.organisations))
        ways[source] = 1.0
        steps = list(self._go_outwards(source, ways))
        passed = np.zeros_like(ways)
        for length in range(2, len(steps) + 1):
            share, ends = np.zeros_like(ways), steps[length - 1].reached
            share[ends] = 1.0 / ways[ends]
            for distance in range(length - 1, (length - 1) // 2, -1):
                step = steps[distance]
                share = self._come_back(step, share)
                half = 0.5 if 2 * distance == length else 1.0
                passed[step.left] += half * ways[step.left] * share[step.left]
        return passed

    def _come_back(self, step: "_Step", share: Reals) -> Reals:
        """Hand what each organisation farther out has of a path to those that led to it."""
        back = _sum(step.via, share[step.far], len(self._members))
        sums = _sum(step.near, back[step.into], len(share))
        near, far, beyond = step.repeated
        return sums - _sum(near, beyond * share[far], len(share))

    def _go_outwards(self, source: int, ways: Reals) -> Iterator["_Step"]:
        """Go out step by step, and fill in how many shortest paths lead to each organisation."""
        distance = np.full(len(ways), -1)
        fresh = np.ones(len(self._members), np.bool_)
        left, steps = np.array([source]), 0
        distance[source] = 0
        while True:
            places, near = self._cliques_of.find(left)
            into = self._cliques_of.items[places]
            near, into = near[fresh[into]], into[fresh[into]]
            through = _sum(into, ways[near], len(self._members))
            entered = np.flatnonzero(through)
            fresh[entered] = False
            places, via = self._members.find(entered)
            far = self._members.items[places]
            new = distance[far] < 0
            via, far = via[new], far[new]
            found = _sum(far, through[via], len(ways))
            reached = np.flatnonzero(found)
            if not len(reached):
                return
            repeated = self._find_repeated(reached, distance == steps)
            found -= _sum(repeated[1], repeated[2] * ways[repeated[0]], len(ways))
            steps += 1
            distance[reached] = steps
            ways[reached] = found[reached]
            yield _Step(left, near, into, via, far, reached, repeated)
            left = reached

    def _find_repeated(
        self, reached: Numbers, before: NDArray[np.bool_]
    ) -> tuple[Numbers, Numbers, Reals]:
        places, far = self._repeated.find(reached)
        near, beyond = self._repeated.items[places], self._beyond[places]
        tied = before[near]
        return near[tied], far[tied], beyond[tied]


class _Step(NamedTuple):
    """
    One step outwards: from organisations `left` behind, through cliques, to those `reached`.

    Pairs: `near[n]` leads into clique `into[n]`; through clique `via[n]` it goes to `far[n]`.
    `repeated`: near, far, and in how many cliques beyond the first these two stand together.
    """

    left: Numbers
    near: Numbers
    into: Numbers
    via: Numbers
    far: Numbers
    reached: Numbers
    repeated: tuple[Numbers, Numbers, Reals]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of numbers, one after the other in `items`; row n begins at `starts[n]`."""

    starts: Numbers
    items: Numbers

    @classmethod
    def stack(cls, rows: Iterable[Sequence[int]]) -> "_Rows":
        listed = list(rows)
        starts = np.cumsum([0, *map(len, listed)], dtype=np.int64)
        return cls(starts, np.array([number for row in listed for number in row], np.int64))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def find(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """Give the places in `items` that some rows take, and beside each the row it is in."""
        counts = self.starts[rows + 1] - self.starts[rows]
        skipped = self.starts[rows] - (np.cumsum(counts) - counts)
        return np.repeat(skipped, counts) + np.arange(counts.sum()), np.repeat(rows, counts)


def _sum(places: Numbers, values: Reals, size: int) -> Reals:
    """Sum the values that belong to each place, in the order given: always the same sum."""
    return cast(Reals, np.bincount(places, weights=values, minlength=size))
