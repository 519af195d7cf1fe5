"""How many partners an organisation has beyond what they have in each other."""

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def measure_effective_size(incidence: Incidence) -> dict[str, float | None]:
    """
    Take from the partners of each organisation the ties that each has on average to the others.

    From sets of neighbours: networkx copies the whole graph for each organisation.

    Returns:
        n - 2t/n for n partners with t ties among them, 1 to n; None without a partner.

    Reference: Burt 1992, Structural Holes; Borgatti 1997, Connections 20(1):35-38.
    """
    twice = dict.fromkeys(incidence.organisations, 0)  # a tie of two partners counts at both
    for left, right in incidence.shared:
        both = len(incidence.tied[left] & incidence.tied[right])
        twice[left] += both
        twice[right] += both
    return {
        id: len(near) - twice[id] / len(near) if near else None
        for id, near in incidence.tied.items()
    }


EFFECTIVE_SIZE = Measure(
    name="effective_size",
    by_ties=True,
    compute=lambda given: measure_effective_size(given.incidence),
    explained=Explained(
        formula="n − 2t/n",
        unit="partners, 1 to n; not defined without a partner",
        reading="partners less the ties that each of them has, on average, to the others",
        misleads=(
            "everyone whose partners all sit together has 1, in a pair and at a table of twenty "
            "alike"
        ),
        reference="Burt 1992; Borgatti 1997, Connections 20(1):35–38",
    ),
)
