"""How much attention an organisation gives to others, each partnership counting the same."""

from collections import Counter

from graph.model.newman import UNIT, divide_units
from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def sum_newman_weights(incidence: Incidence) -> dict[str, float]:
    """
    Sum Newman's weights of the ties of each organisation, partnership by partnership: 0 or more.

    Of a partnership whose other k-1 members are all partners, exactly 1. So without a least
    weight it is the number of its partnerships with two or more named members, and no tie is
    looked at.

    Reference: Newman 2001, Phys. Rev. E 64:016132.
    """
    if incidence.registry.least_weight == 1:
        return {
            id: float(sum(incidence.size(one.id) > 1 for one, _ in incidence.memberships_of(id)))
            for id in incidence.organisations
        }
    partners: Counter[tuple[str, str]] = Counter(
        (id, partnership)
        for ends, ids in incidence.shared.items()
        for partnership in ids
        for id in ends
    )
    units = dict.fromkeys(incidence.organisations, 0)
    for (id, partnership), number in partners.items():
        units[id] += number * UNIT // (incidence.full_size(partnership) - 1)
    return {id: divide_units(number) for id, number in units.items()}


NEWMAN_STRENGTH = Measure(
    name="newman_strength",
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
