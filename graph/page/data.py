"""Registry -> what the page holds: plain values for its script and its tables."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from graph.model.lookalikes import find_unseen
from graph.model.records import (
    Attribute,
    Barrier,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Relation,
    Source,
    Tie,
    Vocabulary,
)
from graph.model.vocabulary import RELATION_KINDS
from graph.network.incidence import Incidence, as_incidence
from graph.page.block import (
    BarrierBlock,
    GroupBlock,
    MemberBlock,
    OrganisationBlock,
    PartnershipBlock,
    PartyBlock,
    Passage,
    RelationBlock,
    Row,
    SourceBlock,
    Texts,
)
from graph.page.style.looks import type_looks
from graph.schema.fields import ListOf, Reference
from graph.schema.records import RECORDS, list_labels, list_shown
from graph.words.store import LANGUAGES, find_words, name_language

Record = dict[str, Any]

Cite = Callable[[Iterable[Evidence]], list[Passage]]
"""Writes passages down, each with the place of its document and the address where it opens."""

Declared = Mapping[tuple[str, str], Attribute]
"""The attributes that tables of registers declare, by section and name."""

PLACES: Mapping[str, str] = {
    key: f"{use}.{key}" for use in ("common", "page") for key in find_words(use, "nl")
}
"""Where each text that template and script say stands in the store, by what they call it."""

GRAMMAR = (
    *("thousands", "decimal", "months", "month", "day"),
    *("about", "uncertain", "from", "until", "from_until"),
)
"""What the script needs of the grammar of a language to write numbers and say dates."""

_OPENERS, _CLOSER = "\u2066\u2067\u2068", "\u2069"


def clean_text(text: str) -> str:
    """
    Make text safe to stand in a page, with nothing lost from sight.

    Control characters become their pictures. What Unicode does not allow becomes U+FFFD, and so
    does what nobody sees, what turns the order of letters round, and a mark that would end the
    isolation of the text from what stands around it.

    >>> clean_text("nul\\0, half \\ud800, end \\u2069, no\\u200bspace, \\u202etxt.exe")
    'nul\\u2400, half \\ufffd, end \\ufffd, no\\ufffdspace, \\ufffdtxt.exe'
    """
    if text.isascii() and text.isprintable():
        return text
    depth = 0
    kept = []
    for letter in text:
        depth += letter in _OPENERS
        if letter == _CLOSER:
            if depth == 0:
                letter = "\ufffd"
            depth = max(0, depth - 1)
        kept.append(_clean_letter(letter))
    return "".join(kept)


def _clean_letter(letter: str) -> str:
    code = ord(letter)
    if code < 0x20:
        return letter if letter in "\n\t" else chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if find_unseen(letter):
        return "\ufffd"
    forbidden = unicodedata.category(letter) in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE
    return "\ufffd" if forbidden or 0xFDD0 <= code <= 0xFDEF else letter


def clean_values(value: Any) -> Any:
    """Clean every text in nested lists and dictionaries; numbers and None stay as they are."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {clean_text(key): clean_values(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean_values(inner) for inner in value]
    return value


def build_values(data: Registry | Incidence) -> Record:
    """
    Build the whole registry as values that JSON can hold.

    Records refer to each other by place in their list, so that no id of the data is ever a key
    or an address in the page; `key` is the id, for links that outlive a change of the data.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        `organisations`, `partnerships`, `groups`, `relations` and `sources` in the order of their
        ids; `barriers` by region; `ties` as `[left, right, partnerships, certainty]` in the order
        of their ends; `texts` by list,
        key and language; `looks` as `[colour, shape]` by type; `within`: region -> the region it
        lies in; `compound`: whether two inferred memberships make a tie less sure than
        either; `language`, `languages`, `title`.
    """
    incidence = as_incidence(data)
    registry = incidence.registry
    places = {
        "organisations": _number(registry.organisations),
        "partnerships": _number(registry.partnerships),
        "groups": _number(registry.groups),
        "sources": _number(registry.sources),
    }
    cite = partial(_cite, registry.sources, places["sources"])
    declared = {(one.of, one.name): one for one in registry.attributes}
    types = {
        *registry.vocabulary.types,
        *(type for o in registry.organisations.values() for type in o.types),
    }
    values: Record = clean_values(
        {
            "title": registry.title,
            "language": registry.language,
            "languages": LANGUAGES,
            "organisations": [
                _build_organisation(organisation, places, declared)
                for organisation in registry.organisations.values()
            ],
            "partnerships": [
                _build_partnership(partnership, places, declared, cite)
                for partnership in registry.partnerships.values()
            ],
            "groups": [_build_group(group, cite) for group in registry.groups.values()],
            "relations": [
                _build_relation(one, places, cite) for one in registry.relations.values()
            ],
            "barriers": {
                id: _build_barriers(region.barriers, cite)
                for id, region in sorted(registry.vocabulary.regions.items())
                if region.barriers
            },
            "sources": [
                _build_source(source, places, cite) for source in registry.sources.values()
            ],
            "ties": [_build_tie(tie, places) for tie in incidence.ties()],
            "texts": _collect_texts(registry.vocabulary, registry.attributes),
            "compound": registry.schema > 1,
            "within": {id: region.within for id, region in registry.vocabulary.regions.items()},
            "looks": {id: [look.colour, look.shape] for id, look in type_looks(types).items()},
        }
    )
    return values


