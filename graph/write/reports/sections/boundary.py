"""How large the data are, and where they end."""

from collections.abc import Iterator

from graph.model.period import read_period
from graph.model.records import Moment
from graph.write.reports.context import Ground
from graph.write.reports.value import Cell, Section, Sentence, Table


def tell_boundary(ground: Ground) -> Section:
    """Tell what was read, how much is in it, and how much of it hangs together."""
    registry, measures = ground.registry, ground.measures
    sizes = measures.by_members
    figures = {
        "documents": len(registry.sources),
        "documents_undated": sum(not source.date for source in registry.sources.values()),
        "organisations": len(registry.organisations),
        "partnerships": len(registry.partnerships),
        "partnerships_of_two_or_more": sum(n for size, n in sizes.items() if size > 1),
        "partnerships_of_one": sizes.get(1, 0),
        "partnerships_of_none": sizes.get(0, 0),
        "partnerships_undated": sum(not p.period for p in registry.partnerships.values()),
        "memberships": measures.memberships,
        "ties": measures.ties,
        "components": len(measures.components),
        "largest_component": max(map(len, measures.components), default=0),
        "isolates": len(measures.isolates),
    }
    size = ground.say("size", **figures)
    return ground.section(
        "boundary",
        _list_parts(ground, figures, size),
        brief=[
            *([_say_selection(ground)] if registry.selection else []),
            size,
            *([_say_isolates(ground)] if measures.isolates else []),
        ],
        figures=figures,
        methods=[ground.method("tie", "Breiger 1974, Social Forces 53:181–190")],
    )


def _list_parts(ground: Ground, figures: dict[str, int], size: str) -> Iterator[Sentence | Table]:
    registry, measures = ground.registry, ground.measures
    if not registry.sources:
        yield ground.finding("no_documents")
    yield Sentence(text=size)
    if registry.sources:
        yield Sentence(text=_say_dates(ground))
    if registry.selection:
        yield Sentence(text=_say_selection(ground))
    if figures["partnerships"]:
        yield ground.finding("by_members", **figures)
        yield ground.finding(
            "periods", n=figures["partnerships_undated"], of=len(registry.partnerships)
        )
    if measures.ties:
        yield ground.finding("ties", n=measures.ties)
        yield from _tell_largest_table(ground)
        yield ground.finding(
            "components", n=len(measures.components), largest=figures["largest_component"]
        )
    if measures.isolates:
        names = ground.names(ground.organisations(measures.isolates))
        yield Sentence(text=f"{_say_isolates(ground)} {ground.say('isolate_names', names=names)}")
    yield ground.table(
        "documents",
        "document title publisher date partnerships",
        _list_documents(ground),
        "partnerships",
    )
    yield ground.caveat("boundary")
    yield ground.caveat("time")
    yield ground.caveat("selective")


def _say_selection(ground: Ground) -> str:
    key = "selected" if ground.registry.partnerships else "selection_empties"
    return ground.say(key, selection=ground.registry.selection)


def _say_isolates(ground: Ground) -> str:
    return ground.say(
        "isolates_selected" if ground.registry.selection else "isolates",
        n=len(ground.measures.isolates),
        documents=len(ground.registry.sources),
    )


def _tell_largest_table(ground: Ground) -> Iterator[Sentence]:
    largest = max(
        sorted(ground.registry.partnerships.values(), key=lambda p: p.id), key=lambda p: p.size
    )
    if largest.size > 2:
        pairs = largest.size * (largest.size - 1) // 2
        yield ground.finding("largest_table", name=largest.name, n=largest.size, ties=pairs)


def _say_dates(ground: Ground) -> str:
    texts = [source.date for source in ground.registry.sources.values() if source.date]
    moments = [(moment, text) for text in texts if (moment := _read_moment(text))]
    undated = len(ground.registry.sources) - len(moments)
    missing = ground.say("undated_documents", n=undated) if undated else ""
    if not moments:
        return f"{missing}."
    first = min(moments, key=lambda pair: (pair[0].earliest, pair[1]))[1]
    last = max(moments, key=lambda pair: (pair[0].latest, pair[1]))[1]
    say = ground.speaker.date
    key = "dated_once" if first == last else "dated_from_to"
    dated = ground.say(key, first=say(first), last=say(last))
    return f"{'; '.join(filter(None, [dated, missing]))}."


def _read_moment(text: str) -> Moment | None:
    try:
        return read_period(text).start
    except ValueError:
        return None


def _list_documents(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    cited = [source for p in ground.registry.partnerships.values() for source in p.sources]
    for id, source in sorted(ground.registry.sources.items()):
        yield (
            id,
            source.title,
            source.publisher or ground.say("not_stated"),
            ground.speaker.date(source.date) if source.date else ground.say("no_date"),
            cited.count(id),
        )
