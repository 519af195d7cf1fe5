"""The answer of `show` about an organisation."""

from collections.abc import Iterator, Sequence
from typing import Any

from graph.model.records import Membership, Partnership, Registry
from graph.network.components import LISTED, Part
from graph.query.card import OrganisationCard
from graph.schema.records import list_values, to_plain
from graph.write.answers.answer import (
    Answer,
    evidence_data,
    group_partner_data,
    membership_data,
    relation_data,
)
from graph.write.answers.card_lines import (
    form_data,
    list_passages,
    partnership_data,
    say_forms,
    say_known,
    say_named,
    say_note,
    say_relations,
    say_role,
)
from graph.write.answers.fields import format_rows
from graph.write.answers.wording import Wording
from graph.write.screen import Screen


def answer_organisation(words: Wording, selected: Registry, card: OrganisationCard) -> Answer:
    """Answer everything about an organisation; `selected` is what the filters keep."""

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        lines = [*_say_itself(shown, card), "", *_say_counted(shown, selected, card)]
        for partnership, membership in card.memberships:
            lines += ["", *_say_membership(shown, partnership, membership)]
        lines += ["", *_say_position(shown, selected, card)]
        lines += say_relations(shown, card.relations)
        return "\n".join(lines)

    return Answer(
        text=text,
        rows=lambda: _list_rows(card),
        data=lambda: _list_data(words.registry, selected, card),
    )


def _list_rows(card: OrganisationCard) -> Iterator[Sequence[object]]:
    yield (
        *("partnership", "name", "role", "certainty", "period", "regions", "themes"),
        *("source", "line", "quote"),
    )
    for partnership, membership in card.memberships:
        for evidence in list_passages(partnership, membership):
            yield (
                *(partnership.id, partnership.name, membership.role, membership.certainty),
                partnership.period.text if partnership.period else None,
                partnership.regions,
                partnership.themes,
                *(evidence.source, evidence.line, evidence.quote),
            )


def _list_data(registry: Registry, selected: Registry, card: OrganisationCard) -> dict[str, Any]:
    organisation = card.organisation
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
                **form_data(use),
                "passages": [list(passage) for passage in use.passages],
                "is_summary": registry.sources[use.source].is_summary,
            }
            for use in card.forms
        ],
        "partnerships": [
            {
                **partnership_data(partnership),
                "membership": membership_data(membership),
                "evidence": [
                    evidence_data(registry, evidence)
                    for evidence in list_passages(partnership, membership)
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


def _say_itself(words: Wording, card: OrganisationCard) -> list[str]:
    organisation = card.organisation
    about = [words.terms("types", organisation.types)]
    if organisation.region:
        about.append(words.term("regions", organisation.region))
    return [
        words.say("title_of", name=say_named(organisation), about=", ".join(about)),
        *(f"  {row}" for row in format_rows(words, organisation)),
        *(words.say("unit", name=words.name(id)) for id in card.units),
        *(words.say("body", name=say_named(one)) for one in card.bodies),
        *say_note(words, organisation.note),
        *(["", *say_forms(words, card.forms)] if card.forms else []),
    ]


def _say_counted(words: Wording, selected: Registry, card: OrganisationCard) -> list[str]:
    counted = card.counted
    return [
        words.say("partnerships_in", scope=words.scope(selected), n=counted.partnerships),
        words.say(
            "counted",
            undertakings=words.count(counted.undertakings, "undertakings"),
            with_others=counted.with_others,
            alone=counted.alone,
        ),
    ]


def _say_membership(words: Wording, partnership: Partnership, membership: Membership) -> list[str]:
    members = words.count(partnership.size, "members")
    about = [
        say_role(words, membership),
        words.when(partnership.period),
        f"{members}, {say_known(words, partnership)}",
    ]
    return [
        say_named(partnership),
        f"  {'; '.join(about)}",
        *say_note(words, membership.note),
        *words.passages(list_passages(partnership, membership)),
    ]


def _say_position(words: Wording, selected: Registry, card: OrganisationCard) -> list[str]:
    unnamed = [said] if (said := words.group_partners(card.groups)) else []
    scope = words.scope(selected)
    if not card.partners:
        return [words.say("no_partner_here", scope=scope), *unnamed]
    partners = words.count(len(card.partners), "partners")
    lines = [words.say("position", partners=partners, n=card.component - 1, scope=scope)]
    if len(card.parts) > 1:
        sizes = words.speaker.join([words.speaker.number(len(part)) for part in card.parts])
        lines.append(words.say("without_it", sizes=sizes))
        lines += [f"  {_say_part(words, part)}" for part in card.parts]
    return [*lines, *unnamed]


def _say_part(words: Wording, part: Part) -> str:
    if len(part) > LISTED:
        return words.count(len(part), "organisations")
    return ", ".join(map(words.name, part))
