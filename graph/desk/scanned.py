"""What a scan finds -> proposals, each with the sentence that it stands in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graph.desk.proposal import Proposal
from graph.model.records import Registry
from graph.scan.candidates import Candidate, Sighting
from graph.scan.drafts import Draft, split_sentences
from graph.scan.entries import RULES, draw_entries, list_members
from graph.scan.said import Collective
from graph.scan.survey import Survey

FINDER = "scan"

_KNOWN, _NEW, _DOUBT = 3, 2, 4  # what a party of a draft, and a word of doubt in it, counts

Wording = Callable[[Candidate | Draft], str]
"""Says of what was found why it is proposed; of a draft also what it is called."""


def propose_survey(
    registry: Registry,
    survey: Survey,
    drafts: Sequence[Draft],
    hashes: Mapping[str, str],
    *,
    name: Callable[[Draft], str],
    explain: Wording,
) -> Iterator[Proposal]:
    """
    Propose the new names of a scan, what looks like one and is none, and the drafts.

    Args:
        registry: What is known.
        survey: What was found.
        drafts: What may be partnerships.
        hashes: Of the text of each document, by its id; what stands in another is left out.
        name: Names a draft.
        explain: Says why something is proposed.
    """
    entries = draw_entries(survey)
    for new, full, aliases in entries.organisations:
        yield from _propose(
            new.candidate,
            hashes,
            what="organisation",
            record={
                "name": full,
                "type": [new.candidate.type],
                **({"aliases": list(aliases)} if aliases else {}),
            },
            reason=explain(new.candidate),
            near=tuple(one.organisation for one in new.near),
        )
    for other in entries.others:
        yield from _propose(
            other,
            hashes,
            what="not_organisation",
            record={"name": other.name, "class": other.kind},
            reason=explain(other),
        )
    for draft in drafts:
        if draft.document in hashes:
            yield Proposal(
                **_found(draft.document, hashes, draft.line, draft.quote),
                what="partnership",
                record=_write_draft(registry, draft, name(draft)),
                reason=explain(draft),
                score=_score(draft),
            )


def _propose(candidate: Candidate, hashes: Mapping[str, str], **fields: Any) -> Iterator[Proposal]:
    """Propose a name with the first sentence that it stands in, in a document that has a hash."""
    one = next((one for one in candidate.sightings if one.document in hashes), None)
    if one:
        start, end = _find_sentence(one)
        line = (*one.passage.lines_of(start, end), one.passage.at)[0]
        found = _found(one.document, hashes, line, one.passage.text[start:end])
        yield Proposal(**found, **fields, score=max(0, candidate.score))


def _found(document: str, hashes: Mapping[str, str], line: int, quote: str) -> dict[str, Any]:
    return {
        "finder": FINDER,
        "version": RULES,
        "document": document,
        "sha256": hashes[document],
        "line": line,
        "quote": quote,
    }


def _find_sentence(one: Sighting) -> tuple[int, int]:
    spans = split_sentences(one.passage)
    start = max((start for start, _ in spans if start <= one.start), default=one.start)
    end = min((end for _, end in spans if end >= one.end), default=one.end)
    return start, end


def _write_draft(registry: Registry, draft: Draft, name: str) -> dict[str, Any]:
    members = [*list_members(registry, draft), *draft.new]
    fields = {
        "name": name,
        "kind": draft.kind,
        "members": [{"org": member} for member in members],
        "groups": [_write_group(group) for group in draft.groups],
        "regions": list(draft.regions),
        "period": draft.period,
        "certainty": "low",
    }
    return {key: value for key, value in fields.items() if value}


def _write_group(group: Collective) -> dict[str, Any]:
    fields = {"label": group.label, "type": [group.type] if group.type else [], "size": group.size}
    return {key: value for key, value in fields.items() if value}


def _score(draft: Draft) -> int:
    parties = _KNOWN * len(draft.known) + _NEW * (len(draft.new) + len(draft.groups))
    return max(0, parties - _DOUBT * len(draft.doubts))
