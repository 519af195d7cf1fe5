"""What every finding stands on: the registry, its network, its undertakings, and a language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model.certainty import Certainty, least_sure
from graph.model.records import (
    Membership,
    Organisation,
    Partnership,
    Registry,
    Term,
    Tie,
)
from graph.network.incidence import Incidence
from graph.network.measure import Measures, measure_network
from graph.words.speak import Speaker
from graph.write.reports.value import Cell, Column, Method, Named, Section, Sentence, Table

Seat = tuple[Partnership, Membership]
"""One organisation at one table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """
    One registry, made ready for the findings.

    `seats`: the tables of each organisation, by id of the partnership.
    `undertakings`: for each partnership the first id of the chain of `follows` it belongs to.
    """

    registry: Registry
    speaker: Speaker
    measures: Measures
    ties: tuple[Tie, ...]
    seats: Mapping[str, tuple[Seat, ...]]
    undertakings: Mapping[str, str]

    def say(self, key: str, **values: int | float | str) -> str:
        """Say one thing of the report in its language."""
        return self.speaker.say(f"report.{key}", **values)

    def organisation(self, id: str) -> Named:
        """Name an organisation."""
        return Named(kind="organisation", id=id, name=self.registry.organisations[id].name)

    def organisations(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """Name organisations, by name."""
        return tuple(sorted(map(self.organisation, ids), key=by_name))

    def partnership(self, partnership: Partnership) -> Named:
        """Name a partnership."""
        return Named(kind="partnership", id=partnership.id, name=partnership.name)

    def term(self, kind: str, id: str) -> Named:
        """Name a word of the vocabulary: `kind` is types, kinds, roles, themes or regions."""
        terms: Mapping[str, Term] = getattr(self.registry.vocabulary, kind)
        return Named(kind=kind, id=id, name=terms[id].label(self.speaker.language))

    def certainty(self, partnership: Partnership, membership: Membership) -> Named:
        """Name how sure a seat is."""
        sure = certainty_of(partnership, membership)
        return Named(kind="certainty", id=sure, name=self.speaker.say(f"common.certainty_{sure}"))

    def answer(self, id: str) -> Named:
        """Name an answer that is no value: `not_known`, `no_cut`, `consecutive`, …"""
        return Named(kind="answer", id=id, name=self.say(id))

    def number(self, value: float | None) -> str:
        """Write a number, or say that it is not defined."""
        return self.say("not_defined") if value is None else self.speaker.number(value)

    def names(self, named: Iterable[Named]) -> str:
        """Put names in a row."""
        return self.speaker.join([one.name for one in named])

    def basis(self, partnership: Partnership, membership: Membership) -> str:
        """Say which lines of which documents a seat rests on."""
        lines: dict[str, set[int]] = {}
        for evidence in membership.evidence or partnership.evidence:
            lines.setdefault(evidence.source, set()).add(evidence.line)
        return "; ".join(
            self.say("lines", source=source, lines=", ".join(map(str, sorted(found))))
            for source, found in sorted(lines.items())
        )

    def finding(self, key: str, **values: int | float | str) -> Sentence:
        """Make a sentence that says what was found."""
        return Sentence(text=self.say(key, **values))

    def caveat(self, key: str, **values: int | float | str) -> Sentence:
        """Make a sentence that says how not to read it."""
        return Sentence(text=self.say(key, **values), kind="caveat")

    def table(
        self, id: str, columns: str, rows: Iterable[tuple[Cell, ...]], numbers: str = ""
    ) -> Table:
        """Make a table; `columns` and `numbers` are ids split by blanks."""
        return Table(
            id=id,
            caption=self.say(f"table_{id}"),
            columns=tuple(
                Column(id=name, heading=self.say(f"column_{name}"), number=name in numbers.split())
                for name in columns.split()
            ),
            rows=tuple(rows),
        )

    def method(self, id: str, reference: str) -> Method:
        """Say how a figure is made, and where that is written."""
        return Method(
            name=self.say(f"method_{id}_name"),
            formula=self.say(f"method_{id}_formula"),
            unit=self.say(f"method_{id}_unit"),
            reference=reference,
        )

    def section(
        self,
        id: str,
        parts: Iterable[Sentence | Table],
        *,
        brief: Iterable[str] = (),
        figures: Mapping[str, int | float | None] | None = None,
        methods: Iterable[Method] = (),
    ) -> Section:
        """Make a section; a table without rows is left out."""
        return Section(
            id=id,
            title=self.say(f"section_{id}"),
            parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
            brief=tuple(brief),
            figures=figures or {},
            methods=tuple(methods),
        )


def lay_ground(registry: Registry, speaker: Speaker, whole: Registry) -> Ground:
    """
    Make a registry ready.

    Args:
        registry: What the report is about.
        speaker: Who says it.
        whole: The data before any filter: chains of phases are read from it.
    """
    incidence = Incidence(registry)
    seats: dict[str, list[Seat]] = {id: [] for id in registry.organisations}
    for partnership in sorted(registry.partnerships.values(), key=lambda p: p.id):
        for membership in partnership.memberships:
            seats[membership.organisation].append((partnership, membership))
    return Ground(
        registry=registry,
        speaker=speaker,
        measures=measure_network(incidence),
        ties=tuple(incidence.ties()),
        seats={id: tuple(found) for id, found in sorted(seats.items())},
        undertakings=find_undertakings(whole),
    )


def find_undertakings(registry: Registry) -> dict[str, str]:
    """Find for each partnership the first id among the phases that it hangs together with."""
    first = {id: id for id in registry.partnerships}

    def find(id: str) -> str:
        while first[id] != id:
            id = first[id]
        return id

    for id, partnership in sorted(registry.partnerships.items()):
        for earlier in partnership.follows:
            if earlier in first:
                one, other = sorted((find(id), find(earlier)))
                first[other] = one
    return {id: find(id) for id in first}


def certainty_of(partnership: Partnership, membership: Membership) -> Certainty:
    """Take the least sure of a partnership and a membership in it."""
    return least_sure(partnership.certainty, membership.certainty)


def is_inferred(seat: Seat) -> bool:
    """Tell whether a seat is less than stated."""
    return certainty_of(*seat) != "high"


def list_inferred(ground: Ground) -> list[Seat]:
    """List the seats that are less than stated, by organisation."""
    return [seat for seats in ground.seats.values() for seat in seats if is_inferred(seat)]


def by_name(named: Named | Organisation | Partnership) -> tuple[str, str]:
    """Sort by name, whatever the case."""
    return (named.name.casefold(), named.id)
