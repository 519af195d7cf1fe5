"""Do ties run between regions and types, or within them; and on whom does that depend?"""

from collections.abc import Iterator

from graph.findings.mixing import Extreme, Mixing
from graph.write.reports.context import Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_mixing(context: Context) -> Section:
    """Write the E-I index by type and by region, with its range when one is left out."""
    found = context.facts.mixing
    return context.section(
        "mixing",
        _list_parts(context),
        figures={f"ei_{one.grouping}": one.index for one in found},
        facts={"mixing": found},
        methods=[
            context.method("ei", "Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140")
        ],
    )


def _list_parts(context: Context) -> Iterator[Sentence | Table]:
    if not context.facts.size.ties:
        yield context.finding("no_mixing")
        return
    by_type, by_region, by_label = context.facts.mixing
    yield context.finding("mixing_type", e=by_type.external, i=by_type.internal)
    if by_region.index is None:
        yield context.finding("no_mixing_region")
    else:
        yield context.finding("mixing_region", e=by_region.external, i=by_region.internal)
    if by_region.wide:
        yield context.finding(
            "mixing_wide",
            n=len(by_region.wide),
            names=context.names(context.organisations(by_region.wide)),
            section=context.say("section_brokers_regions"),
        )
    if by_label.index != by_region.index:
        yield context.finding(
            "mixing_label",
            one=context.number(by_region.index),
            other=context.number(by_label.index),
        )
    yield context.table(
        "mixing",
        "group external internal ei lowest highest uncounted",
        context.facts.mixing,
        lambda one: _write_row(context, one),
        "external internal ei uncounted",
    )
    yield context.caveat("mixing_caveat")


def _write_row(context: Context, one: Mixing) -> Row:
    return (
        context.answer(one.grouping),
        one.external,
        one.internal,
        one.index,
        _say_extreme(context, one.lowest, one.tried),
        _say_extreme(context, one.highest, one.tried),
        one.uncounted,
    )


def _say_extreme(context: Context, extreme: Extreme | None, tried: int) -> str:
    if extreme is None:
        return context.say("not_defined")
    number = context.number(extreme.index)
    count = len(extreme.without)
    if count == tried > 1:
        return context.say("whoever", value=number)
    if count > 2:
        return context.say("without_many", value=number, n=count)
    names = context.names(context.organisations(extreme.without))
    return context.say("without_one", value=number, names=names)
