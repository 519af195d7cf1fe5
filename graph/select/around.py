"""Registry -> the part of it around some organisations."""

from collections.abc import Collection
from dataclasses import replace

from graph.model.record import record
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.select.selection import keep_used


@record(frozen=True, slots=True, kw_only=True)
class Around:
    """Which part of the data is asked for: around whom, by name, and in how many steps."""

    names: tuple[str, ...]
    steps: int = 1


def keep_around(registry: Registry, ids: Collection[str], steps: int) -> Registry:
    """
    Keep the part of a registry around some organisations.

    That is every organisation within so many steps, and the partnerships by which these are
    reached, each with all its members: their ties to each other by way of yet other partnerships
    are left out. Without a step it is the organisations alone.

    Args:
        registry: Checked data, perhaps selected from already; it is not changed.
        ids: The organisations.
        steps: How many steps, 0 or more.

    Returns:
        The part, as data of its own; `selection` in it says what was asked for.
    """
    incidence = Incidence(registry)
    reached, found = set(ids), set[str]()
    new = reached
    for _ in range(steps):
        more = {one.partnership.id for id in new for one in incidence.memberships_of(id)} - found
        new = {m.organisation for id in more for m in incidence.members_of(id)} - reached
        found |= more
        reached |= new
    said = f"around={steps}:{','.join(sorted(ids))}"
    return keep_used(
        replace(
            registry,
            organisations={id: o for id, o in registry.organisations.items() if id in reached},
            partnerships={id: p for id, p in registry.partnerships.items() if id in found},
            selection="; ".join(filter(None, (registry.selection, said))),
        )
    )
