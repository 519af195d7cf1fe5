"""What every section of the report is written from: the facts, and a language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from graph.findings.facts import Facts
from graph.findings.membership import MembershipId, identify
from graph.model.certainty import Certainty
from graph.model.ends import find_end, name_end
from graph.model.records import Evidence, RelationKind, Term
from graph.model.vocabulary import RELATION_KINDS
from graph.network.incidence import Incidence, Participation
from graph.scan.mentions import find_naming
from graph.words.speak import Speaker
from graph.write.reports.value import (
    Cited,
    Column,
    Fact,
    Method,
    Named,
    Passages,
    Row,
    Rows,
    Section,
    Sentence,
    Table,
)

T = TypeVar("T")

SENTENCES = 12
"""Organisations about which a section has a sentence each; its tables have the others."""

NAMES = 12
"""Names that a sentence gives before it says how many more there are."""


class Context:
    """The facts about one registry, with what it takes to write them down in one language."""

    def __init__(self, facts: Facts, speaker: Speaker) -> None:
        self.facts = facts
        self.speaker = speaker
        self.registry = facts.incidence.registry
        self._answers: dict[str, Named] = {}

    @property
    def incidence(self) -> Incidence:
        """Who takes part in what."""
        return self.facts.incidence

    def say(self, key: str, **values: int | float | str) -> str:
        """Say one thing of the report in its language."""
        return self.speaker.say(f"report.{key}", **values)

    def organisation(self, id: str) -> Named:
        """Name an organisation."""
        return Named(kind="organisation", id=id, name=self.registry.organisations[id].name)

    def organisations(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """Name organisations, by name."""
        return tuple(sorted(map(self.organisation, ids), key=by_name))

    def partnership(self, id: str) -> Named:
        """Name a partnership."""
        return Named(kind="partnership", id=id, name=self.registry.partnerships[id].name)

    def source(self, id: str) -> Named:
        """Name a document by its title."""
        return Named(kind="source", id=id, name=self.registry.sources[id].title)

    def end(self, id: str) -> Named:
        """Name an end of a relation: an organisation, a group or a partnership."""
        kind = type(find_end(self.registry, id)).__name__.lower()
        return Named(kind=kind, id=id, name=name_end(self.registry, id))

    def relation(self, kind: RelationKind) -> Named:
        """Name what one end of a relation does to the other."""
        name = RELATION_KINDS[kind].label(self.speaker.language)
        return Named(kind="relation_kinds", id=kind, name=name)

    def tellers(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """Name those whose people tell a document, by name; a filter may have left them out."""
        known = self.facts.whole.organisations
        named = (
            Named(kind="organisation", id=id, name=known[id].name) for id in ids if id in known
        )
        return tuple(sorted(named, key=by_name))

    def term(self, kind: str, id: str) -> Named:
        """Name a word of the vocabulary: `kind` is types, kinds, roles, themes or regions."""
        terms: Mapping[str, Term] = getattr(self.registry.vocabulary, kind)
        return Named(kind=kind, id=id, name=terms[id].label(self.speaker.language))

    def certainty(self, certainty: Certainty) -> Named:
        """Name how sure a claim is."""
        name = self.speaker.say(f"common.certainty_{certainty}")
        return Named(kind="certainty", id=certainty, name=name)

    def answer(self, id: str) -> Named:
        """Name an answer that is no value: `not_known`, `no_cut`, `consecutive`, …"""
        if id not in self._answers:  # one is given in a hundred thousand rows
            self._answers[id] = Named(kind="answer", id=id, name=self.say(id))
        return self._answers[id]

    def number(self, value: float | None) -> str:
        """Write a number, or say that it is not defined."""
        return self.say("not_defined") if value is None else self.speaker.number(value)

    def numbers(self, values: Iterable[int]) -> str:
        """Put numbers in a row; of many, the first."""
        return self.speaker.join([self.speaker.number(value) for value in values], NAMES)

    def names(self, named: Iterable[Named]) -> str:
        """Put names in a row; of many, the first, and how many more there are."""
        return self.speaker.join([one.name for one in named], NAMES)

    def membership(self, id: MembershipId) -> Participation:
        """Find a membership by its ids."""
        return self._participations[id]

    @cached_property
    def _participations(self) -> Mapping[MembershipId, Participation]:
        return {identify(one): one for one in self.incidence.participations()}

    def basis(self, id: MembershipId) -> str:
        """
        Say which lines of which documents a membership rests on.

        Those of its own passages; else those of the partnership's that name the organisation;
        where none does, as under "we", all of the partnership's.
        """
        one = self.membership(id)
        passages = one.evidence
        if not one.membership.evidence:
            organisation = self.registry.organisations[id.organisation]
            passages = find_naming(organisation, passages) or passages
        lines: dict[str, set[int]] = {}
        for evidence in passages:
            lines.setdefault(evidence.source, set()).add(evidence.line)
        return "; ".join(
            self.say("lines", source=source, where=self._say_lines(source, sorted(found)))
            for source, found in sorted(lines.items())
        )

    def _say_lines(self, source: str, lines: Sequence[int]) -> str:
        key = "summary" if self.registry.sources[source].is_summary else "stands"
        return self.speaker.say(f"answers.{key}", n=len(lines), lines=", ".join(map(str, lines)))

    def sources(self, evidence: Iterable[Evidence]) -> tuple[Named, ...]:
        """Name the documents that passages are from, each once, in the order of these."""
        return tuple(map(self.source, dict.fromkeys(one.source for one in evidence)))

    def passages(self, evidence: Iterable[Evidence]) -> Passages:
        """
        Say passages, each with its line and where its document opens at it.

        Words of the document itself stand between quotation marks; those of a summary do not.
        """
        return Passages(tuple(map(self._cite, evidence)))

    def _cite(self, passage: Evidence) -> Cited:
        words = passage.quote.strip()
        source = self.registry.sources[passage.source]
        where = self._say_lines(source.id, [passage.line])
        said = words if source.is_summary else f"“{words}”"
        return Cited(text=f"{where}: {said}", link=source.links.get(passage))

    def finding(self, key: str, **values: int | float | str) -> Sentence:
        """Make a sentence that says what was found."""
        return Sentence(text=self.say(key, **values))

    def caveat(self, key: str, **values: int | float | str) -> Sentence:
        """Make a sentence that says how not to read it."""
        return Sentence(text=self.say(key, **values), kind="caveat")

    def table(
        self,
        id: str,
        columns: str,
        items: Sequence[T],
        write: Callable[[T], Row],
        numbers: str = "",
    ) -> Table:
        """
        Make a table.

        Args:
            id: Of the table; its caption stands under it.
            columns: Ids split by blanks.
            items: One for each row.
            write: Makes the row of one; done for the rows that are asked for.
            numbers: Ids of the columns that hold numbers, split by blanks.
        """
        return Table(
            id=id,
            caption=self.say(f"table_{id}"),
            columns=tuple(
                Column(id=name, heading=self.say(f"column_{name}"), number=name in numbers.split())
                for name in columns.split()
            ),
            rows=Rows(items, write),
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
        facts: Mapping[str, Fact] | None = None,
        methods: Iterable[Method] = (),
    ) -> Section:
        """Make a section; a table without rows is left out."""
        return Section(
            id=id,
            title=self.say(f"section_{id}"),
            parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
            brief=tuple(brief),
            figures=figures or {},
            facts=facts or {},
            methods=tuple(methods),
        )


def by_name(named: Named) -> tuple[str, str]:
    """Sort by name, whatever the case."""
    return (named.name.casefold(), named.id)
