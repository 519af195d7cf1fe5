"""The card of a name that was judged to be no organisation."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Registry
from graph.query.around import JudgedCard
from graph.write.answers.answer import Answer
from graph.write.answers.card_lines import say_note, say_selected
from graph.write.answers.wording import Wording, say_lines
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_judged(words: Wording, selected: Registry, card: JudgedCard) -> Answer:
    """Say what a name is instead of an organisation, and where it stands."""
    entry, registry = card.entry, words.registry
    kind = words.speaker.say(f"terms.classes.{entry.kind}")

    def text(screen: Screen) -> str:
        name = f"{show(entry.name)} ({entry.id})"
        lines = [
            words.say("not_organisation", name=name, about=kind),
            words.say("judged"),
            *say_note(words, entry.note),
            *say_selected(words, selected),
            "",
            words.say("named_as"),
        ]
        for use in card.forms:
            where = say_lines(words.speaker, registry.sources[use.source], use.passages)
            lines.append(f"  {show(use.text)}: {use.source}, {where}")
        lines += [] if card.forms else [words.say("named_nowhere", scope=words.here())]
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
            "forms": [
                {"text": use.text, "source": use.source, "lines": list(use.lines)}
                for use in card.forms
            ],
            "sources": len(selected.sources),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)
