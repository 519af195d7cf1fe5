"""Registry -> what the page finds, in plain sentences of either language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from graph.model.certainty import Certainty, least_sure
from graph.model.records import (
    Membership,
    Partnership,
    Registry,
)
from graph.page.data import clean_text
from graph.words.speak import Speaker

MOST = 6
"""Organisations that are named as sitting at most tables."""

CUTS = 8
"""Organisations without which a part falls apart, that are told one by one."""

NAMES = 12
"""Names that a sentence gives before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a record, which the page makes a link; `ref` as in the tables ("o3")."""

    ref: str
    text: str


Sentence = tuple[str | Name, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and what is to be said below it."""

    sentence: Sentence
    details: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one heading; `caveat` says what they do not mean."""

    heading: str
    findings: tuple[Finding, ...]
    caveat: Sentence = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One table that ties an organisation to a piece, with all memberships that tie it there."""

    partnership: Partnership
    memberships: tuple[Membership, ...]

    @property
    def certainty(self) -> Certainty:
        """The least sure of the memberships and the partnership."""
        every = (self.partnership.certainty, *(one.certainty for one in self.memberships))
        return least_sure(*every)

    @property
    def unsure(self) -> tuple[Membership, ...]:
        """Those of the memberships that are not stated in so many words."""
        return tuple(one for one in self.memberships if one.certainty != "high")


@dataclass(frozen=True, slots=True)
class Piece:
    """Organisations that hang together without the cut vertex, and how it is tied to them."""

    organisations: tuple[str, ...]
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """An organisation without which its part falls into pieces, largest first."""

    organisation: str
    pieces: tuple[Piece, ...]


def list_parts(registry: Registry, without: str | None = None) -> list[tuple[str, ...]]:
    """List the sets of organisations that hang together, largest first; singles included."""
    head: dict[str, str] = {id: id for id in registry.organisations if id != without}

    def find(id: str) -> str:
        while head[id] != id:
            head[id] = head[head[id]]
            id = head[id]
        return id

    for partnership in registry.partnerships.values():
        members = [m.organisation for m in partnership.memberships if m.organisation in head]
        for one, two in pairwise(members):
            head[find(one)] = find(two)
    parts: dict[str, list[str]] = {}
    for id in head:
        parts.setdefault(find(id), []).append(id)
    return sorted((tuple(part) for part in parts.values()), key=lambda part: (-len(part), part))


def list_cuts(registry: Registry) -> list[Cut]:
    """
    List the cut vertices, with the pieces that are left and the memberships each rests on.

    A piece is tied to the cut vertex by the tables at which both sit. A table of two rests on
    both memberships, a larger one on that of the cut vertex alone: lose one of the others, and
    the piece is still tied. So no membership needs to be left out to see what rests on it.

    Args:
        registry: The data; members that are not among its organisations do not count.

    Returns:
        Those that cut off most organisations first.

    Reference: Hopcroft and Tarjan 1973, CACM 16:372-378, for the cut vertices.
    """
    import networkx as nx  # here, so that importing the page costs a question nothing

    tables = nx.Graph()
    seats: dict[str, list[Partnership]] = {}
    for partnership in registry.partnerships.values():
        members = _members(registry, partnership)
        if len(members) > 1:
            tables.add_edges_from(((1, partnership.id), (0, m.organisation)) for m in members)
            for member in members:
                seats.setdefault(member.organisation, []).append(partnership)
    points = sorted(id for side, id in nx.articulation_points(tables) if side == 0)
    cuts = [Cut(id, _list_pieces(registry, tables, id, seats[id])) for id in points]
    return sorted(
        cuts,
        key=lambda cut: (-sum(len(p.organisations) for p in cut.pieces[1:]), cut.organisation),
    )


