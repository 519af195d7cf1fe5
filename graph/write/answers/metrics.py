"""The answer of `metrics`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.model.records import Registry
from graph.network.positions import Position, list_records
from graph.write.answers.answer import Answer, count, say_scope
from graph.write.terminal import layout_table, show

NOT_DEFINED = "not defined"

HEADINGS = {
    "name": "name",
    "partnerships": "partnerships",
    "partners": "partners",
    "strength": "strength",
    "newman_strength": "newman",
    "betweenness": "between",
    "effective_size": "effective size",
    "redundancy": "redundancy",
    "regions_reached": "regions",
    "component": "component",
    "cut_vertex": "cut vertex",
}
"""The columns of the table, and what stands above each; also what it can be sorted by."""

CAVEATS = {
    "partnerships": "tables it sits at, of any size; stages of one undertaking count each",
    "partners": "named co-members: one table of five gives 4; no pair need work together",
    "strength": "tables shared, summed over partners; stages and large tables swell it",
    "newman_strength": "tables with two or more named members, whatever their size",
    "betweenness": "pairs it lies between; one unread article can change it, so no rank",
    "effective_size": "partners less their overlap; 1 if all sit together, at any table size",
    "redundancy": "share of the pairs of its tables that others join too; 0: the only link told",
    "regions_reached": "regions told of its tables, also one within another; not where it works",
    "component": "which set hangs together, largest first (size); no named partner is not alone",
    "cut_vertex": "parts left without it; no surer than its memberships, see 'show'",
}
"""What each column must not be taken for."""


def answer_metrics(
    registry: Registry,
    positions: Sequence[Position],
    *,
    sort: str = "partnerships",
    emptied_by: str = "",
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
    records = sorted(list_records(positions), key=lambda record: _order(record, sort))

    def text() -> str:
        if not records:
            why = f"; {emptied_by}" if emptied_by else ""
            return f"no organisations in {say_scope(registry)}{why}"
        table = layout_table(
            list(HEADINGS.values()),
            [[_say(record, key) for key in HEADINGS] for record in records],
            numbers=[
                heading for key, heading in HEADINGS.items() if key not in ("name", "component")
            ],
        )
        return "\n\n".join(
            [
                f"{count(len(records), 'organisations')} in {say_scope(registry)}",
                table,
                *_say_cuts(registry, records),
                *_say_isolates(registry, records),
                "\n".join(["how to read it", *(f"  {line}" for line in _list_caveats())]),
            ]
        )

    def rows() -> Iterable[Sequence[object]]:
        columns = [
            *("id", "name", "type", "partnerships", "partners", "strength", "newman_strength"),
            *("betweenness", "effective_size", "redundancy", "regions_reached", "regions"),
            *("component", "component_size", "cut_vertex", "parts"),
        ]
        yield columns
        for record in records:
            yield [_flatten(record[column]) for column in columns]

    def data() -> Any:
        return {
            "organisations": records,
            "count": len(records),
            "emptied_by": emptied_by or None,
            "caveats": CAVEATS,
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _order(record: Mapping[str, Any], sort: str) -> tuple[Any, ...]:
    value = record[sort]
    name = (record["name"].casefold(), record["id"])
    if sort == "cut_vertex":
        return (-len(record["parts"]), *name)
    if value is None:
        return (True, 0, *name)
    if sort == "name":
        return name
    return (False, value if sort == "component" else -value, *name)


def _say(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    if key == "component":
        return f"{value} ({record['component_size']})" if value else "no named partner"
    if key == "cut_vertex":
        return f"{len(record['parts'])} parts" if value else "no"
    if value is None:
        return "not known" if key == "regions_reached" else NOT_DEFINED
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _say_cuts(registry: Registry, records: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    lines = []
    for record in records:
        if record["parts"]:
            first, *others = record["parts"]
            sides = [
                count(len(first), "organisations"),
                *(_name(registry, side) for side in others),
            ]
            lines.append(f"  {show(record['name'])}: {' | '.join(sides)}")
    if lines:
        yield "\n".join(["what is left without a cut vertex, the largest part first", *lines])


def _say_isolates(registry: Registry, records: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    isolates = sorted(record["id"] for record in records if record["component"] is None)
    if isolates:
        names = _name(registry, isolates)
        yield f"no named partner in {say_scope(registry)}: {names}"


def _name(registry: Registry, ids: Iterable[str]) -> str:
    return ", ".join(sorted(show(registry.organisations[id].name) for id in ids))


def _list_caveats() -> list[str]:
    width = max(len(HEADINGS[key]) for key in CAVEATS)
    return [f"{HEADINGS[key]:<{width}}  {caveat}" for key, caveat in CAVEATS.items()]


def _flatten(value: object) -> object:
    if isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            return ";".join(value)
        return " | ".join(";".join(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value
