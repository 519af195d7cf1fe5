"""Answers -> what is printed: text for people, rows for spreadsheets, data for programs."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from graph.model.certainty import least_sure
from graph.model.ends import name_end
from graph.model.records import (
    Attributes,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Organisation,
    Registry,
    Relation,
)
from graph.query.groups import GroupPartner
from graph.write.screen import Screen


class Answer(NamedTuple):
    """
    One answer in its three forms, each made when it is asked for.

    `text` is for people, on the screen that they read it on; `rows` for spreadsheets: headings
    first, then text, numbers, lists, and None for what is not known; `data` for programs.
    """

    text: Callable[[Screen], str]
    rows: Callable[[], Iterable[Sequence[object]]]
    data: Callable[[], Any]


def group_partner_data(found: Sequence[GroupPartner]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.group.id,
            "label": one.group.label,
            "types": list(one.group.types),
            "size": one.group.size.number if one.group.size else None,
            "size_approximate": bool(one.group.size and one.group.size.approximate),
            "partnerships": list(one.partnerships),
        }
        for one in found
    ]


def relation_data(registry: Registry, relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "from": {"id": relation.origin, "name": name_end(registry, relation.origin)},
        "kind": relation.kind,
        "to": {"id": relation.target, "name": name_end(registry, relation.target)},
        "period": relation.period.text if relation.period else None,
        "certainty": relation.certainty,
        "note": relation.note,
        "evidence": [evidence_data(registry, evidence) for evidence in relation.evidence],
    }


def organisation_data(organisation: Organisation) -> dict[str, Any]:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "type": organisation.type,
        "types": list(organisation.types),
        "region": organisation.region,
    }


def attributes_data(attributes: Attributes) -> dict[str, dict[str, str | int | float]]:
    """Give the declared attributes of a record, where it has some."""
    return {"attributes": dict(attributes)} if attributes else {}


def membership_data(membership: Membership) -> dict[str, Any]:
    return {
        "id": membership.organisation,
        "role": membership.role,
        "certainty": membership.certainty,
        "identity": membership.identity,
        "role_certainty": membership.role_certainty,
        "note": membership.note,
        **attributes_data(membership.attributes),
    }


def group_data(group: Group, membership: GroupMembership) -> dict[str, Any]:
    return {
        "id": group.id,
        "label": group.label,
        "types": list(group.types),
        "size": group.size.number if group.size else None,
        "size_approximate": bool(group.size and group.size.approximate),
        "region": group.region,
        "role": membership.role,
        "certainty": least_sure(group.certainty, membership.certainty),
        "note": membership.note,
    }


def evidence_data(registry: Registry, evidence: Evidence) -> dict[str, Any]:
    source = registry.sources[evidence.source]
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "line": evidence.line,
        "quote": evidence.quote,
        "before": evidence.before,
        "after": evidence.after,
        "link": source.links.get(evidence),
        "is_summary": source.is_summary,
        "is_row": source.kind == "register",
    }