def _list_pieces(
    registry: Registry, tables: object, id: str, own: Sequence[Partnership]
) -> tuple[Piece, ...]:
    import networkx as nx

    graph = cast("nx.Graph", tables)
    found: dict[tuple[str, ...], list[Seat]] = {}
    known: dict[str, tuple[str, ...]] = {}
    rest = nx.restricted_view(graph, [(0, id)], [])
    for partnership in own:
        members = _members(registry, partnership)
        others = [m for m in members if m.organisation != id]
        start = others[0].organisation
        if start not in known:
            part = tuple(
                sorted(
                    one for side, one in nx.node_connected_component(rest, (0, start)) if not side
                )
            )
            known.update(dict.fromkeys(part, part))
        seat = tuple(m for m in members if m.organisation == id or len(others) == 1)
        found.setdefault(known[start], []).append(Seat(partnership=partnership, memberships=seat))
    pieces = (Piece(part, tuple(seats)) for part, seats in found.items())
    return tuple(sorted(pieces, key=lambda p: (-len(p.organisations), p.organisations)))


def _members(registry: Registry, partnership: Partnership) -> list[Membership]:
    return [m for m in partnership.memberships if m.organisation in registry.organisations]


def tell_findings(registry: Registry, language: str) -> tuple[Section, ...]:
    """
    Tell what the data say, what they rest on and what they leave open.

    Args:
        registry: The data.
        language: One of `LANGUAGES`.

    Returns:
        Sections in the order of the page; a section without anything to say is left out.
    """
    teller = _Teller(registry, language)
    sections = (
        Section(teller.word("title_what"), teller.tell_what()),
        teller.tell_most(),
        teller.tell_cuts(),
        Section(teller.word("title_apart"), teller.tell_apart()),
        Section(teller.word("title_unknown"), teller.tell_unknown()),
    )
    return tuple(section for section in sections if section.findings)


_Value = int | str | Name | Sentence