def _collect_texts(vocabulary: Vocabulary, attributes: Iterable[Attribute]) -> dict[str, Texts]:
    """Collect all that the page says in several languages, by list: words, grammar and terms."""
    return {
        "words": {key: _by_language(partial(find_words, place)) for key, place in PLACES.items()},
        **{
            name: {id: _by_language(term.label) for id, term in sorted(terms.items())}
            for name, terms in (
                ("types", vocabulary.types),
                ("kinds", vocabulary.kinds),
                ("roles", vocabulary.roles),
                ("themes", vocabulary.themes),
                ("regions", vocabulary.regions),
                ("relations", RELATION_KINDS),
            )
        },
        **{
            f"{name}_also": {
                id: _by_language(partial(find_words, f"synonyms.{name}.{id}"))
                for id in find_words(f"synonyms.{name}", "nl")
            }
            for name in ("types", "kinds", "themes")
        },
        "grammar": {key: _by_language(partial(_say_form, key)) for key in GRAMMAR},
        "languages": {id: _by_language(partial(name_language, id)) for id in LANGUAGES},
        "fields": {
            f"{shape}.{field.name}": _by_language(
                partial(find_words, f"fields.{shape}.{field.name}")
            )
            for shape, field in list_labels()
        }
        | {f"{one.of}.{one.name}": _by_language(one.label) for one in attributes},
    }


def _say_form(key: str, language: str) -> str:
    form = find_words(f"grammar.{key}", language)
    return form if isinstance(form, str) else " ".join(form)


def _by_language(say: Callable[[str], str]) -> dict[str, str]:
    return {language: say(language) for language in LANGUAGES}


def _number(ids: Iterable[str]) -> dict[str, int]:
    return {id: number for number, id in enumerate(ids)}


def _build_organisation(
    organisation: Organisation, places: Mapping[str, Mapping[str, int]], declared: Declared
) -> OrganisationBlock:
    return {
        "key": organisation.id,
        "name": organisation.name,
        "type": organisation.type,
        "types": list(organisation.types),
        "region": organisation.region,
        "aliases": [
            [
                alias.text,
                None if alias.source is None else places["sources"].get(alias.source),
                *([list(alias.lines)] if alias.lines else []),
            ]
            for alias in organisation.aliases
        ],
        "partOf": places["organisations"].get(organisation.part_of or ""),
        "rows": list(_list_rows(organisation, places, declared)),
        "note": organisation.note,
    }


def _list_rows(
    record: Organisation | Partnership,
    places: Mapping[str, Mapping[str, int]],
    declared: Declared,
) -> Iterator[Row]:
    """
    List the fields that the format says are shown, as `[label, kind, value]`.

    `kind` is `text`, the list of records in which the value is a place, or the list of words of
    which it is an id.
    """
    shape = RECORDS[type(record)].name
    for field, value in list_shown(record):
        items = value if isinstance(value, tuple) else (value,)
        inner = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        kind = inner.to if isinstance(inner, Reference) else "text"
        if isinstance(value, Mapping):
            items = tuple(f"{name} {item}" for name, item in sorted(value.items()))
        if kind in places:
            items = tuple(places[kind][item] for item in items if item in places[kind])
        if items:
            yield [f"{shape}.{field.name}", kind, list(items)]
    for name, value in record.attributes:
        one = declared[f"{shape}s", name]
        yield [f"{one.of}.{name}", "text", [one.format(value)]]


def _build_group(group: Group, cite: Cite) -> GroupBlock:
    return {
        "key": group.id,
        "name": group.label,
        "types": list(group.types),
        "size": group.size.number if group.size else None,
        "approximate": bool(group.size and group.size.approximate),
        "region": group.region,
        "certainty": group.certainty,
        "note": group.note,
        "evidence": cite(group.evidence),
    }


