"""Who leads and who guides, and the form of governance that the roles allow to be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model.records import Partnership
from graph.model.roles import ROLE_ORDER
from graph.write.reports.context import Ground, by_name
from graph.write.reports.value import Cell, Section, Sentence, Table

Form = Literal["shared", "lead", "dyad", "single", "not_known"]
NO_PARTY = frozenset({"facilitator", "advisor", "invited"})
"""Roles that guide, advise, or may not take part: they do not make three parties of two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    """
    A form of governance and why it is read so.

    `form`: `shared` (participant-governed), `lead` (lead organisation), `dyad` (two parties,
    no network), `single` (one party), or `not_known`. `complete`: the list of members is.
    `reason` is the key of a sentence.
    """

    form: Form
    reason: str
    complete: bool
    leads: tuple[str, ...]
    guides: tuple[str, ...]


def read_governance(partnership: Partnership) -> Governance:
    """
    Read the form of governance from the roles, as far as they tell.

    Two leads or more share; one leads; none is shared only where the list is complete, for
    then it is told. Whether a separate body runs the whole (an NAO) no role says.

    Reference: Provan and Kenis 2008, JPART 18:229-252, doi:10.1093/jopart/mum015.
    """
    complete = partnership.members_known == "all" and not partnership.groups
    leads = _list_role(partnership, "lead")
    parties = sum(membership.role not in NO_PARTY for membership in partnership.memberships)
    form: Form = "not_known"
    reason = "reason_few"
    if parties > 2:
        if len(leads) > 1:
            form, reason = "shared", "reason_leads"
        elif leads:
            form, reason = "lead", "reason_lead"
        elif complete:
            form, reason = "shared", "reason_no_lead"
        else:
            reason = "reason_untold"
    elif complete:
        form = "dyad" if parties == 2 else "single"
        reason = "reason_dyad" if parties == 2 else "reason_single"
    return Governance(
        form=form,
        reason=reason,
        complete=complete,
        leads=leads,
        guides=_list_role(partnership, "facilitator"),
    )


def tell_governance(ground: Ground) -> Section:
    """Tell the roles and the form of each table with two named members or more."""
    tables = sorted(ground.registry.partnerships.values(), key=by_name)
    listed = [(p, read_governance(p)) for p in tables if p.size > 1]
    read = [governance for _, governance in listed if governance.form in ("shared", "lead")]
    parts: list[Sentence | Table] = []
    if listed:
        parts.append(ground.finding("governance", n=len(read), of=len(listed)))
    else:
        parts.append(ground.finding("no_governance"))
    columns = "partnership form reason roles"
    parts.append(ground.table("governance", columns, _list_rows(ground, listed)))
    alone = [p for p in tables if p.size == 1]
    if alone:
        parts.append(ground.finding("governance_alone", n=len(alone)))
        rows = (
            (
                ground.organisation(p.memberships[0].organisation),
                ground.term("roles", p.memberships[0].role),
                ground.partnership(p),
            )
            for p in sorted(alone, key=lambda p: p.memberships[0].organisation)
        )
        parts.append(ground.table("roles_alone", "organisation role partnership", rows))
    if listed:
        parts += [ground.caveat("lead_caveat"), ground.caveat("nao_caveat")]
    return ground.section(
        "governance",
        parts,
        figures={
            "tables": len(listed),
            "shared": sum(g.form == "shared" for g in read),
            "lead_organisation": sum(g.form == "lead" for g in read),
            "not_known": sum(g.form == "not_known" for _, g in listed),
        },
        methods=[ground.method("governance", "Provan & Kenis 2008, JPART 18:229–252")],
    )


def _list_rows(
    ground: Ground, listed: list[tuple[Partnership, Governance]]
) -> Iterator[tuple[Cell, ...]]:
    for partnership, governance in listed:
        names = ground.names(ground.organisations(governance.leads))
        reason = ground.say(governance.reason, names=names)
        if governance.guides:
            guides = ground.names(ground.organisations(governance.guides))
            reason = f"{reason}; {ground.say('guided', names=guides)}"
        if governance.form in ("shared", "lead") and not governance.complete:
            reason = f"{reason}; {ground.say('as_far_as_told')}"
        yield (
            ground.partnership(partnership),
            ground.answer(f"form_{governance.form}"),
            reason,
            _say_roles(ground, partnership),
        )


def _say_roles(ground: Ground, partnership: Partnership) -> str:
    said = []
    for role in (*ROLE_ORDER, *sorted(set(ground.registry.vocabulary.roles) - set(ROLE_ORDER))):
        holders = _list_role(partnership, role)
        if holders and len(holders) > 8:
            said.append(f"{ground.term('roles', role).name}: {len(holders)}")
        elif holders:
            names = ", ".join(named.name for named in ground.organisations(holders))
            said.append(f"{ground.term('roles', role).name}: {names}")
    return "; ".join(said)


def _list_role(partnership: Partnership, role: str) -> tuple[str, ...]:
    return tuple(m.organisation for m in partnership.memberships if m.role == role)
