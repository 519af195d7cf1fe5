"""How often an organisation meets others, all taken together."""

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def sum_weights(incidence: Incidence) -> dict[str, int]:
    """
    Sum the weights of the ties of each organisation: 0 or more.

    Without a least weight that is, over its partnerships, how many others each has: no tie is
    looked at.

    Reference: Barrat et al. 2004, PNAS 101:3747-3752.
    """
    if incidence.registry.least_weight == 1:
        return {
            id: sum(incidence.size(one.id) - 1 for one, _ in incidence.memberships_of(id))
            for id in incidence.organisations
        }
    strength = dict.fromkeys(incidence.organisations, 0)
    for ends, ids in incidence.shared.items():
        for id in ends:
            strength[id] += len(ids)
    return strength


STRENGTH = Measure(
    name="strength",
    compute=lambda given: sum_weights(given.incidence),
    explained=Explained(
        formula="Σ weight over its ties",
        unit="tables × partners, 0 or more",
        reading="how often others are met, all taken together",
        misleads="grows with stages and with the size of tables",
        reference="Barrat et al. 2004, PNAS 101:3747–3752",
    ),
)
