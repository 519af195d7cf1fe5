"""The answer of `metrics`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.message import ENGLISH, Message
from graph.model.records import Registry
from graph.network.measures import MEASURES
from graph.network.measures.cut_vertex import CUT_VERTEX
from graph.network.positions import Position, list_records
from graph.write.answers.answer import Answer
from graph.write.answers.wording import Wording
from graph.write.terminal import layout_table, show

HEADINGS = {"name": "name"} | {measure.name: measure.heading for measure in MEASURES}
"""The columns of the table, and what stands above each; also what it can be sorted by."""

CAVEATS = {measure.name: measure.caveat for measure in MEASURES}
"""What each column must not be taken for."""


def answer_metrics(
    registry: Registry,
    positions: Sequence[Position],
    *,
    sort: str = "undertakings",
    emptied_by: Message | None = None,
) -> Answer:
    """
    Answer where each organisation stands.

    Args:
        registry: What was measured, for names and the scope of the answer.
        positions: From `measure_positions`.
        sort: A key of `HEADINGS`: numbers largest first, names and components in their order;
            what is not defined comes last, and equal ones go by name.
        emptied_by: What is said of the filter that left nothing, where nothing is left.
    """
    words = Wording(registry, ENGLISH)
    ordered = _sort(positions, sort)
    remarks = _find_remarks(positions)

    def text() -> str:
        if not ordered:
            why = f"; {emptied_by}" if emptied_by else ""
            return f"no organisations in {words.scope()}{why}"
        reading = [*_list_caveats(), *remarks.values()]
        return "\n\n".join(
            [
                f"{words.count(len(ordered), 'organisations')} in {words.scope()}",
                layout_table(
                    list(HEADINGS.values()),
                    [_list_cells(position) for position in ordered],
                    numbers=[measure.heading for measure in MEASURES if not measure.is_text],
                ),
                *_say_cuts(words, ordered),
                *_say_isolates(words, ordered),
                "\n".join(["how to read it", *(f"  {line}" for line in reading)]),
            ]
        )

    def rows() -> Iterable[Sequence[object]]:
        records = list_records(ordered)
        yield list(records[0]) if records else ["id", "name", "type", *_list_fields()]
        for record in records:
            yield [_flatten(value) for value in record.values()]

    def data() -> Any:
        return {
            "organisations": list_records(ordered),
            "count": len(ordered),
            "emptied_by": str(emptied_by) if emptied_by else None,
            "caveats": CAVEATS,
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


def _find_remarks(positions: Sequence[Position]) -> dict[str, str]:
    said = {
        measure.name: measure.remark([one.values[measure.name] for one in positions])
        for measure in MEASURES
    }
    return {name: remark for name, remark in said.items() if remark}


def _list_cells(position: Position) -> list[str]:
    cells = [measure.format(position.values[measure.name]) for measure in MEASURES]
    return [position.name, *cells]


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
        yield "\n".join(["what is left without a cut vertex, the largest part first", *lines])


def _say_isolates(words: Wording, positions: Iterable[Position]) -> Iterable[str]:
    isolates = [one.id for one in positions if one.component is None]
    if isolates:
        names = _name(words, isolates)
        yield f"no named partner in {words.scope()}: {names}"


def _name(words: Wording, ids: Iterable[str]) -> str:
    return ", ".join(sorted(map(words.name, ids)))


def _list_caveats() -> list[str]:
    width = max(len(HEADINGS[key]) for key in CAVEATS)
    return [f"{HEADINGS[key]:<{width}}  {caveat}" for key, caveat in CAVEATS.items()]


def _flatten(value: object) -> object:
    if isinstance(value, list):
        if all(isinstance(one, str | int) for one in value):
            return ";".join(map(str, value))
        return " | ".join(";".join(part or ()) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value
