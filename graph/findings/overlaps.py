"""Which partnerships have the same members."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.network.incidence import Incidence
from graph.network.undertakings import Undertakings

MOST = 500
"""Partnerships of one organisation that are all compared with each other."""

Stages = Literal["no", "consecutive", "same_undertaking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """
    Two partnerships (`left` < `right` by id) that share a named member.

    `shared`: those members, sorted. `together`: how many organisations they name between them.
    `stages`: whether one follows the other, or both belong to one undertaking. `complete`:
    whether the lists of members of both are.
    """

    left: str
    right: str
    shared: tuple[str, ...]
    together: int
    stages: Stages
    complete: bool

    @property
    def jaccard(self) -> float:
        """
        Shared members as a share of all members, above 0 to 1.

        Reference: Borgatti and Halgin 2011, Analyzing affiliation networks.
        """
        return len(self.shared) / self.together


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaps:
    """
    Every two partnerships of two or more named members that share one, most alike first.

    `passed_over`: organisations in more than `most` partnerships, sorted. Two that share nobody
    but these are not in `pairs`: the pairs of one organisation grow with the square of its
    partnerships.
    """

    pairs: tuple[Overlap, ...]
    passed_over: tuple[str, ...]
    most: int

    @property
    def apart(self) -> tuple[Overlap, ...]:
        """Those that are no stages of one undertaking."""
        return tuple(one for one in self.pairs if one.stages == "no")


def find_overlaps(
    incidence: Incidence, undertakings: Undertakings, *, most: int = MOST
) -> Overlaps:
    """
    Find the partnerships of two or more named members that share one.

    Found from the memberships of each organisation: no two partnerships are compared that have
    nobody in common.

    Args:
        incidence: Who takes part in what.
        undertakings: From `find_undertakings`, of the data before any filter.
        most: An organisation in more partnerships is passed over.
    """
    shared: dict[tuple[str, str], list[str]] = {}
    passed_over: list[str] = []
    passed_in: dict[str, set[str]] = {id: set() for id in incidence.partnerships}
    for id in incidence.organisations:
        own = [p.id for p, _ in incidence.memberships_of(id) if incidence.size(p.id) > 1]
        if len(own) > most:
            passed_over.append(id)
            for partnership in own:
                passed_in[partnership].add(id)
        else:
            for pair in combinations(own, 2):
                shared.setdefault(pair, []).append(id)
    for (left, right), ids in shared.items():
        ids += passed_in[left] & passed_in[right]
    found = [_compare(incidence, undertakings, pair, ids) for pair, ids in shared.items()]
    return Overlaps(
        pairs=tuple(sorted(found, key=lambda one: (-one.jaccard, one.left, one.right))),
        passed_over=tuple(passed_over),
        most=most,
    )


def _compare(
    incidence: Incidence, undertakings: Undertakings, pair: tuple[str, str], shared: Sequence[str]
) -> Overlap:
    left, right = (incidence.registry.partnerships[id] for id in pair)
    stages: Stages = "no"
    if left.id in right.follows or right.id in left.follows:
        stages = "consecutive"
    elif undertakings[left.id] == undertakings[right.id]:
        stages = "same_undertaking"
    return Overlap(
        left=left.id,
        right=right.id,
        shared=tuple(sorted(shared)),
        together=incidence.size(left.id) + incidence.size(right.id) - len(shared),
        stages=stages,
        complete=left.members_known == right.members_known == "all",
    )
