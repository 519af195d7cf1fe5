"""
The fields of `entities.yaml`, told once.

The check of a file, `entities.schema.json` and the tables of `docs/data-format.md` all come
from here. A shape says what a value looks like; the rules between values are in `validate/`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.model.certainty import CERTAINTIES
from graph.model.divisions import REGION_CODE
from graph.model.message import Message
from graph.model.period import DATE, PERIOD, read_period
from graph.model.records import (
    ATTRIBUTE_TYPES,
    MEMBERS_KNOWN,
    RELATION_KINDS,
    SOURCE_KINDS,
    STATUSES,
)
from graph.model.size import SIZE, read_size
from graph.model.vocabulary import CLASSES
from graph.words.store import LANGUAGES, name_language

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


class Text(NamedTuple):
    """
    Text that is not blank; `pattern` must match the whole of it, `form` says what that is.

    `read` makes a value of it for the model, or raises a ValueError that says what is wrong.
    """

    pattern: str = ""
    form: Message | None = None
    read: Callable[[str], object] | None = None


class Whole(NamedTuple):
    """A whole number of `minimum` or more, written as digits."""

    minimum: int


class Choice(NamedTuple):
    """One of a closed list of words."""

    words: tuple[str, ...]


class Reference(NamedTuple):
    """
    The id of something else: of a map in the file, or of a list of words (`types`, `roles`, …).

    `noun` is what that something is called in a message: a key for `name_noun`.
    """

    to: str
    noun: str


class ListOf(NamedTuple):
    """A list of `item`, of `minimum` items or more; with `or_one` a single item may stand bare."""

    item: "Shape"
    minimum: int = 0
    or_one: bool = False


class Field(NamedTuple):
    """
    One field of a record: its shape, what it means, and whether it must be there.

    `attribute` is its name in `graph.model.records`, where that differs from the name in the file.
    `exported` is what it means in an exported graph, under the name `exported_as`, else its own;
    nothing where it is not exported. `shown`: answers and page show it in a row of its own, under
    the label that `graph/words` has for it; a field that they show in another way is not.
    `since`: the first version of the format that has it. `before`: its shape in the versions
    before the present one, where that was another. `of_register`: its shape in a source of kind
    `register`, where that is another. `unless`: a field that can stand in its place.
    """

    name: str
    shape: "Shape"
    meaning: str
    required: bool = False
    attribute: str = ""
    exported: str = ""
    exported_as: str = ""
    shown: bool = False
    since: int = 1
    before: "Shape | None" = None
    of_register: "Shape | None" = None
    unless: str = ""

    @property
    def key(self) -> str:
        """Its name in `graph.model.records`."""
        return self.attribute or self.name


@dataclass(frozen=True, slots=True, eq=False)  # by identity: its hash is asked for each value
class Record:
    """
    A map with known fields; with `short` a bare text stands for that one field.

    With `more` there may be others under ids of their own, each of that shape.
    """

    name: str
    fields: tuple[Field, ...]
    short: str = ""
    more: "Shape | None" = None

    @property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names."""
        return {field.name: field for field in self.fields}


class MapOf(NamedTuple):
    """A map from ids to records."""

    record: Record


class MapTo(NamedTuple):
    """
    A map from words that the file chooses to `item`.

    It is for what a table calls things: any text may stand there.
    """

    item: "Shape"


Shape = Text | Whole | Choice | Reference | ListOf | Record | MapOf | MapTo

NAME = Text()
NOTE = Field(
    "note", Text(), "A judgement of the curator, in words.", exported="remark of the curator"
)

VERSIONS = (1, 2)
"""Of the format; the last is the present one."""

CERTAINTY = Choice(CERTAINTIES)

SURENESS = "high (stated), medium (inferred) or low (mentioned)"
PASSAGES = "each passage: document, line of the original, quote"
"""What certainty and evidence mean in every export."""

