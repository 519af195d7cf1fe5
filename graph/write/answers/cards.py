"""The answer of `show`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Evidence, Membership, Partnership, Period, Registry
from graph.query.card import Card, OrganisationCard, PartnershipCard, SourceCard
from graph.schema.records import list_values, to_plain
from graph.write.answers.answer import (
    SPEAKER,
    Answer,
    count,
    evidence_data,
    group_data,
    membership_data,
    say_scope,
    say_source,
)
from graph.write.answers.fields import format_rows
from graph.write.terminal import show

_KNOWN = {
    "all": "the text lists every member",
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
        lines += _say_note(organisation.note)
        lines += ["", "named as"]
        for use in card.forms:
            numbers = ", ".join(str(line) for line in use.lines)
            lines.append(f"  {show(use.text)}: {use.source}, line {numbers}")
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
                {"text": use.text, "source": use.source, "lines": list(use.lines)}
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
        lines += ["", f"members: {partnership.size} named; {known}"]
        for membership in partnership.memberships:
            organisation = registry.organisations[membership.organisation]
            lines += [
                f"  {show(organisation.name)} ({_say_role(membership)})",
                *_say_note(membership.note, "    "),
            ]
        for one in partnership.groups:
            group = registry.groups[one.group]
            size = f", {group.size.text}" if group.size else ""
            lines.append(f"  not named one by one: {show(group.label)} ({one.role}{size})")
        lines += [""] if card.before or card.after else []
        lines += [f"follows: {show(stage.name)} ({stage.id})" for stage in card.before]
        lines += [f"followed by: {show(stage.name)} ({stage.id})" for stage in card.after]
        own = list(partnership.evidence)
        own += [e for m in partnership.memberships for e in m.evidence]
        lines += ["", "says who", *_say_evidence(registry, dict.fromkeys(own))]
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
        *_say_evidence(registry, _passages(partnership, membership)),
    ]


def _say_position(registry: Registry, selected: Registry, card: OrganisationCard) -> list[str]:
    if not card.partners:
        return [f"no named partner in {say_scope(selected)}"]
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
    return lines


def _passages(partnership: Partnership, membership: Membership) -> list[Evidence]:
    return list(dict.fromkeys((*membership.evidence, *partnership.evidence)))


def _say_evidence(registry: Registry, passages: Iterable[Evidence]) -> list[str]:
    lines = []
    for evidence in passages:
        source = registry.sources[evidence.source]
        lines.append(f"  {show(say_source(source))}, line {evidence.line}:")
        lines.append(f"    “{show(evidence.quote.strip())}”")
    return lines


def _say_selection(selected: Registry, *, inside: bool = True) -> list[str]:
    if not selected.selection:
        return []
    if inside:
        return [f"  only {selected.selection}"]
    return [f"  outside the filters ({selected.selection}): this is what the whole data say"]


def _say_role(membership: Membership) -> str:
    return f"{membership.role}, {membership.certainty}"


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
