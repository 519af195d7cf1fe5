"""The answers of `neighbours` and `why`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.ends import name_end
from graph.model.records import Organisation, Registry, Relation, Shared, Tie
from graph.query.groups import GroupPartner
from graph.query.neighbours import Neighbour
from graph.write.answers.answer import (
    Answer,
    count,
    evidence_data,
    group_partner_data,
    list_sources,
    membership_data,
    organisation_data,
    relation_data,
    say_group_partners,
    say_passages,
    say_scope,
)
from graph.write.terminal import layout_table, show


def answer_neighbours(
    registry: Registry,
    organisation: Organisation,
    found: Sequence[Neighbour],
    groups: Sequence[GroupPartner] = (),
) -> Answer:
    """Answer who the neighbours are, through what, and which document says so."""
    unnamed = say_group_partners(groups)

    def text() -> str:
        if not found:
            none = f"{show(organisation.name)}: no named partner in {say_scope(registry)}"
            return "\n".join(filter(None, [none, unnamed]))
        direct = sum(neighbour.hops == 1 for neighbour in found)
        more = f" and {len(found) - direct} further away" if len(found) > direct else ""
        head = f"{show(organisation.name)}: {count(direct, 'partners')}{more}"
        rows = [row for neighbour in found for row in _neighbour_lines(registry, neighbour)]
        cited = {source for n in found if n.tie for source in n.tie.sources}
        headings = ["name", "weight", "newman", "through", "certainty", "document"]
        return "\n\n".join(
            [
                "\n".join(filter(None, [f"{head} in {say_scope(registry)}", unnamed])),
                layout_table(headings, rows, numbers=["weight", "newman"]),
                list_sources(registry, cited),
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
            "organisation": organisation_data(organisation),
            "neighbours": [_neighbour_data(registry, neighbour) for neighbour in found],
            "groups": group_partner_data(groups),
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def answer_why(
    registry: Registry, left: Organisation, right: Organisation, shared: Sequence[Shared]
) -> Answer:
    """Answer which partnerships two organisations share, and where that is written."""

    relations = _find_relations(registry, left, right)

    def text() -> str:
        names = f"{show(left.name)} and {show(right.name)}"
        said = [_say_relation(registry, one) for one in relations]
        if not shared:
            none = f"{names}: no shared partnership is stated in {say_scope(registry)}"
            return "\n\n".join([none, *said])
        head = f"{names} share {count(len(shared), 'partnerships')} in {say_scope(registry)}"
        found = [_say_shared(registry, left, right, one) for one in shared]
        return "\n\n".join([head, *found, *said])

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


def _say_relation(registry: Registry, one: Relation) -> str:
    origin, target = (show(name_end(registry, id)) for id in one.ends)
    head = f"{origin} {one.kind} {target} (certainty {one.certainty}); a relation makes no tie"
    return "\n".join([head, *say_passages(registry, one.evidence)])


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
    return "\n".join([*lines, *say_passages(registry, one.evidence)])


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
