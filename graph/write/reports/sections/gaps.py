"""What the curator can look up next."""

from collections.abc import Iterator

from graph.findings.carried import Carried
from graph.findings.membership import DOUBTS, list_doubts
from graph.model.records import MEMBERS_KNOWN, Group, Partnership
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
        yield Sentence(text=_say_doubts(context))
        yield context.table(
            "inferred",
            "organisation partnership role certainty doubt lines carries",
            context.facts.carried,
            lambda one: _write_inferred(context, one),
        )
    yield from _write_organisations(context)
    open_ones = [p for p in partnerships if not (p.members_known == "all" and p.period)]
    open_ones.sort(key=lambda p: (-MEMBERS_KNOWN.index(p.members_known), p.name.casefold(), p.id))
    yield context.table(
        "gaps",
        "partnership belongs members groups members_known period",
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
    if unknowns.wished:
        wished = [
            context.say("wished_in", who=context.end(who).name, name=context.partnership(id).name)
            for id, who in unknowns.wished
            if who in context.registry.organisations or who in context.registry.groups
        ]
        names = context.speaker.join(wished, NAMES)
        yield context.finding("wished", n=len(wished), names=names)
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
        "; ".join(
            f"{context.say(f'doubt_{doubt}')}: {context.certainty(certainty).name}"
            for doubt, certainty in list_doubts(one)
        ),
        context.basis(carried.membership),
        "; ".join([*carries, *map(context.say, said)]),
    )


def _say_doubts(context: Context) -> str:
    doubts = context.facts.unknowns.doubts
    said = [
        context.say(f"doubts_{doubt}", n=n) for doubt in DOUBTS if (n := getattr(doubts, doubt))
    ]
    return context.say("doubts", counts=context.speaker.join(said))


def _write_gap(context: Context, partnership: Partnership) -> Row:
    groups = context.registry.groups
    return (
        context.partnership(partnership.id),
        _say_place(context, partnership),
        context.incidence.size(partnership.id),
        "; ".join(_say_group(context, groups[one.group]) for one in partnership.groups),
        context.answer(f"members_{partnership.members_known}"),
        context.speaker.date(partnership.period.text)
        if partnership.period
        else context.answer("not_known"),
    )


def _say_place(context: Context, partnership: Partnership) -> str:
    whole, body = partnership.part_of, partnership.body
    said = []
    if whole and whole in context.registry.partnerships:
        said.append(context.say("part_of", name=context.partnership(whole).name))
    if body and body in context.registry.organisations:
        said.append(context.say("body_of", name=context.organisation(body).name))
    return "; ".join(said)


def _say_group(context: Context, group: Group) -> str:
    size = group.size
    if not size or str(size.number) in group.label:
        return group.label
    key = "group_about" if size.approximate else "group_of"
    return context.say(key, label=group.label, n=size.number)
