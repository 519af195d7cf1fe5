"""Do ties run between types and regions, or within them; and on whom does that depend?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from graph.model.regions import are_related
from graph.network.incidence import Incidence
from graph.network.project import Pair

Grouping = Literal["by_type", "by_region", "by_region_label"]
"""By type; by home region, with what lies within it as one; by home region, only equals as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """An index that is found without one organisation, and for which organisations so; sorted."""

    index: float
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixing:
    """
    Ties between groups (`external`) and within them (`internal`).

    `uncounted` ties have an end of which the group is not known. `lowest`, `highest`: what the
    index becomes at most without one organisation; None where it is never defined. `tried`: for
    how many organisations it is defined without them. `wide`: organisations whose ties count
    as within because their group holds groups that have nothing in common, as a country holds its
    regions; sorted.
    """

    grouping: Grouping
    external: int
    internal: int
    uncounted: int
    lowest: Extreme | None
    highest: Extreme | None
    tried: int
    wide: tuple[str, ...]

    @property
    def index(self) -> float | None:
        """
        The E-I index: (E - I) / (E + I), from -1 (all within) to 1 (all between); None for 0/0.

        Reference: Krackhardt and Stern 1988, Social Psychology Quarterly 51:123-140.
        """
        return divide(self.external, self.internal)


def divide(external: int, internal: int) -> float | None:
    """
    Take the E-I index of two counts; None where both are 0.

    >>> divide(3, 1), divide(0, 0)
    (0.5, None)
    """
    return (external - internal) / (external + internal) if external + internal else None


def find_mixing(incidence: Incidence) -> tuple[Mixing, ...]:
    """Count the ties between and within types, regions, and regions by label alone."""
    organisations = incidence.registry.organisations
    terms = incidence.registry.vocabulary.regions
    types = {id: organisation.type for id, organisation in organisations.items()}
    regions = {id: organisation.region for id, organisation in organisations.items()}
    ties = incidence.shared

    @cache
    def is_one(left: str, right: str) -> bool:
        return are_related(terms, left, right)

    return (
        measure_mixing("by_type", ties, types),
        measure_mixing("by_region", ties, regions, is_one),
        measure_mixing("by_region_label", ties, regions),
    )


def measure_mixing(
    grouping: Grouping,
    ties: Iterable[Pair],
    groups: Mapping[str, str | None],
    is_one: Callable[[str, str], bool] = str.__eq__,
) -> Mixing:
    """
    Count the ties between and within groups, and again without each organisation.

    Args:
        grouping: What the groups are.
        ties: The ends of each tie, once, whatever its weight.
        groups: The group of each organisation; None where it is not known.
        is_one: Tells whether two groups count as one.
    """
    counts = [0, 0]
    each: dict[str, list[int]] = {}
    joined: dict[str, set[str]] = {}
    uncounted = 0
    for ends in ties:
        left, right = groups[ends[0]], groups[ends[1]]
        if left is None or right is None:
            uncounted += 1
            continue
        side = int(is_one(left, right))
        counts[side] += 1
        for id, other in (ends, ends[::-1]):
            each.setdefault(id, [0, 0])[side] += 1
            if side:
                joined.setdefault(id, set()).add(groups[other] or "")
    external, internal = counts
    without = {
        id: index
        for id, (outer, inner) in sorted(each.items())
        if (index := divide(external - outer, internal - inner)) is not None
    }
    return Mixing(
        grouping=grouping,
        external=external,
        internal=internal,
        uncounted=uncounted,
        lowest=_find_extreme(without, min(without.values(), default=None)),
        highest=_find_extreme(without, max(without.values(), default=None)),
        tried=len(without),
        wide=tuple(sorted(id for id, found in joined.items() if _is_wide(found, is_one))),
    )


def _is_wide(groups: Iterable[str], is_one: Callable[[str, str], bool]) -> bool:
    return any(not is_one(left, right) for left, right in combinations(sorted(groups), 2))


def _find_extreme(without: Mapping[str, float], index: float | None) -> Extreme | None:
    if index is None:
        return None
    return Extreme(index=index, without=tuple(id for id, one in without.items() if one == index))