EVIDENCE = Record(
    "evidence",
    (
        Field(
            "source",
            Reference("sources", "source"),
            "The document that says so.",
            True,
            exported="id of the document that says so",
        ),
        Field(
            "quote",
            Text(),
            "Words that stand in the digest, exactly.",
            True,
            exported="words that stand in it",
            unless="row",
        ),
        Field(
            "line",
            Whole(1),
            "The line of the original that the quote renders.",
            True,
            exported="line of the original that they render",
            unless="row",
        ),
        Field(
            "row",
            Whole(1),
            "Of a register: the line of its table where the row stands; its cells are the words.",
            since=2,
        ),
        Field(
            "before",
            Text(),
            "Words right before the quote, in the same paragraph: with them it is found again when "
            "lines move, and told from the same words elsewhere.",
            exported="words right before it",
            since=2,
        ),
        Field(
            "after",
            Text(),
            "Words right after the quote, for the same.",
            exported="words right after it",
            since=2,
        ),
    ),
)

BARRIER = Record(
    "barrier",
    (
        Field("label", Text(), "What hampers, in a few words.", True, exported="what hampers"),
        Field(
            "certainty",
            CERTAINTY,
            "How sure it is that it hampers; `high` unless given.",
            exported=SURENESS,
        ),
        Field(
            "evidence", ListOf(EVIDENCE, 1), "Passages that tell of it.", True, exported=PASSAGES
        ),
        NOTE,
    ),
)
BARRIERS = Field(
    "barriers",
    ListOf(BARRIER),
    "What hampers the collaboration, as a document tells it.",
    exported="what hampers it: label (certainty)",
    since=2,
)

_DATE = Text(DATE, Message("form.date"))
_ORIGINAL = (
    Field(
        "file",
        Text(),
        "Name of the original file.",
        True,
        "original_file",
        exported="name of the original file",
        exported_as="original_file",
    ),
    Field(
        "sha256",
        Text("[0-9a-fA-F]{64}", Message("form.hexadecimal", n=64), str.lower),
        "Its hash, so that who has it can check that it is the same text.",
        True,
        exported="its hash; of a register without another original that of the table",
    ),
    Field("title", Text(), "Title of the document.", True, exported="title of the document"),
    Field("publisher", Text(), "Who published it.", exported="who published it"),
    Field("date", _DATE, "When it was published.", exported="when it was published"),
    Field(
        "url",
        Text(r"https?://\S+", Message("form.address")),
        "Where it is found.",
        exported="where it is found",
    ),
    Field(
        "version",
        Text(),
        "Which version of it this is.",
        since=2,
        exported="which version of it this is",
    ),
    Field(
        "retrieved",
        _DATE,
        "When it was taken from there.",
        since=2,
        exported="when it was taken from there",
    ),
    Field(
        "licence",
        Text(),
        "On what terms it may be used.",
        since=2,
        exported="on what terms it may be used",
    ),
)
ORIGINAL = Record("original", _ORIGINAL)
REGISTER = Record(
    "original", tuple(field._replace(required=field.name == "title") for field in _ORIGINAL)
)
"""What is said of a register: the hash is that of its table, unless `file` names another file."""

SOURCE = Record(
    "source",
    (
        Field(
            "kind",
            Choice(SOURCE_KINDS),
            "What it is: `document` unless given; a `register` is a table, whose rows are the "
            "evidence.",
            since=2,
            exported="document or register",
        ),
        Field(
            "file",
            Text(),
            "The digest, or the table, relative to this file.",
            True,
            exported="the digest or the table, relative to the data file",
        ),
        Field(
            "original",
            ORIGINAL,
            "The document that the digest renders, or the register as it was published.",
            True,
            of_register=REGISTER,
        ),
        Field(
            "perspective",
            ListOf(Reference("organisations", "organisation"), or_one=True),
            "The organisations whose people tell it.",
            since=2,
            exported="ids of the organisations whose people tell it",
        ),
        BARRIERS,
        NOTE,
    ),
)

ALIAS = Record(
    "alias",
    (
        Field("text", Text(), "The form, as it stands in a digest.", True),
        Field(
            "in",
            Reference("sources", "source"),
            "The only source in which it holds.",
            attribute="source",
        ),
        Field("lines", ListOf(Whole(1), 1, or_one=True), "The only lines on which it holds."),
    ),
    short="text",
)

