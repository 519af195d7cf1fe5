"""How much of what an organisation links is linked by another too."""

from dataclasses import dataclass
from itertools import combinations
from math import comb

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure
from graph.network.pairs import find_repeated
from graph.network.project import Pair


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
        return comb(len(self.partnerships), 2)

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


def measure_redundancy(incidence: Incidence) -> dict[str, Redundancy | None]:
    """
    Find for each organisation how many pairs of its partnerships share another one.

    Only who shares two partnerships with it joins a pair of them, and few do: so nothing loops
    over all pairs, of which an organisation with a thousand partnerships has half a million.

    Returns:
        By organisation; None with fewer than two partnerships of two or more named members.
    """
    joined: dict[str, set[Pair]] = {id: set() for id in incidence.organisations}
    for ends, ids in find_repeated(incidence).items():
        for id in ends:
            joined[id].update(combinations(ids, 2))
    found: dict[str, Redundancy | None] = {}
    for id, pairs in joined.items():
        own = tuple(p.id for p, _ in incidence.memberships_of(id) if incidence.size(p.id) > 1)
        found[id] = (
            Redundancy(organisation=id, partnerships=own, also=len(pairs)) if len(own) > 1 else None
        )
    return found


def _take_share(found: Redundancy | None) -> float | None:
    return found.share if found else None


REDUNDANCY = Measure(
    name="redundancy",
    compute=lambda given: measure_redundancy(given.incidence),
    fields={"redundancy": _take_share},
    rank=_take_share,
    shown=_take_share,
    explained=Explained(
        formula="share of the pairs of its partnerships that also share another organisation",
        unit="0 to 1; not defined with fewer than two partnerships that count",
        reading=(
            "0: the only link between its tables; 1: without it they would hang together all the "
            "same"
        ),
        misleads=(
            "counts only partnerships with two or more named members, or a table of one would "
            "bring a 0; a list that is known in part makes it too low"
        ),
        reference="Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31–48",
    ),
)
