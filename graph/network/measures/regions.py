"""In which regions the partnerships of an organisation are."""

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure, Shown

Regions = tuple[str, ...]


def find_regions(incidence: Incidence) -> dict[str, Regions | None]:
    """
    Find the regions of the partnerships of each organisation.

    Returns:
        Sorted ids; None where it has partnerships and no region of any is known.
    """
    found: dict[str, Regions | None] = {}
    for id in incidence.organisations:
        partnerships = [partnership for partnership, _ in incidence.memberships_of(id)]
        regions = {region for partnership in partnerships for region in partnership.regions}
        found[id] = tuple(sorted(regions)) if regions or not partnerships else None
    return found


def _count(regions: Regions | None) -> int | None:
    return None if regions is None else len(regions)


REGIONS = Measure(
    name="regions_reached",
    compute=lambda given: find_regions(given.incidence),
    fields={"regions_reached": _count, "regions": lambda regions: regions or ()},
    rank=_count,
    shown=lambda regions: Shown("not_known") if regions is None else len(regions),
    explained=Explained(
        formula="distinct regions of its partnerships",
        unit=("regions, 0 or more; not known where it sits at tables and none has a region"),
        reading="in how many regions its tables work",
        misleads=(
            "a region and one within it count as two; it is not where the organisation itself works"
        ),
    ),
)
