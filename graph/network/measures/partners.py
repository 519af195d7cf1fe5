"""With how many organisations one is tied: degree."""

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def count_partners(incidence: Incidence) -> dict[str, int]:
    """Count those that each organisation is tied to: 0 or more."""
    return {id: incidence.count_partners(id) for id in incidence.organisations}


PARTNERS = Measure(
    name="partners",
    compute=lambda given: count_partners(given.incidence),
    explained=Explained(
        formula="degree: n",
        unit="organisations, 0 or more",
        reading="named co-members",
        misleads=(
            "one table of five gives 4; a list that is known in part gives fewer than there are"
        ),
        reference="Freeman 1979, Social Networks 1:215–239",
    ),
)
