"""How large the data are, and where they end."""

from collections.abc import Iterator

from graph.select.spoken import say_selection
from graph.write.reports.context import Context
from graph.write.reports.sections.voices import say_heaviest
from graph.write.reports.value import Row, Section, Sentence, Table


def write_boundary(context: Context) -> Section:
    """Write what was read, how much is in it, and how much of it is connected."""
    size, documents = context.facts.size, context.facts.documents
    figures = {
        "documents": len(documents.supported),
        "documents_undated": len(documents.undated),
        "organisations": size.organisations,
        "partnerships": size.partnerships,
        "partnerships_of_two_or_more": size.of_two_or_more,
        "partnerships_of_one": size.of_one,
        "partnerships_of_none": size.of_none,
        "partnerships_undated": len(context.facts.unknowns.undated),
        "memberships": size.memberships,
        "ties": size.ties,
        "components": len(size.components),
        "largest_component": max(size.components, default=0),
        "isolates": len(size.isolates),
    }
    counted = context.say("size", **figures)
    return context.section(
        "boundary",
        _list_parts(context, figures, counted),
        brief=[
            *([_say_selection(context)] if context.registry.selection else []),
            counted,
            *([_say_isolates(context)] if size.isolates else []),
        ],
        figures=figures,
        facts={"size": size, "documents": documents},
        methods=[context.method("tie", "Breiger 1974, Social Forces 53:181–190")],
    )


def _list_parts(
    context: Context, figures: dict[str, int], counted: str
) -> Iterator[Sentence | Table]:
    size, sources = context.facts.size, context.registry.sources
    if not sources:
        yield context.finding("no_documents")
    yield Sentence(text=counted)
    if sources:
        yield Sentence(text=" ".join(filter(None, (_say_dates(context), say_heaviest(context)))))
    if context.registry.selection:
        yield Sentence(text=_say_selection(context))
    if size.partnerships:
        yield context.finding("by_members", **figures)
        yield context.finding("periods", n=figures["partnerships_undated"], of=size.partnerships)
    if size.ties:
        yield context.finding("ties", n=size.ties)
        yield from _write_largest(context)
        yield context.finding(
            "components", n=len(size.components), largest=figures["largest_component"]
        )
    if size.isolates:
        names = context.names(context.organisations(size.isolates))
        named = context.say("isolate_names", n=len(size.isolates), names=names)
        yield Sentence(text=f"{_say_isolates(context)} {named}")
    yield context.table(
        "documents",
        "document title publisher date partnerships",
        tuple(context.facts.documents.supported),
        lambda id: _write_document(context, id),
        "partnerships",
    )
    yield context.caveat("boundary")
    yield context.caveat("time")
    yield context.caveat("selective_hampered" if context.facts.barriers else "selective")


def _say_selection(context: Context) -> str:
    key = "selected" if context.registry.partnerships else "selection_empties"
    return context.say(key, selection=say_selection(context.registry, context.speaker))


def _say_isolates(context: Context) -> str:
    return context.say(
        "isolates_selected" if context.registry.selection else "isolates",
        n=len(context.facts.size.isolates),
        documents=len(context.registry.sources),
    )


def _write_largest(context: Context) -> Iterator[Sentence]:
    size = context.facts.size
    if size.largest:
        yield context.finding(
            "largest_partnership",
            name=context.partnership(size.largest).name,
            n=size.largest_size,
            ties=size.largest_ties,
        )


def _say_dates(context: Context) -> str:
    documents = context.facts.documents
    undated = len(documents.undated)
    missing = context.say("undated_documents", n=undated) if undated else ""
    if documents.earliest is None or documents.latest is None:
        return f"{missing}."
    first, last = map(context.speaker.date, (documents.earliest, documents.latest))
    key = "dated_once" if documents.earliest == documents.latest else "dated_from_to"
    dated = context.say(key, first=first, last=last)
    return f"{'; '.join(filter(None, [dated, missing]))}."


def _write_document(context: Context, id: str) -> Row:
    source = context.registry.sources[id]
    return (
        id,
        source.title,
        source.publisher or context.say("not_stated"),
        context.speaker.date(source.date) if source.date else context.say("no_date"),
        len(context.facts.documents.supported[id]),
    )
