"""The answer of `show` about a document."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Registry, Source
from graph.query.card import SourceCard
from graph.write.answers.answer import Answer
from graph.write.answers.card_lines import partnership_data, say_named, say_note, say_selected
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_source(words: Wording, selected: Registry, card: SourceCard) -> Answer:
    """Answer everything about a document; `selected` is what the filters keep."""
    source, registry = card.source, words.registry

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        lines = [
            f"{shown.source(source)} ({source.id})",
            *_say_files(shown, source),
            *([f"  {shown.link(show(source.url), source.url)}"] if source.url else []),
            *say_note(shown, source.note),
            *say_selected(shown, selected),
            "",
            shown.say("supports", partnerships=shown.count(len(card.supports), "partnerships")),
            *(f"  {say_named(one)}, {shown.when(one.period)}" for one in card.supports),
        ]
        for key, ids, what in (
            ("places", card.places, "organisations"),
            ("mentions", card.mentions, "other_organisations"),
        ):
            lines += ["", shown.say(key, organisations=shown.count(len(ids), what))]
            lines += [f"  {say_named(registry.organisations[id])}" for id in ids]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("id", "name", "how")
        yield from ((p.id, p.name, "supports") for p in card.supports)
        for how, ids in (("places", card.places), ("mentions", card.mentions)):
            yield from ((id, registry.organisations[id].name, how) for id in ids)

    def data() -> Any:
        return {
            "kind": "source",
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "url": source.url,
            "file": source.file,
            "original": {"file": source.original_file, "sha256": source.sha256},
            **_register_data(source),
            "note": source.note,
            "supports": [partnership_data(p) for p in card.supports],
            "places": list(card.places),
            "mentions": list(card.mentions),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_files(words: Wording, source: Source) -> list[str]:
    """Say in which files a document or a register is found."""
    file, original = show(source.file), show(source.original_file)
    if source.kind == "document":
        return [
            words.say("digest", file=file),
            words.say("original", file=original, sha256=source.sha256),
        ]
    known = {
        "register_original": original,
        "hash": source.sha256,
        "licence": show(source.licence or ""),
    }
    said = [words.say(key, value=value) for key, value in known.items() if value]
    return [words.say("register", file=file), *said]


def _register_data(source: Source) -> dict[str, str | None]:
    if source.kind == "document":
        return {}
    return {
        "register": source.file,
        "version": source.version,
        "retrieved": source.retrieved,
        "licence": source.licence,
    }
