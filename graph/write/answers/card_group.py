"""The card of a group: where it takes part, who wants it, and its relations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.records import GroupMembership, Partnership, Registry
from graph.query.around import GroupCard
from graph.write.answers.answer import Answer, relation_data
from graph.write.answers.card_lines import (
    partnership_data,
    passage_data,
    say_group,
    say_named,
    say_note,
    say_relations,
)
from graph.write.answers.wording import Wording
from graph.write.screen import Screen


def answer_group(words: Wording, selected: Registry, card: GroupCard) -> Answer:
    """Answer everything about a group."""
    group, registry = card.group, words.registry

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        about = [shown.say("a_group"), *say_group(shown, group)]
        doubt = [] if group.certainty == "high" else [shown.certainty(group.certainty)]
        partnerships = shown.count(len(card.memberships), "partnerships")
        lines = [
            shown.say("title_of", name=say_named(group), about=", ".join([*about, *doubt])),
            shown.say("unnamed_group"),
            *say_note(shown, group.note),
            *shown.passages(group.evidence),
            "",
            shown.say("takes_part", partnerships=partnerships, scope=shown.scope(selected)),
        ]
        for partnership, membership in card.memberships:
            lines += ["", *_say_membership(shown, partnership, membership)]
        lines += [""] if card.wished_by else []
        lines += [shown.say("wished_by", name=say_named(one)) for one in card.wished_by]
        return "\n".join([*lines, *say_relations(shown, card.relations)])

    def rows() -> Iterable[Sequence[object]]:
        yield ("partnership", "name", "role", "certainty", "period", "source", "line", "quote")
        for partnership, membership in card.memberships:
            period = partnership.period.text if partnership.period else None
            for passage in membership.evidence or partnership.evidence:
                yield (
                    *(partnership.id, partnership.name, membership.role, membership.certainty),
                    *(period, passage.source, passage.line, passage.quote),
                )

    def data() -> Any:
        return {
            "kind": "group",
            "id": group.id,
            "label": group.label,
            "types": list(group.types),
            "size": group.size.number if group.size else None,
            "size_approximate": bool(group.size and group.size.approximate),
            "region": group.region,
            "certainty": group.certainty,
            "note": group.note,
            "evidence": passage_data(registry, group.evidence),
            "partnerships": [
                {
                    **partnership_data(partnership),
                    "membership": {
                        "id": membership.group,
                        "role": membership.role,
                        "certainty": membership.certainty,
                        "note": membership.note,
                    },
                    "evidence": passage_data(registry, membership.evidence or partnership.evidence),
                }
                for partnership, membership in card.memberships
            ],
            "wished_by": [one.id for one in card.wished_by],
            "relations": [relation_data(registry, one) for one in card.relations],
            "sources": len(selected.sources),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_membership(
    words: Wording, partnership: Partnership, membership: GroupMembership
) -> Iterator[str]:
    about = [
        f"{words.term('roles', membership.role)}, {words.certainty(membership.certainty)}",
        words.when(partnership.period),
    ]
    yield say_named(partnership)
    yield f"  {'; '.join(about)}"
    yield from say_note(words, membership.note)
    yield from words.passages(membership.evidence or partnership.evidence)
