"""The card of a name that was judged to be no organisation."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Registry
from graph.query.around import JudgedCard
from graph.write.answers.answer import Answer
from graph.write.answers.card_lines import form_data, say_forms, say_note, say_selected
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_judged(words: Wording, selected: Registry, card: JudgedCard) -> Answer:
    """Say what a name is instead of an organisation, and where it stands."""
    entry = card.entry
    kind = words.speaker.say(f"terms.classes.{entry.kind}")

    def text(screen: Screen) -> str:
        name = f"{show(entry.name)} ({entry.id})"
        lines = [
            words.say("not_organisation", name=name, about=kind),
            words.say("judged"),
            *say_note(words, entry.note),
            *say_selected(words, selected),
            "",
            *say_forms(words, card.forms),
        ]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("form", "source", "lines")
        for use in card.forms:
            yield (use.text, use.source, use.lines)

    def data() -> Any:
        return {
            "kind": "not_organisation",
            "id": entry.id,
            "name": entry.name,
            "class": entry.kind,
            "aliases": list(entry.aliases),
            "note": entry.note,
            "forms": [*map(form_data, card.forms)],
            "sources": len(selected.sources),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)
