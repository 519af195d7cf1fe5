"""The answer of `metrics`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.message import ENGLISH, Message
from graph.model.records import Registry
from graph.network.measures import MEASURES
from graph.network.measures.cut_vertex import CUT_VERTEX
from graph.network.measures.measure import Shown
from graph.network.positions import Position, list_records
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show

COLUMNS = ("name", *(measure.name for measure in MEASURES))
"""The columns of the table; also what it can be sorted by."""


def answer_metrics(
    registry: Registry,
    positions: Sequence[Position],
    *,
    speaker: Speaker,
    sort: str = "undertakings",
    emptied_by: Message | None = None,
) -> Answer:
    """
    Answer where each organisation stands.

    Args:
        registry: What was measured, for names and the scope of the answer.
        positions: From `measure_positions`.
        speaker: Who says the text; rows and data are in English, for programs.
        sort: One of `COLUMNS`: numbers largest first, names and components in their order;
            what is not defined comes last, and equal ones go by name.
        emptied_by: What is said of the filter that left nothing, where nothing is left.
    """
    words = Wording(registry, speaker)
    ordered = _sort(positions, sort)

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        if not ordered:
            none = shown.say("none_organisations", scope=shown.scope())
            return f"{none}; {emptied_by.say(speaker)}" if emptied_by else none
        found = shown.count(len(ordered), "organisations")
        return "\n\n".join(
            [
                shown.say("listed", found=found, scope=shown.scope()),
                shown.table(
                    COLUMNS,
                    [_list_cells(shown, position) for position in ordered],
                    numbers=[measure.name for measure in MEASURES if not measure.is_text],
                ),
                *_say_cuts(shown, ordered),
                *_say_isolates(shown, ordered),
                "\n".join([shown.say("reading"), *_say_reading(shown, ordered)]),
            ]
        )

    def rows() -> Iterable[Sequence[object]]:
        records = list_records(ordered)
        yield list(records[0]) if records else ["id", "name", "type", *_list_fields()]
        for record in records:
            yield list(record.values())

    def data() -> Any:
        english = Wording(registry, ENGLISH)
        remarks = _list_remarks(english, ordered)
        return {
            "organisations": list_records(ordered),
            "count": len(ordered),
            "emptied_by": str(emptied_by) if emptied_by else None,
            "caveats": _list_caveats(english),
            **({"remarks": remarks} if remarks else {}),
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _sort(positions: Sequence[Position], sort: str) -> list[Position]:
    by_name = sorted(positions, key=lambda one: (one.name.casefold(), one.id))
    if sort == "name":
        return by_name
    (measure,) = (measure for measure in MEASURES if measure.name == sort)
    ranks = {one.id: measure.rank(one.values[sort]) for one in by_name}
    ranks = {id: round(rank, 6) if isinstance(rank, float) else rank for id, rank in ranks.items()}
    defined = [one for one in by_name if ranks[one.id] is not None]
    undefined = [one for one in by_name if ranks[one.id] is None]
    return sorted(defined, key=lambda one: ranks[one.id], reverse=True) + undefined


def _list_caveats(words: Wording) -> dict[str, str]:
    return {measure.name: words.say(f"caveat_{measure.name}") for measure in MEASURES}


def _list_remarks(words: Wording, positions: Sequence[Position]) -> dict[str, str]:
    said = {
        measure.name: measure.remark([one.values[measure.name] for one in positions])
        for measure in MEASURES
    }
    return {name: _say_shown(words, remark) for name, remark in said.items() if remark}


def _say_reading(words: Wording, positions: Sequence[Position]) -> Iterator[str]:
    headings = {measure.name: words.say(f"column_{measure.name}") for measure in MEASURES}
    width = max(map(len, headings.values()))
    for name, caveat in _list_caveats(words).items():
        yield f"  {headings[name]:<{width}}  {caveat}"
    for remark in _list_remarks(words, positions).values():
        yield f"  {remark}"


def _list_cells(words: Wording, position: Position) -> list[str]:
    values = (measure.shown(position.values[measure.name]) for measure in MEASURES)
    return [position.name, *(_say_shown(words, value) for value in values)]


def _say_shown(words: Wording, value: int | float | Shown | None) -> str:
    if value is None:
        return words.say("not_defined")
    if isinstance(value, Shown):
        return words.say(value.key, **value.numbers)
    return words.speaker.number(value)


def _list_fields() -> list[str]:
    return [name for measure in MEASURES for name in measure.fields or (measure.name,)]


def _say_cuts(words: Wording, positions: Iterable[Position]) -> Iterable[str]:
    lines = []
    for position in positions:
        if cut := position.values[CUT_VERTEX.name]:
            sides = [
                _name(words, part) if part and number else words.count(size, "organisations")
                for number, (size, part) in enumerate(zip(cut.sizes, cut.listed, strict=True))
            ]
            lines.append(f"  {show(position.name)}: {' | '.join(sides)}")
    if lines:
        yield "\n".join([words.say("without_cut_vertex"), *lines])


def _say_isolates(words: Wording, positions: Iterable[Position]) -> Iterable[str]:
    isolates = [one.id for one in positions if one.component is None]
    if isolates:
        yield words.say("isolates", scope=words.scope(), names=_name(words, isolates))


def _name(words: Wording, ids: Iterable[str]) -> str:
    return ", ".join(sorted(map(words.name, ids)))
