"""The answer of `metrics`."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from graph.model.message import ENGLISH, Message
from graph.model.records import Registry
from graph.network.measures import MEASURES
from graph.network.measures.component import COMPONENT
from graph.network.measures.cut_vertex import CUT_VERTEX
from graph.network.measures.measure import Measure, Shown
from graph.network.positions import Position, list_records
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wanted import EVERYTHING, Wanted
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show

_MEASURES = {measure.name: measure for measure in MEASURES}

COLUMNS = ("name", *(measure.name for measure in MEASURES))
"""The columns of the table; also what it can be sorted by."""

OTHERS = ("id", "type")
"""What else can be asked for beside these."""


def answer_metrics(
    registry: Registry,
    positions: Sequence[Position],
    *,
    speaker: Speaker,
    sort: str = "undertakings",
    emptied_by: Message | None = None,
    columns: Sequence[str] = COLUMNS,
    wanted: Wanted = EVERYTHING,
    left_out: Collection[str] = (),
    pairs: int = 0,
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
        columns: The columns of the table, each of `COLUMNS` or `OTHERS`.
        wanted: Which of the rows; records have the columns that are wanted, else every field.
        left_out: Measures that stand in none of the columns because there are too many ties.
        pairs: How many pairs of members there are, where some are left out.
    """
    words = Wording(registry, speaker)
    ordered = _sort(positions, sort)
    first = wanted.cut(ordered)
    measures = [measure for measure in MEASURES if measure.name in columns]
    fields = _list_fields(columns if wanted.columns else ("id", "name", "type", *columns))

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        if not ordered:
            none = shown.say("none_organisations", scope=shown.scope())
            return f"{none}; {emptied_by.say(speaker)}" if emptied_by else none
        found = shown.count(len(ordered), "organisations")
        listed = [shown.say("listed", found=found, scope=shown.scope())]
        return "\n\n".join(
            [
                "\n".join([*listed, *wanted.say(shown, len(ordered))]),
                shown.table(
                    columns,
                    [list(_list_cells(shown, position, columns)) for position in first],
                    numbers=[measure.name for measure in measures if not measure.is_text],
                ),
                *_say_cuts(shown, first),
                *_say_isolates(shown, first),
                *_say_reading(shown, measures, ordered),
                *(
                    f"{shown.say(f'column_{name}')}: {why}"
                    for name, why in _list_left_out(shown, left_out, pairs).items()
                ),
            ]
        )

    def list_plain() -> list[dict[str, Any]]:
        records = list_records(first)
        return [{key: one[key] for key in fields if key in one} for one in records]

    def rows() -> Iterable[Sequence[object]]:
        records = list_plain()
        yield list(records[0]) if records else [one for one in fields if not one.endswith("_error")]
        for record in records:
            yield list(record.values())

    def data() -> Any:
        english = Wording(registry, ENGLISH)
        remarks = _list_remarks(english, measures, ordered)
        return {
            "organisations": list_plain(),
            "count": len(ordered),
            "emptied_by": str(emptied_by) if emptied_by else None,
            "caveats": _list_caveats(english, measures),
            **({"remarks": remarks} if remarks else {}),
            **({"left_out": _list_left_out(english, left_out, pairs)} if left_out else {}),
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _sort(positions: Sequence[Position], sort: str) -> list[Position]:
    by_name = sorted(positions, key=lambda one: (one.name.casefold(), one.id))
    if sort == "name":
        return by_name
    measure = _MEASURES[sort]
    ranks = {one.id: measure.rank(one.values[sort]) for one in by_name}
    ranks = {id: round(rank, 6) if isinstance(rank, float) else rank for id, rank in ranks.items()}
    defined = [one for one in by_name if ranks[one.id] is not None]
    undefined = [one for one in by_name if ranks[one.id] is None]
    return sorted(defined, key=lambda one: ranks[one.id], reverse=True) + undefined


def _list_caveats(words: Wording, measures: Iterable[Measure]) -> dict[str, str]:
    return {measure.name: words.say(f"caveat_{measure.name}") for measure in measures}


def _list_left_out(words: Wording, names: Iterable[str], pairs: int) -> dict[str, str]:
    return {name: words.say("left_out_ties", n=pairs, column=name) for name in names}


def _list_remarks(
    words: Wording, measures: Iterable[Measure], positions: Sequence[Position]
) -> dict[str, str]:
    said = {
        measure.name: measure.remark([one.values[measure.name] for one in positions])
        for measure in measures
    }
    return {name: _say_shown(words, remark) for name, remark in said.items() if remark}


def _say_reading(
    words: Wording, measures: Sequence[Measure], positions: Sequence[Position]
) -> Iterator[str]:
    headings = {measure.name: words.say(f"column_{measure.name}") for measure in measures}
    width = max(map(len, headings.values()), default=0)
    lines = [
        f"  {headings[name]:<{width}}  {caveat}"
        for name, caveat in _list_caveats(words, measures).items()
    ]
    lines += [f"  {remark}" for remark in _list_remarks(words, measures, positions).values()]
    if lines:
        yield "\n".join([words.say("reading"), *lines])


def _list_cells(words: Wording, position: Position, columns: Iterable[str]) -> Iterator[str]:
    for column in columns:
        if column in _MEASURES:
            yield _say_shown(words, _MEASURES[column].shown(position.values[column]))
        else:
            value = getattr(position, column)
            yield words.term("types", value) if column == "type" else value


def _say_shown(words: Wording, value: int | float | Shown | None) -> str:
    if value is None:
        return words.say("not_defined")
    if isinstance(value, Shown):
        return words.say(value.key, **value.numbers)
    return words.speaker.number(value)


def _list_fields(columns: Iterable[str]) -> tuple[str, ...]:
    """List the fields that records have of some columns; an estimate has its error behind it."""
    found: list[str] = []
    for column in columns:
        measure = _MEASURES.get(column)
        found += (measure.fields or (column,)) if measure else (column,)
        if measure and measure.error:
            found.append(f"{column}_error")
    return tuple(dict.fromkeys(found))


def _say_cuts(words: Wording, positions: Iterable[Position]) -> Iterable[str]:
    lines = []
    for position in positions:
        if cut := position.values.get(CUT_VERTEX.name):
            sides = [
                _name(words, part) if part and number else words.count(size, "organisations")
                for number, (size, part) in enumerate(zip(cut.sizes, cut.listed, strict=True))
            ]
            lines.append(f"  {show(position.name)}: {' | '.join(sides)}")
    if lines:
        yield "\n".join([words.say("without_cut_vertex"), *lines])


def _say_isolates(words: Wording, positions: Iterable[Position]) -> Iterable[str]:
    components = [(one.id, one.values.get(COMPONENT.name)) for one in positions]
    isolates = [id for id, place in components if place and place.number is None]
    if isolates:
        yield words.say("isolates", scope=words.scope(), names=_name(words, isolates))


def _name(words: Wording, ids: Iterable[str]) -> str:
    return ", ".join(sorted(map(words.name, ids)))
