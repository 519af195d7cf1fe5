"""The closing lines of `build`."""

from collections.abc import Mapping
from pathlib import Path

from graph.findings.facts import Facts
from graph.model.records import Registry
from graph.words.speak import Speaker
from graph.write.answers.wording import Wording
from graph.write.terminal import show

NAMES = 12
"""Organisations that a line names before it says how many more there are."""


def write_closing(facts: Facts, speaker: Speaker) -> list[str]:
    """
    Write in two lines what was found: how many of what, and what holds it together.

    A third says how many rows of tables were rejected, and a fourth where the rest is of a part.
    """
    registry, size = facts.incidence.registry, facts.size
    words = Wording(registry, speaker)
    names = [words.name(cut.organisation) for cut in facts.cuts]
    named = f" ({speaker.join(names, NAMES)})" if names else ""
    sources = words.count(len(registry.sources), f"{words.source_column}s")
    return [
        words.say(
            "found",
            organisations=words.count(size.organisations, "organisations"),
            partnerships=words.count(size.partnerships, "partnerships"),
            n=size.of_two_or_more,
            memberships=words.count(size.memberships, "memberships"),
            ties=words.count(size.ties, "ties"),
            scope=words.select(sources),
        ),
        words.say(
            "holds",
            components=words.count(len(size.components), "components"),
            cut_vertices=words.count(len(facts.cuts), "cut_vertices") + named,
            organisations=words.count(len(size.isolates), "organisations"),
            scope=words.here(),
        ),
        *_say_rejected(registry, words),
        *_say_part(registry, words),
    ]


def _say_rejected(registry: Registry, words: Wording) -> list[str]:
    rejected = {tally.file: len(tally.rejected) for tally in registry.tallies if tally.rejected}
    if not rejected:
        return []
    files = words.speaker.join([show(file) for file in rejected])
    number = sum(len(tally.rejected) for tally in registry.tallies)
    return [words.say("left_out", n=number, files=files)]


def _say_part(registry: Registry, words: Wording) -> list[str]:
    """Say where the rest is, of a part around some organisations."""
    given = dict(part.split("=", 1) for part in registry.selection.split("; ") if "=" in part)
    if "around" not in given:
        return []
    return [words.say("part", n=int(given["around"].partition(":")[0]) + 1)]


def say_written(sizes: Mapping[Path, int], speaker: Speaker) -> str:
    """Say which files were written, and how large each is, given in bytes."""
    files = (f"{path} ({speaker.number(round(size / 1000))} kB)" for path, size in sizes.items())
    return speaker.say("answers.wrote", files=", ".join(files))
