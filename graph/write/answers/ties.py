"""The answers of `neighbours` and `why`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.records import Organisation, Registry, Relation, Shared, Tie
from graph.query.groups import GroupPartner
from graph.query.neighbours import Neighbour
from graph.words.speak import Speaker
from graph.write.answers.answer import (
    Answer,
    evidence_data,
    group_partner_data,
    membership_data,
    organisation_data,
    relation_data,
)
from graph.write.answers.wanted import EVERYTHING, Wanted
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show

FIELDS = ("id", "name", "hops", "weight", "newman", "certainty", "partnerships", "sources")
"""What CSV says of a neighbour."""


def answer_neighbours(
    registry: Registry,
    organisation: Organisation,
    found: Sequence[Neighbour],
    groups: Sequence[GroupPartner] = (),
    *,
    speaker: Speaker,
    wanted: Wanted = EVERYTHING,
) -> Answer:
    """
    Answer who the neighbours are, through what, and which document says so.

    Args:
        registry: What was asked, for names and the scope of the answer.
        organisation: Whose neighbours they are.
        found: From `neighbours`.
        groups: Who takes part without being named.
        speaker: Who says it.
        wanted: Which of the neighbours, and which columns.

    Raises:
        UnknownIdError: A column that is wanted is not there.
    """
    words = Wording(registry, speaker)
    usual = (*("name", "weight", "newman", "through", "certainty"), words.source_column)
    same = {"through": "partnerships", words.source_column: "sources"}
    chosen = wanted.choose(usual, FIELDS)
    fields = tuple(dict.fromkeys(same.get(one, one) for one in chosen))
    first = wanted.cut(found)

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        head = "\n".join(
            filter(None, [_say_number(shown, organisation, found), shown.group_partners(groups)])
        )
        if not found:
            return head
        lines = [row for neighbour in first for row in _neighbour_lines(shown, neighbour)]
        rows = [cells for line in lines if any(cells := [line[field] for field in fields])]
        shown_as = {field: column for column, field in same.items()}
        columns = [shown_as.get(field, field) for field in fields]
        table = shown.table(columns, rows, numbers=["weight", "newman", "hops"])
        cited = {source for n in first if n.tie for source in n.tie.sources}
        parts = [head, "\n".join([table, *wanted.say(shown, len(found))])]
        return "\n\n".join([*parts, *([shown.sources(cited)] if "sources" in fields else [])])

    def rows() -> Iterable[Sequence[object]]:
        keys = fields if wanted.columns else FIELDS
        yield keys
        for neighbour in first:
            row = _neighbour_row(neighbour)
            yield tuple(row[key] for key in keys)

    def data() -> Any:
        records = [_neighbour_data(registry, neighbour) for neighbour in first]
        if wanted.columns:
            records = [{field: record[field] for field in fields} for record in records]
        return {
            "organisation": organisation_data(organisation),
            "neighbours": records,
            "count": len(found),
            "groups": group_partner_data(groups),
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def answer_why(
    registry: Registry,
    left: Organisation,
    right: Organisation,
    shared: Sequence[Shared],
    *,
    speaker: Speaker,
) -> Answer:
    """Answer which partnerships two organisations share, and where that is written."""
    words = Wording(registry, speaker)
    relations = _find_relations(registry, left, right)

    def text(screen: Screen) -> str:
        on = words.on(screen)
        head = words.say(
            "shared" if shared else "not_shared",
            left=show(left.name),
            right=show(right.name),
            scope=words.scope(),
            **({"partnerships": words.count(len(shared), "partnerships")} if shared else {}),
        )
        found = [_say_shared(on, left, right, one) for one in shared]
        return "\n\n".join([head, *found, *(_say_relation(on, one) for one in relations)])

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("partnership", "name", "left", "left_role", "left_certainty"),
            *("right", "right_role", "right_certainty"),
            *("source", "title", "date", "line", "quote", "link"),
        )
        for one in shared:
            for evidence in one.evidence:
                source = registry.sources[evidence.source]
                yield (
                    *(one.partnership.id, one.partnership.name),
                    *(left.id, one.left.role, one.left.certainty),
                    *(right.id, one.right.role, one.right.certainty),
                    *(source.id, source.title, source.date, evidence.line, evidence.quote),
                    source.links.get(evidence),
                )

    def data() -> Any:
        return {
            "left": organisation_data(left),
            "right": organisation_data(right),
            "answer": "yes" if shared else "not known",
            "partnerships": [_shared_data(registry, one) for one in shared],
            "relations": [relation_data(registry, one) for one in relations],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _find_relations(registry: Registry, left: Organisation, right: Organisation) -> list[Relation]:
    ends = {left.id, right.id}
    return [one for one in registry.relations.values() if {*one.ends} == ends]


def _say_relation(words: Wording, one: Relation) -> str:
    head = words.say(
        "relation_of_two",
        relation=words.relation(one),
        certainty=words.certainty(one.certainty),
    )
    return "\n".join([head, *words.passages(one.evidence)])


def _say_number(words: Wording, organisation: Organisation, found: Sequence[Neighbour]) -> str:
    direct = sum(neighbour.hops == 1 for neighbour in found)
    key = "no_partner" if not found else "neighbours" if direct == len(found) else "further"
    return words.say(
        key,
        name=show(organisation.name),
        partners=words.count(direct, "partners"),
        n=len(found) - direct,
        scope=words.scope(),
    )


def _neighbour_row(neighbour: Neighbour) -> dict[str, object]:
    """Give what CSV says of a neighbour, by the names of `FIELDS`."""
    tie = neighbour.tie
    return {
        "id": neighbour.organisation.id,
        "name": neighbour.organisation.name,
        "hops": neighbour.hops,
        "weight": tie.weight if tie else 0,
        "newman": round(tie.newman, 6) if tie else 0.0,
        "certainty": tie.certainty if tie else None,
        "partnerships": [shared.partnership.id for shared in tie.shared] if tie else [],
        "sources": tie.sources if tie else (),
    }


def _neighbour_lines(words: Wording, neighbour: Neighbour) -> Iterator[dict[str, str]]:
    """Give what the table says of a neighbour by the same names: a line for each shared one."""
    organisation, tie = neighbour.organisation, neighbour.tie
    line = dict.fromkeys(FIELDS, "")
    first = {
        "id": organisation.id,
        "name": organisation.name,
        "hops": words.speaker.number(neighbour.hops),
    }
    if not tie:
        via = words.speaker.join([words.name(id) for id in neighbour.via], last="or")
        steps = words.say("steps_away", n=neighbour.hops, via=via)
        yield {**line, **first, "partnerships": steps}
        return
    first["weight"] = words.speaker.number(tie.weight)
    first["newman"] = words.speaker.number(tie.newman)
    for position, shared in enumerate(tie.shared):
        yield {
            **line,
            **(first if position == 0 else {}),
            "partnerships": shared.partnership.name,
            "certainty": words.certainty(shared.certainty),
            "sources": ", ".join(sorted({evidence.source for evidence in shared.evidence})),
        }


def _say_shared(words: Wording, left: Organisation, right: Organisation, one: Shared) -> str:
    lines = [
        words.say(
            "shared_partnership",
            name=show(one.partnership.name),
            when=words.when(one.partnership.period),
            certainty=words.certainty(one.certainty),
        )
    ]
    for organisation, membership in ((left, one.left), (right, one.right)):
        note = f": {show(membership.note.strip())}" if membership.note else ""
        lines.append(f"  {show(organisation.name)} ({words.role(membership)}){note}")
    return "\n".join([*lines, *words.passages(one.evidence)])


def _neighbour_data(registry: Registry, neighbour: Neighbour) -> dict[str, Any]:
    return {
        **organisation_data(neighbour.organisation),
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
        "left": membership_data(one.left),
        "right": membership_data(one.right),
        "evidence": [evidence_data(registry, evidence) for evidence in one.evidence],
    }
