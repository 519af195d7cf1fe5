"""The answer of `show` about a partnership."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.records import Evidence, Partnership, Registry
from graph.query.card import PartnershipCard
from graph.query.terms import Terms
from graph.write.answers.answer import (
    Answer,
    attributes_data,
    evidence_data,
    group_data,
    membership_data,
    relation_data,
)
from graph.write.answers.card_lines import (
    barrier_data,
    partnership_data,
    say_barrier,
    say_group,
    say_known,
    say_named,
    say_note,
    say_relations,
    say_role,
    say_selected,
)
from graph.write.answers.fields import format_rows
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_partnership(words: Wording, selected: Registry, card: PartnershipCard) -> Answer:
    """Answer everything about a partnership; `selected` is what the filters keep."""
    partnership, registry = card.partnership, words.registry
    inside = partnership.id in selected.partnerships

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        lines = [
            shown.say(
                "title_of",
                name=say_named(partnership),
                about=shown.term("kinds", partnership.kind),
            ),
            "  "
            + "; ".join(
                [
                    shown.when(partnership.period),
                    shown.status(partnership),
                    shown.certainty(partnership.certainty),
                ]
            ),
            *say_selected(shown, selected, inside=inside),
            *(f"  {row}" for row in format_rows(shown, partnership)),
            *_say_terms(shown, "regions", partnership.regions),
            *_say_terms(shown, "themes", partnership.themes),
            *say_note(shown, partnership.note),
            "",
            f"{shown.count(partnership.size, 'members')}; {say_known(shown, partnership)}",
            *_say_members(shown, partnership),
        ]
        lines += [""] if card.before or card.after else []
        for key, stages in (
            ("follows", card.before),
            ("followed_by", card.after),
            ("has_part", card.parts),
        ):
            lines += [shown.say(key, name=say_named(stage)) for stage in stages]
        lines += say_relations(shown, card.relations)
        for barrier in partnership.barriers:
            lines += say_barrier(shown, barrier)
        lines += ["", shown.say("says_who"), *shown.passages(_list_evidence(partnership))]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("organisation", "name", "role", "certainty", "size", "note")
        for membership in partnership.memberships:
            organisation = registry.organisations[membership.organisation]
            yield (
                *(organisation.id, organisation.name, membership.role, membership.certainty),
                *(None, membership.note),
            )
        for one in partnership.groups:
            group = registry.groups[one.group]
            size = group.size.text if group.size else None
            yield (None, group.label, one.role, one.certainty, size, one.note)

    def data() -> Any:
        return {
            "kind": "partnership",
            **partnership_data(partnership),
            **attributes_data(partnership.attributes),
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
            "barriers": [barrier_data(registry, one) for one in partnership.barriers],
            "relations": [relation_data(registry, one) for one in card.relations],
            "follows": [stage.id for stage in card.before],
            "followed_by": [stage.id for stage in card.after],
            "evidence": [evidence_data(registry, e) for e in partnership.evidence],
            "sources": len(registry.sources),
            "selection": selected.selection if inside else "",
        }

    return Answer(text=text, rows=rows, data=data)


def _say_members(words: Wording, partnership: Partnership) -> Iterator[str]:
    for membership in partnership.memberships:
        yield f"  {words.name(membership.organisation)} ({say_role(words, membership)})"
        yield from say_note(words, membership.note, "    ")
    for one in partnership.groups:
        group = words.registry.groups[one.group]
        doubt = [] if one.certainty == "high" else [words.certainty(one.certainty)]
        about = [words.term("roles", one.role), *say_group(words, group), *doubt]
        yield words.say("unnamed", label=show(group.label), about=", ".join(about))
    for name in _list_wished(words.registry, partnership):
        yield words.say("wished", name=show(name))


def _say_terms(words: Wording, terms: Terms, ids: Sequence[str]) -> list[str]:
    return [words.say(terms, names=words.terms(terms, ids))] if ids else []


def _list_wished(registry: Registry, partnership: Partnership) -> list[str]:
    """List the names of who is wanted; an organisation that filters leave out is not."""
    organisations = [m.organisation for m in partnership.wished]
    return [
        *(registry.organisations[id].name for id in organisations if id in registry.organisations),
        *(registry.groups[one.group].label for one in partnership.wished_groups),
    ]


def _list_evidence(partnership: Partnership) -> list[Evidence]:
    own = list(partnership.evidence)
    for member in (*partnership.memberships, *partnership.wished):
        own += member.evidence
    for party in (*partnership.groups, *partnership.wished_groups):
        own += party.evidence
    return list(dict.fromkeys(own))
