"""Without whom a component falls apart, and on what that rests."""

from collections.abc import Iterator

from graph.findings.cuts import Cut, Part, Without
from graph.findings.leave_one_out import Change
from graph.write.reports.context import SENTENCES, Context
from graph.write.reports.sections.rests import say_rest
from graph.write.reports.value import Row, Section, Sentence, Table


def write_cuts(context: Context) -> Section:
    """Write each cut vertex: what falls apart, on which memberships that rests, without each."""
    cuts, left = context.facts.cuts, context.facts.leave_one_out
    sentences = [_say_cut(context, cut) for cut in cuts[:SENTENCES]]
    return context.section(
        "cuts",
        _list_parts(context, sentences),
        brief=sentences[:3],
        figures={
            "cut_vertices": len(cuts),
            "cut_vertices_resting_on_one_inferred_membership": sum(
                bool(cut.rests_on) for cut in cuts
            ),
            "inferred_memberships_left_out": left.removed,
            "inferred_memberships_tried": left.tried,
            "inferred_memberships_that_change_the_cut_vertices": len(left.changes),
        },
        facts={"cuts": cuts, "leave_one_out": left},
        methods=[
            context.method("cut", "Hopcroft & Tarjan 1973, CACM 16:372–378"),
            context.method("leave_one_out", "Kossinets 2006, Social Networks 28:247–268"),
        ],
    )


def _list_parts(context: Context, sentences: list[str]) -> Iterator[Sentence | Table]:
    cuts = context.facts.cuts
    yield from (Sentence(text=text) for text in sentences or [context.say("no_cuts")])
    if more := len(cuts) - len(sentences):
        yield context.finding("more_alike", n=more)
    yield context.table(
        "parts",
        "cut part size organisations",
        [(cut, number, part) for cut in cuts for number, part in enumerate(cut.parts, 1)],
        lambda item: _write_part(context, *item),
        "part size",
    )
    yield context.table(
        "rests",
        "cut partnership role certainty lines without",
        [without for cut in cuts for without in cut.without],
        lambda without: _write_without(context, without),
    )
    yield from _write_changes(context)
    yield context.caveat("cut_caveat")


def _say_cut(context: Context, cut: Cut) -> str:
    text = context.say(
        "cut",
        name=context.organisation(cut.organisation).name,
        others=cut.others,
        sizes=context.numbers(part.size for part in cut.parts),
        pairs=cut.pairs,
    )
    return f"{text} {say_rest(context, cut.organisation, cut.rests_on)}".strip()


def _write_part(context: Context, cut: Cut, number: int, part: Part) -> Row:
    return (
        context.organisation(cut.organisation),
        number,
        part.size,
        context.answer("not_listed")
        if part.organisations is None
        else context.organisations(part.organisations),
    )


def _write_without(context: Context, without: Without) -> Row:
    one = context.membership(without.membership)
    return (
        context.organisation(without.membership.organisation),
        context.partnership(without.membership.partnership),
        context.term("roles", one.membership.role),
        context.certainty(one.certainty),
        context.basis(without.membership),
        _say_without(context, without),
    )


def _say_without(context: Context, without: Without) -> str:
    still = context.say("still_cut" if without.still_cuts else "no_cut")
    if len(without.sizes) == 1:
        return f"{still}; {context.say('stays_connected')}"
    return f"{still}; {context.say('splits', sizes=context.numbers(without.sizes))}"


def _write_changes(context: Context) -> Iterator[Sentence | Table]:
    left = context.facts.leave_one_out
    if not left.removed:
        return
    rest = left.removed - left.tried
    key = "changing_some" if rest else "changing"
    yield context.finding(key, n=left.removed, changing=len(left.changes))
    if rest:
        yield context.finding("changing_tried", tried=left.tried, rest=rest)
    yield context.table(
        "changing",
        "organisation partnership certainty gone new",
        left.changes,
        lambda change: _write_change(context, change),
    )


def _write_change(context: Context, change: Change) -> Row:
    return (
        context.organisation(change.membership.organisation),
        context.partnership(change.membership.partnership),
        context.certainty(context.membership(change.membership).certainty),
        context.organisations(change.gone),
        context.organisations(change.new),
    )
