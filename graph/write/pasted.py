"""What a scan finds -> text to paste into the data file, with ids, line numbers and comments."""

from collections.abc import Iterable, Iterator

from graph.model.records import Registry
from graph.scan.candidates import Candidate, Sighting
from graph.scan.survey import New, Survey, name_sighting
from graph.schema.upgrade import name_group
from graph.words.speak import Speaker
from graph.write.scalars import write_scalar
from graph.write.terminal import show


def write_survey(registry: Registry, survey: Survey, speaker: Speaker) -> str:
    """
    Write the new names of a scan as entries for the data file, the likeliest first.

    Each has an id that is not taken, a guess of its type, and every form in which the texts have
    it; a comment says how often and where. Nothing is decided: what is pasted is for a curator.

    Args:
        registry: What is known, for ids.
        survey: What was found.
        speaker: Who says the comments.
    """
    taken = set(_list_ids(registry))
    claimed: set[str] = set()
    lines = [f"# {speaker.say('desk.paste')}"]
    if survey.new:
        lines.append("organisations:")
    for new in survey.new:
        lines += _write_organisation(new, taken, claimed, speaker)
    if survey.others:
        lines.append("not_organisations:")
    for other in survey.others:
        lines += _write_other(other, taken, claimed, speaker)
    return "\n".join([*lines, ""])


def _list_ids(registry: Registry) -> Iterator[str]:
    for section in ("organisations", "partnerships", "groups", "relations", "not_organisations"):
        yield from getattr(registry, section)


def _write_organisation(
    new: New, taken: set[str], claimed: set[str], speaker: Speaker
) -> Iterator[str]:
    candidate = new.candidate
    name = candidate.name[:1].upper() + candidate.name[1:]
    yield from _open_entry(name, candidate.sightings, taken, speaker)
    for near in new.near:
        yield f"    # {show(speaker.say('desk.paste_near', name=near.name, id=near.organisation))}"
    yield f"    name: {write_scalar(name)}"
    yield f"    type: {candidate.type}"
    forms = dict.fromkeys([*map(name_sighting, candidate.sightings), *candidate.aliases])
    aliases = [form for form in forms if form not in claimed and form != name]
    claimed.update((name, *aliases))
    if aliases:
        yield "    aliases:"
        yield from (f"      - {write_scalar(alias)}" for alias in aliases)


def _write_other(
    other: Candidate, taken: set[str], claimed: set[str], speaker: Speaker
) -> Iterator[str]:
    if other.name in claimed:
        return
    claimed.add(other.name)
    yield from _open_entry(other.name, other.sightings, taken, speaker)
    yield f"    name: {write_scalar(other.name)}"
    yield f"    class: {other.kind}"


def _open_entry(
    name: str, sightings: Iterable[Sighting], taken: set[str], speaker: Speaker
) -> Iterator[str]:
    found = list(sightings)
    id = name_group(name, taken)
    taken.add(id)
    where = speaker.say(
        "desk.paste_where", n=len(found), line=str(found[0].line), document=found[0].document
    )
    yield f"  {id}: # {show(where)}"