IDENTIFIERS = Record(
    "ids",
    (
        Field(
            "kvk", Text("[0-9]{8}", Message("form.digits", n=8)), "Number in the trade register."
        ),
        Field(
            "oin",
            Text("[0-9]{20}", Message("form.digits", n=20)),
            "Number of a public body (Logius).",
        ),
        Field("agb", Text("[0-9]{8}", Message("form.digits", n=8)), "Code of a care provider."),
        Field("uzovi", Text("[0-9]{4}", Message("form.digits", n=4)), "Code of an insurer."),
        Field("cbs", Text("GM[0-9]{4}", Message("form.cbs")), "Code of a municipality."),
        Field("ror", Text("0[a-z0-9]{6}[0-9]{2}", Message("form.ror")), "Research organisation."),
        Field(
            "lei",
            Text("[A-Z0-9]{18}[0-9]{2}", Message("form.lei")),
            "Legal entity (ISO 17442).",
        ),
        Field(
            "pic", Text("[0-9]{9}", Message("form.digits", n=9)), "Participant in EU programmes."
        ),
        Field("openalex", Text("I[0-9]+", Message("form.openalex")), "Institution in OpenAlex."),
        Field(
            "wikidata",
            Text("Q[1-9][0-9]*", Message("form.wikidata")),
            "Where there is nothing else.",
        ),
    ),
    more=Text(),
)

ORGANISATION = Record(
    "organisation",
    (
        Field("name", NAME, "The name in full.", True, exported="full name"),
        Field(
            "type",
            ListOf(Reference("types", "type"), 1, or_one=True),
            "What kind of organisation it is; of several kinds the main one first.",
            True,
            attribute="types",
            exported="ids of the types of organisation, the main one first",
            exported_as="types",
            before=Reference("types", "type"),
        ),
        Field(
            "region",
            Reference("regions", "region"),
            "Where it is at home.",
            exported="id of the region of its own",
        ),
        Field(
            "aliases",
            ListOf(ALIAS),
            "Other forms of the name that the digests use.",
            exported="other forms of the name, that hold everywhere",
        ),
        Field(
            "part_of",
            Reference("organisations", "organisation"),
            "The parent of a unit.",
            exported="id of the organisation that it is a unit of",
            shown=True,
        ),
        Field(
            "succeeded_by",
            Reference("organisations", "organisation"),
            "What it was followed by.",
            exported="id of the organisation that took its place",
            shown=True,
        ),
        Field(
            "ids",
            IDENTIFIERS,
            "Numbers in registers, by scheme; one that is not listed here is taken as it is.",
            exported="identifiers in registers, each as register:number",
            exported_as="identifiers",
            shown=True,
        ),
        NOTE,
    ),
)

ROLE = Reference("roles", "role")

MEMBER = Record(
    "member",
    (
        Field(
            "org",
            Reference("organisations", "organisation"),
            "Who takes part.",
            True,
            "organisation",
        ),
        Field("role", ROLE, "In what role; `member` unless given."),
        Field("certainty", CERTAINTY, "How sure it is that it takes part; `high` unless given."),
        Field(
            "identity",
            CERTAINTY,
            "How sure it is that the text means this organisation; `high` unless given.",
            since=2,
        ),
        Field(
            "role_certainty",
            CERTAINTY,
            "How sure the role is; `high` unless given.",
            since=2,
        ),
        NOTE,
        Field("evidence", ListOf(EVIDENCE), "Passages for this membership alone."),
    ),
    short="org",
)

GROUP = Record(
    "group",
    (
        Field(
            "label", Text(), "What the text calls them.", True, exported="what the text calls them"
        ),
        Field(
            "type",
            ListOf(Reference("types", "type"), 1, or_one=True),
            "What they are; of each type that is named there is one at least.",
            attribute="types",
            exported="ids of what they are, as far as the text says",
            exported_as="types",
        ),
        Field(
            "size",
            Text(SIZE, Message("form.size"), read_size),
            "How many they are, where the text says so: 14, or 350~ for about 350.",
            exported="how many they are",
        ),
        Field(
            "region",
            Reference("regions", "region"),
            "Where they are at home.",
            exported="id of the region of its own",
        ),
        Field(
            "certainty",
            CERTAINTY,
            "How sure it is that there are such; `high` unless given.",
            exported=SURENESS,
        ),
        Field("evidence", ListOf(EVIDENCE), "Passages that say who they are.", exported=PASSAGES),
        NOTE,
    ),
)

