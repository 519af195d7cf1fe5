"""The things: what a checked file holds. Frozen values, no behaviour beyond plain properties."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from graph.model.certainty import Certainty, join_ends, least_sure, surest
from graph.model.content import Content
from graph.model.message import Message
from graph.model.newman import weigh_newman
from graph.model.record import record
from graph.words.store import choose

Status = Literal["planned", "active", "ended", "unknown"]
STATUSES: tuple[Status, ...] = ("planned", "active", "ended", "unknown")

MembersKnown = Literal["all", "some", "none"]
MEMBERS_KNOWN: tuple[MembersKnown, ...] = ("all", "some", "none")

RelationKind = Literal["contracts", "funds", "commissions", "supervises", "advises"]
RELATION_KINDS: tuple[RelationKind, ...] = (
    "contracts",
    "funds",
    "commissions",
    "supervises",
    "advises",
)

SourceKind = Literal["document", "register"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("document", "register")

AttributeType = Literal["text", "number", "whole"]
ATTRIBUTE_TYPES: tuple[AttributeType, ...] = ("text", "number", "whole")
Attributes = tuple[tuple[str, str | int | float], ...]
"""What a row of a register says beside the fields: pairs of name and value, by name."""


@record(frozen=True, slots=True, kw_only=True)
class Evidence:
    """
    One passage: words that stand in the digest of `source`, rendering `line` of its original.

    Of a register it is a row: `line` is where that stands in the table, and `quote` what it says.
    `before` and `after` are the words around it, by which it is found again when lines move.
    """

    source: str
    line: int
    quote: str
    before: str | None = None
    after: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class Barrier:
    """Something that hampers collaboration, as a document tells it: `label` in a few words."""

    label: str
    certainty: Certainty = "high"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class RegionCode:
    """The code of an official region, as CBS has it, in the division of one year."""

    year: int
    code: str

    def __str__(self) -> str:
        return f"{self.year}{self.code}"


@record(frozen=True, slots=True, kw_only=True)
class Term:
    """
    One word of a list (type, kind, role, theme, region); `labels` are by language.

    `barriers` are those of a region. `code`: the official regions that a region is, at most one of
    each division.
    """

    id: str
    labels: Mapping[str, str]
    within: str | None = None
    definition: str = ""
    barriers: tuple[Barrier, ...] = ()
    code: tuple[RegionCode, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id and its labels."""
        return (self.id, *self.labels.values())

    def label(self, language: str) -> str:
        """
        Take the label in a language, or else in one that has it.

        >>> Term(id="kust", labels={"nl": "Kust"}).label("en")
        'Kust'
        """
        return choose(self.labels, language, self.id)


