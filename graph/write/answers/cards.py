"""The answer of `show`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.model.records import (
    Evidence,
    Group,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Relation,
    Source,
)
from graph.query.card import Card, OrganisationCard, PartnershipCard, SourceCard
from graph.schema.records import list_values, to_plain
from graph.words.speak import Speaker
from graph.write.answers.answer import (
    Answer,
    attributes_data,
    evidence_data,
    group_data,
    group_partner_data,
    membership_data,
    relation_data,
)
from graph.write.answers.fields import format_rows
from graph.write.answers.wording import Terms, Wording, say_lines
from graph.write.terminal import show


def answer_card(registry: Registry, selected: Registry, card: Card, *, speaker: Speaker) -> Answer:
    """
    Answer everything about one organisation, partnership or source.

    Args:
        registry: The whole data, for names: what is told of need not be in the selection.
        selected: What the filters keep, for the scope of the answer.
        card: What was gathered.
        speaker: Who says it.
    """
    words = Wording(registry, speaker)
    match card:
        case OrganisationCard():
            return _answer_organisation(words, selected, card)
        case PartnershipCard():
            return _answer_partnership(words, selected, card)
        case SourceCard():  # pragma: no branch - mypy knows that there is no other card
            return _answer_source(words, selected, card)


def _answer_organisation(words: Wording, selected: Registry, card: OrganisationCard) -> Answer:
    organisation, registry = card.organisation, words.registry

    def text() -> str:
        lines = [
            words.say(
                "title_of",
                name=_say_named(organisation),
                about=", ".join(
                    [
                        words.terms("types", organisation.types),
                        *(
                            [words.term("regions", organisation.region)]
                            if organisation.region
                            else []
                        ),
                    ]
                ),
            )
        ]
        lines += [f"  {row}" for row in format_rows(words, organisation)]
        lines += [words.say("unit", name=words.name(id)) for id in card.units]
        lines += [words.say("body", name=_say_named(one)) for one in card.bodies]
        lines += _say_note(words, organisation.note)
        lines += ["", words.say("named_as")] if card.forms else []
        for use in card.forms:
            where = say_lines(words.speaker, registry.sources[use.source], use.passages)
            lines.append(f"  {show(use.text)}: {use.source}, {where}")
        counted = card.counted
        lines += [
            "",
            words.say("partnerships_in", scope=words.scope(selected), n=counted.partnerships),
            words.say(
                "counted",
                undertakings=words.count(counted.undertakings, "undertakings"),
                with_others=counted.with_others,
                alone=counted.alone,
            ),
        ]
        for partnership, membership in card.memberships:
            lines += ["", *_say_membership(words, partnership, membership)]
        lines += ["", *_say_position(words, selected, card)]
        lines += _say_relations(words, card.relations)
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


def _answer_partnership(words: Wording, selected: Registry, card: PartnershipCard) -> Answer:
    partnership, registry = card.partnership, words.registry
    inside = partnership.id in selected.partnerships

    def text() -> str:
        lines = [
            words.say(
                "title_of",
                name=_say_named(partnership),
                about=words.term("kinds", partnership.kind),
            ),
            "  "
            + "; ".join(
                [
                    words.when(partnership.period),
                    words.speaker.say(f"page.status_{partnership.status}"),
                    words.certainty(partnership.certainty),
                ]
            ),
            *_say_selection(words, selected, inside=inside),
            *(f"  {row}" for row in format_rows(words, partnership)),
            *_say_terms(words, "regions", partnership.regions),
            *_say_terms(words, "themes", partnership.themes),
            *_say_note(words, partnership.note),
            "",
            f"{words.count(partnership.size, 'members')}; {_say_known(words, partnership)}",
            *_say_members(words, partnership),
        ]
        lines += [""] if card.before or card.after else []
        for key, stages in (
            ("follows", card.before),
            ("followed_by", card.after),
            ("has_part", card.parts),
        ):
            lines += [words.say(key, name=_say_named(stage)) for stage in stages]
        lines += _say_relations(words, card.relations)
        for barrier in partnership.barriers:
            label, certainty = show(barrier.label), words.certainty(barrier.certainty)
            lines += ["", words.say("hampered_by", label=label, certainty=certainty)]
            lines += words.passages(barrier.evidence)
        lines += ["", words.say("says_who"), *words.passages(_list_evidence(partnership))]
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


def _say_files(words: Wording, source: Source) -> list[str]:
    """Say in which files a document or a register is found."""
    file, original = show(source.file), show(source.original_file)
    if source.kind == "document":
        return [
            words.say("digest", file=file),
            words.say("original", file=original, sha256=source.sha256),
        ]
    known = {
        "register_original": original,
        "hash": source.sha256,
        "licence": show(source.licence or ""),
    }
    said = [words.say(key, value=value) for key, value in known.items() if value]
    return [words.say("register", file=file), *said]


def _register_data(source: Source) -> dict[str, str | None]:
    if source.kind == "document":
        return {}
    return {
        "register": source.file,
        "version": source.version,
        "retrieved": source.retrieved,
        "licence": source.licence,
    }


def _answer_source(words: Wording, selected: Registry, card: SourceCard) -> Answer:
    source, registry = card.source, words.registry

    def text() -> str:
        lines = [
            f"{words.source(source)} ({source.id})",
            *_say_files(words, source),
            *([f"  {show(source.url)}"] if source.url else []),
            *_say_note(words, source.note),
            *_say_selection(words, selected),
            "",
            words.say("supports", partnerships=words.count(len(card.supports), "partnerships")),
            *(f"  {_say_named(one)}, {words.when(one.period)}" for one in card.supports),
        ]
        for key, ids, what in (
            ("places", card.places, "organisations"),
            ("mentions", card.mentions, "other_organisations"),
        ):
            lines += ["", words.say(key, organisations=words.count(len(ids), what))]
            lines += [f"  {_say_named(registry.organisations[id])}" for id in ids]
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
            **_register_data(source),
            "note": source.note,
            "supports": [_partnership_data(p) for p in card.supports],
            "places": list(card.places),
            "mentions": list(card.mentions),
            "selection": selected.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_named(record: Organisation | Partnership) -> str:
    return f"{show(record.name)} ({record.id})"


def _say_membership(words: Wording, partnership: Partnership, membership: Membership) -> list[str]:
    members = words.count(partnership.size, "members")
    about = [
        _say_role(words, membership),
        words.when(partnership.period),
        f"{members}, {_say_known(words, partnership)}",
    ]
    return [
        _say_named(partnership),
        f"  {'; '.join(about)}",
        *_say_note(words, membership.note),
        *words.passages(_passages(partnership, membership)),
    ]


def _say_members(words: Wording, partnership: Partnership) -> Iterator[str]:
    for membership in partnership.memberships:
        yield f"  {words.name(membership.organisation)} ({_say_role(words, membership)})"
        yield from _say_note(words, membership.note, "    ")
    for one in partnership.groups:
        group = words.registry.groups[one.group]
        doubt = [] if one.certainty == "high" else [words.certainty(one.certainty)]
        about = [words.term("roles", one.role), *_say_group(words, group), *doubt]
        yield words.say("unnamed", label=show(group.label), about=", ".join(about))
    for name in _list_wished(words.registry, partnership):
        yield words.say("wished", name=show(name))


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
        lines += ["  " + ", ".join(map(words.name, part)) for part in card.parts]
    return [*lines, *unnamed]


def _passages(partnership: Partnership, membership: Membership) -> list[Evidence]:
    return list(dict.fromkeys((*membership.evidence, *partnership.evidence)))


def _list_evidence(partnership: Partnership) -> list[Evidence]:
    own = list(partnership.evidence)
    for member in (*partnership.memberships, *partnership.wished):
        own += member.evidence
    for party in (*partnership.groups, *partnership.wished_groups):
        own += party.evidence
    return list(dict.fromkeys(own))


def _say_selection(words: Wording, selected: Registry, *, inside: bool = True) -> list[str]:
    selection = words.selection(selected)
    return [words.say("inside" if inside else "outside", selection=selection)] if selection else []


def _say_known(words: Wording, partnership: Partnership) -> str:
    return words.say(f"known_{partnership.members_known}")


def _say_role(words: Wording, membership: Membership) -> str:
    doubts = (("identity", membership.identity), ("role", membership.role_certainty))
    said = [
        words.say(f"doubt_{what}", certainty=words.certainty(certainty))
        for what, certainty in doubts
        if certainty != "high"
    ]
    return ", ".join([words.role(membership), *said])


def _say_group(words: Wording, group: Group) -> list[str]:
    size = group.size
    number = words.speaker.number(size.number) if size else ""
    return [
        *([words.say("about", n=number) if size.approximate else number] if size else []),
        *(words.term("types", type) for type in group.types),
        *([words.term("regions", group.region)] if group.region else []),
    ]


def _list_wished(registry: Registry, partnership: Partnership) -> list[str]:
    """List the names of who is wanted; an organisation that filters leave out is not."""
    organisations = [m.organisation for m in partnership.wished]
    return [
        *(registry.organisations[id].name for id in organisations if id in registry.organisations),
        *(registry.groups[one.group].label for one in partnership.wished_groups),
    ]


def _say_relations(words: Wording, relations: Iterable[Relation]) -> list[str]:
    lines: list[str] = []
    for one in relations:
        about = [words.certainty(one.certainty), *([words.when(one.period)] if one.period else [])]
        said = words.say("relation", relation=words.relation(one), about="; ".join(about))
        lines += ["", said, *_say_note(words, one.note), *words.passages(one.evidence)]
    return lines


def _say_terms(words: Wording, terms: Terms, ids: Sequence[str]) -> list[str]:
    return [words.say(terms, names=words.terms(terms, ids))] if ids else []


def _say_note(words: Wording, note: str | None, indent: str = "  ") -> list[str]:
    return [f"{indent}{words.say('note', note=show(note.strip()))}"] if note else []


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
