"""Answers -> what is printed: text for people, rows for spreadsheets, data for programs."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import Problem
from graph.model import Evidence, Membership, Organisation, Registry, Shared, Source, Tie
from graph.query import Neighbour
from graph.terminal import layout_table, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
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
        text = json.dumps(answer.data(), ensure_ascii=False, indent=2, allow_nan=False)
        return text.encode("utf-8", "backslashreplace").decode() + "\n"
    if form == "csv":
        return _write_rows(answer.rows())
    raise ValueError(f"no form {form!r}, use table, json or csv")


def answer_neighbours(
    registry: Registry, organisation: Organisation, found: Sequence[Neighbour]
) -> Answer:
    """Answer who the neighbours are, through what, and which document says so."""

    def text() -> str:
        if not found:
            return f"{show(organisation.name)}: no named partner in {_say_scope(registry)}"
        direct = sum(neighbour.hops == 1 for neighbour in found)
        more = f" and {len(found) - direct} further away" if len(found) > direct else ""
        head = f"{show(organisation.name)}: {_count(direct, 'named partner')}{more}"
        rows = [row for neighbour in found for row in _neighbour_lines(registry, neighbour)]
        cited = {source for n in found if n.tie for source in n.tie.sources}
        headings = ["name", "weight", "newman", "through", "certainty", "document"]
        return "\n\n".join(
            [
                f"{head} in {_say_scope(registry)}",
                layout_table(headings, rows, numbers=["weight", "newman"]),
                _list_sources(registry, cited),
            ]
        )

    def rows() -> Iterable[Sequence[object]]:
        yield ("id", "name", "hops", "weight", "newman", "certainty", "partnerships", "sources")
        for neighbour in found:
            tie = neighbour.tie
            yield (
                neighbour.organisation.id,
                neighbour.organisation.name,
                neighbour.hops,
                tie.weight if tie else 0,
                round(tie.newman, 6) if tie else 0.0,
                tie.certainty if tie else "",
                ";".join(shared.partnership.id for shared in tie.shared) if tie else "",
                ";".join(tie.sources) if tie else "",
            )

    def data() -> Any:
        return {
            "organisation": _organisation_data(organisation),
            "neighbours": [_neighbour_data(registry, neighbour) for neighbour in found],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def answer_why(
    registry: Registry, left: Organisation, right: Organisation, shared: Sequence[Shared]
) -> Answer:
    """Answer which partnerships two organisations share, and where that is written."""

    def text() -> str:
        names = f"{show(left.name)} and {show(right.name)}"
        if not shared:
            return f"{names}: no shared partnership is stated in {_say_scope(registry)}"
        head = f"{names} share {_count(len(shared), 'partnership')} in {_say_scope(registry)}"
        return "\n\n".join([head, *(_say_shared(registry, left, right, one) for one in shared)])

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("partnership", "name", "left", "left_role", "left_certainty"),
            *("right", "right_role", "right_certainty"),
            *("source", "title", "date", "line", "quote"),
        )
        for one in shared:
            for evidence in one.evidence:
                source = registry.sources[evidence.source]
                yield (
                    *(one.partnership.id, one.partnership.name),
                    *(left.id, one.left.role, one.left.certainty),
                    *(right.id, one.right.role, one.right.certainty),
                    *(source.id, source.title, source.date or "", evidence.line, evidence.quote),
                )

    def data() -> Any:
        return {
            "left": _organisation_data(left),
            "right": _organisation_data(right),
            "answer": "yes" if shared else "not known",
            "partnerships": [_shared_data(registry, one) for one in shared],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def answer_problems(path: str, problems: Sequence[Problem]) -> Answer:
    """Answer what is wrong with a data file."""
    errors = sum(problem.severity == "error" for problem in problems)

    def text() -> str:
        lines = [show(problem.describe(path)) for problem in problems]
        counts = f"{_count(errors, 'problem')}, {_count(len(problems) - errors, 'warning')}"
        return "\n".join([*lines, f"{show(path)}: {counts}"])

    def rows() -> Iterable[Sequence[object]]:
        yield ("file", "line", "severity", "path", "message")
        for problem in problems:
            yield (
                problem.file or path,
                problem.line,
                problem.severity,
                problem.path,
                problem.message,
            )

    def data() -> Any:
        return {
            "file": path,
            "errors": errors,
            "warnings": len(problems) - errors,
            "problems": [
                {
                    "file": problem.file or path,
                    "line": problem.line,
                    "severity": problem.severity,
                    "path": problem.path,
                    "message": problem.message,
                }
                for problem in problems
            ],
        }

    return Answer(text=text, rows=rows, data=data)


def say_source(source: Source) -> str:
    """
    Say which document it is, in one line.

    >>> say_source(Source(id="s", file="", title="Kust", original_file="", sha256="", date="2019"))
    'Kust, 2019'
    """
    publisher = f", {source.publisher}" if source.publisher else ""
    return f"{source.title}{publisher}, {source.date or 'no date'}"


def _neighbour_lines(registry: Registry, neighbour: Neighbour) -> Iterable[list[str]]:
    name, tie = neighbour.organisation.name, neighbour.tie
    if not tie:
        via = " or ".join(registry.organisations[id].name for id in neighbour.via)
        yield [name, "", "", f"{neighbour.hops} steps away, by {via}", "", ""]
        return
    for position, shared in enumerate(tie.shared):
        first = [name, str(tie.weight), f"{tie.newman:.2f}"] if position == 0 else ["", "", ""]
        sources = ", ".join(sorted({evidence.source for evidence in shared.evidence}))
        yield [*first, shared.partnership.name, shared.certainty, sources]


def _say_shared(registry: Registry, left: Organisation, right: Organisation, one: Shared) -> str:
    partnership = one.partnership
    when = partnership.period.text if partnership.period else "period not known"
    lines = [f"{show(partnership.name)} ({when}; certainty {one.certainty})"]
    for organisation, membership in ((left, one.left), (right, one.right)):
        note = f": {show(membership.note.strip())}" if membership.note else ""
        sure = f"{membership.role}, {membership.certainty}"
        lines.append(f"  {show(organisation.name)} ({sure}){note}")
    for evidence in one.evidence:
        source = registry.sources[evidence.source]
        lines.append(f"  {show(say_source(source))}, line {evidence.line}:")
        lines.append(f"    “{show(evidence.quote.strip())}”")
    return "\n".join(lines)


def _list_sources(registry: Registry, cited: Iterable[str]) -> str:
    rows = [[id, say_source(registry.sources[id])] for id in sorted(cited)]
    return layout_table(["document", "title"], rows)


def _say_scope(registry: Registry) -> str:
    count = len(registry.sources)
    documents = "this 1 document" if count == 1 else f"these {count} documents"
    return f"{documents} (only {registry.selection})" if registry.selection else documents


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _organisation_data(organisation: Organisation) -> dict[str, Any]:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "type": organisation.type,
        "region": organisation.region,
    }


def _neighbour_data(registry: Registry, neighbour: Neighbour) -> dict[str, Any]:
    return {
        **_organisation_data(neighbour.organisation),
        "hops": neighbour.hops,
        **_tie_data(registry, neighbour.tie),
        "via": [{"id": id, "name": registry.organisations[id].name} for id in neighbour.via],
    }


def _tie_data(registry: Registry, tie: Tie | None) -> dict[str, Any]:
    return {
        "weight": tie.weight if tie else 0,
        "newman": tie.newman if tie else 0.0,
        "certainty": tie.certainty if tie else None,
        "partnerships": [_shared_data(registry, one) for one in tie.shared] if tie else [],
        "sources": list(tie.sources) if tie else [],
    }


def _shared_data(registry: Registry, one: Shared) -> dict[str, Any]:
    partnership = one.partnership
    return {
        "id": partnership.id,
        "name": partnership.name,
        "kind": partnership.kind,
        "period": partnership.period.text if partnership.period else None,
        "status": partnership.status,
        "members_known": partnership.members_known,
        "certainty": one.certainty,
        "left": _membership_data(one.left),
        "right": _membership_data(one.right),
        "evidence": [_evidence_data(registry, evidence) for evidence in one.evidence],
    }


def _membership_data(membership: Membership) -> dict[str, Any]:
    return {
        "id": membership.organisation,
        "role": membership.role,
        "certainty": membership.certainty,
        "note": membership.note,
    }


def _evidence_data(registry: Registry, evidence: Evidence) -> dict[str, Any]:
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
    from graph.export.csv import make_inert

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([make_inert(cell) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()
