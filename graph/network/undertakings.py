"""Which partnerships are stages of one undertaking: one follows the other."""

from collections.abc import Mapping

from graph.model.records import Registry
from graph.network.joined import join_groups

Undertakings = Mapping[str, str]
"""Id of a partnership -> the least id among the stages of its undertaking, itself included."""


def find_undertakings(registry: Registry) -> Undertakings:
    """
    Find which partnerships hang together as stages, however far apart in the chain.

    A partnership that follows none and is followed by none is an undertaking of its own.

    Args:
        registry: The whole data, before any filter: a stage that a filter leaves out still joins
            those before and after it.

    Returns:
        Every partnership, sorted.
    """
    partnerships = registry.partnerships
    stages = (
        (id, earlier)
        for id, partnership in partnerships.items()
        for earlier in partnership.follows
        if earlier in partnerships
    )
    return join_groups(sorted(partnerships), stages)
