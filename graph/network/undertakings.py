"""Which partnerships are stages of one undertaking: one follows the other."""

from collections.abc import Mapping

from graph.model.records import Registry

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
    first = {id: id for id in sorted(registry.partnerships)}

    def find(id: str) -> str:
        while first[id] != id:
            first[id] = first[first[id]]
            id = first[id]
        return id

    for id in first:
        for earlier in registry.partnerships[id].follows:
            if earlier in first:
                least, other = sorted((find(id), find(earlier)))
                first[other] = least
    return {id: find(id) for id in first}
