"""What hampers, in one list: of partnerships, regions and documents."""

from collections.abc import Iterator
from typing import Literal

from graph.model.record import record
from graph.model.records import Barrier, Registry

Hampered = Literal["partnership", "region", "source"]


@record(frozen=True, slots=True, kw_only=True)
class Hampering:
    """A barrier, and what it hampers: a partnership, a region, or what a document tells of."""

    kind: Hampered
    id: str
    barrier: Barrier


def find_barriers(registry: Registry) -> tuple[Hampering, ...]:
    """
    Find what hampers.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Those of partnerships, of regions and of documents, each sorted by id; within one in the
        order of the file.
    """
    return tuple(_walk(registry))


def _walk(registry: Registry) -> Iterator[Hampering]:
    for id, partnership in sorted(registry.partnerships.items()):
        for barrier in partnership.barriers:
            yield Hampering(kind="partnership", id=id, barrier=barrier)
    for id, region in sorted(registry.vocabulary.regions.items()):
        for barrier in region.barriers:
            yield Hampering(kind="region", id=id, barrier=barrier)
    for id, source in sorted(registry.sources.items()):
        for barrier in source.barriers:
            yield Hampering(kind="source", id=id, barrier=barrier)


def name_hampered(registry: Registry, one: Hampering) -> str:
    """Name what a barrier hampers: a region in the language of the data, a document by title."""
    if one.kind == "region":
        return registry.vocabulary.regions[one.id].label(registry.language)
    if one.kind == "source":
        return registry.sources[one.id].title
    return registry.partnerships[one.id].name
