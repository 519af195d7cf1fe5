"""Whose partnerships are linked by nobody else."""

from collections.abc import Iterator

from graph.network.measures.redundancy import Redundancy
from graph.write.reports.context import SENTENCES, Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_redundancy(context: Context) -> Section:
    """Write who is the only named link between its partnerships."""
    found = context.facts.redundancy
    only = [one for one in found if one.is_only_link]
    return context.section(
        "redundancy",
        _list_parts(context, only),
        figures={"organisations": len(found), "only_links": len(only)},
        methods=[
            context.method(
                "redundancy", "Latapy, Magnien & Del Vecchio 2008, Social Networks 30:31–48"
            )
        ],
    )


def _list_parts(context: Context, only: list[Redundancy]) -> Iterator[Sentence | Table]:
    found = context.facts.redundancy
    for one in only[:SENTENCES]:
        yield context.finding(
            "only_link",
            name=context.organisation(one.organisation).name,
            partnerships=context.names(map(context.partnership, one.partnerships)),
        )
    if len(only) > SENTENCES:
        yield context.finding("more_alike", n=len(only) - SENTENCES)
    if not only:
        yield context.finding("no_only_link" if found else "no_redundancy")
    yield context.table(
        "redundancy",
        "organisation partnerships pairs also redundancy",
        found,
        lambda one: _write_row(context, one),
        "partnerships pairs also redundancy",
    )
    if found:
        yield context.caveat("redundancy_caveat")


def _write_row(context: Context, one: Redundancy) -> Row:
    return (
        context.organisation(one.organisation),
        len(one.partnerships),
        one.pairs,
        one.also,
        one.share,
    )
