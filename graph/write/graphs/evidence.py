"""Registry -> its evidence: a row for each passage and each thing that it supports."""

from collections.abc import Iterable, Iterator

from graph.model.records import (
    Barrier,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Partnership,
    Registry,
    Relation,
)
from graph.network.barriers import find_barriers
from graph.schema.fields import EVIDENCE
from graph.write.graphs.fields import CERTAINTY, NOTE, describe_record, list_attributes
from graph.write.graphs.flat import Attribute, Value, Values
from graph.write.graphs.words import Words

PASSAGES = (
    Attribute(
        "record", "text", "partnership, membership, group, relation or barrier: what it supports"
    ),
    Attribute("id", "text", "id of that; of a membership those of both ends, a dot between"),
    Attribute("label", "text", "kind, role, name of the group or what hampers, in words"),
    Attribute("organisation", "text", "id of the organisation that takes part"),
    Attribute("organisation_name", "text", "its name"),
    Attribute("group", "text", "id of the group"),
    Attribute("group_name", "text", "what the text calls it"),
    Attribute("partnership", "text", "id of the partnership"),
    Attribute("partnership_name", "text", "its name"),
    Attribute("role", "text", "id of the role"),
    CERTAINTY,
    Attribute("own", "whole", "0 for a membership that rests on passages of its partnership"),
    *list_attributes(EVIDENCE),
    NOTE,
)
"""The columns of the table, from left to right."""

Supported = Partnership | Membership | GroupMembership | Group | Relation | Barrier


def walk_passages(registry: Registry, words: Words) -> Iterator[Values]:
    """
    Walk over all evidence: each passage as often as there are things that it supports.

    A membership without passages of its own rests on those of its partnership, and has a row for
    each of these.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        words: Its words.

    Yields:
        Partnerships with who takes part in them, by id; then barriers, groups and relations.
    """
    for id, partnership in sorted(registry.partnerships.items()):
        yield from _walk_partnership(id, partnership, words)
    for hampering in find_barriers(registry):
        barrier = hampering.barrier
        place = {"partnership": hampering.id} if hampering.kind == "partnership" else {}
        yield from _rows(barrier, words, "barrier", hampering.id, label=barrier.label, **place)
    for id, group in sorted(registry.groups.items()):
        yield from _rows(group, words, "group", id, label=group.label, group=id)
    for id, relation in sorted(registry.relations.items()):
        yield from _rows(relation, words, "relation", id, label=words.kind(relation))


def _walk_partnership(id: str, partnership: Partnership, words: Words) -> Iterator[Values]:
    yield from _rows(
        partnership, words, "partnership", id, label=words.kind(partnership), partnership=id
    )
    known = words.registry.organisations
    members = (*partnership.memberships, *partnership.wished)
    for member in sorted(members, key=lambda member: member.organisation):
        if member.organisation in known:  # filters may leave out who is wanted
            yield from _walk_membership(
                partnership, member, words, organisation=member.organisation
            )
    groups = (*partnership.groups, *partnership.wished_groups)
    for one in sorted(groups, key=lambda group: group.group):
        yield from _walk_membership(partnership, one, words, group=one.group)


def _walk_membership(
    partnership: Partnership, member: Membership | GroupMembership, words: Words, **who: str
) -> Iterator[Values]:
    (id,) = who.values()
    return _rows(
        member,
        words,
        "membership",
        f"{partnership.id}.{id}",
        partnership.evidence,
        label=words.label(words.vocabulary.roles, member.role),
        role=member.role,
        partnership=partnership.id,
        **who,
    )


def _rows(
    supported: Supported,
    words: Words,
    record: str,
    id: str,
    rests_on: Iterable[Evidence] = (),
    /,
    **more: Value,
) -> Iterator[Values]:
    names = {
        f"{end}_name": words.name(str(more[end]))
        for end in ("organisation", "group", "partnership")
        if end in more
    }
    for passage in supported.evidence or rests_on:
        yield describe_record(
            passage,
            words,
            record=record,
            id=id,
            **more,
            **names,
            certainty=supported.certainty,
            own=int(bool(supported.evidence)),
            note=supported.note,
        )
