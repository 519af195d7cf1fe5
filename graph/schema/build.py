"""Checked values -> the things of `graph.model.records`, in the order of the file."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from graph.model import vocabulary
from graph.model.period import read_period
from graph.model.records import (
    Alias,
    Evidence,
    Group,
    Membership,
    NotOrganisation,
    Organisation,
    Partnership,
    Period,
    Registry,
    Source,
    Term,
    Vocabulary,
)
from graph.schema.finding import Finding


def assemble_registry(clean: Mapping[str, Any]) -> tuple[Registry, list[Finding]]:
    """
    Build a registry from the entries that passed `check_shape`.

    Lists keep the order of the file, so that a rule can name the position of what it finds;
    `sort_registry` is for afterwards.

    Returns:
        The registry, and a finding for each date that no calendar holds.
    """
    findings: list[Finding] = []
    partnerships = {}
    for id, entry in _entries(clean, "partnerships"):
        period = None
        try:
            period = read_period(entry["period"]) if "period" in entry else None
        except ValueError as error:
            findings.append(Finding(("partnerships", id, "period"), str(error)))
        partnerships[id] = _assemble_partnership(id, entry, period)
    findings.extend(_check_dates(clean))
    registry = Registry(
        title=_text(clean, "title"),
        language=_text(clean, "language") or "nl",
        sources={id: _assemble_source(id, entry) for id, entry in _entries(clean, "sources")},
        organisations={
            id: _assemble_organisation(id, entry) for id, entry in _entries(clean, "organisations")
        },
        partnerships=partnerships,
        vocabulary=_assemble_vocabulary(_map(clean, "vocab")),
        not_organisations={
            id: NotOrganisation(
                id=id,
                name=entry["name"],
                kind=entry["class"],
                aliases=tuple(entry.get("aliases", ())),
                note=entry.get("note"),
            )
            for id, entry in _entries(clean, "not_organisations")
        },
        content_hash=_hash_content(clean),
        licence=_text(clean, "licence") or None,
        contact=_text(clean, "contact") or None,
    )
    return registry, findings


def _check_dates(clean: Mapping[str, Any]) -> Iterator[Finding]:
    for id, entry in _entries(clean, "sources"):
        try:
            read_period(entry["original"].get("date", "2000"))
        except ValueError as error:
            yield Finding(("sources", id, "original", "date"), str(error))


def sort_registry(registry: Registry) -> Registry:
    """Sort every map and every list by id, so that the order of the file changes nothing."""
    from dataclasses import replace

    return replace(
        registry,
        sources=dict(sorted(registry.sources.items())),
        organisations={
            id: replace(
                organisation,
                aliases=tuple(
                    sorted(organisation.aliases, key=lambda a: (a.text, a.source or "", a.lines))
                ),
            )
            if len(organisation.aliases) > 1
            else organisation
            for id, organisation in sorted(registry.organisations.items())
        },
        partnerships={
            id: replace(
                partnership,
                memberships=tuple(
                    sorted(partnership.memberships, key=lambda membership: membership.organisation)
                ),
                groups=tuple(
                    sorted(partnership.groups, key=lambda g: (g.label, g.role, g.size or 0))
                ),
                themes=tuple(sorted(partnership.themes)),
                regions=tuple(sorted(partnership.regions)),
                follows=tuple(sorted(partnership.follows)),
                evidence=_sort_evidence(partnership.evidence),
            )
            for id, partnership in sorted(registry.partnerships.items())
        },
        not_organisations=dict(sorted(registry.not_organisations.items())),
    )


def _sort_evidence(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(evidence), key=lambda e: (e.source, e.line, e.quote)))


def _map(clean: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = clean.get(key)
    return value if isinstance(value, dict) else {}


def _entries(clean: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    yield from _map(clean, key).items()


def _text(clean: Mapping[str, Any], key: str) -> str:
    value = clean.get(key)
    return value if isinstance(value, str) else ""


def _assemble_source(id: str, entry: Mapping[str, Any]) -> Source:
    original = entry["original"]
    return Source(
        id=id,
        file=entry["file"],
        title=original["title"],
        original_file=original["file"],
        sha256=original["sha256"].lower(),
        publisher=original.get("publisher"),
        date=original.get("date"),
        url=original.get("url"),
        note=entry.get("note"),
    )


def _assemble_organisation(id: str, entry: Mapping[str, Any]) -> Organisation:
    return Organisation(
        id=id,
        name=entry["name"],
        type=entry["type"],
        region=entry.get("region"),
        aliases=tuple(
            Alias(
                text=alias["text"],
                source=alias.get("in"),
                lines=tuple(sorted(alias.get("lines", ()))),
            )
            for alias in entry.get("aliases", ())
        ),
        part_of=entry.get("part_of"),
        succeeded_by=entry.get("succeeded_by"),
        ids=dict(sorted(entry.get("ids", {}).items())),
        note=entry.get("note"),
    )


def _assemble_partnership(id: str, entry: Mapping[str, Any], period: Period | None) -> Partnership:
    return Partnership(
        id=id,
        name=entry["name"],
        kind=entry["kind"],
        memberships=tuple(
            Membership(
                organisation=member["org"],
                role=member.get("role", "member"),
                certainty=member.get("certainty", "high"),
                note=member.get("note"),
                evidence=_assemble_evidence(member),
            )
            for member in entry["members"]
        ),
        members_known=entry["members_known"],
        groups=tuple(
            Group(label=group["label"], size=group.get("size"), role=group.get("role", "member"))
            for group in entry.get("groups", ())
        ),
        themes=tuple(entry.get("themes", ())),
        regions=tuple(entry.get("regions", ())),
        period=period,
        status=entry.get("status", "unknown"),
        follows=tuple(entry.get("follows", ())),
        certainty=entry.get("certainty", "high"),
        evidence=_assemble_evidence(entry),
        note=entry.get("note"),
    )


def _assemble_evidence(entry: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(source=passage["source"], line=passage["line"], quote=passage["quote"])
        for passage in entry.get("evidence", ())
    )


def _assemble_vocabulary(vocab: Mapping[str, Any]) -> Vocabulary:
    def words(key: str, built_in: Mapping[str, Term]) -> Mapping[str, Term]:
        added = {
            id: Term(
                id=id, nl=entry["nl"], en=entry.get("en", entry["nl"]), within=entry.get("within")
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
    write = json.JSONEncoder(sort_keys=True, default=str).encode  # json.dumps makes one a call

    def order(value: object) -> object:
        if isinstance(value, dict):
            return {key: order(item) for key, item in value.items()}
        if isinstance(value, list):
            if all(type(item) is str for item in value):
                return sorted(value)
            return sorted((order(item) for item in value), key=write)
        return value

    return hashlib.sha256(write(order(dict(clean))).encode()).hexdigest()
