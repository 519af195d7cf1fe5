"""Who takes part in what: worked out once from a registry, and asked by everything after it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from graph.model.certainty import Certainty, least_sure
from graph.model.records import Evidence, Membership, Partnership, Registry, Shared, Tie

Pair = tuple[str, str]
"""Two ids of organisations, the lesser first: the ends of a tie."""


class Participation(NamedTuple):
    """One organisation in one partnership, with the partnership it is in."""

    partnership: Partnership
    membership: Membership

    @property
    def certainty(self) -> Certainty:
        """The less sure of the partnership and the membership in it."""
        return least_sure(self.partnership.certainty, self.membership.certainty)

    @property
    def is_inferred(self) -> bool:
        """Whether it is less than stated."""
        return self.certainty != "high"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages for this membership, else those of the partnership."""
        return self.membership.evidence or self.partnership.evidence


class Incidence:
    """
    The relation between the organisations and the partnerships of one registry.

    Built in one pass over the memberships. Ties are found when they are first asked for, and are
    ids only: a record of a tie is made for each that somebody asks for. An organisation or
    partnership that the registry does not hold has no memberships, no partners and no size.

    Where the registry has a least weight, organisations that share fewer partnerships are not
    tied: ask `shared`, `cliques` or `partners_of` what is tied, not the members of a partnership.
    """

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        memberships: dict[str, list[Participation]] = {
            id: [] for id in sorted(registry.organisations)
        }
        members: dict[str, tuple[Membership, ...]] = {}
        for id, partnership in sorted(registry.partnerships.items()):
            inside = [m for m in partnership.memberships if m.organisation in memberships]
            inside.sort(key=lambda membership: membership.organisation)
            members[id] = tuple(inside)
            for membership in inside:
                memberships[membership.organisation].append(Participation(partnership, membership))
        self._members = members
        self._sizes = {
            id: len(inside) + registry.partnerships[id].unseen for id, inside in members.items()
        }
        self._memberships = {id: tuple(found) for id, found in memberships.items()}

    @property
    def organisations(self) -> tuple[str, ...]:
        """Ids of all organisations, sorted."""
        return tuple(self._memberships)

    @property
    def partnerships(self) -> tuple[str, ...]:
        """Ids of all partnerships, sorted."""
        return tuple(self._members)

    def members_of(self, partnership: str) -> tuple[Membership, ...]:
        """List the memberships in a partnership, by organisation."""
        return self._members.get(partnership, ())

    def memberships_of(self, organisation: str) -> tuple[Participation, ...]:
        """List the partnerships of an organisation with its membership in each, by partnership."""
        return self._memberships.get(organisation, ())

    def participations(self) -> Iterator[Participation]:
        """Walk over every membership, by organisation and partnership."""
        for found in self._memberships.values():
            yield from found

    def size(self, partnership: str) -> int:
        """
        Count the named members of a partnership: d_p in the formulas, 0 or more.

        Those that are out of sight for a least weight count: it changes no tie that it keeps.
        """
        return self._sizes.get(partnership, 0)

    @cached_property
    def shared(self) -> Mapping[Pair, tuple[str, ...]]:
        """
        The projection: every two organisations that share a partnership -> the ids of those.

        Ids of partnerships are sorted; the pairs stand in the order in which they are found.
        The length is the weight of the tie (Breiger 1974, Social Forces 53:181-190).
        """
        found: dict[Pair, tuple[str, ...]] = {}
        for id, members in self._members.items():
            only = (id,)  # one tuple for all pairs of this partnership: most share no other
            for pair in combinations([member.organisation for member in members], 2):
                found[pair] = (*found[pair], id) if pair in found else only
        least = self.registry.least_weight
        if least > 1:
            return {pair: ids for pair, ids in found.items() if len(ids) >= least}
        return found

    @cached_property
    def cliques(self) -> tuple[tuple[str, ...], ...]:
        """
        Sets of organisations of which every two are tied, and which together hold every tie.

        The members of each partnership of two or more; under a least weight the ends of each tie.
        What is connected follows from these in time linear in the memberships.
        """
        if self.registry.least_weight > 1:
            return tuple(sorted(self.shared))
        return tuple(
            tuple(member.organisation for member in members)
            for members in self._members.values()
            if len(members) > 1
        )

    @cached_property
    def cliques_of(self) -> Mapping[str, tuple[int, ...]]:
        """Every organisation -> the places in `cliques` of those that it stands in, sorted."""
        found: dict[str, list[int]] = {id: [] for id in self._memberships}
        for place, clique in enumerate(self.cliques):
            for id in clique:
                found[id].append(place)
        return {id: tuple(places) for id, places in found.items()}

    @cached_property
    def memberships(self) -> int:
        """How many memberships there are."""
        return sum(map(len, self._members.values()))

    def partners_of(self, organisation: str) -> dict[str, list[str]]:
        """
        Map the organisations that share a partnership with one to the ids of these, sorted.

        Linear in the members of its partnerships; no other tie is looked at.
        """
        found: dict[str, list[str]] = {}
        for partnership, _ in self.memberships_of(organisation):
            for member in self._members[partnership.id]:
                if member.organisation != organisation:
                    found.setdefault(member.organisation, []).append(partnership.id)
        least = self.registry.least_weight
        return {other: ids for other, ids in sorted(found.items()) if len(ids) >= least}

    def find_tie(self, one: str, other: str) -> Tie | None:
        """Make the record of the tie between two organisations, in either order; None without."""
        left, right = sorted((one, other))
        theirs = {p.id: membership for p, membership in self.memberships_of(right)}
        shared = tuple(
            Shared(
                partnership=partnership,
                left=membership,
                right=theirs[partnership.id],
                size=self.size(partnership.id),
            )
            for partnership, membership in self.memberships_of(left)
            if partnership.id in theirs and left != right
        )
        if len(shared) < self.registry.least_weight:
            return None
        return Tie(left=left, right=right, shared=shared)

    def ties_of(self, organisation: str) -> dict[str, Tie]:
        """Make the records of the ties of one organisation, by the id at the other end, sorted."""
        own = {p.id: membership for p, membership in self.memberships_of(organisation)}
        shared: dict[str, list[Shared]] = {}
        for id, mine in own.items():
            size = self._sizes[id]
            partnership = self.registry.partnerships[id]
            for member in self._members[id]:
                other = member.organisation
                if other != organisation:
                    left, right = (mine, member) if organisation < other else (member, mine)
                    shared.setdefault(other, []).append(
                        Shared(partnership=partnership, left=left, right=right, size=size)
                    )
        return {
            other: Tie(
                left=min(organisation, other), right=max(organisation, other), shared=tuple(found)
            )
            for other, found in sorted(shared.items())
            if len(found) >= self.registry.least_weight
        }

    def ties(self) -> Iterator[Tie]:
        """Make the record of every tie, by both ends."""
        membership = {
            id: {m.organisation: m for m in members} for id, members in self._members.items()
        }
        for (left, right), ids in sorted(self.shared.items()):
            yield Tie(
                left=left,
                right=right,
                shared=tuple(
                    Shared(
                        partnership=self.registry.partnerships[id],
                        left=membership[id][left],
                        right=membership[id][right],
                        size=self._sizes[id],
                    )
                    for id in ids
                ),
            )


def as_incidence(data: Registry | Incidence) -> Incidence:
    """Take an incidence as it is, and build that of a registry."""
    return data if isinstance(data, Incidence) else Incidence(data)
