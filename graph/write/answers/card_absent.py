"""The answer about a name that is not in the data: what was decided of it, and where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.desk.about import Decision
from graph.model.records import Registry
from graph.query.card import FormUse
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.card_lines import form_data, say_forms
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_absent(
    registry: Registry,
    name: str,
    decisions: Sequence[Decision],
    uses: Sequence[FormUse],
    near: Sequence[str],
    *,
    speaker: Speaker,
) -> Answer:
    """
    Answer why a name is not in the data.

    Args:
        registry: Checked data.
        name: What was asked for.
        decisions: What was proposed under that name.
        uses: Where the documents have it.
        near: Names in the data that are like it.
        speaker: Who says the text.
    """
    words = Wording(registry, speaker)

    def text(screen: Screen) -> str:
        lines = [words.say("absent", name=show(name)), *_say_decisions(words, decisions)]
        if not decisions:
            lines.append(words.say("absent_undecided"))
        if near:
            lines.append(words.say("absent_near", names=show(speaker.join([*near], last="or"))))
        return "\n".join([*lines, "", *say_forms(words, uses)])

    def rows() -> Iterable[Sequence[object]]:
        yield ("form", "source", "lines")
        yield from ((one.text, one.source, one.lines) for one in uses)

    def data() -> Any:
        return {
            "kind": "absent",
            "name": name,
            "proposals": [_describe(one) for one in decisions],
            "near": list(near),
            "forms": [form_data(one) for one in uses],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_decisions(words: Wording, decisions: Iterable[Decision]) -> Iterator[str]:
    for proposal, judgement in decisions:
        what = words.say(f"proposed_{proposal.what}")
        where = f"{proposal.document}:{proposal.line}"
        if judgement:
            said = words.say(
                f"decided_{judgement.verdict}",
                what=what,
                by=judgement.by,
                date=words.speaker.date(judgement.date),
            )
        else:
            said = words.say("absent_open", what=what)
        yield show(f"  {said} ({where})")


def _describe(decision: Decision) -> dict[str, Any]:
    proposal, judgement = decision
    return {
        "id": proposal.id,
        "what": proposal.what,
        "document": proposal.document,
        "line": proposal.line,
        "verdict": judgement.verdict if judgement else None,
        "by": judgement.by if judgement else None,
        "date": judgement.date if judgement else None,
    }
