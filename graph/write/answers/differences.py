"""The answer of `diff`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from itertools import groupby, takewhile
from typing import Any

from graph.model.message import ENGLISH
from graph.model.records import Evidence, Period, Registry, Size, Term, Tie
from graph.network.components import Part
from graph.query.compare import (
    KEYS,
    BrokerChange,
    Change,
    ComponentChange,
    Differences,
    Kind,
    TieChange,
    key_of,
)
from graph.schema.records import list_given, to_plain
from graph.write.answers.answer import Answer
from graph.write.answers.wording import count
from graph.write.terminal import show

VERSION = 1
"""Version of the JSON: it goes up when a field goes or means something else."""

_SIGNS: Mapping[Kind, str] = {"added": "+", "gone": "-", "changed": "~"}
_HEADINGS = {
    "title": "The file",
    "language": "The file",
    "licence": "The file",
    "contact": "The file",
    "sources": "Sources",
    "organisations": "Organisations",
    "partnerships": "Partnerships",
    "groups": "Groups",
    "relations": "Relations",
    "vocab": "Words",
    "not_organisations": "Not organisations",
}
_NAMES_ORGANISATIONS = ("members", "org", "part_of", "succeeded_by")
_MOST_NAMES = 5
_LONG = 80  # characters of a text that is said in full
_CONTEXT = 3  # words
_SPECIAL = re.compile(r"[\\`*\[\]<$]|&(?=[#\w])|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|^[-+]")
"""What Markdown could obey. A line never begins with data, so `#`, `>` and `1.` cannot either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A heading and the lines under it, each with its depth: the same in text and Markdown."""

    heading: str
    lines: Sequence[tuple[int, str]]


def answer_differences(differences: Differences, old: str, new: str) -> Answer:
    """
    Answer what changed, in text, rows and data.

    Args:
        differences: From `compare_registries`.
        old: What the older version is called.
        new: What the newer one is called.
    """

    def text() -> str:
        blocks = [[show(line) for line in _say_title(differences, old, new)]]
        for section in _list_sections(differences):
            lines = [f"{'  ' * depth}{show(line)}" for depth, line in section.lines]
            blocks.append([section.heading, *lines])
        return "\n\n".join("\n".join(block) for block in blocks)

    return Answer(
        text=text,
        rows=lambda: _list_rows(differences),
        data=lambda: _list_data(differences, old, new),
    )


def write_markdown(differences: Differences, old: str, new: str) -> str:
    """Write what `answer_differences` says as Markdown, for a review or a changelog."""
    title, *rest = _say_title(differences, old, new)
    blocks = [f"# {_escape(title)}", *(_escape(line) for line in rest)]
    for section in _list_sections(differences):
        blocks.append(f"## {_escape(section.heading)}")
        blocks.append(
            "\n".join(f"{'  ' * (depth - 1)}- {_escape(line)}" for depth, line in section.lines)
        )
    return "\n\n".join(blocks) + "\n"


def _say_title(differences: Differences, old: str, new: str) -> list[str]:
    number = len(differences.changes)
    what = count(ENGLISH, number, "changes") if number else "no difference"
    selection = differences.new.selection
    scope = f" (only {selection})" if selection else ""
    before, after = _count_records(differences.old), _count_records(differences.new)
    sizes = (f"{noun} {_say_step(before[noun], after[noun])}" for noun in before)
    title = [f"{old} → {new}: {what}{scope}", ", ".join(sizes)]
    if differences.emptied_by:
        title.append(f"{differences.emptied_by} of either version")
    elif selection and number:
        title.append("added and gone also say what came into the selection or left it")
    return title


def _count_records(registry: Registry) -> dict[str, int]:
    return {
        "sources": len(registry.sources),
        "organisations": len(registry.organisations),
        "partnerships": len(registry.partnerships),
        "memberships": sum(table.size for table in registry.partnerships.values()),
    }


def _say_step(old: int, new: int) -> str:
    return str(old) if old == new else f"{old} → {new}"


def _list_sections(differences: Differences) -> Iterator[_Section]:
    names = _list_names(differences)
    for heading, changes in groupby(differences.changes, key=lambda c: _HEADINGS[c.path[0]]):
        records = [list(group) for _, group in groupby(changes, key=lambda c: c.record)]
        lines = [line for record in records for line in _say_record(differences, record, names)]
        counts = Counter(_name_kind(record) for record in records)
        yield _Section(heading=f"{heading}: {_say_counts(counts)}", lines=lines)
    if differences.ties:
        yield _say_ties(differences, names)
    if differences.components:
        counts = Counter(_name_component(change) for change in differences.components)
        yield _Section(
            heading=f"Components: {_say_counts(counts)}",
            lines=[(1, _say_component(change, names)) for change in differences.components],
        )
    if differences.brokers:
        counts = Counter(change.kind for change in differences.brokers)
        yield _Section(
            heading=f"Brokers (cut vertices): {_say_counts(counts)}",
            lines=[(1, _say_broker(change, names)) for change in differences.brokers],
        )


def _name_kind(record: Sequence[Change]) -> str:
    renamed = any(change.field == ("name",) for change in record)
    return "renamed" if renamed else record[0].kind if not record[0].field else "changed"


def _say_counts(counts: Mapping[str, int]) -> str:
    order = ("added", "gone", "renamed", "joined", "split", "changed", "newman")
    nouns = {"newman": "of another Newman weight alone, not listed"}
    return ", ".join(f"{counts[kind]} {nouns.get(kind, kind)}" for kind in order if counts[kind])


def _list_names(differences: Differences) -> dict[str, str]:
    return {
        id: record.name
        for registry in (differences.old, differences.new)
        for records in (registry.organisations, registry.partnerships)
        for id, record in records.items()
    }


def _say_record(
    differences: Differences, changes: Sequence[Change], names: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    first = changes[0]
    if not first.record:
        yield from ((1, _say_change(change, names)) for change in changes)
        return
    sign = "~" if first.field else _SIGNS[first.kind]
    yield 1, f"{sign} {_say_name(differences, first.record)}"
    if not first.field:
        for word, value in list_given(first.old or first.new):
            if word not in ("name", "nl"):
                yield from ((2, f"{word}: {said}") for said in _say_field(word, value, names))
    for change in changes:
        if change.field and change.field != ("name",):
            yield 2, _say_change(change, names)


def _say_name(differences: Differences, record: tuple[str, ...]) -> str:
    old, new = (_name_of(side, record) for side in (differences.old, differences.new))
    name = f"{old} → {new}" if old and new and old != new else new or old
    return f"{name} ({', '.join([record[-1], *record[1:-1]])})"


def _name_of(registry: Registry, record: tuple[str, ...]) -> str:
    section, *middle, id = record
    place = getattr(registry.vocabulary, middle[0]) if middle else getattr(registry, section)
    found = place.get(id)
    if found is None:
        return ""
    if isinstance(found, Term):
        return found.labels["nl"]
    return str(_first_of(found, "name", "title", "label", "id"))


def _first_of(record: Any, *names: str) -> Any:
    return next(getattr(record, name) for name in names if hasattr(record, name))


def _say_field(word: str, value: Any, names: Mapping[str, str]) -> list[str]:
    if isinstance(value, tuple) and any(isinstance(item, Evidence) for item in value):
        return [_say_value(item, word, names) for item in value]
    return [_say_value(value, word, names)]


def _say_change(change: Change, names: Mapping[str, str]) -> str:
    field = change.field
    one = change.old if change.new is None else change.new
    is_item = len(field) % 2 == 0 and field[-1] == key_of(one)
    label = " · ".join(_say_label(field, names)[: -1 if is_item else None])
    if change.kind != "changed":
        return f"{_SIGNS[change.kind]} {label}: {_say_value(one, field[0], names)}"
    old, new = (_say_value(value, field[-1], names) for value in (change.old, change.new))
    return f"~ {label}: {' → '.join(_shorten(old, new))}"


def _shorten(old: str, new: str) -> tuple[str, str]:
    # Of two long texts only the words that differ, with three before and after them.
    sides = old.split(" "), new.split(" ")
    if max(map(len, (old, new))) <= _LONG:
        return old, new
    same = _list_common(*sides)
    rest = [side[len(same) :] for side in sides]
    tail = _list_common(*(side[::-1] for side in rest))[::-1]
    before = ["…", *same[-_CONTEXT:]] if len(same) > _CONTEXT else same
    after = [*tail[:_CONTEXT], "…"] if len(tail) > _CONTEXT else tail
    left, right = (" ".join([*before, *side[: len(side) - len(tail)], *after]) for side in rest)
    return left, right


def _list_common(left: list[str], right: list[str]) -> list[str]:
    pairs = zip(left, right, strict=False)  # as far as the shorter goes
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]


def _say_label(field: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    steps = []
    for place, step in enumerate(field):
        before = field[place - 1] if place % 2 else ""
        named = names.get(step, step) if before == "members" else step
        steps.append(f"“{named.strip()}”" if before == "evidence" else named)
    return steps


def _say_value(value: Any, word: str, names: Mapping[str, str]) -> str:
    if isinstance(value, Period | Size):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(_say_value(item, word, names) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {item}" for key, item in value.items())
    if is_dataclass(value):
        (_, key), *rest = sorted(list_given(value), key=lambda said: said[1] != key_of(value))
        named = names.get(key, key) if KEYS.get(type(value)) == "organisation" else key
        head = f"“{named.strip()}”" if isinstance(value, Evidence) else named
        tail = ", ".join(f"{word} {_say_value(item, word, names)}" for word, item in rest)
        return f"{head} ({tail})" if tail else head
    return names.get(value, value) if word in (*_NAMES_ORGANISATIONS, "follows") else str(value)


def _say_ties(differences: Differences, names: Mapping[str, str]) -> _Section:
    kinds = Counter(_name_tie(change) for change in differences.ties)
    lines = [
        (1, _say_tie(change, names)) for change in differences.ties if _name_tie(change) != "newman"
    ]
    return _Section(heading=f"Ties: {_say_counts(kinds)}", lines=lines)


def _name_tie(change: TieChange) -> str:
    same_tables = _list_tables(change.old) == _list_tables(change.new)
    return "newman" if same_tables else change.kind


def _list_tables(tie: Tie | None) -> list[str]:
    return [shared.partnership.id for shared in tie.shared] if tie else []


def _say_tie(change: TieChange, names: Mapping[str, str]) -> str:
    ends = f"{names[change.left]} – {names[change.right]}"
    old, new = _list_tables(change.old), _list_tables(change.new)
    if change.kind != "changed":
        through = ", ".join(names[id] for id in old or new)
        return f"{_SIGNS[change.kind]} {ends}: weight {len(old or new)}, through {through}"
    moves = [
        *(f"+ {names[id]}" for id in new if id not in old),
        *(f"- {names[id]}" for id in old if id not in new),
    ]
    return f"~ {ends}: weight {_say_step(len(old), len(new))} ({', '.join(moves)})"


def _name_component(change: ComponentChange) -> str:
    if change.kind != "changed" or len(change.old) == len(change.new):
        return change.kind
    return "joined" if len(change.old) > len(change.new) else "split"


def _say_component(change: ComponentChange, names: Mapping[str, str]) -> str:
    if len(change.old) == len(change.new) == 1:
        (old,), (new,) = change.old, change.new
        moves = [
            *(f"+ {names[id]}" for id in new if id not in old),
            *(f"- {names[id]}" for id in old if id not in new),
        ]
        return f"~ {len(old)} → {len(new)} organisations: {', '.join(moves)}"
    sides = " → ".join(
        _say_parts(map(len, parts), parts, names) for parts in (change.old, change.new) if parts
    )
    return f"{_SIGNS[change.kind]} {sides}"


def _say_broker(change: BrokerChange, names: Mapping[str, str]) -> str:
    cuts = (cut for cut in (change.before, change.after) if cut)
    sides = " → ".join(_say_parts(cut.sizes, cut.listed, names) for cut in cuts)
    return f"{_SIGNS[change.kind]} {names[change.id]}: falls apart without it: {sides}"


def _say_parts(sizes: Iterable[int], parts: Iterable[Part | None], names: Mapping[str, str]) -> str:
    return " | ".join(
        _say_part(size, part, names) if part else str(size)
        for size, part in zip(sizes, parts, strict=True)
    )


def _say_part(size: int, part: Part, names: Mapping[str, str]) -> str:
    more = [f"{size - _MOST_NAMES} more"] if size > _MOST_NAMES else []
    return f"{size} ({', '.join([*(names[id] for id in part[:_MOST_NAMES]), *more])})"


def _escape(line: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", show(line))


def _list_rows(differences: Differences) -> Iterator[Sequence[object]]:
    names = _list_names(differences)
    yield ("section", "id", "name", "field", "change", "old", "new")
    for change in differences.changes:
        section, id, name = _place(differences, change)
        old, new = ("" if v is None else _say_value(v, "", {}) for v in (change.old, change.new))
        yield (section, id, name, ".".join(change.field), change.kind, old, new)
    for tie in differences.ties:
        before, after = _tie_data(tie.old) or {}, _tie_data(tie.new) or {}
        for field in ("weight", "newman", "partnerships"):
            if before.get(field) != after.get(field):
                yield (
                    *("ties", f"{tie.left};{tie.right}", f"{names[tie.left]} – {names[tie.right]}"),
                    *(field, tie.kind, _cell(before.get(field)), _cell(after.get(field))),
                )
    for one in differences.components:
        yield ("components", "", "", "", one.kind, _join_parts(one.old), _join_parts(one.new))
    for broker in differences.brokers:
        cuts = broker.before, broker.after
        for field, cells in (
            ("", (_join_parts(cut.listed if cut else ()) for cut in cuts)),
            ("sizes", (";".join(map(str, cut.sizes)) if cut else "" for cut in cuts)),
        ):
            yield ("brokers", broker.id, names[broker.id], field, broker.kind, *cells)


def _place(differences: Differences, change: Change) -> tuple[str, str, str]:
    if not change.record:
        return "file", "", ""
    *section, id = change.record
    name = _name_of(differences.new, change.record) or _name_of(differences.old, change.record)
    return ".".join(section), id, name


def _cell(value: Any) -> object:
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else round(value, 6)


def _join_parts(parts: Iterable[Part | None]) -> str:
    return " | ".join(";".join(part or ()) for part in parts)


def _list_data(differences: Differences, old: str, new: str) -> dict[str, Any]:
    names = _list_names(differences)
    return {
        "version": VERSION,
        "equal": differences.equal,
        "selection": differences.new.selection,
        "emptied_by": str(differences.emptied_by) if differences.emptied_by else None,
        "old": {"file": old, **_count_records(differences.old)},
        "new": {"file": new, **_count_records(differences.new)},
        "changes": [_change_data(differences, change) for change in differences.changes],
        "ties": [
            {
                "left": {"id": change.left, "name": names[change.left]},
                "right": {"id": change.right, "name": names[change.right]},
                "change": change.kind,
                "old": _tie_data(change.old),
                "new": _tie_data(change.new),
            }
            for change in differences.ties
        ],
        "components": [
            {"change": change.kind, "old": to_plain(change.old), "new": to_plain(change.new)}
            for change in differences.components
        ],
        "brokers": [
            {
                "id": change.id,
                "name": names[change.id],
                "change": change.kind,
                "old": to_plain(change.before.listed) if change.before else None,
                "new": to_plain(change.after.listed) if change.after else None,
                "old_sizes": list(change.before.sizes) if change.before else None,
                "new_sizes": list(change.after.sizes) if change.after else None,
            }
            for change in differences.brokers
        ],
    }


def _change_data(differences: Differences, change: Change) -> dict[str, Any]:
    section, id, name = _place(differences, change)
    return {
        "section": section,
        "id": id or None,
        "name": name or None,
        "field": list(change.field),
        "change": change.kind,
        "old": to_plain(change.old),
        "new": to_plain(change.new),
    }


def _tie_data(tie: Tie | None) -> dict[str, Any] | None:
    if not tie:
        return None
    return {"weight": tie.weight, "newman": tie.newman, "partnerships": _list_tables(tie)}
