"""Which partnerships have the same members."""

from collections.abc import Iterator, Sequence

from graph.findings.overlaps import Overlap
from graph.write.reports.context import Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_overlap(context: Context) -> Section:
    """Write which partnerships overlap, and where that is because one follows the other."""
    found = context.facts.overlaps
    apart = found.apart
    return context.section(
        "overlap",
        _list_parts(context, apart),
        figures={
            "pairs": len(found.pairs),
            "pairs_that_are_not_stages": len(apart),
            "organisations_passed_over": len(found.passed_over),
        },
        methods=[
            context.method("jaccard", "Borgatti & Halgin 2011, Analyzing affiliation networks")
        ],
    )


def _list_parts(context: Context, apart: Sequence[Overlap]) -> Iterator[Sentence | Table]:
    found = context.facts.overlaps.pairs
    if not found:
        yield context.finding("no_overlap")
    elif apart:
        yield _write_most(context, apart[0])
    else:
        yield context.finding("overlap_stages_only")
    if len(apart) < len(found):
        yield context.finding("overlap_stages", n=len(found) - len(apart))
    yield context.table(
        "overlap",
        "left right shared together jaccard stages lists",
        found,
        lambda one: _write_row(context, one),
        "shared together jaccard",
    )
    if found:
        yield context.caveat("overlap_caveat")
    passed_over = context.facts.overlaps.passed_over
    if passed_over:
        yield context.caveat(
            "overlap_passed_over",
            n=len(passed_over),
            names=context.names(context.organisations(passed_over)),
            most=context.facts.overlaps.most,
        )


def _write_most(context: Context, most: Overlap) -> Sentence:
    return context.finding(
        "overlap_most",
        left=context.partnership(most.left).name,
        right=context.partnership(most.right).name,
        n=len(most.shared),
        together=most.together,
        names=context.names(context.organisations(most.shared)),
    )


def _write_row(context: Context, one: Overlap) -> Row:
    return (
        context.partnership(one.left),
        context.partnership(one.right),
        len(one.shared),
        one.together,
        one.jaccard,
        context.answer(one.stages),
        context.answer("both_complete" if one.complete else "as_far_as_stated"),
    )
