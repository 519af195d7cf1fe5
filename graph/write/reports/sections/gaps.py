"""What the curator can look up next."""

from collections.abc import Iterator

from graph.findings.carried import Carried
from graph.model.records import MEMBERS_KNOWN, Partnership
from graph.write.reports.context import NAMES, Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_gaps(context: Context) -> Section:
    """Write what is missing, and which memberships that are not stated carry a finding."""
    unknowns = context.facts.unknowns
    figures = {
        "without_named_members": len(unknowns.memberless),
        "members_partly_known": len(unknowns.members_partly_known),
        "without_period": len(unknowns.undated),
        "inferred_memberships": len(unknowns.inferred),
        "only_mentioned": len(unknowns.in_no_partnership),
        "without_region": len(unknowns.without_region),
        "undated_documents": len(context.facts.documents.undated),
    }
    carrying = sum(not one.is_bare for one in context.facts.carried)
    return context.section(
        "gaps",
        _list_parts(context, figures),
        brief=[context.say("first_to_check", n=carrying)] if carrying else [],
        figures=figures,
        facts={"unknowns": unknowns, "carried": context.facts.carried},
    )


def _list_parts(context: Context, figures: dict[str, int]) -> Iterator[Sentence | Table]:
    partnerships = [context.registry.partnerships[id] for id in context.incidence.partnerships]
    if partnerships:
        yield context.finding("gaps", of=len(partnerships), **figures)
    if context.registry.selection:
        yield context.caveat("gaps_selected")
    if context.facts.carried:
        yield context.finding("inferred", n=len(context.facts.carried))
        yield context.table(
            "inferred",
            "organisation partnership role certainty lines carries",
            context.facts.carried,
            lambda one: _write_inferred(context, one),
        )
    yield from _write_organisations(context)
    open_ones = [p for p in partnerships if not (p.members_known == "all" and p.period)]
    open_ones.sort(key=lambda p: (-MEMBERS_KNOWN.index(p.members_known), p.name.casefold(), p.id))
    yield context.table(
        "gaps",
        "partnership members groups members_known period",
        open_ones,
        lambda partnership: _write_gap(context, partnership),
        "members",
    )
    mentioned, undated = figures["only_mentioned"], figures["undated_documents"]
    if not (partnerships or mentioned or figures["without_region"] or undated):
        yield context.finding("no_gaps")


def _write_organisations(context: Context) -> Iterator[Sentence]:
    unknowns = context.facts.unknowns
    if unknowns.in_no_partnership:
        names = context.names(context.organisations(unknowns.in_no_partnership))
        yield context.finding("mentioned", n=len(unknowns.in_no_partnership), names=names)
    elif context.registry.selection:
        yield context.finding("mentioned_unknown")
    if unknowns.without_region:
        names = context.names(context.organisations(unknowns.without_region))
        yield context.finding("without_region", n=len(unknowns.without_region), names=names)
    undated = context.facts.documents.undated
    if undated:
        titles = [context.registry.sources[id].title for id in undated]
        names = context.speaker.join(titles, NAMES)
        yield context.finding("undated", n=len(undated), names=names)


def _write_inferred(context: Context, carried: Carried) -> Row:
    one = context.membership(carried.membership)
    said = [f"carries_{side}" for side in carried.sides]
    names = context.names(context.organisations(carried.cuts))
    carries = [context.say("carries_cut", names=names)] if carried.cuts else []
    return (
        context.organisation(carried.membership.organisation),
        context.partnership(carried.membership.partnership),
        context.term("roles", one.membership.role),
        context.certainty(one.certainty),
        context.basis(carried.membership),
        "; ".join([*carries, *map(context.say, said)]),
    )


def _write_gap(context: Context, partnership: Partnership) -> Row:
    registry = context.incidence.registry
    return (
        context.partnership(partnership.id),
        context.incidence.size(partnership.id),
        "; ".join(
            f"{group.label} ({group.size.text})"
            if group.size and str(group.size.number) not in group.label
            else group.label
            for group in (registry.groups[one.group] for one in partnership.groups)
        ),
        context.answer(f"members_{partnership.members_known}"),
        context.speaker.date(partnership.period.text)
        if partnership.period
        else context.answer("not_known"),
    )
