"""The card of a region or a theme: its partnerships, who takes part, and what hampers."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Registry
from graph.network.barriers import name_hampered
from graph.query.around import AreaCard
from graph.write.answers.answer import Answer, group_partner_data
from graph.write.answers.card_lines import barrier_data, partnership_data, say_barrier, say_named
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_area(words: Wording, selected: Registry, card: AreaCard) -> Answer:
    """Answer everything about a region or a theme."""
    term, registry = card.term, words.registry

    def text(screen: Screen) -> str:
        shown = words.on(screen)
        label = show(term.label(shown.speaker.language))
        about = shown.say(f"a_{card.kind}")
        count = shown.count
        lines = [shown.say("title_of", name=f"{label} ({term.id})", about=about)]
        for key, ids in (("lies_within", card.wider), ("holds_within", card.inner)):
            lines += [shown.say(key, names=shown.terms("regions", ids))] if ids else []
        codes = ", ".join(map(str, term.code))
        lines += [shown.say("region_codes", codes=codes)] if codes else []
        partnerships = count(len(card.partnerships), "partnerships")
        lines += [
            "",
            shown.say("area_partnerships", partnerships=partnerships, scope=shown.scope(selected)),
            *(f"  {say_named(one)}, {shown.when(one.period)}" for one in card.partnerships),
        ]
        for key, organisations in (
            ("area_organisations", card.organisations),
            *((("area_home", card.home),) if card.kind == "region" else ()),
        ):
            said = count(len(organisations), "organisations")
            lines += ["", shown.say(key, organisations=said)]
            lines += [f"  {say_named(one)}" for one in organisations]
        lines += ["", unnamed] if (unnamed := shown.group_partners(card.groups)) else []
        lines += ["", shown.say("area_hampered")]
        for one in card.barriers:
            name = show(name_hampered(registry, one))
            lines += say_barrier(shown, one.barrier, key="area_barrier", name=name)
        lines += [] if card.barriers else [shown.say("no_barriers", scope=shown.scope(selected))]
        return "\n".join(lines)

    def rows() -> Iterable[Sequence[object]]:
        yield ("what", "id", "name")
        yield from (("partnership", one.id, one.name) for one in card.partnerships)
        yield from (("organisation", one.id, one.name) for one in card.organisations)
        yield from (("home", one.id, one.name) for one in card.home)
        yield from (("group", one.group.id, one.group.label) for one in card.groups)
        yield from (("barrier", one.id, one.barrier.label) for one in card.barriers)

    def data() -> Any:
        return {
            "kind": card.kind,
            "id": term.id,
            "labels": dict(term.labels),
            "within": list(card.wider),
            "code": [str(code) for code in term.code],
            "regions": list(card.inner),
            "partnerships": [partnership_data(one) for one in card.partnerships],
            "organisations": [one.id for one in card.organisations],
            "home": [one.id for one in card.home],
            "groups": group_partner_data(card.groups),
            "barriers": [
                {"hampers": one.kind, "id": one.id, **barrier_data(registry, one.barrier)}
                for one in card.barriers
            ],
            "sources": len(selected.sources),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)
