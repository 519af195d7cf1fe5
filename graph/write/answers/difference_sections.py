"""What `diff` says changed, under headings: the same lines in text and in Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.network.components import Part
from graph.query.compare import (
    BrokerChange,
    Change,
    ComponentChange,
    Differences,
    Kind,
    TieChange,
    key_of,
)
from graph.schema.records import list_given
from graph.write.answers.difference_data import list_names, list_partnerships, name_of
from graph.write.answers.difference_values import say_field, say_label, say_value, shorten
from graph.write.answers.wording import Wording

_SIGNS: Mapping[Kind, str] = {"added": "+", "gone": "-", "changed": "~"}
_KINDS = ("added", "gone", "renamed", "joined", "split", "changed", "newman")
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and the lines under it, each with its depth."""

    heading: str
    lines: Sequence[tuple[int, str]]


def list_sections(differences: Differences, words: Wording) -> Iterator[Section]:
    """List what changed in the file, section by section, and what that does to the network."""
    telling = _Telling(differences, words, list_names(differences))
    yield from telling.list_records()
    yield from telling.list_network()


def say_step(words: Wording, old: int, new: int) -> str:
    """Say a number, and what it became where it is another now."""
    before, after = words.speaker.number(old), words.speaker.number(new)
    return after if old == new else f"{before} → {after}"


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells what changed; `names` are those of organisations and partnerships, by id."""

    differences: Differences
    words: Wording
    names: Mapping[str, str]

    def list_records(self) -> Iterator[Section]:
        for name, changes in groupby(self.differences.changes, key=_name_section):
            records = [list(group) for _, group in groupby(changes, key=lambda c: c.record)]
            lines = [line for record in records for line in self.say_record(record)]
            yield self.section(name, map(_name_kind, records), lines)

    def list_network(self) -> Iterator[Section]:
        ties, components = self.differences.ties, self.differences.components
        brokers = self.differences.brokers
        if ties:
            lines = [(1, self.say_tie(one)) for one in ties if _name_tie(one) != "newman"]
            yield self.section("ties", map(_name_tie, ties), lines)
        if components:
            lines = [(1, self.say_component(one)) for one in components]
            yield self.section("components", map(_name_component, components), lines)
        if brokers:
            lines = [(1, self.say_broker(one)) for one in brokers]
            yield self.section("brokers", (one.kind for one in brokers), lines)

    def section(self, name: str, kinds: Iterable[str], lines: Sequence[tuple[int, str]]) -> Section:
        counts = Counter(kinds)
        said = (self.words.say(f"kind_{one}", n=counts[one]) for one in _KINDS if counts[one])
        return Section(
            heading=f"{self.words.say(f'section_{name}')}: {', '.join(said)}", lines=lines
        )

    def say_record(self, changes: Sequence[Change]) -> Iterator[tuple[int, str]]:
        first = changes[0]
        if not first.record:
            yield from ((1, self.say_change(change)) for change in changes)
            return
        sign = "~" if first.field else _SIGNS[first.kind]
        yield 1, f"{sign} {self.name_record(first.record)}"
        if not first.field:
            for word, value in list_given(first.old or first.new):
                if word not in ("name", "nl"):
                    said = say_field(word, value, self.names)
                    yield from ((2, f"{word}: {one}") for one in said)
        for change in changes:
            if change.field and change.field != ("name",):
                yield 2, self.say_change(change)

    def name_record(self, record: tuple[str, ...]) -> str:
        versions = (self.differences.old, self.differences.new)
        old, new = (name_of(one, record) for one in versions)
        name = f"{old} → {new}" if old and new and old != new else new or old
        return f"{name} ({', '.join([record[-1], *record[1:-1]])})"

    def say_change(self, change: Change) -> str:
        field = change.field
        one = change.old if change.new is None else change.new
        is_item = len(field) % 2 == 0 and field[-1] == key_of(one)
        label = " · ".join(say_label(field, self.names)[: -1 if is_item else None])
        if change.kind != "changed":
            return f"{_SIGNS[change.kind]} {label}: {say_value(one, field[0], self.names)}"
        old, new = (say_value(value, field[-1], self.names) for value in (change.old, change.new))
        return f"~ {label}: {' → '.join(shorten(old, new))}"

    def say_tie(self, change: TieChange) -> str:
        sign, ends = _SIGNS[change.kind], f"{self.names[change.left]} – {self.names[change.right]}"
        old, new = list_partnerships(change.old), list_partnerships(change.new)
        if change.kind != "changed":
            through = ", ".join(self.names[id] for id in old or new)
            weight = self.words.speaker.number(len(old or new))
            said = self.words.say("tie_through", weight=weight, through=through)
            return f"{sign} {ends}: {said}"
        weight = say_step(self.words, len(old), len(new))
        said = self.words.say("tie_changed", weight=weight, moves=self.say_moves(old, new))
        return f"{sign} {ends}: {said}"

    def say_component(self, change: ComponentChange) -> str:
        if len(change.old) == len(change.new) == 1:
            (old,), (new,) = change.old, change.new
            said = self.words.say("component_changed", old=len(old), new=len(new))
            return f"~ {said}: {self.say_moves(old, new)}"
        versions = (parts for parts in (change.old, change.new) if parts)
        sides = " → ".join(self.say_parts(map(len, parts), parts) for parts in versions)
        return f"{_SIGNS[change.kind]} {sides}"

    def say_broker(self, change: BrokerChange) -> str:
        cuts = (cut for cut in (change.before, change.after) if cut)
        sides = " → ".join(self.say_parts(cut.sizes, cut.listed) for cut in cuts)
        said = self.words.say("broker_changed", name=self.names[change.id], sides=sides)
        return f"{_SIGNS[change.kind]} {said}"

    def say_moves(self, old: Sequence[str], new: Sequence[str]) -> str:
        came = (f"+ {self.names[id]}" for id in new if id not in old)
        went = (f"- {self.names[id]}" for id in old if id not in new)
        return ", ".join([*came, *went])

    def say_parts(self, sizes: Iterable[int], parts: Iterable[Part | None]) -> str:
        return " | ".join(map(self.say_part, sizes, parts))

    def say_part(self, size: int, part: Part | None) -> str:
        number = self.words.speaker.number(size)
        if not part:
            return number
        more = [self.words.say("more", n=size - _MOST_NAMES)] if size > _MOST_NAMES else []
        return f"{number} ({', '.join([*(self.names[id] for id in part[:_MOST_NAMES]), *more])})"


def _name_section(change: Change) -> str:
    return change.path[0] if change.record else "file"


def _name_kind(record: Sequence[Change]) -> str:
    renamed = any(change.field == ("name",) for change in record)
    return "renamed" if renamed else record[0].kind if not record[0].field else "changed"


def _name_tie(change: TieChange) -> str:
    same_tables = list_partnerships(change.old) == list_partnerships(change.new)
    return "newman" if same_tables else change.kind


def _name_component(change: ComponentChange) -> str:
    if change.kind != "changed" or len(change.old) == len(change.new):
        return change.kind
    return "joined" if len(change.old) > len(change.new) else "split"