@record(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the story: `title` and `text` by language, and the address of its view."""

    title: Mapping[str, str]
    text: Mapping[str, str]
    view: str

    def __hash__(self) -> int:
        return hash((self.view, *self.title.values(), *self.text.values()))


@record(frozen=True, slots=True)
class Moment:
    """A day known within limits: the first and the last day that it can be."""

    earliest: date
    latest: date


@record(frozen=True, slots=True, kw_only=True)
class Period:
    """
    When something ran, in a subset of EDTF (ISO 8601-2).

    `start` and `end` are None where the text leaves them open: not known, not "still running".
    """

    text: str
    start: Moment | None
    end: Moment | None

    @property
    def first_year(self) -> int | None:
        """Year of the earliest possible start; of the earliest end where no start is known."""
        moment = self.start or self.end
        return moment.earliest.year if moment else None

    @property
    def last_year(self) -> int | None:
        """Year of the latest possible end; of the latest start where no end is known."""
        moment = self.end or self.start
        return moment.latest.year if moment else None


@record(frozen=True, slots=True, kw_only=True)
class Source:
    """
    One document: its digest (`file`) and the original that the digest renders; or a register.

    A register is a table (`file`), whose rows are the evidence. `version`, `retrieved` and
    `licence` say which one it is, and `sha256` is that of the table where `original_file` is "".

    `perspective`: ids of the organisations whose people tell it, where it is told by some.
    `is_summary`: the digest tells the document in words of its own, so that a passage is no
    quotation; False where it is the document itself. Not in the file.
    `links`: passage -> the address at which a browser opens the document there, for those that
    stand word for word in a document with an address. Not in the file.
    """

    id: str
    file: str
    title: str
    original_file: str = ""
    sha256: str = ""
    kind: SourceKind = "document"
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    version: str | None = None
    retrieved: str | None = None
    licence: str | None = None
    perspective: tuple[str, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    note: str | None = None
    is_summary: bool = True
    links: Mapping[Evidence, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id and its title."""
        return (self.id, self.title)


@record(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another form of a name; with `source` it holds only there, with `lines` only on those."""

    text: str
    source: str | None = None
    lines: tuple[int, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Organisation:
    """
    Something that can take part in a partnership and is named in a source.

    `types`: what kinds of organisation it is at the same time, the main one first; one or more.
    """

    id: str
    name: str
    types: tuple[str, ...]
    region: str | None = None
    aliases: tuple[Alias, ...] = ()
    part_of: str | None = None
    succeeded_by: str | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    attributes: Attributes = ()

    @property
    def type(self) -> str:
        """The main one of its types: that of its mark and its colour."""
        return self.types[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id, its name and its aliases."""
        return (self.id, self.name, *(alias.text for alias in self.aliases))


@record(frozen=True, slots=True, kw_only=True)
class Membership:
    """
    One organisation in one partnership: an edge of the two-mode graph.

    Three doubts, each apart. `certainty`: whether it takes part. `identity`: whether the form in
    the text means this organisation ("de gemeente"). `role_certainty`: whether the role is stated.
    """

    organisation: str
    role: str = "member"
    certainty: Certainty = "high"
    identity: Certainty = "high"
    role_certainty: Certainty = "high"
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    attributes: Attributes = ()

    @property
    def sureness(self) -> Certainty:
        """How sure it is that this organisation takes part: the less sure of part and identity."""
        return least_sure(self.certainty, self.identity)


@record(frozen=True, slots=True, kw_only=True)
class Size:
    """How many parties a group is, 2 or more; `approximate` where the text says about how many."""

    number: int
    approximate: bool = False

    @property
    def text(self) -> str:
        """As it stands in the file: `350` or `350~`."""
        return f"{self.number}~" if self.approximate else str(self.number)


@record(frozen=True, slots=True, kw_only=True)
class Group:
    """
    Parties that are not named one by one: never a node of the network, and in no tie.

    `types`: what its parties are, where the text says so; of each named type there is one at
    least. `certainty`: how sure it is that there is such a group.
    """

    id: str
    label: str
    types: tuple[str, ...] = ()
    size: Size | None = None
    region: str | None = None
    certainty: Certainty = "high"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id and its label."""
        return (self.id, self.label)


@record(frozen=True, slots=True, kw_only=True)
class GroupMembership:
    """One group in one partnership: `group` is its id, `certainty` whether it takes part."""

    group: str
    role: str = "member"
    certainty: Certainty = "high"
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Partnership:
    """
    A named or described joint undertaking, with the organisations it names as members.

    `memberships` and `groups` are those that take part, or were asked. Who is wanted and was not
    asked yet (role `wished`) stands in `wished` and `wished_groups`, and takes part in nothing.
    `part_of`: the partnership that this is a part of. `body`: the organisation that it is at the
    same time. `unseen`: how many more named members it has, kept out of a selection because their
    ties are weaker than asked for. They count in the strength of the ties of the others.
    """

    id: str
    name: str
    kind: str
    memberships: tuple[Membership, ...]
    members_known: MembersKnown
    groups: tuple[GroupMembership, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    period: Period | None = None
    status: Status = "unknown"
    follows: tuple[str, ...] = ()
    part_of: str | None = None
    body: str | None = None
    certainty: Certainty = "high"
    evidence: tuple[Evidence, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    note: str | None = None
    wished: tuple[Membership, ...] = ()
    wished_groups: tuple[GroupMembership, ...] = ()
    unseen: int = 0
    attributes: Attributes = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id and its name."""
        return (self.id, self.name)

    @property
    def size(self) -> int:
        """How many named members it has: d_p in the formulas."""
        return len(self.memberships)

    @property
    def is_complete(self) -> bool:
        """Whether every party is among its members: none is in a group or kept out of sight."""
        return self.members_known == "all" and not self.groups and not self.unseen

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that its own evidence cites, sorted."""
        return tuple(sorted({evidence.source for evidence in self.evidence}))


@record(frozen=True, slots=True, kw_only=True)
class Relation:
    """
    What one party does to another, as a document tells it: directed, and never a tie.

    `origin` is the id of an organisation or a group, `target` that of an organisation, a group or
    a partnership.
    """

    id: str
    kind: RelationKind
    origin: str
    target: str
    period: Period | None = None
    certainty: Certainty = "high"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """Ids of both ends."""
        return (self.origin, self.target)


@record(frozen=True, slots=True, kw_only=True)
class NotOrganisation:
    """A name that looks like an organisation and is not, with what it is instead."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id, its name and its aliases."""
        return (self.id, self.name, *self.aliases)


@record(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every list of words in force: the built-in ones and those that the file adds."""

    types: Mapping[str, Term]
    kinds: Mapping[str, Term]
    roles: Mapping[str, Term]
    themes: Mapping[str, Term]
    regions: Mapping[str, Term]


@record(frozen=True, slots=True, kw_only=True)
class Attribute:
    """
    What a register says beside the fields of the format: declared with its table.

    `of` is `organisations`, `partnerships` or `memberships`; `labels` are by language.
    """

    name: str
    of: str
    type: AttributeType = "text"
    unit: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """Take the label in a language, or else in one that has it; the name without any."""
        return choose(self.labels, language, self.name)

    def format(self, value: str | int | float) -> str:
        """
        Write a value, with what it is counted in.

        >>> Attribute(name="amount", of="partnerships", type="number", unit="EUR").format(12.0)
        '12 EUR'
        """
        text = str(int(value) if isinstance(value, float) and value.is_integer() else value)
        return f"{text} {self.unit}" if self.unit else text


@record(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row of a table that breaks a rule: where it stands, what is wrong, and its cells."""

    file: str
    line: int
    message: Message
    cells: tuple[str, ...]


MOST_SHOWN = 100
"""How many rejected rows of a table are said; all are counted."""


@record(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    What became of the rows of one table: `read` is `used` and `rejected` together.

    `table` is `organisations`, `partnerships` or `memberships`; `header` names its columns.
    """

    table: str
    file: str
    header: tuple[str, ...]
    read: int
    rejected: tuple[Rejected, ...]

    @property
    def used(self) -> int:
        """How many rows stand in the data."""
        return self.read - len(self.rejected)


@record(frozen=True, slots=True, kw_only=True)
class Registry:
    """
    All checked data, sorted by id.

    `content` is what the file says, by its hash, whatever its order, comments and layout.
    `selection` says in words what was left out; empty where nothing was. `least_weight`: two
    organisations are tied where they share at least as many partnerships, 1 or more. `licence`
    says on what terms the data may be used, `contact` whom to ask about them. `schema` is the
    version of the format: in one of version 1 a tie between two inferred memberships is as sure
    as either of them. `attributes` are those that tables declare, and `tallies` say what became
    of the rows of each table. `story` are the steps through which the page leads; in a selection
    there are none, since what they say is of the whole.
    """

    title: str
    language: str
    sources: Mapping[str, Source]
    organisations: Mapping[str, Organisation]
    partnerships: Mapping[str, Partnership]
    vocabulary: Vocabulary
    not_organisations: Mapping[str, NotOrganisation]
    content: Content
    selection: str = ""
    least_weight: int = 1
    licence: str | None = None
    contact: str | None = None
    groups: Mapping[str, Group] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    schema: int = 2
    attributes: tuple[Attribute, ...] = ()
    tallies: tuple[Tally, ...] = ()
    story: tuple[Step, ...] = ()

    def __repr__(self) -> str:
        names = ("organisations", "partnerships", "sources")
        counts = " ".join(f"{name}={len(getattr(self, name))}" for name in names)
        selection = f" selection={self.selection!r}" if self.selection else ""
        return f"<Registry {self.title!r} {counts}{selection}>"

    @property
    def content_hash(self) -> str:
        """The SHA-256 of what the file says: the version of the data."""
        return self.content.hash


@record(frozen=True, slots=True, kw_only=True)
class Shared:
    """
    One partnership that two organisations share, with the membership of each.

    `size`: how many named members it has, with those that a least weight keeps out of sight.
    `compound`: whether two inferred memberships make it less sure than either (`join_ends`).
    """

    partnership: Partnership
    left: Membership
    right: Membership
    size: int
    compound: bool = True

    @property
    def certainty(self) -> Certainty:
        """How sure it is that both take part in it, from partnership and memberships."""
        return join_ends(
            self.partnership.certainty,
            self.left.sureness,
            self.right.sureness,
            compound=self.compound,
        )

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages of the partnership, then those of either membership, each once."""
        passages = (*self.partnership.evidence, *self.left.evidence, *self.right.evidence)
        return tuple(dict.fromkeys(passages))


@record(frozen=True, slots=True, kw_only=True)
class Tie:
    """
    Two organisations that share a partnership (`left` < `right` by id): an edge of the network.

    `shared` is sorted by the id of the partnership and holds at least one.
    """

    left: str
    right: str
    shared: tuple[Shared, ...]

    @property
    def weight(self) -> int:
        """Number of shared partnerships, 1 or more (Breiger 1974, Social Forces 53:181-190)."""
        return len(self.shared)

    @property
    def newman(self) -> float:
        """What its shared partnerships add up to in Newman's weight, above 0."""
        return weigh_newman(shared.size for shared in self.shared)

    @property
    def certainty(self) -> Certainty:
        """The surest of the shared partnerships: one sure table makes a sure tie."""
        return surest(*(shared.certainty for shared in self.shared))

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all documents with a passage on a shared partnership, sorted."""
        return tuple(sorted({e.source for shared in self.shared for e in shared.evidence}))

    @property
    def first_year(self) -> int | None:
        """Earliest year in the periods of the shared partnerships; None where none is known."""
        periods = [s.partnership.period for s in self.shared if s.partnership.period]
        return min((p.first_year for p in periods if p.first_year is not None), default=None)

    @property
    def last_year(self) -> int | None:
        """Latest year in the periods of the shared partnerships; None where none is known."""
        periods = [s.partnership.period for s in self.shared if s.partnership.period]
        return max((p.last_year for p in periods if p.last_year is not None), default=None)
