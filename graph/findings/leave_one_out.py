"""Which memberships that are not stated change, when they are removed, who cuts a component."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.findings.cuts import Cut
from graph.findings.membership import MembershipId, identify
from graph.network.incidence import Incidence
from graph.network.project import Pair
from graph.network.separators import PathFinder, Step

BUDGET = 2_000_000
"""Steps on paths that are tried before the rest of the memberships is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What becomes of the cut vertices without one membership.

    `gone`: those that are none any more. `new`: organisations that become one. By id.
    """

    membership: MembershipId
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOneOut:
    """
    The memberships with others that are less than stated, each removed in turn.

    `removed`: how many there are. `tried`: for how many of these it was seen whether a cut
    vertex comes; for all of them whether one goes. `changes`: those that change anything.
    """

    removed: int
    tried: int
    changes: tuple[Change, ...]


def leave_one_out(
    incidence: Incidence, cuts: Iterable[Cut], *, budget: int = BUDGET
) -> LeaveOneOut:
    """
    Remove each membership that is less than stated in turn, and compare the cut vertices.

    A cut vertex that goes rests on the membership, which `find_cuts` says. One that comes stands
    on every path that is left between the ends of a tie that goes; such a path is found from
    both its ends, and those on it are tried one by one, without walking the component.

    Args:
        incidence: Who takes part in what.
        cuts: From `find_cuts`.
        budget: Members of partnerships to look at on the way, before no more is tried.

    Reference: after Kossinets 2006, Social Networks 28:247-268.
    """
    gone: dict[MembershipId, list[str]] = {}
    known = set()
    bridges = set()
    for cut in cuts:
        known.add(cut.organisation)
        bridges |= {one.membership for one in cut.without if len(one.sizes) > 1}
        for membership in cut.rests_on:
            gone.setdefault(membership, []).append(cut.organisation)
    inferred = [
        identify(one)
        for one in incidence.participations()
        if one.is_inferred and incidence.size(one.partnership.id) > 1
    ]
    paths = PathFinder(incidence)
    places = _place_cliques(incidence)
    tried = 0
    changes = []
    for membership in inferred:
        new: tuple[str, ...] = ()
        if membership in bridges and incidence.registry.least_weight == 1:
            tried += 1  # no path is left to those whom it tied
        elif paths.steps < budget:
            new = _find_new(incidence, paths, _lose(incidence, places, membership), known)
            tried += 1
        if new or membership in gone:
            changes.append(
                Change(
                    membership=membership,
                    gone=tuple(sorted(gone.get(membership, ()))),
                    new=new,
                )
            )
    return LeaveOneOut(removed=len(inferred), tried=tried, changes=tuple(changes))


def _place_cliques(incidence: Incidence) -> Mapping[str | Pair, int]:
    """Number the cliques as `Incidence` does: by partnership, under a least weight by tie."""
    if incidence.registry.least_weight > 1:
        return {(left, right): place for place, (left, right) in enumerate(incidence.cliques)}
    tying = (id for id in incidence.partnerships if len(incidence.members_of(id)) > 1)
    return {id: place for place, id in enumerate(tying)}


def _lose(
    incidence: Incidence, places: Mapping[str | Pair, int], membership: MembershipId
) -> tuple[Step, ...]:
    """List the cliques that an organisation leaves with a membership."""
    organisation, partnership = membership
    least = incidence.registry.least_weight
    if least == 1:
        return ((organisation, places[partnership]),) if partnership in places else ()
    return tuple(
        (organisation, places[min(organisation, other), max(organisation, other)])
        for other, shared in incidence.partners_of(organisation).items()
        if partnership in shared and len(shared) == least
    )


def _find_new(
    incidence: Incidence, paths: PathFinder, lost: tuple[Step, ...], known: Collection[str]
) -> tuple[str, ...]:
    """Find who then stands on every path between those whom the lost ties tied."""
    skip = frozenset(lost)
    ends = [(organisation,) for organisation, _ in lost[:1]] + [
        tuple(id for id in incidence.cliques[place] if id != organisation)
        for organisation, place in lost
    ]
    new = {
        id
        for starts, stops in combinations(ends, 2)
        for id in paths.find_separators(starts, stops, skip=skip, known=known)
    }
    return tuple(sorted(new))
