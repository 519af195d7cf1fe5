"""Checked values -> the things of `graph.model.records`, in the order of the file."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from graph.model import vocabulary
from graph.model.content import Content
from graph.model.divisions import read_region_code
from graph.model.period import PeriodError, read_period
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    GroupMembership,
    Membership,
    Partnership,
    Registry,
    Step,
    Term,
    Vocabulary,
)
from graph.model.roles import WISHED
from graph.schema.fields import (
    BARRIER,
    GROUP,
    NOT_ORGANISATION,
    ORGANISATION,
    PARTNERSHIP,
    RELATION,
    SOURCE,
    VERSIONS,
    Record,
)
from graph.schema.finding import Finding
from graph.schema.records import build_record, list_keys
from graph.schema.upgrade import upgrade_entries
from graph.words.store import FALLBACK, LANGUAGES


def assemble_registry(clean: Mapping[str, Any]) -> tuple[Registry, list[Finding]]:
    """
    Build a registry from the entries that passed `check_shape`.

    Lists keep the order of the file, so that a rule can name the position of what it finds;
    `sort_registry` is for afterwards.

    Returns:
        The registry, and a finding for each date that no calendar holds.
    """
    content = Content(partial(_hash_content, clean))
    schema = clean.get("schema")
    clean = upgrade_entries(clean)
    registry = Registry(
        title=_text(clean, "title"),
        language=_text(clean, "language") or "nl",
        sources=_build_records(SOURCE, clean, "sources"),
        organisations=_build_records(ORGANISATION, clean, "organisations"),
        partnerships=_build_records(PARTNERSHIP, clean, "partnerships"),
        vocabulary=_assemble_vocabulary(_map(clean, "vocab")),
        not_organisations=_build_records(NOT_ORGANISATION, clean, "not_organisations"),
        content=content,
        licence=_text(clean, "licence") or None,
        contact=_text(clean, "contact") or None,
        groups=_build_records(GROUP, clean, "groups"),
        relations=_build_records(RELATION, clean, "relations"),
        story=_assemble_story(clean.get("story")),
        schema=next((one for one in VERSIONS if str(one) == schema), VERSIONS[-1]),
    )
    return registry, [*_check_periods(clean, registry), *_check_dates(clean)]


def _build_records(shape: Record, clean: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {id: build_record(shape, entry, id=id) for id, entry in _entries(clean, key)}


def _check_periods(clean: Mapping[str, Any], registry: Registry) -> Iterator[Finding]:
    for section in ("partnerships", "relations"):
        records = getattr(registry, section)
        for id, entry in _entries(clean, section):
            if "period" in entry and records[id].period is None:
                try:
                    read_period(entry["period"])
                except PeriodError as error:
                    yield Finding((section, id, "period"), error.message)


def _check_dates(clean: Mapping[str, Any]) -> Iterator[Finding]:
    for id, entry in _entries(clean, "sources"):
        try:
            read_period(entry["original"].get("date", "2000"))
        except PeriodError as error:
            yield Finding(("sources", id, "original", "date"), error.message)


_ORDERS: Mapping[type, Callable[[Any], Any]] = {
    Alias: lambda alias: (alias.text, alias.source or "", alias.lines),
    Evidence: lambda evidence: (
        *(evidence.source, evidence.line, evidence.quote),
        *(evidence.before or "", evidence.after or ""),
    ),
    Barrier: lambda barrier: (barrier.label, barrier.certainty),
    GroupMembership: lambda membership: (membership.group, membership.role),
    Membership: lambda membership: membership.organisation,
    str: str,
}
"""By what the items of a list are sorted; whole numbers are already."""

_CITING = frozenset({Barrier, GroupMembership, Membership})
"""What has passages of its own inside a list."""

_RANKED = frozenset({"types"})
"""Lists of which the order says something."""


def sort_registry(registry: Registry) -> Registry:
    """Sort every map and every list by id, so that the order of the file changes nothing."""
    return replace(
        registry,
        organisations=_sort_records(registry.organisations),
        partnerships=_sort_records(registry.partnerships),
        sources=_sort_records(registry.sources),
        groups=_sort_records(registry.groups),
        relations=_sort_records(registry.relations),
        not_organisations=dict(sorted(registry.not_organisations.items())),
        vocabulary=replace(registry.vocabulary, regions=_sort_records(registry.vocabulary.regions)),
    )


def build_entry(shape: Record, id: str, entry: Mapping[str, Any]) -> Any:
    """
    Build one record as it stands in a sorted registry.

    Args:
        shape: What kind of entry it is.
        id: Its id.
        entry: Its fields, as `check_shape` returns them.
    """
    return _sort_lists(build_record(shape, entry, id=id))


def _sort_records(records: Mapping[str, Any]) -> dict[str, Any]:
    return {id: _sort_lists(record) for id, record in sorted(records.items())}


def _sort_lists(record: Any) -> Any:
    changed = {}
    for _, key in list_keys(type(record)):
        value = getattr(record, key)
        if type(value) is tuple and value and type(value[0]) in _ORDERS and key not in _RANKED:
            ordered = _sort_items(value)
            if ordered != value:
                changed[key] = ordered
    record = replace(record, **changed) if changed else record
    return _part_wished(record) if isinstance(record, Partnership) else record


def _sort_items(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Sort a list, and the passages of each of its items; a passage stands there once."""
    kind = type(items[0])
    if kind is Evidence:
        items = tuple(dict.fromkeys(items))
    elif kind in _CITING:
        items = tuple(_sort_lists(one) if len(one.evidence) > 1 else one for one in items)
    return tuple(sorted(items, key=_ORDERS[kind])) if len(items) > 1 else items


