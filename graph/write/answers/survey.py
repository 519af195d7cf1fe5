"""The answer of `scan`: which names stand in texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.model.records import Registry
from graph.scan.candidates import Candidate, Sighting
from graph.scan.drafts import Draft
from graph.scan.survey import Known, New, Survey, name_sighting
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.pasted import name_parties
from graph.write.screen import Screen
from graph.write.terminal import show

_AROUND = 30  # characters before and after a name


def answer_survey(
    registry: Registry, survey: Survey, drafts: Sequence[Draft], speaker: Speaker
) -> Answer:
    """
    Answer which names stand in texts, and which sentences may tell of a partnership.

    Args:
        registry: What is known.
        survey: What was found.
        drafts: What may be partnerships.
        speaker: Who says the text; rows and data are in English, for programs.
    """

    def text(screen: Screen) -> str:
        parts = (
            *_say_parts(registry, survey, speaker, screen),
            *_say_drafts(registry, drafts, speaker),
        )
        return "\n".join(parts)

    def rows() -> Iterable[Sequence[object]]:
        yield ("found", "name", "ids", "what", "score", "count", "near", "document", "line", "text")
        for record in _list_records(registry, survey):
            first = record["places"][0]
            yield (
                record["found"],
                record["name"],
                record["ids"],
                record["what"],
                record["score"],
                record["count"],
                [near["id"] for near in record["near"]],
                first["document"],
                first["line"],
                first["text"],
            )

    def data() -> Any:
        return {
            "documents": list(survey.documents),
            "names": list(_list_records(registry, survey)),
            "drafts": [_describe_draft(draft) for draft in drafts],
        }

    return Answer(text=text, rows=rows, data=data)


def _say_parts(
    registry: Registry, survey: Survey, speaker: Speaker, screen: Screen
) -> Iterator[str]:
    records = list(_list_records(registry, survey))
    counts = {
        found: sum(record["found"] == found for record in records)
        for found in ("known", "ambiguous", "new")
    }
    yield speaker.say("desk.scanned", n=len(survey.documents), **counts)
    for found in ("new", "ambiguous", "known", "other", "judged"):
        part = [record for record in records if record["found"] == found]
        if part:
            yield ""
            yield speaker.say(f"desk.found_{found}", n=len(part))
            yield _layout(part, found, speaker, screen)


def _say_drafts(registry: Registry, drafts: Sequence[Draft], speaker: Speaker) -> Iterator[str]:
    if drafts:
        yield ""
        yield speaker.say("desk.drafts", n=len(drafts))
    for draft in drafts:
        parties = speaker.join(name_parties(registry, draft))
        kind = registry.vocabulary.kinds[draft.kind].label(speaker.language)
        said = [kind, *([speaker.date(draft.period)] if draft.period else [])]
        yield f"{draft.document}:{draft.line}  {show(parties)} ({', '.join(said)})"
        yield f"    {show(draft.quote)}"


def _describe_draft(draft: Draft) -> dict[str, Any]:
    return {
        "document": draft.document,
        "line": draft.line,
        "quote": draft.quote,
        "before": draft.context.before or None,
        "after": draft.context.after or None,
        "name": draft.name or None,
        "kind": draft.kind,
        "organisations": list(draft.known),
        "new": list(draft.new),
        "groups": [
            {"label": one.label, "type": one.type or None, "size": one.size or None}
            for one in draft.groups
        ],
        "regions": list(draft.regions),
        "period": draft.period or None,
        "doubts": list(draft.doubts),
    }


def _layout(
    records: Sequence[Mapping[str, Any]], found: str, speaker: Speaker, screen: Screen
) -> str:
    columns: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "name": lambda record: record["name"],
        "what": lambda record: _say_what(record, speaker),
        "count": lambda record: speaker.number(record["count"]),
        "line": lambda record: f"{record['places'][0]['document']}:{record['places'][0]['line']}",
        "context": lambda record: record["places"][0]["text"],
    }
    if found in ("known", "ambiguous"):
        columns["what"] = lambda record: ", ".join(record["ids"])
    headings = {key: speaker.say(f"desk.column_{key}") for key in columns}
    return screen.table(
        list(headings.values()),
        [[column(record) for column in columns.values()] for record in records],
        numbers=[headings["count"]],
    )


def _say_what(record: Mapping[str, Any], speaker: Speaker) -> str:
    family = "types" if record["found"] == "new" else "classes"
    what = speaker.say(f"terms.{family}.{record['what']}") if record["what"] else ""
    near = ", ".join(f"{one['name']} ({one['id']})" for one in record["near"])
    said = speaker.say("desk.near", what=what, near=near) if near else what
    also = ", ".join(record["aliases"])
    return speaker.say("desk.also", what=said, also=also) if also else said


def _list_records(registry: Registry, survey: Survey) -> Iterator[dict[str, Any]]:
    for new in survey.new:
        yield _describe_candidate("new", new.candidate, new.candidate.type, new)
    for found, rows in (("ambiguous", survey.ambiguous), ("known", survey.known)):
        yield from (_describe_known(registry, found, one) for one in rows)
    for other in survey.others:
        yield _describe_candidate("other", other, other.kind)
    for one in survey.judged:
        yield _describe_known(registry, "judged", one)


def _describe_candidate(
    found: str, one: Candidate, what: str, new: New | None = None
) -> dict[str, Any]:
    near = new.near if new else ()
    return {
        "found": found,
        "name": one.name,
        "ids": [],
        "what": what,
        "score": one.score,
        "count": len(one.sightings),
        "aliases": list(one.aliases),
        "near": [
            {"id": each.organisation, "name": each.name, "likeness": each.likeness} for each in near
        ],
        "places": [_describe_place(sighting) for sighting in one.sightings],
    }


def _describe_known(registry: Registry, found: str, one: Known) -> dict[str, Any]:
    id = one.owners[0]
    whole = registry.organisations.get(id) or registry.not_organisations[id]
    alone = found != "ambiguous"
    return {
        "found": found,
        "name": whole.name if alone else one.forms[0],
        "ids": list(one.owners),
        "what": registry.not_organisations[id].kind if found == "judged" else None,
        "score": None,
        "count": len(one.sightings),
        "aliases": [form for form in one.forms if form != whole.name] if alone else [],
        "near": [],
        "places": [_describe_place(sighting) for sighting in one.sightings],
    }


def _describe_place(sighting: Sighting) -> dict[str, Any]:
    text = sighting.passage.text
    start, end = max(0, sighting.start - _AROUND), min(len(text), sighting.end + _AROUND)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return {
        "document": sighting.document,
        "line": sighting.line,
        "form": name_sighting(sighting),
        "text": f"{before}{text[start:end]}{after}",
    }
