"""What the documents do not tell."""

from dataclasses import dataclass

from graph.findings.membership import Doubts, MembershipId, count_doubts, find_inferred
from graph.network.citations import Cited
from graph.network.incidence import Incidence
from graph.network.types import list_types


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """
    What is open; every list is sorted.

    Partnerships: `memberless` name no member, and of those in `typed` a group tells at least which
    type of organisation takes part; `members_partly_known` name some, and there may be
    more; `undated` have no period; `on_one_document` have passages in just one. `groups`: how
    many parties are not named one by one. `inferred`: memberships that are less than stated.
    `doubts`: what is less than stated, each by how many memberships. `wished`: who is wanted in a
    partnership and was not asked yet, as its id and that of the organisation or group.
    Organisations: `without_region` have no home region; `in_no_partnership` are only mentioned.
    """

    memberless: tuple[str, ...]
    typed: tuple[str, ...]
    members_partly_known: tuple[str, ...]
    undated: tuple[str, ...]
    on_one_document: tuple[str, ...]
    groups: int
    inferred: tuple[MembershipId, ...]
    doubts: Doubts
    wished: tuple[tuple[str, str], ...]
    without_region: tuple[str, ...]
    in_no_partnership: tuple[str, ...]


def find_unknowns(incidence: Incidence, cited: Cited) -> Unknowns:
    """
    Find what the documents leave open.

    Args:
        incidence: Who takes part in what.
        cited: From `cite`.
    """
    registry = incidence.registry
    partnerships = [registry.partnerships[id] for id in incidence.partnerships]
    organisations = [registry.organisations[id] for id in incidence.organisations]
    memberless = [p for p in partnerships if not incidence.size(p.id)]
    return Unknowns(
        memberless=tuple(p.id for p in memberless),
        typed=tuple(p.id for p in memberless if list_types(registry, p)),
        members_partly_known=tuple(p.id for p in partnerships if p.members_known == "some"),
        undated=tuple(p.id for p in partnerships if not p.period),
        on_one_document=tuple(id for id, documents in cited.items() if len(documents) == 1),
        groups=len({one.group for p in partnerships for one in p.groups}),
        inferred=find_inferred(incidence),
        doubts=count_doubts(incidence),
        wished=tuple(
            (p.id, id)
            for p in partnerships
            for id in sorted(
                [one.organisation for one in p.wished] + [one.group for one in p.wished_groups]
            )
        ),
        without_region=tuple(o.id for o in organisations if not o.region),
        in_no_partnership=tuple(o.id for o in organisations if not incidence.memberships_of(o.id)),
    )
