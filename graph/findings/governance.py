"""The form of governance that the roles in a partnership allow to be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.findings.membership import MembershipId, identify
from graph.model.records import Membership, Partnership
from graph.network.incidence import Incidence

Form = Literal["shared", "lead", "dyad", "single", "not_known"]
Reason = Literal["leads", "lead", "no_lead", "not_stated", "few", "dyad", "single"]

NO_PARTY = frozenset({"facilitator", "advisor", "invited"})
"""Roles that guide, advise, or may not take part: they do not make three parties of two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    """
    A form of governance and why it is read so.

    `form`: `shared` (participant-governed), `lead` (lead organisation), `dyad` (two parties,
    no network), `single` (one party), or `not_known`. `complete`: whether every party is named.
    `leads`, `guides`: who leads and who facilitates, sorted.
    """

    partnership: str
    form: Form
    reason: Reason
    complete: bool
    leads: tuple[str, ...]
    guides: tuple[str, ...]

    @property
    def is_read(self) -> bool:
        """Whether the roles give the form of a network."""
        return self.form in ("shared", "lead")


def find_governance(incidence: Incidence) -> tuple[Governance, ...]:
    """Read the form of each partnership with two named members or more, by id."""
    return tuple(
        read_governance(incidence.registry.partnerships[id], incidence.members_of(id))
        for id in incidence.partnerships
        if incidence.size(id) > 1
    )


def find_sole_members(incidence: Incidence) -> tuple[MembershipId, ...]:
    """Find the memberships in partnerships with one named member, by organisation."""
    return tuple(
        identify(one)
        for one in incidence.participations()
        if incidence.size(one.partnership.id) == 1
    )


def read_governance(partnership: Partnership, members: Sequence[Membership]) -> Governance:
    """
    Read the form of governance from the roles, as far as they tell.

    Two leads or more share; one leads; none is shared only where the list is complete, for
    then it is told. Whether a separate body runs the whole (an NAO) no role says.

    Reference: Provan and Kenis 2008, JPART 18:229-252, doi:10.1093/jopart/mum015.
    """
    complete = partnership.is_complete
    leads = _list_role(members, "lead")
    parties = sum(membership.role not in NO_PARTY for membership in members)
    form, reason = _read_form(parties, len(leads), complete)
    return Governance(
        partnership=partnership.id,
        form=form,
        reason=reason,
        complete=complete,
        leads=leads,
        guides=_list_role(members, "facilitator"),
    )


def _read_form(parties: int, leads: int, complete: bool) -> tuple[Form, Reason]:
    if parties > 2:
        if leads:
            return ("shared", "leads") if leads > 1 else ("lead", "lead")
        return ("shared", "no_lead") if complete else ("not_known", "not_stated")
    if not complete:
        return "not_known", "few"
    return ("dyad", "dyad") if parties == 2 else ("single", "single")


def _list_role(members: Sequence[Membership], role: str) -> tuple[str, ...]:
    return tuple(sorted(m.organisation for m in members if m.role == role))
