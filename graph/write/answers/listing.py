"""The answers of `list`: records as a table, as CSV, as JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args

from graph.model.message import Message
from graph.model.records import Registry
from graph.query.listing import Record
from graph.query.terms import Terms
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.headings import say_heading
from graph.write.answers.wanted import EVERYTHING, Wanted
from graph.write.answers.wording import Wording
from graph.write.screen import Screen

_CELLS: Mapping[str, Callable[[Wording, Any], str]] = {
    "type": lambda words, id: words.term("types", id),
    "region": lambda words, id: words.term("regions", id),
    "within": lambda words, id: words.term("regions", id),
    "regions": lambda words, ids: words.terms("regions", ids),
    "themes": lambda words, ids: words.terms("themes", ids),
    "kind": lambda words, id: words.term("kinds", id),
    "members_known": lambda words, known: words.say(f"list_{known}"),
    "certainty": Wording.certainty,
    "period": lambda words, text: words.speaker.date(text),
    "date": lambda words, text: words.speaker.date(text),
}
"""How the table says a value that stands in records as an id or in the form of the file."""

_OWN_CELLS: Mapping[tuple[str, str], Callable[[Wording, Any], str]] = {
    ("relations", "kind"): lambda words, id: words.speaker.say(f"terms.relation_kinds.{id}"),
    ("barriers", "hampers"): lambda words, kind: words.say(f"hampers_{kind}"),
}
"""The same, where a key means something of its own in one list."""


def answer_list(
    registry: Registry,
    what: str,
    records: Sequence[Record],
    *,
    columns: Sequence[str],
    speaker: Speaker,
    emptied_by: Message | None = None,
    wanted: Wanted = EVERYTHING,
    count: int | None = None,
) -> Answer:
    """
    Answer a list.

    Args:
        registry: What was listed, for the scope of the answer.
        what: What is listed, in the plural.
        records: The rows; all have the same keys.
        columns: Which keys the table shows unless others are wanted.
        speaker: Who says it.
        emptied_by: What is said of the filter that left nothing, where nothing is left.
        wanted: Which of the rows and columns.
        count: How many there are, where the records are only the first of them.

    Raises:
        UnknownIdError: A column that is wanted is not there.
    """
    words = Wording(registry, speaker)
    keys = list(records[0]) if records else list(columns)
    if wanted.columns and records:
        keys = list(wanted.choose(columns, keys))
        columns = keys
    first = wanted.cut(records)
    number = len(records) if count is None else count
    emptied_by = None if records else emptied_by

    def text(screen: Screen) -> str:
        if not records:
            none = words.say(f"none_{what}", scope=words.scope())
            return f"{none}; {emptied_by.say(speaker)}" if emptied_by else none
        headings = {key: _say_heading(words, key) for key in columns}
        table = screen.table(
            list(headings.values()),
            [[_say_cell(words, what, record, key) for key in columns] for record in first],
            numbers=[headings[key] for key in columns if isinstance(records[0][key], int | float)],
        )
        total = [_say_total(words, what, records, number), *wanted.say(words, number)]
        return "\n\n".join([table, "\n".join(total)])

    def rows() -> Iterable[Sequence[object]]:
        yield tuple(keys)
        for record in first:
            yield tuple(record[key] for key in keys)

    def data() -> Any:
        return {
            "sources": len(registry.sources),
            # after the number of documents: a list of these takes its name
            what: [{key: record[key] for key in keys} for record in first],
            "count": number,
            "emptied_by": str(emptied_by) if emptied_by else None,
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_heading(words: Wording, key: str) -> str:
    type = key.removeprefix("without_")
    label = words.term("types", type) if type != key else ""
    return say_heading(key, words.speaker, type=label)


def _say_cell(words: Wording, what: str, record: Record, key: str) -> str:
    value = record[key]
    if value is None:
        return ""
    if key.startswith(("without_", "in_")):
        return words.say(value.replace(" ", "_"))
    if key == "change":
        return _say_change(words, value)
    if key == "match":
        return _say_match(words, record)
    if key == "status":
        return words.status(words.registry.partnerships[record["id"]])
    if say := _OWN_CELLS.get((what, key)) or _CELLS.get(key):
        return say(words, value)
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return words.speaker.number(value) if isinstance(value, int | float) else str(value)


def _say_match(words: Wording, record: Record) -> str:
    fits, scoped = len(record["ids"]), record["scoped"]
    if not fits and scoped:
        return words.say(
            "match_scoped", names=words.speaker.join([words.name(id) for id in scoped])
        )
    return words.say("match_many" if fits > 1 else "match_one" if fits else "match_none", n=fits)


def _say_total(words: Wording, what: str, records: Sequence[Record], number: int) -> str:
    if "match" in records[0]:
        fitting = sum(bool(record["ids"]) for record in records)
        return words.say("matched", n=fitting, rows=len(records), scope=words.scope())
    found = words.count(number, what)
    if "change" in records[0]:
        return _say_changes(words, records, found)
    key = "listed_words" if what in get_args(Terms) else "listed"
    return words.say(key, found=found, scope=words.scope())


def _say_change(words: Wording, kind: str) -> str:
    return words.speaker.say(f"common.change_{kind.replace(' ', '_')}")


def _say_changes(words: Wording, records: Sequence[Record], found: str) -> str:
    counts = Counter(record["change"] for record in records)
    said = [
        words.speaker.say("common.n_changed", n=count, change=_say_change(words, kind))
        for kind, count in counts.items()
    ]
    lines = [words.say("listed_so", found=found, scope=words.scope(), said="; ".join(said))]
    if counts["new"]:
        lines.append(words.say("new_caveat"))
    return "\n".join(lines)
