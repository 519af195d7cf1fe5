"""Why two organisations are tied: the partnerships that they share."""

from graph.model.records import Registry, Shared
from graph.network.incidence import Incidence, as_incidence


def shared_partnerships(
    registry: Registry | Incidence, left: str, right: str
) -> tuple[Shared, ...]:
    """
    Find the partnerships that two organisations share, sorted by id, each with both memberships.

    `left` and `right` of the answer are in the order of the question.
    """
    incidence = as_incidence(registry)
    return tuple(incidence.share(id, left, right) for id in incidence.shared_by(left, right))
