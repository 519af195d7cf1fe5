"""Who contracts, funds, commissions, supervises or advises whom."""

from collections import Counter
from collections.abc import Iterator

from graph.model.records import RELATION_KINDS, Relation
from graph.write.reports.context import Context
from graph.write.reports.value import Row, Section, Sentence, Table


def write_relations(context: Context) -> Section:
    """Write what one party does to another, with how sure that is; none of it is a tie."""
    found = context.facts.relations
    kinds = Counter(one.kind for one in found)
    figures: dict[str, int] = {
        "relations": len(found),
        "inferred_relations": sum(one.certainty != "high" for one in found),
        **{kind: kinds[kind] for kind in RELATION_KINDS},
    }
    return context.section(
        "relations",
        _list_parts(context, figures),
        figures=figures,
        facts={"relations": found},
        methods=[context.method("relations", "")] if found else [],
    )


def _list_parts(context: Context, figures: dict[str, int]) -> Iterator[Sentence | Table]:
    if not figures["relations"]:
        yield context.finding("no_relations")
        return
    counts = [context.say(f"relation_{kind}", n=figures[kind]) for kind in RELATION_KINDS]
    told = [text for kind, text in zip(RELATION_KINDS, counts, strict=True) if figures[kind]]
    yield context.finding("relations", n=figures["relations"], counts=context.speaker.join(told))
    if figures["inferred_relations"]:
        yield context.finding("relations_inferred", n=figures["inferred_relations"])
    yield context.table(
        "relations",
        "from does to period certainty document passage",
        sorted(context.facts.relations, key=lambda one: (RELATION_KINDS.index(one.kind), one.id)),
        lambda one: _write_row(context, one),
    )
    yield context.caveat("relations_no_ties")


def _write_row(context: Context, one: Relation) -> Row:
    return (
        context.end(one.origin),
        context.relation(one.kind),
        context.end(one.target),
        context.speaker.date(one.period.text) if one.period else context.answer("not_known"),
        context.certainty(one.certainty),
        context.sources(one.evidence),
        context.passages(one.evidence),
    )