def _part_wished(partnership: Partnership) -> Partnership:
    """Set apart who is wanted and was not asked: nothing that asks who takes part meets them."""
    wished, members = _part(partnership.memberships)
    wished_groups, groups = _part(partnership.groups)
    if not wished and not wished_groups:
        return partnership
    return replace(
        partnership,
        memberships=members,
        groups=groups,
        wished=(*partnership.wished, *wished),
        wished_groups=(*partnership.wished_groups, *wished_groups),
    )


def _part(memberships: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    wished = tuple(one for one in memberships if one.role == WISHED)
    return wished, tuple(one for one in memberships if one.role != WISHED)


def _map(clean: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = clean.get(key)
    return value if isinstance(value, dict) else {}


def _entries(clean: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    yield from _map(clean, key).items()


def _text(clean: Mapping[str, Any], key: str) -> str:
    value = clean.get(key)
    return value if isinstance(value, str) else ""


def _by_language(entry: Mapping[str, str]) -> dict[str, str]:
    """Give a text by language; where it is not said it is in Dutch, which a text always has."""
    return {
        one: entry.get(one, entry["nl"]) for one in LANGUAGES if one in entry or one in FALLBACK
    }


def _assemble_story(steps: Any) -> tuple[Step, ...]:
    if not isinstance(steps, list):  # there is none, or one of its steps does not hold
        return ()
    return tuple(
        Step(
            title=_by_language(step["title"]),
            text=_by_language(step["text"]),
            view=step["view"].removeprefix("#"),
        )
        for step in steps
    )


def _assemble_vocabulary(vocab: Mapping[str, Any]) -> Vocabulary:
    def words(key: str, built_in: Mapping[str, Term]) -> Mapping[str, Term]:
        added = {
            id: Term(
                id=id,
                labels=_by_language(entry),
                within=entry.get("within"),
                code=tuple(read_region_code(code) for code in entry.get("code", ())),
                barriers=tuple(
                    build_record(BARRIER, barrier) for barrier in entry.get("barriers", ())
                ),
            )
            for id, entry in _entries(vocab, key)
        }
        return dict(sorted({**added, **built_in}.items()))

    return Vocabulary(
        types=words("types", vocabulary.TYPES),
        kinds=words("kinds", vocabulary.KINDS),
        roles=words("roles", vocabulary.ROLES),
        themes=words("themes", vocabulary.THEMES),
        regions=words("regions", {}),
    )


def _hash_content(clean: Mapping[str, Any]) -> str:
    import hashlib

    write = json.JSONEncoder(sort_keys=True, default=str).encode  # json.dumps makes one a call

    def order(value: object) -> object:
        if isinstance(value, dict):
            return {
                key: item if key == "type" else order(item)  # of several the first is the main one
                for key, item in value.items()
            }
        if isinstance(value, list):
            if all(type(item) is str for item in value):
                return sorted(value)
            return sorted((order(item) for item in value), key=write)
        return value

    return hashlib.sha256(write(order(dict(clean))).encode()).hexdigest()
