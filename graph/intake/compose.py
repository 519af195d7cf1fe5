"""What came in -> the sections of a data file, in the words of the format."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.intake.draft import Draft
from graph.schema.fields import VERSIONS
from graph.words.speak import Speaker


def compose_file(
    draft: Draft,
    vocab: Mapping[str, Mapping[str, Any]],
    sources: Mapping[str, Mapping[str, Any]],
    title: str,
    speaker: Speaker,
) -> Mapping[str, Any]:
    """
    Put together a data file whose passages are rows.

    Args:
        draft: The entries.
        vocab: The words that they use and that are not built in.
        sources: The registers that their rows stand in.
        title: Of the whole.
        speaker: Who says notes, in the language of names and labels.
    """
    root = {
        "schema": VERSIONS[-1],
        "title": title,
        "language": speaker.language,
        "sources": sources,
        "organisations": {
            id: _compose_organisation(entry, speaker)
            for id, entry in sorted(draft.organisations.items())
        },
        "partnerships": {
            id: _compose_partnership(entry) for id, entry in sorted(draft.partnerships.items())
        },
    }
    return {**root, "vocab": vocab} if vocab else root


def _compose_organisation(entry: Mapping[str, Any], speaker: Speaker) -> Mapping[str, Any]:
    types = entry["type"]
    found = {"name": entry["name"], "type": types[0] if len(types) == 1 else types}
    if "region" in entry:
        found["region"] = entry["region"]
    if aliases := [alias["text"] for alias in entry.get("aliases", ())]:
        found["aliases"] = aliases
    if ids := entry.get("ids"):
        found["ids"] = ids
    if "note" in entry:
        found["note"] = entry["note"].say(speaker)
    return found


def _compose_partnership(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    found = {"name": entry["name"], "kind": entry["kind"]}
    found |= {key: entry[key] for key in ("themes", "regions", "period") if entry.get(key)}
    found["members_known"] = entry["members_known"]
    found["members"] = [
        {
            **{key: member[key] for key in ("org", "role", "certainty") if key in member},
            "evidence": _cite(member["evidence"]),
        }
        for member in sorted(entry["members"], key=lambda member: str(member["org"]))
    ]
    found["evidence"] = _cite(entry["evidence"])
    return found


def _cite(evidence: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"source": one["source"], "row": one["line"]} for one in evidence]
