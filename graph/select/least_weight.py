"""The strong part of a network: ties of some shared partnerships or more."""

from dataclasses import replace

from graph.model.records import Partnership, Registry
from graph.network.incidence import Incidence


def keep_strong_ties(registry: Registry, least: int) -> Registry:
    """
    Keep the ties of at least some shared partnerships, the organisations in them, and these.

    No tie that is kept changes: a member that goes still counts in the size of its partnership,
    and so in Newman's weight. Two organisations that stay can share a partnership that stays and
    have too weak a tie: the registry says the least weight, and `Incidence` obeys it.

    Args:
        registry: Checked data, perhaps narrowed already; it is not changed.
        least: The least number of shared partnerships, 1 or more.

    Returns:
        The part that is kept, with `least` as its `least_weight`.
    """
    strong = Incidence(replace(registry, least_weight=least)).shared
    tied = {id for pair in strong for id in pair}
    shared = {id for ids in strong.values() for id in ids}
    return replace(
        registry,
        least_weight=least,
        organisations={id: o for id, o in registry.organisations.items() if id in tied},
        partnerships={
            id: _narrow(partnership, tied)
            for id, partnership in registry.partnerships.items()
            if id in shared
        },
    )


def _narrow(partnership: Partnership, tied: set[str]) -> Partnership:
    inside = tuple(m for m in partnership.memberships if m.organisation in tied)
    gone = len(partnership.memberships) - len(inside)
    if not gone:
        return partnership
    return replace(
        partnership, memberships=inside, members_known="some", unseen=partnership.unseen + gone
    )
