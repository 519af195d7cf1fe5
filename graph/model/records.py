"""The things: what a checked file holds. Frozen values, no behaviour beyond plain properties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import fsum
from typing import Literal

from graph.model.certainty import Certainty, least_sure, surest
from graph.words.store import choose

Status = Literal["planned", "active", "ended", "unknown"]
STATUSES: tuple[Status, ...] = ("planned", "active", "ended", "unknown")

MembersKnown = Literal["all", "some", "none"]
MEMBERS_KNOWN: tuple[MembersKnown, ...] = ("all", "some", "none")

IDENTIFIERS = ("kvk", "oin", "agb", "uzovi", "cbs", "ror", "wikidata")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a list (type, kind, role, theme, region); `labels` are by language."""

    id: str
    labels: Mapping[str, str]
    within: str | None = None
    definition: str = ""

    def label(self, language: str) -> str:
        """
        Take the label in a language, or else in one that has it.

        >>> Term(id="kust", labels={"nl": "Kust"}).label("en")
        'Kust'
        """
        return choose(self.labels, language, self.id)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day known within limits: the first and the last day that it can be."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document: its digest (`file`) and the original that the digest renders."""

    id: str
    file: str
    title: str
    original_file: str
    sha256: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id and its title."""
        return (self.id, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One passage: words that stand in the digest of `source`, rendering `line` of its original."""

    source: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another form of a name; with `source` it holds only there, with `lines` only on those."""

    text: str
    source: str | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Something that can sit at a table and is named in a source."""

    id: str
    name: str
    type: str
    region: str | None = None
    aliases: tuple[Alias, ...] = ()
    part_of: str | None = None
    succeeded_by: str | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its id, its name and its aliases."""
        return (self.id, self.name, *(alias.text for alias in self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One organisation in one partnership: an edge of the two-mode graph."""

    organisation: str
    role: str = "member"
    certainty: Certainty = "high"
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Parties that are not named one by one: a label with perhaps a size, never a node."""

    label: str
    size: int | None = None
    role: str = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """
    A named or described joint undertaking, with the organisations it names as members.

    `unseen`: how many more named members it has, kept out of a selection because their ties are
    weaker than asked for. They count in the strength of the ties of the others. Not in the file.
    """

    id: str
    name: str
    kind: str
    memberships: tuple[Membership, ...]
    members_known: MembersKnown
    groups: tuple[Group, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    period: Period | None = None
    status: Status = "unknown"
    follows: tuple[str, ...] = ()
    certainty: Certainty = "high"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    unseen: int = 0

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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOrganisation:
    """A name that looks like an organisation and is not, with what it is instead."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every list of words in force: the built-in ones and those that the file adds."""

    types: Mapping[str, Term]
    kinds: Mapping[str, Term]
    roles: Mapping[str, Term]
    themes: Mapping[str, Term]
    regions: Mapping[str, Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """
    All checked data, sorted by id.

    `content_hash` is the SHA-256 of what the file says, whatever its order, comments and layout.
    `selection` says in words what was left out; empty where nothing was. `least_weight`: two
    organisations are tied where they share at least as many partnerships, 1 or more. `licence`
    says on what terms the data may be used, `contact` whom to ask about them.
    """

    title: str
    language: str
    sources: Mapping[str, Source]
    organisations: Mapping[str, Organisation]
    partnerships: Mapping[str, Partnership]
    vocabulary: Vocabulary
    not_organisations: Mapping[str, NotOrganisation]
    content_hash: str
    selection: str = ""
    least_weight: int = 1
    licence: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """
    One partnership that two organisations share, with the membership of each.

    `size`: how many named members it has, with those that a least weight keeps out of sight.
    """

    partnership: Partnership
    left: Membership
    right: Membership
    size: int

    @property
    def certainty(self) -> Certainty:
        """The least sure of the two memberships and the partnership."""
        return least_sure(self.partnership.certainty, self.left.certainty, self.right.certainty)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages of the partnership, then those of either membership, each once."""
        passages = (*self.partnership.evidence, *self.left.evidence, *self.right.evidence)
        return tuple(dict.fromkeys(passages))


@dataclass(frozen=True, slots=True, kw_only=True)
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


def weigh_newman(sizes: Iterable[int]) -> float:
    """
    Sum 1/(k-1) over partnerships of k named members, 2 or more: the large ones tie less.

    Reference: Newman 2001, Phys. Rev. E 64:016132, doi:10.1103/PhysRevE.64.016132.

    >>> weigh_newman([3, 2])
    1.5
    """
    return fsum(1 / (size - 1) for size in sizes)
