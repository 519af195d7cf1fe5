"""The answer of `import`: what comes in, what is known, what was mended, what is left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from graph.intake.take import Taken
from graph.intake.told import Told
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.tables.opened import Opened
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wording import count
from graph.write.screen import Screen
from graph.write.terminal import show

_MOST = 20  # lines of each kind on a terminal
_SORTS = ("left_out", "mended", "noted")


def answer_import(
    taken: Taken,
    files: Sequence[Opened],
    known: Registry | None,
    written: Sequence[Path],
    speaker: Speaker,
    *,
    dry: bool,
) -> Answer:
    """
    Answer what a table gives.

    Args:
        taken: What was taken from it.
        files: What was opened, each with how it was read.
        known: The data that there were before.
        written: The files that are written, or would be.
        speaker: Who says the text.
        dry: Nothing is written yet.
    """
    draft = taken.draft
    memberships = sum(len(entry["members"]) for entry in draft.partnerships.values())
    numbers = {
        "organisations": len(draft.organisations),
        "partnerships": len(draft.partnerships),
        "memberships": memberships,
    }

    elsewhere = taken.reconciled.near if taken.reconciled else ()

    def say(key: str, **values: int | str) -> str:
        return speaker.say(f"import.{key}", **values)

    def text(screen: Screen) -> str:
        lines = [
            *(_say_file(opened, speaker) for opened in files),
            "",
            screen.table(
                [say(f"column_{name}") for name in ("field", "heading", "how")],
                [
                    (
                        speaker.say(f"messages.import.field.{one.field}"),
                        one.heading,
                        say(f"how.{one.how}"),
                    )
                    for one in taken.columns
                ],
            ),
        ]
        if taken.left:
            lines.append(say("left", columns=show(", ".join(taken.left))))
        counts = ", ".join(count(speaker, n, what) for what, n in numbers.items())
        lines += ["", say("comes_in", counts=counts)]
        if known:
            lines.append(say("known", n=len(draft.known), of=len(draft.organisations)))
        if taken.reconciled:
            of = len(draft.organisations)
            lines.append(say("reconciled", n=taken.reconciled.matched, of=of))
        if regions := taken.vocab.get("regions"):
            lines.append(say("regions", n=len(regions)))
        lines += _say_words(taken, speaker)
        for sort in _SORTS:
            lines += _say_told([one for one in taken.told if one.sort == sort], sort, speaker)
        near = [f"{one.name} ~ {one.other} ({one.id})" for one in taken.near]
        lines += _say_pairs(near, "near", speaker)
        lines += _say_pairs([f"{one} ~ {other}" for one, other in taken.twins], "twins", speaker)
        lines += _say_pairs([f"{one} ~ {other}" for one, other in elsewhere], "elsewhere", speaker)
        lines.append("")
        if dry:
            lines.append(say("dry"))
        lines += [say("would" if dry else "wrote", file=show(str(file))) for file in written]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("file", "row", "what", "message")
        for one in taken.told:
            yield (one.file, one.line or None, one.sort, str(one.said))
        for near in taken.near:
            yield (None, None, "near", f"{near.name} ~ {near.other} ({near.id})")
        for left, right in taken.twins:
            yield (None, None, "twins", f"{left} ~ {right}")
        for left, right in elsewhere:
            yield (None, None, "elsewhere", f"{left} ~ {right}")

    def data() -> Any:
        return {
            "tables": [
                {"file": table.name, "rows": len(table.rows), "how": str(opened.how)}
                for opened in files
                for table in opened.tables
            ],
            "columns": [one._asdict() for one in taken.columns],
            "left": list(taken.left),
            **numbers,
            "known": sorted(draft.known),
            "told": [
                {
                    "file": one.file,
                    "row": one.line or None,
                    "what": one.sort,
                    "message": str(one.said),
                }
                for one in taken.told
            ],
            "near": [pair._asdict() for pair in taken.near],
            "reconciled": taken.reconciled.matched if taken.reconciled else None,
            "elsewhere": [list(pair) for pair in elsewhere],
            "twins": [list(pair) for pair in taken.twins],
            "files": [str(file) for file in written],
            "written": not dry,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_file(opened: Opened, speaker: Speaker) -> str:
    return speaker.say(
        "import.read",
        file=show(opened.tables[0].name),
        n=sum(len(table.rows) for table in opened.tables),
        how=show(opened.how.say(speaker)),
    )


def _say_words(taken: Taken, speaker: Speaker) -> Iterator[str]:
    words = [
        word["nl"]
        for key, found in taken.vocab.items()
        for word in found.values()
        if key != "regions"
    ]
    if words:
        yield speaker.say("import.words", n=len(words), words=show(", ".join(words)))


def _say_told(told: Sequence[Told], sort: str, speaker: Speaker) -> Iterator[str]:
    """Say each thing once, with the first row where it is so, and how many those are."""
    if not told:
        return
    yield ""
    yield speaker.say(f"import.{sort}", n=len({(one.file, one.line) for one in told}))
    alike: dict[Message, list[Told]] = defaultdict(list)
    for one in told:
        alike[one.said].append(one)
    for said, found in list(alike.items())[:_MOST]:
        where = f"{found[0].file}:{found[0].line}" if found[0].line else found[0].file
        more = speaker.say("import.and_rows", n=len(found) - 1) if len(found) > 1 else ""
        yield f"  {show(f'{where}: {said.say(speaker)}{more}')}"
    yield from _say_more(len(alike), speaker)


def _say_pairs(pairs: Sequence[str], what: str, speaker: Speaker) -> Iterator[str]:
    if not pairs:
        return
    yield ""
    yield speaker.say(f"import.{what}", n=len(pairs))
    yield from (f"  {show(pair)}" for pair in pairs[:_MOST])
    yield from _say_more(len(pairs), speaker)


def _say_more(number: int, speaker: Speaker) -> Iterator[str]:
    if number > _MOST:
        yield "  " + speaker.say("import.more", n=number - _MOST)