GROUP_MEMBER = Record(
    "group_member",
    (
        Field("group", Reference("groups", "group"), "Which group takes part.", True),
        Field("role", ROLE, "In what role; `member` unless given."),
        Field("certainty", CERTAINTY, "How sure it is that it takes part; `high` unless given."),
        NOTE,
        Field("evidence", ListOf(EVIDENCE), "Passages for this membership alone."),
    ),
    short="group",
)

GROUP_OF_1 = Record(
    "group",
    (
        Field("label", Text(), "What the text calls them.", True),
        Field("size", Whole(2), "How many they are, where the text says so."),
        Field("role", ROLE, "In what role; `member` unless given."),
    ),
)
"""A group as it stood in a partnership of `schema: 1`."""

PARTNERSHIP = Record(
    "partnership",
    (
        Field(
            "name",
            NAME,
            "The name, or a description where it has none.",
            True,
            exported="full name",
        ),
        Field(
            "kind",
            Reference("kinds", "kind"),
            "What kind of undertaking it is.",
            True,
            exported="id of the kind of partnership",
        ),
        Field(
            "members",
            ListOf(MEMBER),
            "The organisations that the text places in it.",
            True,
            "memberships",
        ),
        Field(
            "members_known",
            Choice(MEMBERS_KNOWN),
            "How much of the list is known.",
            True,
            exported="all, some or none of its members are named",
        ),
        Field(
            "groups",
            ListOf(GROUP_MEMBER),
            "Parties that are not named one by one.",
            exported="members that are not named one by one: label (number, role)",
            before=ListOf(GROUP_OF_1),
        ),
        Field(
            "themes",
            ListOf(Reference("themes", "theme")),
            "What it is about.",
            exported="ids of the themes",
        ),
        Field(
            "regions",
            ListOf(Reference("regions", "region")),
            "Where it works.",
            exported="ids of the regions it covers",
        ),
        Field(
            "period",
            Text(PERIOD, Message("form.period"), read_period),
            "When it ran; no end means not known.",
            exported="when it ran, in EDTF",
        ),
        Field(
            "status",
            Choice(STATUSES),
            "How it stood when the text was written.",
            exported="planned, active, ended or unknown",
        ),
        Field(
            "follows",
            ListOf(Reference("partnerships", "partnership"), or_one=True),
            "The earlier stage of the same undertaking.",
            exported="ids of the partnerships that it continues",
        ),
        Field(
            "part_of",
            Reference("partnerships", "partnership"),
            "The partnership that it is a part of.",
            exported="id of the partnership that it is a part of",
            exported_as="part_of_partnership",
            shown=True,
            since=2,
        ),
        Field(
            "body",
            Reference("organisations", "organisation"),
            "The organisation that it is at the same time.",
            exported="id of the organisation that it is at the same time",
            shown=True,
            since=2,
        ),
        Field(
            "certainty",
            CERTAINTY,
            "How sure it is that this exists; `high` unless given.",
            exported=SURENESS,
        ),
        Field(
            "evidence",
            ListOf(EVIDENCE, 1),
            "Passages that tell of it.",
            True,
            exported=PASSAGES,
        ),
        BARRIERS,
        NOTE,
    ),
)

RELATION = Record(
    "relation",
    (
        Field(
            "from",
            Reference("parties", "party"),
            "Who does it: an organisation or a group.",
            True,
            "origin",
            exported="id of the organisation or group that does it",
        ),
        Field("kind", Choice(RELATION_KINDS), "What it does.", True, exported="id of what it does"),
        Field(
            "to",
            Reference("ends", "end"),
            "To whom: an organisation, a group or a partnership.",
            True,
            "target",
            exported="id of the organisation, group or partnership that it is done to",
        ),
        Field(
            "period",
            Text(PERIOD, Message("form.period"), read_period),
            "When; no end means not known.",
            exported="when it ran, in EDTF",
        ),
        Field("certainty", CERTAINTY, "How sure that is; `high` unless given.", exported=SURENESS),
        Field("evidence", ListOf(EVIDENCE, 1), "Passages that say so.", True, exported=PASSAGES),
        NOTE,
    ),
)

