"""Why two organisations are tied: the partnerships that they share."""

from graph.model.records import Registry, Shared
from graph.network.incidence import Incidence, as_incidence


def shared_partnerships(
    registry: Registry | Incidence, left: str, right: str
) -> tuple[Shared, ...]:
    """
    Find the partnerships that two organisations share.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        left: Id of one organisation.
        right: Id of the other.

    Returns:
        Each with both memberships, sorted by id; `left` and `right` are in the order of the
        question. Nothing where no tie is stated.
    """
    incidence = as_incidence(registry)
    return tuple(incidence.share(id, left, right) for id in incidence.shared_by(left, right))
