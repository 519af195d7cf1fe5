"""The answer of `agreement`: how far two readers agree, and where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.desk.agreement import FEW, Agreement, Difference
from graph.schema.proposals import VERDICTS
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_agreement(agreements: Sequence[Agreement], speaker: Speaker) -> Answer:
    """
    Answer how far every two readers agree.

    Args:
        agreements: Each two readings beside each other.
        speaker: Who says the text; rows and data are in English, for programs.
    """

    def text(screen: Screen) -> str:
        if not agreements:
            return speaker.say("desk.one_reader")
        return "\n\n".join("\n".join(_say(one, speaker, screen)) for one in agreements)

    def rows() -> Iterable[Sequence[object]]:
        yield ("left", "right", "proposal", "what", "name", "document", "line", "verdicts")
        for one in agreements:
            for found in one.differences:
                yield (
                    *(one.left.file, one.right.file, found.proposal, found.what, found.name),
                    *(found.document, found.line or None, (found.left, found.right)),
                )

    return Answer(text=text, rows=rows, data=lambda: {"pairs": [*map(_describe, agreements)]})


def _say(one: Agreement, speaker: Speaker, screen: Screen) -> Iterator[str]:
    left, right = (
        f"{speaker.join(list(reading.readers))} ({reading.file})"
        for reading in (one.left, one.right)
    )
    yield show(speaker.say("desk.two_readers", left=left, right=right))
    alone = {"left": one.only_left, "right": one.only_right}
    yield speaker.say("desk.both_judged", n=one.shared, same=one.same, **alone)
    if not one.shared:
        return
    words = {verdict: speaker.say(f"desk.verdicts.{verdict}") for verdict in VERDICTS}
    table = [
        [words[left], *(speaker.number(one.counts.get((left, right), 0)) for right in VERDICTS)]
        for left in VERDICTS
    ]
    yield ""
    yield screen.table(
        [speaker.say("desk.corner"), *words.values()], table, numbers=list(words.values())
    )
    yield ""
    yield _say_kappa(one, speaker)
    if one.differences:
        yield ""
        yield speaker.say("desk.differ", n=len(one.differences))
        yield from (_say_difference(found, words, speaker) for found in one.differences)


def _say_kappa(one: Agreement, speaker: Speaker) -> str:
    if one.kappa is None:
        return speaker.say("desk.kappa_none")
    said = speaker.say("desk.kappa", kappa=one.kappa)
    few = speaker.say("desk.kappa_few", n=one.shared) if one.shared < FEW else ""
    return " ".join(filter(None, [said, few]))


def _say_difference(found: Difference, words: dict[str, str], speaker: Speaker) -> str:
    place = f"{found.document}:{found.line}" if found.line else found.document
    left, right = words[found.left], words[found.right]
    said = speaker.say("desk.difference", name=found.name, left=left, right=right)
    return show(f"  {place}  {said}")


def _describe(one: Agreement) -> dict[str, Any]:
    return {
        "left": {"file": one.left.file, "readers": list(one.left.readers)},
        "right": {"file": one.right.file, "readers": list(one.right.readers)},
        "shared": one.shared,
        "same": one.same,
        "only_left": one.only_left,
        "only_right": one.only_right,
        "counts": [
            {"left": left, "right": right, "count": count}
            for (left, right), count in one.counts.items()
        ],
        "kappa": None if one.kappa is None else round(one.kappa, 4),
        "differences": [
            {
                "proposal": found.proposal,
                "what": found.what or None,
                "name": found.name,
                "document": found.document,
                "line": found.line or None,
                "left": found.left,
                "right": found.right,
            }
            for found in one.differences
        ],
    }
