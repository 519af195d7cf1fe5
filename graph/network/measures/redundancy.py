"""How much of what an organisation links is linked by another too."""

from itertools import combinations
from math import comb

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure
from graph.network.project import Pair


def count_joined(incidence: Incidence) -> dict[str, int]:
    """
    Count for each organisation the pairs of its partnerships that share another one: 0 or more.

    Only who shares two partnerships with it joins a pair of them, and few do: so nothing loops
    over all pairs, of which an organisation with a thousand partnerships has half a million.
    """
    joined: dict[str, set[Pair]] = {id: set() for id in incidence.organisations}
    for ends, ids in incidence.shared.items():
        if len(ids) > 1:
            for id in ends:
                joined[id].update(combinations(ids, 2))
    return {id: len(pairs) for id, pairs in joined.items()}


def measure_redundancy(incidence: Incidence) -> dict[str, float | None]:
    """
    Find the share of the pairs of partnerships of each organisation that share another one.

    Returns:
        0 to 1; None with fewer than two partnerships that have two or more members.

    Reference: Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31-48.
    """
    found: dict[str, float | None] = {}
    for id, joined in count_joined(incidence).items():
        count = sum(incidence.size(one.id) > 1 for one, _ in incidence.memberships_of(id))
        found[id] = joined / comb(count, 2) if count > 1 else None
    return found


REDUNDANCY = Measure(
    name="redundancy",
    heading="redundancy",
    caveat="share of the pairs of its tables that others join too; 0: the only link told",
    compute=lambda given: measure_redundancy(given.incidence),
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
