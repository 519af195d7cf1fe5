"""In how many partnerships an organisation takes part: two-mode degree."""

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure


def count_memberships(incidence: Incidence) -> dict[str, int]:
    """Count the partnerships of each organisation, of any size: 0 or more."""
    return {id: len(incidence.memberships_of(id)) for id in incidence.organisations}


PARTNERSHIPS = Measure(
    name="partnerships",
    compute=lambda given: count_memberships(given.incidence),
    explained=Explained(
        formula="two-mode degree: `with_others` + `alone`",
        unit="tables, 0 or more",
        reading='"at how many tables"; the size of its mark on the map',
        misleads=(
            "stages of one undertaking count each; a table of which it is the only named member "
            "counts too"
        ),
        reference="Borgatti and Everett 1997, Social Networks 19:243–269",
    ),
)
