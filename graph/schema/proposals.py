"""
The fields of `proposals.yaml` and `judgements.yaml`, told once.

A proposal has the fields of the record that it would become, but names who takes part as the text
does: an organisation may be proposed itself, and gets its id when it is accepted.
"""

from typing import Literal

from graph.model.message import Message
from graph.model.period import DATE
from graph.schema.fields import (
    GROUP,
    ID,
    MEMBER,
    NOT_ORGANISATION,
    ORGANISATION,
    PARTNERSHIP,
    ROLE,
    Choice,
    Field,
    ListOf,
    MapOf,
    Record,
    Reference,
    Text,
    Whole,
)

VERDICTS = ("accept", "reject", "unsure")
"""What a curator can say of a proposal."""

PAIRS = ("same", "not same")
"""What a curator can say of two names."""

_ID = Field("id", Text(ID), "Its id in the data; made from the name unless given.")


def _take(record: Record, *names: str) -> tuple[Field, ...]:
    return tuple(record.by_name[name] for name in names)


PROPOSED_ORGANISATION = Record(
    "organisation",
    (
        _ID,
        *_take(ORGANISATION, "name", "type", "region"),
        Field("aliases", ListOf(Text()), "Other forms of the name in the text."),
        *_take(ORGANISATION, "note"),
    ),
)
PROPOSED_ALIAS = Record(
    "alias",
    (
        Field(
            "organisation",
            Reference("organisations", "organisation"),
            "The id of the organisation that the text means.",
            True,
        ),
        Field("text", Text(), "The form of its name, as it stands in the text.", True),
        Field("here", Choice(("yes", "no")), "Whether it holds in this document alone."),
    ),
)
PROPOSED_NOT_ORGANISATION = Record(
    "not_organisation", (_ID, *_take(NOT_ORGANISATION, "name", "class", "aliases", "note"))
)
PROPOSED_MEMBER = Record(
    "member",
    (
        Field("org", Text(), "Its name as it stands in the text, or its id.", True),
        Field("role", ROLE, "In what role; `member` unless given."),
        *_take(MEMBER, "certainty", "note"),
    ),
    short="org",
)
PROPOSED_GROUP = Record(
    "group",
    (
        *_take(GROUP, "label", "type", "size"),
        Field("role", ROLE, "In what role; `member` unless given."),
    ),
    short="label",
)
PROPOSED_PARTNERSHIP = Record(
    "partnership",
    (
        _ID,
        *_take(PARTNERSHIP, "name", "kind"),
        Field("members", ListOf(PROPOSED_MEMBER), "The organisations that the quote names.", True),
        PARTNERSHIP.by_name["members_known"]._replace(required=False),
        Field("groups", ListOf(PROPOSED_GROUP), "Parties that are not named one by one."),
        *_take(PARTNERSHIP, "themes", "regions", "period", "status", "certainty", "note"),
    ),
)

What = Literal["organisation", "alias", "not_organisation", "partnership"]

KINDS: tuple[What, ...] = ("organisation", "alias", "not_organisation", "partnership")
"""What a proposal can be of; it has one of these fields."""

_SHAPES = (
    PROPOSED_ORGANISATION,
    PROPOSED_ALIAS,
    PROPOSED_NOT_ORGANISATION,
    PROPOSED_PARTNERSHIP,
)
_WHAT = tuple(
    Field(kind, shape, meaning)
    for kind, shape, meaning in zip(
        KINDS,
        _SHAPES,
        (
            "An organisation that the data do not have.",
            "A form of the name of an organisation that they have.",
            "A name that looks like an organisation and is none.",
            "A partnership, with who takes part.",
        ),
        strict=True,
    )
)
_QUOTE = Field("quote", Text(), "Words that stand in the document, exactly.", True)
_DOCUMENT = Field("document", Text(), "The id of the source that it is taken from.", True)
_WHY = (
    Field("reason", Text(), "Why it is proposed, in a few words."),
    Field("score", Whole(0), "How likely it is to its finder: a higher number comes first."),
    Field(
        "near",
        ListOf(Reference("organisations", "organisation")),
        "Organisations whose name looks like it.",
    ),
)
_FINDER = (
    Field("finder", Text(), "Who or what found it.", True),
    Field("version", Text(), "Of the finder: another version may propose again.", True),
)

OFFERED = Record(
    "proposal",
    (
        _DOCUMENT,
        Field("line", Whole(1), "The line of it; found by the quote unless given."),
        _QUOTE,
        *_WHY,
        *_WHAT,
    ),
)
"""One proposal as anyone hands it in."""

OFFER = Record(
    "file",
    (*_FINDER, Field("proposals", ListOf(OFFERED), "What is proposed.", True)),
)
"""A file of proposals as anyone hands it in."""

PROPOSAL = Record(
    "proposal",
    (
        *_FINDER,
        _DOCUMENT,
        Field(
            "sha256",
            Text("[0-9a-f]{64}", Message("form.hexadecimal", n=64)),
            "The hash of the text that was read.",
            True,
        ),
        Field("line", Whole(1), "The line of it that the quote stands on.", True),
        _QUOTE,
        *_WHY,
        *_WHAT,
    ),
)
PROPOSALS = Record(
    "file", (Field("proposals", MapOf(PROPOSAL), "What is proposed, by an id of its own.", True),)
)
"""`proposals.yaml` as a whole."""

JUDGEMENT = Record(
    "judgement",
    (
        Field(
            "proposal", Text(ID), "The id of the proposal that was judged.", True, unless="names"
        ),
        Field("names", ListOf(Text(), 2), "Two names that were compared.", True, unless="proposal"),
        Field("verdict", Choice((*VERDICTS, *PAIRS)), "What was decided.", True),
        Field("by", Text(), "Who decided it.", True),
        Field("date", Text(DATE, Message("form.date")), "When.", True),
        Field("name", Text(), "What was judged, for readers."),
        Field("document", Text(), "The document that it was read in."),
    ),
)
JUDGEMENTS = Record(
    "file", (Field("judgements", ListOf(JUDGEMENT), "What was decided, the oldest first.", True),)
)
"""`judgements.yaml` as a whole."""
