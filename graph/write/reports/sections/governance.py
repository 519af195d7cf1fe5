"""Who leads and who guides, and the form of governance that the roles allow to be read."""

from collections.abc import Iterator

from graph.findings.governance import Governance
from graph.findings.membership import MembershipId
from graph.model.roles import role_place
from graph.write.reports.context import Context, by_name
from graph.write.reports.value import Row, Section, Sentence, Table

HOLDERS = 8
"""How many hold a role before they are counted rather than named."""


def write_governance(context: Context) -> Section:
    """Write the roles and the form of each partnership with two named members or more."""
    found = context.facts.governance
    return context.section(
        "governance",
        _list_parts(context),
        figures={
            "partnerships": len(found),
            "shared": sum(one.form == "shared" for one in found),
            "lead_organisation": sum(one.form == "lead" for one in found),
            "not_known": sum(one.form == "not_known" for one in found),
        },
        facts={"governance": found},
        methods=[context.method("governance", "Provan & Kenis 2008, JPART 18:229–252")],
    )


def _list_parts(context: Context) -> Iterator[Sentence | Table]:
    found = context.facts.governance
    if found:
        read = sum(one.is_read for one in found)
        yield context.finding("governance", n=read, of=len(found))
    else:
        yield context.finding("no_governance")
    yield context.table(
        "governance",
        "partnership form reason roles",
        sorted(found, key=lambda one: by_name(context.partnership(one.partnership))),
        lambda one: _write_row(context, one),
    )
    alone = context.facts.sole_members
    if alone:
        yield context.finding("governance_alone", n=len(alone))
        yield context.table(
            "roles_alone",
            "organisation role partnership",
            sorted(
                alone,
                key=lambda id: (id.organisation, by_name(context.partnership(id.partnership))),
            ),
            lambda id: _write_sole(context, id),
        )
    if found:
        yield context.caveat("lead_caveat")
        yield context.caveat("nao_caveat")


def _write_row(context: Context, one: Governance) -> Row:
    leads = context.names(context.organisations(one.leads))
    reason = context.say(f"reason_{one.reason}", names=leads)
    if one.guides:
        guides = context.names(context.organisations(one.guides))
        reason = f"{reason}; {context.say('guided', names=guides)}"
    if one.is_read and not one.complete:
        reason = f"{reason}; {context.say('as_far_as_stated')}"
    return (
        context.partnership(one.partnership),
        context.answer(f"form_{one.form}"),
        reason,
        _say_roles(context, one.partnership),
    )


def _write_sole(context: Context, id: MembershipId) -> Row:
    role = context.membership(id).membership.role
    return (
        context.organisation(id.organisation),
        context.term("roles", role),
        context.partnership(id.partnership),
    )


def _say_roles(context: Context, id: str) -> str:
    holders: dict[str, list[str]] = {}
    for membership in context.incidence.members_of(id):
        holders.setdefault(membership.role, []).append(membership.organisation)
    said = []
    for role in sorted(holders, key=lambda role: (role_place(role), role)):
        ids = holders[role]
        names = ", ".join(named.name for named in context.organisations(ids))
        who = names if len(ids) <= HOLDERS else context.speaker.number(len(ids))
        said.append(f"{context.term('roles', role).name}: {who}")
    return "; ".join(said)
