"""How much attention an organisation gives to others, each partnership counting the same."""

from math import fsum

from graph.model.records import weigh_newman
from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def sum_newman_weights(incidence: Incidence) -> dict[str, float]:
    """
    Sum Newman's weights of the ties of each organisation: 0 or more.

    Without a least weight that is the number of its partnerships with two or more named members.

    Reference: Newman 2001, Phys. Rev. E 64:016132.
    """
    weights: dict[str, list[float]] = {id: [] for id in incidence.organisations}
    for ends, ids in incidence.shared.items():
        weight = weigh_newman(map(incidence.full_size, ids))
        for id in ends:
            weights[id].append(weight)
    return {id: fsum(found) for id, found in weights.items()}


NEWMAN_STRENGTH = Measure(
    name="newman_strength",
    heading="newman",
    caveat="tables with two or more named members, whatever their size",
    compute=lambda given: sum_newman_weights(given.incidence),
    explained=Explained(
        formula="Σ newman over its ties",
        unit=(
            "tables, 0 or more; equals the number of its partnerships with two or more named "
            "members"
        ),
        reading="counts tables, whatever their size",
        misleads="it says no more than that count: it is here to compare the two weights",
        reference="Newman 2001",
    ),
)
