"""What hampers collaboration, as the documents tell it."""

from collections import Counter
from collections.abc import Iterator

from graph.network.barriers import Hampering
from graph.write.reports.context import Context
from graph.write.reports.value import Named, Row, Section, Sentence, Table


def write_barriers(context: Context) -> Section:
    """Write what hampers partnerships, regions and what documents tell of, with the passages."""
    found = context.facts.barriers
    kinds = Counter(one.kind for one in found)
    figures = {
        "barriers": len(found),
        "of_partnerships": kinds["partnership"],
        "of_regions": kinds["region"],
        "of_documents": kinds["source"],
    }
    return context.section(
        "barriers",
        _list_parts(context, figures),
        figures=figures,
        facts={"barriers": found},
        methods=[context.method("barriers", "")] if found else [],
    )


def _list_parts(context: Context, figures: dict[str, int]) -> Iterator[Sentence | Table]:
    if not figures["barriers"]:
        yield context.finding("no_barriers")
        return
    where = [
        context.say(f"barriers_{kind}", n=n)
        for kind in ("of_partnerships", "of_regions", "of_documents")
        if (n := figures[kind])
    ]
    yield context.finding("barriers", n=figures["barriers"], where=context.speaker.join(where))
    yield context.table(
        "barriers",
        "barrier hampers certainty document passage",
        context.facts.barriers,
        lambda one: _write_row(context, one),
    )
    yield context.caveat("barriers_told")


def _write_row(context: Context, one: Hampering) -> Row:
    return (
        one.barrier.label,
        _name(context, one),
        context.certainty(one.barrier.certainty),
        context.sources(one.barrier.evidence),
        context.passages(one.barrier.evidence),
    )


def _name(context: Context, one: Hampering) -> Named:
    if one.kind == "partnership":
        return context.partnership(one.id)
    return context.term("regions", one.id) if one.kind == "region" else context.source(one.id)
