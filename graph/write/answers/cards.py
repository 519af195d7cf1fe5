"""The answer of `show`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.certainty import Certainty
from graph.model.ends import name_end
from graph.model.records import (
    Evidence,
    Group,
    Membership,
    Partnership,
    Period,
    Registry,
    Relation,
)
from graph.query.card import Card, OrganisationCard, PartnershipCard, SourceCard
from graph.schema.records import list_values, to_plain
from graph.write.answers.answer import (
    SPEAKER,
    Answer,
    count,
    evidence_data,
    group_data,
    group_partner_data,
    membership_data,
    relation_data,
    say_group_partners,
    say_lines,
    say_passages,
    say_scope,
    say_source,
)
from graph.write.answers.fields import format_rows
from graph.write.terminal import show

_KNOWN = {
    "all": "the list reads as complete",
    "some": "there may be more members",
    "none": "no member is named",
}


def answer_card(registry: Registry, selected: Registry, card: Card) -> Answer:
    """
    Answer everything about one organisation, partnership or source.

    Args:
        registry: The whole data, for names: what is told of need not be in the selection.
        selected: What the filters keep, for the scope of the answer.
        card: What was gathered.
    """
    match card:
        case OrganisationCard():
            return _answer_organisation(registry, selected, card)
        case PartnershipCard():
            return _answer_partnership(registry, selected, card)
        case SourceCard():  # pragma: no branch - mypy knows that there is no other card
            return _answer_source(registry, selected, card)


def _answer_organisation(registry: Registry, selected: Registry, card: OrganisationCard) -> Answer:
    organisation = card.organisation

    def text() -> str:
        about = [organisation.type, *([organisation.region] if organisation.region else [])]
        lines = [f"{show(organisation.name)} ({organisation.id}): {', '.join(about)}"]
        lines += [f"  {row}" for row in format_rows(registry, organisation)]
        lines += [f"  unit: {show(registry.organisations[id].name)}" for id in card.units]
        lines += [f"  is also the partnership {show(p.name)} ({p.id})" for p in card.bodies]
        lines += _say_note(organisation.note)
        lines += ["", "named as"]
        for use in card.forms:
            where = say_lines(registry.sources[use.source], use.passages)
            lines.append(f"  {show(use.text)}: {use.source}, {where}")
        counted = card.counted
        lines += [
            *("", f"partnerships in {say_scope(selected)}: {counted.partnerships}"),
            f"  in {count(counted.undertakings, 'undertakings')} with others "
            f"({counted.with_others} where each stage counts), "
            f"{counted.alone} as the only named member",
        ]
        for partnership, membership in card.memberships:
            lines += ["", *_say_membership(registry, partnership, membership)]
        lines += ["", *_say_position(registry, selected, card)]
        lines += _say_relations(registry, card.relations)
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("partnership", "name", "role", "certainty", "period", "regions", "themes"),
            *("source", "line", "quote"),
        )
        for partnership, membership in card.memberships:
            for evidence in _passages(partnership, membership):
                yield (
                    *(partnership.id, partnership.name, membership.role, membership.certainty),
                    partnership.period.text if partnership.period else "",
                    ";".join(partnership.regions),
                    ";".join(partnership.themes),
                    *(evidence.source, evidence.line, evidence.quote),
                )

    def data() -> Any:
        return {
            "kind": "organisation",
            "id": organisation.id,
            "type": organisation.type,
            "types": list(organisation.types),
            **{
                name: to_plain(value)
                for name, value in list_values(organisation)
                if name not in ("aliases", "type")  # `forms` says where each alias stands
            },
            "units": list(card.units),
            "forms": [
                {
                    "text": use.text,
                    "source": use.source,
                    "lines": list(use.lines),
                    "passages": [list(passage) for passage in use.passages],
                    "is_summary": registry.sources[use.source].is_summary,
                }
                for use in card.forms
            ],
            "partnerships": [
                {
                    **_partnership_data(partnership),
                    "membership": membership_data(membership),
                    "evidence": [
                        evidence_data(registry, evidence)
                        for evidence in _passages(partnership, membership)
                    ],
                }
                for partnership, membership in card.memberships
            ],
            "undertakings": card.counted.undertakings,
            "with_others": card.counted.with_others,
            "alone": card.counted.alone,
            "partners": [
                {
                    "id": partner.organisation.id,
                    "name": partner.organisation.name,
                    "weight": partner.tie.weight if partner.tie else 0,
                }
                for partner in card.partners
            ],
            "groups": group_partner_data(card.groups),
            "bodies": [p.id for p in card.bodies],
            "relations": [relation_data(registry, one) for one in card.relations],
            "component": card.component,
            "parts_without_it": [list(part) for part in card.parts],
            "sources": len(selected.sources),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _answer_partnership(registry: Registry, selected: Registry, card: PartnershipCard) -> Answer:
    partnership = card.partnership
    inside = partnership.id in selected.partnerships

    def text() -> str:
        known = _KNOWN[partnership.members_known]
        lines = [
            f"{show(partnership.name)} ({partnership.id}): {partnership.kind}",
            f"  {_say_when(partnership.period)}; status {partnership.status}; "
            f"certainty {partnership.certainty}",
            *_say_selection(selected, inside=inside),
        ]
        lines += [f"  {row}" for row in format_rows(registry, partnership)]
        if partnership.regions:
            lines.append(f"  regions: {', '.join(partnership.regions)}")
        if partnership.themes:
            lines.append(f"  themes: {', '.join(partnership.themes)}")
        lines += _say_note(partnership.note)
        lines += ["", f"{count(partnership.size, 'members')}; {known}"]
        for membership in partnership.memberships:
            organisation = registry.organisations[membership.organisation]
            lines += [
                f"  {show(organisation.name)} ({_say_role(membership)})",
                *_say_note(membership.note, "    "),
            ]
        for one in partnership.groups:
            group = registry.groups[one.group]
            about = [one.role, *_say_group(group), *_say_doubts(one.certainty)]
            lines.append(f"  not named one by one: {show(group.label)} ({', '.join(about)})")
        lines += [
            f"  wanted, not asked yet: {show(name)}" for name in _list_wished(registry, partnership)
        ]
        lines += [""] if card.before or card.after else []
        lines += [f"follows: {show(stage.name)} ({stage.id})" for stage in card.before]
        lines += [f"followed by: {show(stage.name)} ({stage.id})" for stage in card.after]
        lines += [f"has as a part: {show(part.name)} ({part.id})" for part in card.parts]
        lines += _say_relations(registry, card.relations)
        for barrier in partnership.barriers:
            lines += ["", f"hampered by: {show(barrier.label)} ({barrier.certainty})"]
            lines += say_passages(registry, barrier.evidence)
        own = list(partnership.evidence)
        for member in (*partnership.memberships, *partnership.wished):
            own += member.evidence
        for party in (*partnership.groups, *partnership.wished_groups):
            own += party.evidence
        lines += ["", "says who", *say_passages(registry, dict.fromkeys(own))]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("organisation", "name", "role", "certainty", "size", "note")
        for membership in partnership.memberships:
            organisation = registry.organisations[membership.organisation]
            yield (
                *(organisation.id, organisation.name, membership.role, membership.certainty),
                *("", membership.note or ""),
            )
        for one in partnership.groups:
            group = registry.groups[one.group]
            size = group.size.text if group.size else ""
            yield ("", group.label, one.role, one.certainty, size, one.note or "")

    def data() -> Any:
        return {
            "kind": "partnership",
            **_partnership_data(partnership),
            "note": partnership.note,
            "members": [
                {
                    **membership_data(membership),
                    "name": registry.organisations[membership.organisation].name,
                    "evidence": [evidence_data(registry, e) for e in membership.evidence],
                }
                for membership in partnership.memberships
            ],
            "groups": [group_data(registry.groups[one.group], one) for one in partnership.groups],
            "wished": _list_wished(registry, partnership),
            "part_of": partnership.part_of,
            "parts": [part.id for part in card.parts],
            "body": partnership.body,
            "barriers": [
                {
                    "label": barrier.label,
                    "certainty": barrier.certainty,
                    "note": barrier.note,
                    "evidence": [evidence_data(registry, e) for e in barrier.evidence],
                }
                for barrier in partnership.barriers
            ],
            "relations": [relation_data(registry, one) for one in card.relations],
            "follows": [stage.id for stage in card.before],
            "followed_by": [stage.id for stage in card.after],
            "evidence": [evidence_data(registry, e) for e in partnership.evidence],
            "sources": len(registry.sources),
            "selection": selected.selection if inside else "",
        }

    return Answer(text=text, rows=rows, data=data)


def _answer_source(registry: Registry, selected: Registry, card: SourceCard) -> Answer:
    source = card.source

    def names(ids: Iterable[str]) -> list[str]:
        return [f"  {show(registry.organisations[id].name)} ({id})" for id in ids]

    def text() -> str:
        lines = [f"{show(say_source(source))} ({source.id})", f"  digest: {show(source.file)}"]
        lines.append(f"  original: {show(source.original_file)}, sha256 {source.sha256}")
        lines += [f"  {show(source.url)}"] if source.url else []
        lines += [*_say_note(source.note), *_say_selection(selected)]
        lines += ["", f"supports {count(len(card.supports), 'partnerships')}"]
        lines += [f"  {show(p.name)} ({p.id}), {_say_when(p.period)}" for p in card.supports]
        lines += ["", f"places {count(len(card.places), 'organisations')} in one"]
        lines += names(card.places)
        lines += ["", f"only mentions {count(len(card.mentions), 'other_organisations')}"]
        lines += names(card.mentions)
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("id", "name", "how")
        yield from ((p.id, p.name, "supports") for p in card.supports)
        for how, ids in (("places", card.places), ("mentions", card.mentions)):
            yield from ((id, registry.organisations[id].name, how) for id in ids)

    def data() -> Any:
        return {
            "kind": "source",
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "url": source.url,
            "file": source.file,
            "original": {"file": source.original_file, "sha256": source.sha256},
            "note": source.note,
            "supports": [_partnership_data(p) for p in card.supports],
            "places": list(card.places),
            "mentions": list(card.mentions),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_membership(
    registry: Registry, partnership: Partnership, membership: Membership
) -> list[str]:
    return [
        f"{show(partnership.name)} ({partnership.id})",
        f"  {_say_role(membership)}; {_say_when(partnership.period)}; "
        f"{count(partnership.size, 'members')}, {_KNOWN[partnership.members_known]}",
        *_say_note(membership.note),
        *say_passages(registry, _passages(partnership, membership)),
    ]


def _say_position(registry: Registry, selected: Registry, card: OrganisationCard) -> list[str]:
    unnamed = [said] if (said := say_group_partners(card.groups)) else []
    if not card.partners:
        return [f"no named partner in {say_scope(selected)}", *unnamed]
    lines = [
        f"{count(len(card.partners), 'partners')}; hangs together with "
        f"{card.component - 1} in {say_scope(selected)}"
    ]
    if len(card.parts) > 1:
        sizes = SPEAKER.join([SPEAKER.number(len(part)) for part in card.parts])
        lines.append(f"without it that falls apart into {sizes}:")
        lines += [
            "  " + ", ".join(show(registry.organisations[id].name) for id in part)
            for part in card.parts
        ]
    return [*lines, *unnamed]


def _passages(partnership: Partnership, membership: Membership) -> list[Evidence]:
    return list(dict.fromkeys((*membership.evidence, *partnership.evidence)))


def _say_selection(selected: Registry, *, inside: bool = True) -> list[str]:
    if not selected.selection:
        return []
    if inside:
        return [f"  only {selected.selection}"]
    return [f"  outside the filters ({selected.selection}): this is what the whole data say"]


def _say_role(membership: Membership) -> str:
    doubts = (
        ("who is meant", membership.identity),
        ("the role", membership.role_certainty),
    )
    said = [f"{what} {certainty}" for what, certainty in doubts if certainty != "high"]
    return ", ".join([membership.role, membership.certainty, *said])


def _say_group(group: Group) -> list[str]:
    size = group.size
    about = [f"about {size.number}" if size.approximate else str(size.number)] if size else []
    return [*about, *group.types, *([group.region] if group.region else [])]


def _say_doubts(certainty: Certainty) -> list[str]:
    return [] if certainty == "high" else [certainty]


def _list_wished(registry: Registry, partnership: Partnership) -> list[str]:
    """List the names of who is wanted; an organisation that filters leave out is not."""
    organisations = [m.organisation for m in partnership.wished]
    return [
        *(registry.organisations[id].name for id in organisations if id in registry.organisations),
        *(registry.groups[one.group].label for one in partnership.wished_groups),
    ]


def _say_relations(registry: Registry, relations: Iterable[Relation]) -> list[str]:
    lines: list[str] = []
    for one in relations:
        ends = [show(name_end(registry, id)) for id in one.ends]
        when = f"; {one.period.text}" if one.period else ""
        lines += ["", f"{ends[0]} {one.kind} {ends[1]} ({one.certainty}{when}); no tie"]
        lines += _say_note(one.note)
        lines += say_passages(registry, one.evidence)
    return lines


def _say_when(period: Period | None) -> str:
    return period.text if period else "period not known"


def _say_note(note: str | None, indent: str = "  ") -> list[str]:
    return [f"{indent}note: {show(note.strip())}"] if note else []


def _partnership_data(partnership: Partnership) -> dict[str, Any]:
    return {
        "id": partnership.id,
        "name": partnership.name,
        "kind": partnership.kind,
        "themes": list(partnership.themes),
        "regions": list(partnership.regions),
        "period": partnership.period.text if partnership.period else None,
        "status": partnership.status,
        "certainty": partnership.certainty,
        "members_known": partnership.members_known,
    }
