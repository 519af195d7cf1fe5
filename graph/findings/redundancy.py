"""Whose partnerships are linked by nobody else."""

from graph.network.incidence import Incidence
from graph.network.measures.redundancy import Redundancy, measure_redundancy


def find_redundancy(incidence: Incidence) -> tuple[Redundancy, ...]:
    """Find who links two partnerships or more; who does so alone comes first."""
    found = filter(None, measure_redundancy(incidence).values())
    return tuple(sorted(found, key=lambda one: (one.share, -one.pairs, one.organisation)))
