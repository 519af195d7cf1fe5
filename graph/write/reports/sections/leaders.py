"""Who takes part in most partnerships with others."""

from collections.abc import Iterable, Iterator

from graph.network.counts import Count
from graph.write.reports.context import Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_leaders(context: Context) -> Section:
    """Write who takes part in most partnerships with others, and who is named alone."""
    leaders = context.facts.leaders
    first = _say_first(context)
    return context.section(
        "participation",
        _list_parts(context, first),
        brief=[first] if leaders.most else [],
        figures={
            "most_undertakings": leaders.most,
            "most_partnerships": leaders.most_by_stage,
            "most_partnerships_alone": leaders.most_alone,
        },
        facts={"counts": leaders.counts},
        methods=[
            context.method("participation", "Borgatti & Everett 1997, Social Networks 19:243–269")
        ],
    )


def _list_parts(context: Context, first: str) -> Iterator[Sentence | Table]:
    leaders = context.facts.leaders
    yield Sentence(text=first)
    if leaders.first_by_stage:
        fewer = sorted({one.undertakings for one in leaders.first_by_stage})
        yield context.finding(
            "stages_raise",
            n=len(leaders.first_by_stage),
            names=_name(context, leaders.first_by_stage),
            partnerships=leaders.most_by_stage,
            undertakings=context.numbers(fewer),
        )
    if leaders.most_alone > 1:
        yield context.finding(
            "alone_selected" if context.registry.selection else "alone",
            n=len(leaders.first_alone),
            names=_name(context, leaders.first_alone),
            partnerships=leaders.most_alone,
        )
    if leaders.once:
        yield context.finding("once", n=leaders.once)
    yield context.table(
        "participation",
        "organisation undertakings with_others alone roles",
        leaders.several,
        lambda count: _write_row(context, count),
        "undertakings with_others alone",
    )
    if context.incidence.memberships:
        yield context.caveat("roles_differ")


def _say_first(context: Context) -> str:
    leaders = context.facts.leaders
    if not leaders.most:
        return context.say("no_shared_partnerships")
    if leaders.most == 1:
        return context.say("most_once", n=len(leaders.first))
    text = context.say(
        "most",
        n=len(leaders.first),
        names=_name(context, leaders.first),
        partnerships=leaders.most,
    )
    return " ".join([text, *_list_invited(context)])


def _list_invited(context: Context) -> Iterator[str]:
    """List who of the first was only invited to some of its partnerships, by how many."""
    first = context.facts.leaders.first
    for partnerships in sorted({one.invited for one in first if one.invited}, reverse=True):
        alike = [one for one in first if one.invited == partnerships]
        names = _name(context, alike)
        yield context.say("most_invited", n=len(alike), names=names, partnerships=partnerships)


def _name(context: Context, counts: Iterable[Count]) -> str:
    return context.names(context.organisations(one.organisation for one in counts))


def _write_row(context: Context, count: Count) -> Row:
    roles = ", ".join(f"{context.term('roles', role).name} {n}" for role, n in count.roles)
    return (
        context.organisation(count.organisation),
        count.undertakings,
        count.with_others,
        count.alone,
        roles,
    )
