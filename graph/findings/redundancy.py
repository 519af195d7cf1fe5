"""Whose partnerships are linked by nobody else."""

from dataclasses import dataclass

from graph.network.incidence import Incidence
from graph.network.measures.redundancy import count_joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Redundancy:
    """
    How much of what an organisation links is linked by another too.

    `partnerships`: those of it with two or more named members, 2 or more, sorted. `also`: how
    many pairs of these share another organisation, out of `pairs`.
    """

    organisation: str
    partnerships: tuple[str, ...]
    also: int

    @property
    def pairs(self) -> int:
        """How many pairs its partnerships make, 1 or more."""
        return len(self.partnerships) * (len(self.partnerships) - 1) // 2

    @property
    def share(self) -> float:
        """
        The share of the pairs that another links too, 0 to 1.

        Reference: Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31-48.
        """
        return self.also / self.pairs

    @property
    def is_only_link(self) -> bool:
        """Whether nobody else links any two of its partnerships."""
        return not self.also


def find_redundancy(incidence: Incidence) -> tuple[Redundancy, ...]:
    """Find who links two partnerships or more; who does so alone comes first."""
    also = count_joined(incidence)
    found = []
    for id in incidence.organisations:
        own = tuple(p.id for p, _ in incidence.memberships_of(id) if incidence.size(p.id) > 1)
        if len(own) > 1:
            found.append(Redundancy(organisation=id, partnerships=own, also=also[id]))
    return tuple(sorted(found, key=lambda one: (one.share, -one.pairs, one.organisation)))
