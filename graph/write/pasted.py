"""What a scan finds -> text to paste into the data file, with ids, line numbers and comments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model.records import Registry
from graph.read.scalars import write_scalar
from graph.scan.candidates import Candidate, Sighting
from graph.scan.drafts import Draft
from graph.scan.entries import Entry, draw_entries, list_members
from graph.scan.said import Collective
from graph.scan.survey import Survey
from graph.schema.upgrade import name_group
from graph.words.speak import Speaker
from graph.write.terminal import show


def write_survey(
    registry: Registry, survey: Survey, drafts: Sequence[Draft], speaker: Speaker
) -> str:
    """
    Write the new names of a scan as entries for the data file, the likeliest first.

    Drafts of partnerships follow, those of documents that are registered: each with its quote and
    line, and with a certainty of `low`.

    Each has an id that is not taken, a guess of its type, and every form in which the texts have
    it; a comment says how often and where. Nothing is decided: what is pasted is for a curator.

    Args:
        registry: What is known, for ids.
        survey: What was found.
        drafts: What may be partnerships.
        speaker: Who says the comments.
    """
    taken = set(_list_ids(registry))
    entries = draw_entries(survey)
    ids: dict[str, str] = {}
    lines = [f"# {speaker.say('desk.paste')}"]
    if entries.organisations:
        lines.append("organisations:")
    for entry in entries.organisations:
        lines += _write_organisation(entry, taken, ids, speaker)
    if entries.others:
        lines.append("not_organisations:")
    for other in entries.others:
        lines += _write_other(other, taken, speaker)
    found = [draft for draft in drafts if draft.document in registry.sources]
    if len(found) < len(drafts):
        lines.append(f"# {speaker.say('desk.paste_register')}")
    groups = _name_groups(registry, found, taken)
    if groups:
        lines.append("groups:")
    for group, id in groups.items():
        if id not in registry.groups:
            lines += _write_group(group, id)
    if found:
        lines.append("partnerships:")
    for draft in found:
        lines += _write_draft(registry, draft, ids, groups, taken, speaker)
    return "\n".join([*lines, ""])


def name_parties(registry: Registry, draft: Draft) -> list[str]:
    """Name everybody in a draft: who is known, who is new, and the groups."""
    known = [registry.organisations[id].name for id in draft.known]
    return [*known, *draft.new, *(group.label for group in draft.groups)]


def name_draft(registry: Registry, draft: Draft, speaker: Speaker) -> str:
    """Give what a draft is called in its text, else its kind and its parties."""
    kind = registry.vocabulary.kinds[draft.kind].label(speaker.language)
    parties = speaker.join(name_parties(registry, draft), 3)
    name = draft.name or speaker.say("desk.draft_name", kind=kind, parties=parties)
    return name[:1].upper() + name[1:]


def _list_ids(registry: Registry) -> Iterator[str]:
    for section in ("organisations", "partnerships", "groups", "relations", "not_organisations"):
        yield from getattr(registry, section)


def _write_organisation(
    entry: Entry, taken: set[str], ids: dict[str, str], speaker: Speaker
) -> Iterator[str]:
    new, name, aliases = entry
    ids[new.candidate.name] = name_group(name, taken)
    yield from _open_entry(name, new.candidate.sightings, taken, speaker)
    for near in new.near:
        yield f"    # {show(speaker.say('desk.paste_near', name=near.name, id=near.organisation))}"
    yield f"    name: {write_scalar(name)}"
    yield f"    type: {new.candidate.type}"
    if aliases:
        yield "    aliases:"
        yield from (f"      - {write_scalar(alias)}" for alias in aliases)


def _write_other(other: Candidate, taken: set[str], speaker: Speaker) -> Iterator[str]:
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


def _name_groups(
    registry: Registry, drafts: Iterable[Draft], taken: set[str]
) -> dict[Collective, str]:
    """Give each group an id: that of a known one with the same label, or a new one."""
    known = {group.label: group.id for group in registry.groups.values()}
    named: dict[Collective, str] = {}
    for draft in drafts:
        for group in draft.groups:
            if group not in named:
                named[group] = known.get(group.label) or name_group(group.label, taken)
                taken.add(named[group])
    return named


def _write_group(group: Collective, id: str) -> Iterator[str]:
    yield f"  {id}:"
    yield f"    label: {write_scalar(group.label)}"
    if group.type:
        yield f"    type: {group.type}"
    if group.size:
        yield f"    size: {group.size}"


def _write_draft(
    registry: Registry,
    draft: Draft,
    ids: Mapping[str, str],
    groups: Mapping[Collective, str],
    taken: set[str],
    speaker: Speaker,
) -> Iterator[str]:
    name = name_draft(registry, draft, speaker)
    id = name_group(name, taken)
    taken.add(id)
    yield f"  {id}:"
    if draft.doubts:
        words = speaker.join([f"'{word}'" for word in draft.doubts])
        yield f"    # {show(speaker.say('desk.paste_doubt', words=words))}"
    yield f"    name: {write_scalar(name)}"
    yield f"    kind: {draft.kind}"
    if draft.regions:
        yield f"    regions: [{', '.join(draft.regions)}]"
    if draft.period:
        yield f"    period: {draft.period}"
    yield "    members_known: some"
    yield "    members:"
    members = [*list_members(registry, draft), *(ids[new] for new in draft.new)]
    yield from (f"      - {member}" for member in members)
    if draft.groups:
        yield "    groups:"
        yield from (f"      - {groups[group]}" for group in draft.groups)
    yield "    certainty: low"
    yield "    evidence:"
    yield f"      - source: {draft.document}"
    yield f"        line: {draft.line}"
    yield f"        quote: {write_scalar(draft.quote)}"
    for field, words in draft.context._asdict().items():
        if words:
            yield f"        {field}: {write_scalar(words)}"