def _build_party(
    membership: GroupMembership, places: Mapping[str, Mapping[str, int]], cite: Cite
) -> PartyBlock:
    return {
        "group": places["groups"][membership.group],
        "role": membership.role,
        "certainty": membership.certainty,
        "note": membership.note,
        "evidence": cite(membership.evidence),
    }


def _build_barriers(barriers: Iterable[Barrier], cite: Cite) -> list[BarrierBlock]:
    return [
        {
            "label": barrier.label,
            "certainty": barrier.certainty,
            "note": barrier.note,
            "evidence": cite(barrier.evidence),
        }
        for barrier in barriers
    ]


def _build_relation(
    relation: Relation, places: Mapping[str, Mapping[str, int]], cite: Cite
) -> RelationBlock:
    kinds = ("groups", "organisations", "partnerships")
    origin, target = (
        next(f"{kind[0]}{places[kind][id]}" for kind in kinds if id in places[kind])
        for id in relation.ends
    )
    return {
        "key": relation.id,
        "kind": relation.kind,
        "origin": origin,
        "target": target,
        "period": relation.period.text if relation.period else None,
        "certainty": relation.certainty,
        "note": relation.note,
        "evidence": cite(relation.evidence),
    }


def _build_partnership(
    partnership: Partnership,
    places: Mapping[str, Mapping[str, int]],
    declared: Declared,
    cite: Cite,
) -> PartnershipBlock:
    organisations, partnerships = places["organisations"], places["partnerships"]
    return {
        "key": partnership.id,
        "name": partnership.name,
        "kind": partnership.kind,
        "known": partnership.members_known,
        "members": [
            _build_membership(membership, places, cite)
            for membership in partnership.memberships
            if membership.organisation in organisations
        ],
        "groups": [_build_party(membership, places, cite) for membership in partnership.groups],
        "wished": [
            _build_membership(membership, places, cite)
            for membership in partnership.wished
            if membership.organisation in organisations
        ],
        "wishedGroups": [
            _build_party(membership, places, cite) for membership in partnership.wished_groups
        ],
        "partOf": partnerships.get(partnership.part_of or ""),
        "body": organisations.get(partnership.body or ""),
        "barriers": _build_barriers(partnership.barriers, cite),
        "themes": partnership.themes,
        "regions": partnership.regions,
        "period": partnership.period.text if partnership.period else None,
        "status": partnership.status,
        "follows": [partnerships[id] for id in partnership.follows if id in partnerships],
        "rows": list(_list_rows(partnership, places, declared)),
        "certainty": partnership.certainty,
        "evidence": cite(partnership.evidence),
        "note": partnership.note,
        "unseen": partnership.unseen,
    }


def _build_membership(
    membership: Membership, places: Mapping[str, Mapping[str, int]], cite: Cite
) -> MemberBlock:
    return {
        "organisation": places["organisations"][membership.organisation],
        "role": membership.role,
        "certainty": membership.certainty,
        "identity": membership.identity,
        "roleCertainty": membership.role_certainty,
        "note": membership.note,
        "evidence": cite(membership.evidence),
    }


def _cite(
    sources: Mapping[str, Source], places: Mapping[str, int], evidence: Iterable[Evidence]
) -> list[Passage]:
    return [
        [places[id], passage.line, passage.quote, sources[id].links.get(passage)]
        for passage in evidence
        if (id := passage.source) in places
    ]


def _build_source(
    source: Source, places: Mapping[str, Mapping[str, int]], cite: Cite
) -> SourceBlock:
    organisations = places["organisations"]
    address = source.url or ""
    return {
        "key": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "original": source.original_file or source.file,
        "digest": _name_digest(source),
        "address": source.url,
        "link": bool(re.match(r"https?://", address)),
        "summary": source.is_summary,
        "register": source.kind == "register",
        "perspective": [organisations[id] for id in source.perspective if id in organisations],
        "barriers": _build_barriers(source.barriers, cite),
        "note": source.note,
    }


def _name_digest(source: Source) -> str | None:
    """Name the file that the passages stand in, where that is not the document itself."""
    name = PurePosixPath(source.file).name
    return None if name == source.original_file or source.kind == "register" else name


def _build_tie(tie: Tie, places: Mapping[str, Mapping[str, int]]) -> list[object]:
    left, right = sorted((places["organisations"][tie.left], places["organisations"][tie.right]))
    return [
        left,
        right,
        [places["partnerships"][shared.partnership.id] for shared in tie.shared],
        tie.certainty,
    ]
