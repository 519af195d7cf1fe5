"""Who takes part in what: worked out once from a registry, and asked by everything after it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from graph.model.certainty import Certainty, least_sure
from graph.model.kept import KeptPartnerships, OnDemand
from graph.model.records import Evidence, Membership, Partnership, Registry, Shared, Tie
from graph.network.project import Pair, find_shared, sort_ends


class Participation(NamedTuple):
    """One organisation in one partnership, with the partnership it is in."""

    partnership: Partnership
    membership: Membership

    @property
    def certainty(self) -> Certainty:
        """The less sure of the partnership and the membership in it, with who its member is."""
        return least_sure(self.partnership.certainty, self.membership.sureness)

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

    A registry that is a part of a larger one has all about some organisations alone. Give it the
    `cliques` of the whole, and what is connected is that of the whole.
    """

    def __init__(
        self, registry: Registry, *, cliques: tuple[tuple[str, ...], ...] | None = None
    ) -> None:
        self.registry = registry
        if cliques is not None:
            self.cliques = cliques
        self._members, self._memberships = _index(registry)

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
        """Count the named members of a partnership: d_p in the formulas, 0 or more."""
        return len(self.members_of(partnership))

    def full_size(self, partnership: str) -> int:
        """
        Count its named members with those that are out of sight for a least weight, 0 or more.

        Newman's weight divides by this, so that a least weight changes no tie that it keeps.
        """
        if partnership not in self._members:
            return 0
        return self.size(partnership) + self.registry.partnerships[partnership].unseen

    @cached_property
    def shared(self) -> Mapping[Pair, tuple[str, ...]]:
        """
        The projection: every two organisations that share a partnership -> the ids of those.

        Ids of partnerships are sorted; the pairs stand in the order in which they are found.
        The length is the weight of the tie.
        """
        found = find_shared(
            (id, [member.organisation for member in members])
            for id, members in self._members.items()
        )
        least = self.registry.least_weight
        if least == 1:
            return found
        return {pair: ids for pair, ids in found.items() if len(ids) >= least}

    @cached_property
    def tied(self) -> Mapping[str, frozenset[str]]:
        """Every organisation, by id -> those that it is tied to."""
        found: dict[str, set[str]] = {id: set() for id in self._memberships}
        for left, right in self.shared:
            found[left].add(right)
            found[right].add(left)
        return {id: frozenset(others) for id, others in found.items()}

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
                found.setdefault(id, []).append(place)
        return {id: tuple(places) for id, places in found.items()}

    def count_partners(self, organisation: str) -> int:
        """Count those that an organisation is tied to, 0 or more; no tie is made for it."""
        places = self.cliques_of.get(organisation, ())
        near = set[str]().union(*(self.cliques[place] for place in places))
        return max(len(near) - 1, 0)

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

    def share(self, partnership: str, left: str, right: str) -> Shared:
        """
        Make the record of one partnership that two organisations share, with both memberships.

        Raises:
            KeyError: They do not.
        """
        inside = self._inside[partnership]
        return Shared(
            partnership=self.registry.partnerships[partnership],
            left=inside[left],
            right=inside[right],
            size=self.full_size(partnership),
            compound=self.registry.schema > 1,
        )

    def shared_by(self, one: str, other: str) -> tuple[str, ...]:
        """List the partnerships through which two organisations are tied, sorted; perhaps none."""
        if "shared" in vars(self):  # all ties are found already
            return self.shared.get(sort_ends(one, other), ())
        theirs = {p.id for p, _ in self.memberships_of(other)} if one != other else set()
        ids = tuple(p.id for p, _ in self.memberships_of(one) if p.id in theirs)
        return ids if len(ids) >= self.registry.least_weight else ()

    def find_tie(self, one: str, other: str) -> Tie | None:
        """Make the record of the tie between two organisations, in either order; None without."""
        ids = self.shared_by(one, other)
        return self._make_tie(sort_ends(one, other), ids) if ids else None

    def ties_of(self, organisation: str) -> dict[str, Tie]:
        """Make the records of the ties of one organisation, by the id at the other end, sorted."""
        return {
            other: self._make_tie(sort_ends(organisation, other), ids)
            for other, ids in self.partners_of(organisation).items()
        }

    def ties(self) -> Iterator[Tie]:
        """Make the record of every tie, by both ends."""
        for ends, ids in sorted(self.shared.items()):
            yield self._make_tie(ends, ids)

    @cached_property
    def _inside(self) -> Mapping[str, Mapping[str, Membership]]:
        return OnDemand(self._members, lambda id: {m.organisation: m for m in self._members[id]})

    def _make_tie(self, ends: Pair, partnerships: Iterable[str]) -> Tie:
        left, right = ends
        return Tie(
            left=left,
            right=right,
            shared=tuple(self.share(id, left, right) for id in partnerships),
        )


Members = Mapping[str, tuple[Membership, ...]]
"""Every partnership -> its memberships, by organisation."""

Memberships = Mapping[str, tuple[Participation, ...]]
"""Every organisation -> its partnerships and its membership in each, by partnership."""


def _index(registry: Registry) -> tuple[Members, Memberships]:
    if isinstance(registry.partnerships, KeptPartnerships):
        return _index_on_demand(registry, registry.partnerships)
    memberships: dict[str, list[Participation]] = {id: [] for id in sorted(registry.organisations)}
    members: dict[str, tuple[Membership, ...]] = {}
    for id, partnership in sorted(registry.partnerships.items()):
        inside = [m for m in partnership.memberships if m.organisation in memberships]
        inside.sort(key=lambda membership: membership.organisation)
        members[id] = tuple(inside)
        for membership in inside:
            memberships[membership.organisation].append(Participation(partnership, membership))
    return members, {id: tuple(found) for id, found in memberships.items()}


def _index_on_demand(registry: Registry, kept: KeptPartnerships) -> tuple[Members, Memberships]:
    # What is kept is checked and whole: every member is an organisation, and all are sorted.
    def list_memberships(organisation: str) -> tuple[Participation, ...]:
        return tuple(
            Participation(kept[id], inside[id][organisation]) for id in kept.of_member(organisation)
        )

    inside = OnDemand(kept, lambda id: {m.organisation: m for m in kept[id].memberships})
    members = OnDemand(kept, lambda id: kept[id].memberships)
    return members, OnDemand(registry.organisations, list_memberships)


def as_incidence(data: Registry | Incidence) -> Incidence:
    """Take an incidence as it is, and build that of a registry."""
    return data if isinstance(data, Incidence) else Incidence(data)
