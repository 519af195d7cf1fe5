"""Answers -> what is printed: text for people, rows for spreadsheets, data for programs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.model.certainty import least_sure
from graph.model.ends import name_end
from graph.model.records import (
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Organisation,
    Registry,
    Relation,
    Source,
)
from graph.query.groups import GroupPartner
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.terminal import layout_table, show

SPEAKER = Speaker("en")
"""Who says the answers; they are in English."""

COUNTS: Mapping[str, str] = {
    key.removeprefix("n_"): f"{use}.{key}"
    for use in ("common", "counts")
    for key in find_words(use, "en")
    if key.startswith("n_")
}
"""What can be counted, and where the text that counts it stands in the store."""


class Answer(NamedTuple):
    """
    One answer in its three forms, each made when it is asked for.

    `text` is for people, `rows` (headings first) for spreadsheets, `data` for programs.
    """

    text: Callable[[], str]
    rows: Callable[[], Iterable[Sequence[object]]]
    data: Callable[[], Any]


def format_answer(answer: Answer, form: str) -> str:
    """
    Write an answer as `table`, `json` or `csv`.

    Raises:
        ValueError: There is no such form.
    """
    if form == "table":
        return answer.text() + "\n"
    if form == "json":
        text = json.dumps(
            {"version": 1, **answer.data()}, ensure_ascii=False, indent=2, allow_nan=False
        )
        return text.encode("utf-8", "backslashreplace").decode() + "\n"
    if form == "csv":
        return _write_rows(answer.rows())
    raise ValueError(f"no form {form!r}, use table, json or csv")


def say_source(source: Source) -> str:
    """
    Say which document it is, in one line; a publisher of the same name is said once.

    >>> say_source(Source(id="s", file="", title="Kust", original_file="", sha256="", date="2019"))
    'Kust, 2019'
    """
    known = source.publisher and source.publisher != source.title
    publisher = f", {source.publisher}" if known else ""
    return f"{source.title}{publisher}, {source.date or 'no date'}"


def say_group_partners(found: Sequence[GroupPartner]) -> str:
    """Say who takes part beside an organisation without being named; empty where nobody does."""
    said = [
        f"{show(one.group.label)} ({count(len(one.partnerships), 'partnerships')})" for one in found
    ]
    return f"not by name: {', '.join(said)}" if said else ""


def group_partner_data(found: Sequence[GroupPartner]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.group.id,
            "label": one.group.label,
            "types": list(one.group.types),
            "size": one.group.size.number if one.group.size else None,
            "size_approximate": bool(one.group.size and one.group.size.approximate),
            "partnerships": list(one.partnerships),
        }
        for one in found
    ]


def relation_data(registry: Registry, relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "from": {"id": relation.origin, "name": name_end(registry, relation.origin)},
        "kind": relation.kind,
        "to": {"id": relation.target, "name": name_end(registry, relation.target)},
        "period": relation.period.text if relation.period else None,
        "certainty": relation.certainty,
        "note": relation.note,
        "evidence": [evidence_data(registry, evidence) for evidence in relation.evidence],
    }


def say_lines(source: Source, passages: Sequence[tuple[int, ...]]) -> str:
    """
    Say where in a document passages stand: on lines of it, or in the summary of these.

    Args:
        source: The document.
        passages: The lines behind each passage, sorted.

    >>> told = Source(id="s", file="", title="Kust", original_file="", sha256="")
    >>> say_lines(told, [(17, 18, 19, 23), (33,)])
    'summary of lines 17-19, 23; 33'
    """
    lines = "; ".join(map(_say_range, passages))
    many = len(passages) > 1 or any(len(passage) > 1 for passage in passages)
    key = "summary" if source.is_summary else "stands"
    return SPEAKER.say(f"answers.{key}", n=2 if many else 1, lines=lines)


def say_passages(registry: Registry, passages: Iterable[Evidence]) -> list[str]:
    """
    Say each passage below the document and line that it comes from.

    Words of the document itself stand between quotation marks; those of a summary do not.
    """
    lines = []
    for evidence in passages:
        source = registry.sources[evidence.source]
        where = say_lines(source, [(evidence.line,)])
        words = show(evidence.quote.strip())
        lines.append(f"  {show(say_source(source))}, {where}:")
        lines.append(f"    {words if source.is_summary else f'“{words}”'}")
    return lines


def list_sources(registry: Registry, cited: Iterable[str]) -> str:
    rows = [[id, say_source(registry.sources[id])] for id in sorted(cited)]
    return layout_table(["document", "title"], rows)


def say_scope(registry: Registry) -> str:
    """Say what an answer rests on: so many documents, and what was selected of them."""
    here = SPEAKER.say("counts.here", n=len(registry.sources))
    if not registry.selection:
        return here
    return SPEAKER.say("counts.here_selected", here=here, selection=registry.selection)


def count(number: int, what: str) -> str:
    """
    Say how many there are of something.

    >>> count(1, "organisations"), count(1200, "ties")
    ('1 organisation', '1,200 ties')
    """
    return SPEAKER.say(COUNTS[what], n=number)


def organisation_data(organisation: Organisation) -> dict[str, Any]:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "type": organisation.type,
        "types": list(organisation.types),
        "region": organisation.region,
    }


def membership_data(membership: Membership) -> dict[str, Any]:
    return {
        "id": membership.organisation,
        "role": membership.role,
        "certainty": membership.certainty,
        "identity": membership.identity,
        "role_certainty": membership.role_certainty,
        "note": membership.note,
    }


def group_data(group: Group, membership: GroupMembership) -> dict[str, Any]:
    return {
        "id": group.id,
        "label": group.label,
        "types": list(group.types),
        "size": group.size.number if group.size else None,
        "size_approximate": bool(group.size and group.size.approximate),
        "region": group.region,
        "role": membership.role,
        "certainty": least_sure(group.certainty, membership.certainty),
        "note": membership.note,
    }


def evidence_data(registry: Registry, evidence: Evidence) -> dict[str, Any]:
    source = registry.sources[evidence.source]
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "line": evidence.line,
        "quote": evidence.quote,
        "is_summary": source.is_summary,
    }


def _say_range(lines: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _write_rows(rows: Iterable[Sequence[object]]) -> str:
    import csv  # where no table is asked for, a question from cold does without
    import io

    from graph.write.graphs.csv import make_inert

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([make_inert(cell) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()
