"""The answer of `import`: what comes in, what is known, what was mended, what is left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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

    def text(screen: Screen) -> str:
        lines = [
            *(_say_file(opened, speaker) for opened in files),
            *["", _lay_out_columns(taken, screen, speaker)],
            *_say_what_comes(taken, known, speaker),
            *_say_words(taken, speaker),
        ]
        for sort in _SORTS:
            lines += _say_told([one for one in taken.told if one.sort == sort], sort, speaker)
        for key, pairs in _pair_names(taken).items():
            lines += _say_pairs(pairs, key, speaker)
        lines += ["", speaker.say("import.dry")] if dry else [""]
        key = "import.would" if dry else "import.wrote"
        lines += [speaker.say(key, file=show(str(file))) for file in written]
        return "\n".join(lines)

    return Answer(
        text=text,
        rows=lambda: _list_rows(taken),
        data=lambda: _list_data(taken, files, written, dry=dry),
    )


def _list_rows(taken: Taken) -> Iterator[Sequence[object]]:
    yield ("file", "row", "what", "message")
    for one in taken.told:
        yield (one.file, one.line or None, one.sort, str(one.said))
    for key, pairs in _pair_names(taken).items():
        for pair in pairs:
            yield (None, None, key, pair)


def _list_data(
    taken: Taken, files: Sequence[Opened], written: Sequence[Path], *, dry: bool
) -> dict[str, Any]:
    return {
        "tables": [
            {"file": table.name, "rows": len(table.rows), "how": str(opened.how)}
            for opened in files
            for table in opened.tables
        ],
        "columns": [one._asdict() for one in taken.columns],
        "left": list(taken.left),
        **_count_entries(taken),
        "known": sorted(taken.draft.known),
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
        "elsewhere": [list(pair) for pair in _list_elsewhere(taken)],
        "twins": [list(pair) for pair in taken.twins],
        "files": [str(file) for file in written],
        "written": not dry,
    }


def _count_entries(taken: Taken) -> dict[str, int]:
    draft = taken.draft
    return {
        "organisations": len(draft.organisations),
        "partnerships": len(draft.partnerships),
        "memberships": sum(len(entry["members"]) for entry in draft.partnerships.values()),
    }


def _list_elsewhere(taken: Taken) -> Sequence[tuple[str, str]]:
    return taken.reconciled.near if taken.reconciled else ()


def _pair_names(taken: Taken) -> dict[str, list[str]]:
    """Names that look alike: with one that is known, within the table, with one of a register."""
    return {
        "near": [f"{one.name} ~ {one.other} ({one.id})" for one in taken.near],
        "twins": [f"{one} ~ {other}" for one, other in taken.twins],
        "elsewhere": [f"{one} ~ {other}" for one, other in _list_elsewhere(taken)],
    }


def _lay_out_columns(taken: Taken, screen: Screen, speaker: Speaker) -> str:
    headings = [speaker.say(f"import.column_{name}") for name in ("field", "heading", "how")]
    rows = [
        (
            speaker.say(f"messages.import.field.{one.field}"),
            one.heading,
            speaker.say(f"import.how.{one.how}"),
        )
        for one in taken.columns
    ]
    return screen.table(headings, rows)


def _say_what_comes(taken: Taken, known: Registry | None, speaker: Speaker) -> Iterator[str]:
    if taken.left:
        yield speaker.say("import.left", columns=show(", ".join(taken.left)))
    counts = ", ".join(count(speaker, n, what) for what, n in _count_entries(taken).items())
    yield ""
    yield speaker.say("import.comes_in", counts=counts)
    of = len(taken.draft.organisations)
    if known:
        yield speaker.say("import.known", n=len(taken.draft.known), of=of)
    if taken.reconciled:
        yield speaker.say("import.reconciled", n=taken.reconciled.matched, of=of)
    if regions := taken.vocab.get("regions"):
        yield speaker.say("import.regions", n=len(regions))


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
