"""Which memberships that are not stated carry a finding: what to check first."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.findings.brokers import Brokers, Side
from graph.findings.cuts import Cut
from graph.findings.membership import MembershipId


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """
    What rests on one membership that is less than stated.

    `cuts`: the cut vertices that are none without it, by id. `sides`: in what its organisation
    is no broker between named others without it.
    """

    membership: MembershipId
    cuts: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def is_bare(self) -> bool:
        """Whether nothing rests on it."""
        return not (self.cuts or self.sides)


def find_carried(
    inferred: Iterable[MembershipId], cuts: Iterable[Cut], brokers: Iterable[Brokers]
) -> tuple[Carried, ...]:
    """
    Find what rests on each membership; those that carry something come first, then by id.

    Args:
        inferred: From `find_inferred`.
        cuts: From `find_cuts`.
        brokers: From `find_brokers`, by regions and by themes.
    """
    held: dict[MembershipId, list[str]] = {}
    sides: dict[MembershipId, list[Side]] = {}
    for cut in cuts:
        for membership in cut.rests_on:
            held.setdefault(membership, []).append(cut.organisation)
    for found in brokers:
        for broker in found.connecting:
            for membership in broker.rests_on:
                sides.setdefault(membership, []).append(found.side)
    carried = (
        Carried(
            membership=membership,
            cuts=tuple(sorted(held.get(membership, ()))),
            sides=tuple(sides.get(membership, ())),
        )
        for membership in inferred
    )
    return tuple(sorted(carried, key=lambda one: (one.is_bare, one.membership)))
