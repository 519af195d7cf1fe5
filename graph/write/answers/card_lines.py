"""What the cards of `show` have in common."""

from collections.abc import Iterable
from typing import Any

from graph.model.records import (
    Barrier,
    Evidence,
    Group,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Relation,
)
from graph.query.card import FormUse
from graph.write.answers.answer import evidence_data
from graph.write.answers.wording import Wording, say_lines
from graph.write.terminal import show


def say_named(record: Organisation | Partnership | Group) -> str:
    """Name a record, with its id."""
    return f"{show(record.names[1])} ({record.id})"


def say_selected(words: Wording, selected: Registry, *, inside: bool = True) -> list[str]:
    """Say what was selected; where the record is outside of that, that all is told of it."""
    selection = words.selection(selected)
    return [words.say("inside" if inside else "outside", selection=selection)] if selection else []


def say_known(words: Wording, partnership: Partnership) -> str:
    """Say how complete the list of members is."""
    return words.say(f"known_{partnership.members_known}")


def say_role(words: Wording, membership: Membership) -> str:
    """Say the role of a member, and what is doubted of it."""
    doubts = (("identity", membership.identity), ("role", membership.role_certainty))
    said = [
        words.say(f"doubt_{what}", certainty=words.certainty(certainty))
        for what, certainty in doubts
        if certainty != "high"
    ]
    return ", ".join([words.role(membership), *said])


def say_group(words: Wording, group: Group) -> list[str]:
    """Say how many a group is, of what type, and where it is at home."""
    size = group.size
    number = words.speaker.number(size.number) if size else ""
    return [
        *([words.say("about", n=number) if size.approximate else number] if size else []),
        *(words.term("types", type) for type in group.types),
        *([words.term("regions", group.region)] if group.region else []),
    ]


def say_barrier(
    words: Wording, barrier: Barrier, *, key: str = "hampered_by", **more: str
) -> list[str]:
    """Say what hampers, with its note and passages, under a blank line."""
    label, certainty = show(barrier.label), words.certainty(barrier.certainty)
    said = words.say(key, label=label, certainty=certainty, **more)
    return ["", said, *say_note(words, barrier.note), *words.passages(barrier.evidence)]


def say_relations(words: Wording, relations: Iterable[Relation]) -> list[str]:
    """Say each relation, with its passages."""
    lines: list[str] = []
    for one in relations:
        about = [words.certainty(one.certainty), *([words.when(one.period)] if one.period else [])]
        said = words.say("relation", relation=words.relation(one), about="; ".join(about))
        lines += ["", said, *say_note(words, one.note), *words.passages(one.evidence)]
    return lines


def say_forms(words: Wording, forms: Iterable[FormUse]) -> list[str]:
    """Say where each form of a name stands, or that none does."""
    lines = []
    for use in forms:
        where = say_lines(words.speaker, words.registry.sources[use.source], use.passages)
        lines.append(f"  {show(use.text)}: {use.source}, {where}")
    return [
        words.say("named_as"),
        *(lines or [words.say("named_nowhere", scope=words.here())]),
    ]


def say_note(words: Wording, note: str | None, indent: str = "  ") -> list[str]:
    """Say a note, where there is one."""
    return [f"{indent}{words.say('note', note=show(note.strip()))}"] if note else []


def list_passages(partnership: Partnership, membership: Membership) -> list[Evidence]:
    """List the passages on a membership: its own first, then those on the whole."""
    return list(dict.fromkeys((*membership.evidence, *partnership.evidence)))


def form_data(use: FormUse) -> dict[str, Any]:
    """Tell in plain data where a form of a name stands."""
    return {"text": use.text, "source": use.source, "lines": list(use.lines)}


def partnership_data(partnership: Partnership) -> dict[str, Any]:
    """Tell a partnership in plain data."""
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


def barrier_data(registry: Registry, barrier: Barrier) -> dict[str, Any]:
    """Tell what hampers in plain data."""
    return {
        "label": barrier.label,
        "certainty": barrier.certainty,
        "note": barrier.note,
        "evidence": passage_data(registry, barrier.evidence),
    }


def passage_data(registry: Registry, passages: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Tell passages in plain data."""
    return [evidence_data(registry, passage) for passage in passages]
