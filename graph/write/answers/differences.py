"""The answer of `diff`."""

import re
from collections.abc import Iterator

from graph.query.compare import Differences
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.difference_data import count_records, list_data, list_rows
from graph.write.answers.difference_sections import list_sections, say_step
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show

_SPECIAL = re.compile(r"[\\`*\[\]<$]|&(?=[#\w])|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|^[-+]")
"""What Markdown could obey. A line never begins with data, so `#`, `>` and `1.` cannot either."""


def answer_differences(differences: Differences, old: str, new: str, *, speaker: Speaker) -> Answer:
    """
    Answer what changed, in text, rows and data.

    Args:
        differences: From `compare_registries`.
        old: What the older version is called.
        new: What the newer one is called.
        speaker: Who says the text; what stands in the file is said as it stands there.
    """
    words = Wording(differences.new, speaker)

    def text(screen: Screen) -> str:
        blocks = [[show(line) for line in _say_title(differences, words, old, new)]]
        for section in list_sections(differences, words):
            lines = [f"{'  ' * depth}{show(line)}" for depth, line in section.lines]
            blocks.append([section.heading, *lines])
        return "\n\n".join("\n".join(block) for block in blocks)

    return Answer(
        text=text,
        rows=lambda: list_rows(differences),
        data=lambda: list_data(differences, old, new),
    )


def write_markdown(differences: Differences, old: str, new: str, *, speaker: Speaker) -> str:
    """Write what `answer_differences` says as Markdown, for a review or a changelog."""
    words = Wording(differences.new, speaker)
    title, *rest = _say_title(differences, words, old, new)
    blocks = [f"# {_escape(title)}", *(_escape(line) for line in rest)]
    for section in list_sections(differences, words):
        blocks.append(f"## {_escape(section.heading)}")
        blocks.append(
            "\n".join(f"{'  ' * (depth - 1)}- {_escape(line)}" for depth, line in section.lines)
        )
    return "\n\n".join(blocks) + "\n"


def _say_title(differences: Differences, words: Wording, old: str, new: str) -> Iterator[str]:
    number, selected = len(differences.changes), bool(differences.new.selection)
    what = words.count(number, "changes") if number else words.say("no_difference")
    yield f"{old} → {new}: {words.select(what)}"
    before, after = count_records(differences.old), count_records(differences.new)
    yield ", ".join(
        words.say(f"size_{noun}", step=say_step(words, before[noun], after[noun]))
        for noun in before
    )
    if differences.emptied_by:
        yield words.say("emptied_both", why=differences.emptied_by.say(words.speaker))
    elif selected and number:
        yield words.say("selection_moves")


def _escape(line: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", show(line))
