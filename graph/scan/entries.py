"""What a scan finds -> the names and forms with which it can enter the data."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.model.records import Registry
from graph.scan.candidates import Candidate
from graph.scan.drafts import Draft
from graph.scan.survey import New, Survey, name_sighting

RULES = "1"
"""The version of the rules that find names and drafts; with a new one scan may propose again."""


class Entry(NamedTuple):
    """A new organisation: its name, and the other forms that no entry before it has."""

    new: New
    name: str
    aliases: tuple[str, ...]


class Entries(NamedTuple):
    """New organisations, and what looks like one and is none: no form stands in two of them."""

    organisations: tuple[Entry, ...]
    others: tuple[Candidate, ...]


def draw_entries(survey: Survey) -> Entries:
    """Draw up the entries of what a scan finds, the likeliest first."""
    claimed: set[str] = set()
    organisations = tuple(_draw(new, claimed) for new in survey.new)
    return Entries(organisations, tuple(_leave_out(survey, claimed)))


def list_members(registry: Registry, draft: Draft) -> list[str]:
    """List the known members of a draft; a parent is left out where a unit of it is one."""
    parents = {registry.organisations[id].part_of for id in draft.known}
    return [id for id in draft.known if id not in parents]


def _draw(new: New, claimed: set[str]) -> Entry:
    candidate = new.candidate
    name = candidate.name[:1].upper() + candidate.name[1:]
    forms = dict.fromkeys([*map(name_sighting, candidate.sightings), *candidate.aliases])
    aliases = tuple(form for form in forms if form not in claimed and form != name)
    claimed.update((name, *aliases))
    return Entry(new, name, aliases)


def _leave_out(survey: Survey, claimed: set[str]) -> Iterator[Candidate]:
    for other in survey.others:
        if other.name not in claimed:
            claimed.add(other.name)
            yield other
