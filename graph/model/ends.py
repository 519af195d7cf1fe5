"""What stands at an end of a relation: an organisation, a group or a partnership."""

from typing import Literal

from graph.model.records import Group, Organisation, Partnership, Registry

EndKind = Literal["organisation", "group", "partnership"]


def find_end(registry: Registry, id: str) -> Organisation | Group | Partnership:
    """
    Find an organisation, a group or a partnership by its id: no two of them share one.

    Raises:
        KeyError: There is none.
    """
    for known in (registry.organisations, registry.groups, registry.partnerships):
        if id in known:
            return known[id]
    raise KeyError(id)


def name_end(registry: Registry, id: str) -> str:
    """Name an organisation, a group (by its label) or a partnership."""
    return find_end(registry, id).names[1]
