"""Answers -> what is printed: text for people, rows for spreadsheets, data for programs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.model.certainty import least_sure
from graph.model.records import (
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Organisation,
    Registry,
    Source,
)
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.terminal import layout_table

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
    }


def _write_rows(rows: Iterable[Sequence[object]]) -> str:
    import csv  # where no table is asked for, a question from cold does without
    import io

    from graph.write.graphs.csv import make_inert

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([make_inert(cell) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()