LABELS = (
    Field("nl", Text(), "Label in Dutch.", True),
    *(
        Field(id, Text(), f"Label in {name_language(id, 'en')}; {instead} unless given.")
        for id in LANGUAGES
        if id != "nl"
        for instead in ["the Dutch one" if id == "en" else "the English or Dutch one"]
    ),
)
TERM = Record("term", LABELS)
REGION = Record(
    "region",
    (
        *LABELS,
        Field("within", Reference("regions", "region"), "The wider region."),
        Field(
            "code",
            ListOf(Text(REGION_CODE, Message("form.region_code")), or_one=True),
            "The official region that it is, by year and code of CBS; one of each division.",
            since=2,
        ),
        BARRIERS,
    ),
)

VOCAB = Record(
    "vocab",
    (
        Field("types", MapOf(TERM), "More types of organisation."),
        Field("kinds", MapOf(TERM), "More kinds of partnership."),
        Field("roles", MapOf(TERM), "More roles."),
        Field("themes", MapOf(TERM), "More themes."),
        Field("regions", MapOf(REGION), "The regions; there are no built-in ones."),
    ),
)

NOT_ORGANISATION = Record(
    "not_organisation",
    (
        Field("name", NAME, "The name as it stands in a digest.", True),
        Field("class", Choice(tuple(CLASSES)), "What it is instead.", True, "kind"),
        Field("aliases", ListOf(Text()), "Other forms of the name."),
        NOTE,
    ),
)

COLUMN = Text()
ATTRIBUTE = Record(
    "attribute",
    (
        Field("column", COLUMN, "The column that holds it.", True),
        Field("type", Choice(ATTRIBUTE_TYPES), "What its values are; `text` unless given."),
        Field("unit", Text(), "In what it is counted, such as EUR."),
        *(field._replace(required=False) for field in LABELS),
    ),
)


def _table(name: str, columns: Record, *fields: Field) -> Record:
    return Record(
        name,
        (
            Field("source", Reference("sources", "source"), "The register that holds it.", True),
            Field("columns", columns, "Which column holds what.", True),
            *fields,
            Field(
                "attributes",
                MapOf(ATTRIBUTE),
                "What else the table says, under names of your own.",
            ),
            Field(
                "separator",
                Choice((",", ";", "tab")),
                "Between cells; a comma unless given, a tab in a file that ends in `.tsv`.",
            ),
        ),
    )


def _words(to: str, noun: str) -> Shape:
    return MapTo(Reference(to, noun))


PREFIX = Field(
    "prefix",
    Text(r"[\w:-]+", Message("form.row_id")),
    "What to put before its ids, where two tables use the same.",
)
ORGANISATION_TABLE = _table(
    "organisation_table",
    Record(
        "organisation_columns",
        (
            Field("id", COLUMN, "Its id; made from the name unless given."),
            Field("name", COLUMN, "The name.", True),
            Field("type", COLUMN, "The type: an id or a label, or a word under `values`."),
            Field("region", COLUMN, "Where it is at home; a new word becomes a region."),
        ),
    ),
    Field(
        "identifiers",
        MapTo(COLUMN),
        "Numbers in other registers: scheme and the column that holds it.",
    ),
    Field(
        "usual",
        Record(
            "organisation_usual",
            (
                Field("type", Reference("types", "type"), "The type; `overig` unless given."),
                Field("region", Reference("regions", "region"), "The region."),
            ),
        ),
        "What holds where a cell says nothing.",
    ),
    Field(
        "values",
        Record(
            "organisation_values",
            (
                Field("type", _words("types", "type"), "Words of the table and their types."),
                Field("region", _words("regions", "region"), "Words and their regions."),
            ),
        ),
        "What the words of the table mean.",
    ),
    PREFIX,
)
PARTNERSHIP_TABLE = _table(
    "partnership_table",
    Record(
        "partnership_columns",
        (
            Field("id", COLUMN, "Its id; made from the name unless given."),
            Field("name", COLUMN, "The name.", True),
            Field("kind", COLUMN, "The kind: an id or a label, or a word under `values`."),
            Field("theme", COLUMN, "The theme; several with ; between."),
            Field("region", COLUMN, "Where it works; several with ; between."),
            Field("period", COLUMN, "When it ran, in one cell."),
            Field("start", COLUMN, "When it began: a date."),
            Field("end", COLUMN, "When it ended: a date."),
        ),
    ),
    Field(
        "usual",
        Record(
            "partnership_usual",
            (
                Field("kind", Reference("kinds", "kind"), "The kind; `verband` unless given."),
                Field(
                    "members_known",
                    Choice(MEMBERS_KNOWN[:2]),
                    "How much of the members is in the table; `some` unless given.",
                ),
            ),
        ),
        "What holds where a cell says nothing.",
    ),
    Field(
        "values",
        Record(
            "partnership_values",
            (
                Field("kind", _words("kinds", "kind"), "Words of the table and their kinds."),
                Field("theme", _words("themes", "theme"), "Words and their themes."),
                Field("region", _words("regions", "region"), "Words and their regions."),
            ),
        ),
        "What the words of the table mean.",
    ),
    PREFIX,
)
MEMBERSHIP_TABLE = _table(
    "membership_table",
    Record(
        "membership_columns",
        (
            Field("organisation", COLUMN, "Who takes part: what its table has as id.", True),
            Field("partnership", COLUMN, "In what: what its table has as id.", True),
            Field("role", COLUMN, "In what role."),
            Field("certainty", COLUMN, "How sure it is: high, medium or low."),
        ),
    ),
    Field(
        "usual",
        Record("membership_usual", (Field("role", ROLE, "The role; `member` unless given."),)),
        "What holds where a cell says nothing.",
    ),
    Field(
        "values",
        Record(
            "membership_values",
            (Field("role", _words("roles", "role"), "Words of the table and their roles."),),
        ),
        "What the words of the table mean.",
    ),
)
TABLES = Record(
    "tables",
    (
        Field("organisations", ORGANISATION_TABLE, "The organisations, a row each."),
        Field("partnerships", PARTNERSHIP_TABLE, "The partnerships, a row each."),
        Field("memberships", MEMBERSHIP_TABLE, "Who takes part in what, a row each."),
    ),
)