class _Teller:
    """Says things about one registry in one language."""

    def __init__(self, registry: Registry, language: str) -> None:
        self.registry = registry
        self.speaker = Speaker(language)
        self.refs: Mapping[str, Mapping[str, str]] = {
            kind: {id: f"{kind}{number}" for number, id in enumerate(ids)}
            for kind, ids in (
                ("o", registry.organisations),
                ("p", registry.partnerships),
                ("s", registry.sources),
            )
        }
        self.members = {
            partnership.id: _members(registry, partnership)
            for partnership in registry.partnerships.values()
        }

    def word(self, key: str) -> str:
        return self.speaker.say(f"findings.{key}")

    def say(self, key: str, **values: _Value) -> Sentence:
        """Fill a sentence with numbers, texts and names; a value is never read as a pattern."""
        return self.speaker.weave(f"findings.{key}", **values)

    def tell_what(self) -> tuple[Finding, ...]:
        registry = self.registry
        sizes = [len(members) for members in self.members.values()]
        many = sum(size > 1 for size in sizes)
        ties = {
            (one.organisation, two.organisation)
            for members in self.members.values()
            for place, one in enumerate(members)
            for two in members[place + 1 :]
        }
        sentences = [
            self.say(
                "counts",
                organisations=self.count("n_organisations", len(registry.organisations)),
                partnerships=self.count("n_partnerships", len(registry.partnerships)),
            )
        ]
        if many:
            sentences.append(self.say("with_many", n=many, ties=self.count("n_ties", len(ties))))
        sentences += self.counted("with_one", sum(size == 1 for size in sizes))
        if registry.sources:
            sentences.append(self.say_sources())
        if registry.selection:
            sentences.append(self.say("selection", text=clean_text(registry.selection)))
        return tuple(map(Finding, sentences))

    def say_sources(self) -> Sentence:
        sources = self.registry.sources.values()
        dates = sorted(source.date for source in sources if source.date)
        publishers = sorted({s.publisher for s in sources if s.publisher}, key=str.casefold)
        said = [self.say("drawn_from", n=len(sources))]
        if publishers:
            names = self.speaker.weave_list(
                [(f"\u2068{clean_text(one)}\u2069",) for one in publishers]
            )
            missing = sum(not source.publisher for source in sources)
            said.append(self.say("by", names=names, unknown=self.rest("by_unknown", missing)))
        if dates:
            first, last = (self.speaker.date(clean_text(one)) for one in (dates[0], dates[-1]))
            unknown = self.rest("dated_unknown", len(sources) - len(dates))
            key = "dated" if first == last else "dated_both"
            said.append(self.say(key, first=first, last=last, unknown=unknown))
        said.append(self.say("other_documents"))
        return tuple(part for sentence in said for part in (*sentence, " "))[:-1]

    def rest(self, key: str, n: int) -> Sentence:
        return self.say(key, n=n) if n else ()

    def tell_most(self) -> Section:
        shared: dict[str, list[Partnership]] = {}
        single: dict[str, int] = {}
        unsure: dict[str, int] = {}
        for partnership in self.registry.partnerships.values():
            members = self.members[partnership.id]
            for member in members:
                id = member.organisation
                if len(members) == 1:
                    single[id] = single.get(id, 0) + 1
                    continue
                shared.setdefault(id, []).append(partnership)
                stated = member.certainty == partnership.certainty == "high"
                unsure[id] = unsure.get(id, 0) + (not stated)
        names = self.registry.organisations
        busy = sorted(
            (id for id in shared if len(shared[id]) > 1),
            key=lambda id: (-len(shared[id]), names[id].name.casefold(), id),
        )
        chains = self.list_chains()
        findings = []
        for id in busy[:MOST]:
            undertakings = len({chains[partnership.id] for partnership in shared[id]})
            same = undertakings == len(shared[id])
            alone = single.get(id, 0)
            findings.append(
                self.say(
                    "most",
                    n=len(shared[id]),
                    name=self.name("o", id),
                    phases=() if same else self.say("phases", n=undertakings),
                    unsure=self.say("unsure", n=unsure[id]) if unsure[id] else (),
                    alone=self.say("alone", n=alone) if alone else (),
                )
            )
        findings += self.counted("most_more", max(0, len(busy) - MOST))
        if not busy and self.registry.organisations:
            findings = [self.say("most_none")]
        caveat = self.say("most_means") if busy else ()
        return Section(self.word("title_most"), tuple(map(Finding, findings)), caveat)

    def list_chains(self) -> dict[str, str]:
        """Say of each partnership to which undertaking it belongs: itself and what it follows."""
        chain = {id: id for id in self.registry.partnerships}

        def first(id: str) -> str:
            while chain[id] != id:
                chain[id] = chain[chain[id]]
                id = chain[id]
            return id

        for partnership in self.registry.partnerships.values():
            for before in partnership.follows:
                if before in chain:
                    chain[first(partnership.id)] = first(before)
        return {id: first(id) for id in chain}

    def tell_cuts(self) -> Section:
        cuts = list_cuts(self.registry)
        findings = [
            Finding(
                self.say(
                    "cut",
                    n=len(cut.pieces),
                    name=self.name("o", cut.organisation),
                    sizes=self.speaker.weave_list(
                        [self.number(len(p.organisations)) for p in cut.pieces]
                    ),
                ),
                tuple(self.say_piece(piece) for piece in cut.pieces),
            )
            for cut in cuts[:CUTS]
        ]
        findings += map(Finding, self.counted("cuts_more", max(0, len(cuts) - CUTS)))
        if not cuts and any(len(members) > 1 for members in self.members.values()):
            findings = [Finding(self.say("cuts_none"))]
        caveat = self.say("cuts_means") if findings else ()
        return Section(self.word("title_cuts"), tuple(findings), caveat)

    def say_piece(self, piece: Piece) -> Sentence:
        seats = [self.say_seat(seat) for seat in piece.seats]
        said = self.say(
            "piece",
            members=self.names("o", piece.organisations),
            seats=self.speaker.weave_list(seats),
        )
        only = piece.seats[0]
        if len(piece.seats) > 1 or only.certainty == "high":
            return said
        one = only.partnership.certainty == "high" and len(only.unsure) == 1
        return (*said, " ", *self.say("rests" if one else "rests_table"))

    def say_seat(self, seat: Seat) -> Sentence:
        table = self.name("p", seat.partnership.id)
        certainty = self.speaker.say(f"common.certainty_{seat.certainty}")
        if seat.unsure and seat.partnership.certainty == "high":
            names = self.names("o", [one.organisation for one in seat.unsure])
            return self.say("seat_unsure", table=table, names=names, certainty=certainty)
        return self.say("seat", table=table, certainty=certainty)

    def tell_apart(self) -> tuple[Finding, ...]:
        registry = self.registry
        parts = list_parts(registry)
        sizes = [len(part) for part in parts if len(part) > 1]
        isolates = [part[0] for part in parts if len(part) == 1]
        used = {id for p in registry.partnerships.values() for id in self.cited(p)}
        findings: list[Sentence] = []
        if len(sizes) > 1:
            findings.append(
                self.say("parts", n=len(sizes), sizes=self.join_sizes(sizes), here=self.here())
            )
        elif sizes:
            findings.append(self.say("part", n=sizes[0]))
        if isolates:
            names = self.names("o", self.by_name(isolates))
            said = self.say("isolates", n=len(isolates), here=self.here(), names=names)
            findings.append((*said, " ", *self.say("isolates_mean")))
        memberless = [id for id, members in self.members.items() if not members]
        unused = [id for id in registry.sources if id not in used]
        if memberless:
            findings.append(
                self.say("memberless", n=len(memberless), names=self.names("p", memberless))
            )
        if unused:
            findings.append(self.say("unused", n=len(unused), names=self.names("s", unused)))
        return tuple(map(Finding, findings))

    def tell_unknown(self) -> tuple[Finding, ...]:
        partnerships = self.registry.partnerships.values()
        memberships = [member for members in self.members.values() for member in members]
        counts = (
            ("incomplete", sum(p.members_known == "some" for p in partnerships)),
            ("undated", sum(p.period is None for p in partnerships)),
            ("groups", sum(len(p.groups) for p in partnerships)),
            ("inferred", sum(m.certainty != "high" for m in memberships)),
            ("once", sum(len(self.cited(p)) == 1 for p in partnerships)),
            ("placeless", sum(o.region is None for o in self.registry.organisations.values())),
            ("undated_documents", sum(not s.date for s in self.registry.sources.values())),
        )
        return tuple(Finding(said) for key, n in counts for said in self.counted(key, n))

    def cited(self, partnership: Partnership) -> set[str]:
        """Say which documents speak of a partnership or of a membership of it."""
        passages = [*partnership.evidence]
        for member in self.members[partnership.id]:
            passages += member.evidence
        return {passage.source for passage in passages}

    def counted(self, key: str, n: int) -> list[Sentence]:
        """Say a sentence about a number of things; nothing where there are none."""
        return [self.say(key, n=n)] if n else []

    def count(self, key: str, n: int) -> str:
        return self.speaker.say(f"common.{key}", n=n)

    def number(self, n: int) -> Sentence:
        return (self.speaker.number(n),)

    def here(self) -> Sentence:
        return self.say("here", n=len(self.registry.sources))

    def name(self, kind: str, id: str) -> Name:
        registry = self.registry
        text = {
            "o": lambda: registry.organisations[id].name,
            "p": lambda: registry.partnerships[id].name,
            "s": lambda: registry.sources[id].title,
        }[kind]()
        return Name(self.refs[kind][id], clean_text(text))

    def by_name(self, ids: Iterable[str]) -> list[str]:
        organisations = self.registry.organisations
        return sorted(ids, key=lambda id: (organisations[id].name.casefold(), id))

    def names(self, kind: str, ids: Sequence[str]) -> Sentence:
        """Put names in a row; beyond `NAMES` it is said how many more there are."""
        return self.speaker.weave_list([(self.name(kind, id),) for id in ids], NAMES)

    def join_sizes(self, sizes: Sequence[int]) -> Sentence:
        """Put sizes in a row; of many, the largest."""
        return self.speaker.weave_list([self.number(size) for size in sizes], NAMES)
