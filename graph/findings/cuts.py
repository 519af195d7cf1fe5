"""Without whom a component falls apart, and on which memberships that rests."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.findings.membership import MembershipId, identify
from graph.model.certainty import Certainty, least_sure
from graph.model.records import Partnership
from graph.network.components import LISTED, CutVertex, find_cut_vertices
from graph.network.incidence import Incidence, Participation


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """
    A partnership that ties a cut vertex to a part.

    `memberships`: its own, then that of the other where it ties it to just one. `certainty`: the
    least sure of these and of the partnership. `inferred`: those of the memberships that are less
    than stated themselves, however sure the partnership is. `decisive`: whether nothing of the part
    is tied to it any more when its membership goes.
    """

    partnership: str
    memberships: tuple[MembershipId, ...]
    certainty: Certainty
    inferred: tuple[MembershipId, ...]
    decisive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    Organisations that are connected without the cut vertex.

    `organisations`: sorted; None where there are more than `LISTED`. `links`: by partnership.
    `rests_on`: the memberships that are less than stated and without each of which the cut vertex
    is tied to none of them; sorted.
    """

    size: int
    organisations: tuple[str, ...] | None
    links: tuple[Link, ...]
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

    `parts`: two or more, largest first, those of equal size by id. `pairs`: how many pairs of
    others are connected through it alone. `without`: its memberships with others, by partnership.
    `rests_on`: the memberships that are less than stated and without each of which it is no cut
    vertex, sorted.
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
    own = {one.partnership.id: one for one in incidence.memberships_of(found.id)}
    listed = found.list_parts(LISTED)
    parts = sorted(
        (
            _describe_part(incidence, own, size, listed.get(number), partners[number])
            for number, size in enumerate(found.sizes)
        ),
        key=lambda part: (-part.size, part.organisations or ()),
    )
    losses = Counter(id for part in parts for id in part.rests_on)
    lost: dict[str, list[int]] = {id: [] for id in own if incidence.size(id) > 1}
    for part in parts:
        for link in part.links:
            if link.decisive:
                lost[link.partnership].append(part.size)
    return Cut(
        organisation=found.id,
        parts=tuple(parts),
        pairs=found.pairs,
        without=tuple(_leave(identify(own[id]), found.sizes, sizes) for id, sizes in lost.items()),
        rests_on=tuple(id for id, lost in sorted(losses.items()) if len(parts) - lost < 2),
    )


def _describe_part(
    incidence: Incidence,
    own: Mapping[str, Participation],
    size: int,
    organisations: tuple[str, ...] | None,
    partners: Mapping[str, list[str]],
) -> Part:
    """A tie goes with any partnership of it when it has no more than the least weight."""
    least = incidence.registry.least_weight
    weak = all(len(partnerships) == least for partnerships in partners.values())
    tied: dict[str, list[str]] = {}
    for other, partnerships in partners.items():
        for id in partnerships:
            tied.setdefault(id, []).append(other)
    links = []
    rests_on = []
    for id, others in sorted(tied.items()):
        ends = [own[id], *(_find_members(incidence, own[id].partnership, others))]
        decisive = weak and len(others) == len(partners)
        rests_on += [identify(one) for one in ends if decisive and one.is_inferred]
        links.append(
            Link(
                partnership=id,
                memberships=tuple(map(identify, ends)),
                certainty=least_sure(*(one.certainty for one in ends)),
                inferred=tuple(identify(one) for one in ends if one.membership.sureness != "high"),
                decisive=decisive,
            )
        )
    return Part(
        size=size,
        organisations=organisations,
        links=tuple(links),
        rests_on=tuple(sorted(rests_on)),
    )


def _find_members(
    incidence: Incidence, partnership: Partnership, others: list[str]
) -> list[Participation]:
    """Find the membership of the other where there is just one."""
    if len(others) > 1:
        return []
    return [
        Participation(partnership, member)
        for member in incidence.members_of(partnership.id)
        if member.organisation in others
    ]


def _leave(membership: MembershipId, sizes: Sequence[int], lost: list[int]) -> Without:
    kept = 1 + sum(sizes) - sum(lost)
    return Without(
        membership=membership,
        sizes=tuple(sorted([kept, *lost], reverse=True)),
        still_cuts=len(sizes) - len(lost) > 1,
    )
