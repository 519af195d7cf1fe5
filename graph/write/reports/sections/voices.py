"""Who speaks, and how much of the network rests on them alone."""

from collections.abc import Iterator

from graph.findings.voices import Voice
from graph.write.reports.context import NAMES, Context
from graph.write.reports.left_out import is_told_by_rows
from graph.write.reports.value import Row, Section, Sentence, Table


def write_voices(context: Context) -> Section:
    """Write how much rests on one document, and on those whose people tell it."""
    found = context.facts.voices
    heaviest = say_heaviest(context)
    return context.section(
        "voices",
        _list_parts(context, heaviest),
        brief=[heaviest] if heaviest else [],
        figures={
            "ties_on_one_document": sum(one.ties for one in found.documents),
            "most_ties_on_one_document": max((one.ties for one in found.documents), default=0),
            "most_ties_of_one_perspective": max((one.ties for one in found.voices), default=0),
            "documents_without_perspective": len(found.untold),
        },
        facts={"voices": found},
        methods=[context.method("voices", "")],
    )


def say_heaviest(context: Context) -> str:
    """Say which document most ties rest on alone, and whether it is undated; else nothing."""
    if is_told_by_rows(context):
        return ""
    found = context.facts.voices
    one = found.heaviest
    if not one:
        return ""
    source = context.registry.sources[one.sources[0]]
    undated = source.id in context.facts.documents.undated
    key = "rests_on_one_undated" if undated else "rests_on_one"
    date = "" if undated else context.speaker.date(source.date or "")
    return context.say(key, n=one.ties, of=found.ties, title=source.title, date=date)


def _list_parts(context: Context, heaviest: str) -> Iterator[Sentence | Table]:
    found = context.facts.voices
    if not found.documents:
        yield context.finding("no_documents")
        return
    if heaviest:
        yield Sentence(text=heaviest)
    yield from _write_tellers(context)
    if found.untold:
        titles = [context.registry.sources[id].title for id in found.untold]
        names = context.speaker.join(titles, NAMES)
        yield context.finding("voices_untold", n=len(titles), names=names)
    yield context.table(
        "voices",
        "document title date tellers partnerships_alone ties_alone",
        found.documents,
        lambda one: _write_row(context, one),
        "partnerships_alone ties_alone",
    )
    yield context.caveat("voices")


def _write_tellers(context: Context) -> Iterator[Sentence]:
    found = context.facts.voices
    one = found.voices[0] if found.voices else None
    tellers = context.tellers(one.tellers) if one else ()
    if not (one and one.ties and tellers):
        return
    yield context.finding(
        "voices_told",
        n=one.ties,
        of=found.ties,
        names=context.names(tellers),
        tellers=len(tellers),
        documents=len(one.sources),
    )


def _write_row(context: Context, one: Voice) -> Row:
    source = context.registry.sources[one.sources[0]]
    return (
        source.id,
        source.title,
        context.speaker.date(source.date) if source.date else context.say("no_date"),
        context.tellers(one.tellers) or context.answer("not_known"),
        one.partnerships,
        one.ties,
    )