STEP = Record(
    "step",
    (
        Field("title", TERM, "What the step is called.", True),
        Field("text", TERM, "What is to be seen there, in a few sentences.", True),
        Field(
            "view",
            Text(),
            "The address of a view of the page: what stands there behind `#`.",
            True,
        ),
    ),
)

FILE = Record(
    "file",
    (
        Field(
            "schema",
            Choice(tuple(map(str, VERSIONS))),
            f"Version of this format; {VERSIONS[-1]} is the present one.",
            True,
        ),
        Field("title", Text(), "What the whole is about.", True),
        Field("language", Choice(LANGUAGES), "Language of the names and labels.", True),
        Field("licence", Text(), "On what terms the data may be used; stands on the page."),
        Field("contact", Text(), "Whom to ask about the data; stands on the page."),
        Field("sources", MapOf(SOURCE), "The documents.", True),
        Field("organisations", MapOf(ORGANISATION), "The organisations.", True, unless="tables"),
        Field("partnerships", MapOf(PARTNERSHIP), "The joint undertakings.", True, unless="tables"),
        Field(
            "groups",
            MapOf(GROUP),
            "Parties that are not named one by one, each once for all partnerships.",
            since=2,
        ),
        Field(
            "relations",
            MapOf(RELATION),
            "What one party does to another, in one direction; never a tie.",
            since=2,
        ),
        Field(
            "tables",
            TABLES,
            "Organisations, partnerships and memberships of registers, beside those here.",
            since=2,
        ),
        Field("vocab", VOCAB, "Words beside the built-in ones.", attribute="vocabulary"),
        Field(
            "not_organisations",
            MapOf(NOT_ORGANISATION),
            "Names that look like an organisation and are not.",
        ),
        Field(
            "story",
            ListOf(STEP),
            "Steps through which the page leads, each a view with what is to be seen there.",
            since=2,
        ),
    ),
)


@cache
def as_of(version: int, shape: Shape) -> Shape:
    """
    Give a shape as it was in a version of the format.

    Args:
        version: One of `VERSIONS`.
        shape: As it is in the present one.
    """
    match shape:
        case Record() if version < VERSIONS[-1]:
            fields = tuple(
                field._replace(shape=as_of(version, field.before or field.shape), before=None)
                for field in shape.fields
                if field.since <= version
            )
            return Record(shape.name, fields, shape.short, shape.more)
        case ListOf() | MapTo():
            return shape._replace(item=as_of(version, shape.item))
        case MapOf(record=record):
            older = as_of(version, record)
            return MapOf(older) if isinstance(older, Record) else shape
        case _:
            return shape


IS_ID = re.compile(ID).fullmatch
