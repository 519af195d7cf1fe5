"""Without whom a component falls apart, and on which memberships that rests."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from graph.findings.membership import MembershipId, identify
from graph.network.components import CutVertex, find_cut_vertices
from graph.network.incidence import Incidence, Participation

LISTED = 100
"""A part of more organisations is not listed: the parts of all cut vertices are quadratic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    Organisations that are connected without the cut vertex.

    `organisations`: sorted; None where there are more than `LISTED`. `partnerships`: those by
    which the cut vertex is tied to them, sorted. `decisive`: each of these without which it is
    tied to none of them any more. `rests_on`: the memberships, its own or of the only other
    member it is tied to, that are less than stated and without each of which it is so.
    """

    size: int
    organisations: tuple[str, ...] | None
    partnerships: tuple[str, ...]
    decisive: tuple[str, ...]
    rests_on: tuple[MembershipId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """
    What a component falls into when a cut vertex leaves one of its partnerships.

    `sizes`: of the parts, largest first; one where all stays connected. `still_cuts`: whether it
    is still a cut vertex.
    """

    membership: MembershipId
    sizes: tuple[int, ...]
    still_cuts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """
    An organisation without which its component falls apart.

    `parts`: two or more, largest first. `pairs`: how many pairs of others are connected through
    it alone. `without`: its memberships with others, by partnership. `rests_on`: the memberships
    that are less than stated and without each of which it is no cut vertex, sorted.
    """

    organisation: str
    parts: tuple[Part, ...]
    pairs: int
    without: tuple[Without, ...]
    rests_on: tuple[MembershipId, ...]

    @property
    def others(self) -> int:
        """How many other organisations its component has."""
        return sum(part.size for part in self.parts)


def find_cuts(incidence: Incidence) -> tuple[Cut, ...]:
    """
    Find the cut vertices, and what each rests on; those that most pairs depend on come first.

    What a cut vertex rests on is near it: no other membership than its own, and those of its
    partners, can keep a part tied to it. So none needs to be removed to see what is left.

    Reference: Hopcroft and Tarjan 1973, CACM 16:372-378, for the cut vertices.
    """
    names = incidence.registry.organisations
    cuts = [_describe(incidence, found) for found in find_cut_vertices(incidence)]
    return tuple(
        sorted(
            cuts,
            key=lambda cut: (-cut.pairs, names[cut.organisation].name.casefold(), cut.organisation),
        )
    )


def _describe(incidence: Incidence, found: CutVertex) -> Cut:
    partners: list[dict[str, list[str]]] = [{} for _ in found.sizes]
    for other, partnerships in incidence.partners_of(found.id).items():
        partners[found.find_part(other)][other] = partnerships
    listed = found.list_parts(LISTED)
    parts = tuple(
        _describe_part(incidence, found.id, size, listed.get(number), partners[number])
        for number, size in enumerate(found.sizes)
    )
    losses = Counter(id for part in parts for id in part.rests_on)
    return Cut(
        organisation=found.id,
        parts=parts,
        pairs=found.pairs,
        without=tuple(
            _leave(MembershipId(found.id, partnership.id), parts)
            for partnership, _ in incidence.memberships_of(found.id)
            if incidence.size(partnership.id) > 1
        ),
        rests_on=tuple(id for id, lost in sorted(losses.items()) if len(parts) - lost < 2),
    )


def _describe_part(
    incidence: Incidence,
    cut: str,
    size: int,
    organisations: tuple[str, ...] | None,
    partners: dict[str, list[str]],
) -> Part:
    """A tie goes with any partnership of it when it has no more than the least weight."""
    least = incidence.registry.least_weight
    weak = all(len(partnerships) == least for partnerships in partners.values())
    every = sorted({id for partnerships in partners.values() for id in partnerships})
    decisive = [id for id in every if weak and all(id in own for own in partners.values())]
    ends = [cut, *partners] if len(partners) == 1 else [cut]
    return Part(
        size=size,
        organisations=organisations,
        partnerships=tuple(every),
        decisive=tuple(decisive),
        rests_on=_keep_inferred(incidence, decisive, ends),
    )


def _keep_inferred(
    incidence: Incidence, partnerships: Iterable[str], organisations: Container[str]
) -> tuple[MembershipId, ...]:
    found = (
        Participation(incidence.registry.partnerships[id], membership)
        for id in partnerships
        for membership in incidence.members_of(id)
        if membership.organisation in organisations
    )
    return tuple(sorted(identify(one) for one in found if one.is_inferred))


def _leave(membership: MembershipId, parts: tuple[Part, ...]) -> Without:
    lost = [part.size for part in parts if membership.partnership in part.decisive]
    kept = 1 + sum(part.size for part in parts) - sum(lost)
    return Without(
        membership=membership,
        sizes=tuple(sorted([kept, *lost], reverse=True)),
        still_cuts=len(parts) - len(lost) > 1,
    )
