"""What every answer is said with: the data that it is about, and somebody who speaks a language."""

from collections.abc import Iterable, Sequence

from graph.model.certainty import Certainty
from graph.model.ends import name_end
from graph.model.record import record
from graph.model.records import (
    Evidence,
    Membership,
    Partnership,
    Period,
    Registry,
    Relation,
    Source,
)
from graph.network.citations import find_told
from graph.query.groups import GroupPartner
from graph.query.terms import Terms
from graph.select.spoken import say_selection
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.screen import PLAIN, Screen
from graph.write.terminal import show

_COUNTS = {
    key.removeprefix("n_"): f"{use}.{key}"
    for use in ("common", "counts")
    for key in find_words(use, "en")
    if key.startswith("n_")
}
"""What can be counted, and where the text that counts it stands in the store."""


@record(frozen=True, slots=True)
class Wording:
    """
    Says what answers are made of, in the language of a speaker.

    `registry` is for names and for the words of lists: the whole data, or a selection of it.
    `screen` is what tables and links are written for.
    """

    registry: Registry
    speaker: Speaker
    screen: Screen = PLAIN

    def on(self, screen: Screen) -> "Wording":
        """Say the same for another screen."""
        return Wording(self.registry, self.speaker, screen)

    def say(self, key: str, **values: int | float | str) -> str:
        """Say one thing that stands under `answers` in the store of words."""
        return self.speaker.say(f"answers.{key}", **values)

    def count(self, number: int, what: str) -> str:
        """Say how many there are of something."""
        return count(self.speaker, number, what)

    def columns(self, *names: str) -> list[str]:
        """Say the headings of columns."""
        return [self.say(f"column_{name}") for name in names]

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[str] = ()
    ) -> str:
        """Lay out rows under the headings of columns; those of `numbers` are set to the right."""
        return self.screen.table(self.columns(*columns), rows, numbers=self.columns(*numbers))

    def name(self, id: str) -> str:
        """Name an organisation, a partnership or a group."""
        return show(name_end(self.registry, id))

    def term(self, terms: Terms, id: str) -> str:
        """Say a word of one of the lists that the data take their words from."""
        return show(getattr(self.registry.vocabulary, terms)[id].label(self.speaker.language))

    def terms(self, terms: Terms, ids: Iterable[str]) -> str:
        """Say words of a list in a row."""
        return ", ".join(self.term(terms, id) for id in ids)

    def certainty(self, certainty: Certainty) -> str:
        """Say how certain something is."""
        return self.speaker.say(f"common.certainty_{certainty}")

    def role(self, membership: Membership) -> str:
        """Say in what role an organisation takes part, and how certain that is."""
        return f"{self.term('roles', membership.role)}, {self.certainty(membership.certainty)}"

    def relation(self, relation: Relation) -> str:
        """Say a relation: who does what to whom."""
        origin, target = map(self.name, relation.ends)
        return f"{origin} {self.speaker.say(f'terms.relation_kinds.{relation.kind}')} {target}"

    def when(self, period: Period | None) -> str:
        """Say a period, or that none is known."""
        return self.speaker.date(period.text) if period else self.say("no_period")

    def status(self, partnership: Partnership) -> str:
        """Say a status as of when a document tells it: what ran then need not run today."""
        key = f"page.status_{partnership.status}"
        if partnership.status not in ("active", "planned"):
            return self.speaker.say(key)
        told = find_told(self.registry, partnership)
        if told is None:
            return self.speaker.say(f"{key}_undated")
        return f"{self.speaker.say(f'{key}_in')} {self.speaker.date(told)}"

    def here(self, selected: Registry | None = None) -> str:
        """Say how many documents there are, or registers, or sources where there are both."""
        sources = (selected or self.registry).sources
        return self.speaker.say(f"counts.here_{_name_kind(sources.values())}", n=len(sources))

    @property
    def source_column(self) -> str:
        """The name of the column that holds what an answer rests on."""
        return _name_kind(self.registry.sources.values())

    def selection(self, selected: Registry | None = None) -> str:
        """Say what was selected; empty where that is everything."""
        return show(say_selection(selected or self.registry, self.speaker))

    def select(self, said: str, selected: Registry | None = None) -> str:
        """Say behind something what was selected of it, where that is not everything."""
        selection = self.selection(selected)
        if not selection:
            return said
        return self.speaker.say("counts.here_selected", here=said, selection=selection)

    def scope(self, selected: Registry | None = None) -> str:
        """Say what an answer rests on: so many sources, and what was selected of them."""
        return self.select(self.here(selected), selected)

    def source(self, source: Source) -> str:
        """Say which document it is, in one line; a publisher of the same name is said once."""
        known = source.publisher and source.publisher != source.title
        publisher = f", {source.publisher}" if known else ""
        version = f", {self.say('version', version=source.version)}" if source.version else ""
        known_date = source.date or source.retrieved
        date = self.speaker.date(known_date) if known_date else self.say("no_date")
        return show(f"{source.title}{publisher}{version}, {date}")

    def sources(self, cited: Iterable[str]) -> str:
        """List documents and registers in a table, each with what it is."""
        rows = [[id, self.source(self.registry.sources[id])] for id in sorted(cited)]
        return self.table([self.source_column, "title"], rows)

    def passages(self, passages: Iterable[Evidence]) -> list[str]:
        """
        Say each passage below the document and line that it comes from.

        Words of the document itself stand between quotation marks; those of a summary and the
        cells of a row do not. Below it stands the address at which its document opens there,
        unless the line itself is a link.
        """
        lines = []
        for evidence in passages:
            source = self.registry.sources[evidence.source]
            where = say_lines(self.speaker, source, [(evidence.line,)])
            place, address = f"{self.source(source)}, {where}", source.links.get(evidence, "")
            words = show(evidence.quote.strip())
            lines.append(f"  {self.link(place, address)}:")
            is_quoted = not source.is_summary and source.kind == "document"
            lines.append(f"    {f'“{words}”' if is_quoted else words}")
            if address and not self.screen.links:
                lines.append(f"    {show(address)}")
        return lines

    def link(self, said: str, address: str | None) -> str:
        """Let what is said open an address, where there is one and the screen has links."""
        return self.screen.link(said, show(address)) if address else said

    def group_partners(self, found: Sequence[GroupPartner]) -> str:
        """Say who takes part without being named; empty where nobody does."""
        said = [
            f"{show(one.group.label)} ({self.count(len(one.partnerships), 'partnerships')})"
            for one in found
        ]
        return self.say("groups", names=", ".join(said)) if said else ""


def _name_kind(sources: Iterable[Source]) -> str:
    """Name what sources are: documents unless there is a register among them."""
    kinds = {source.kind for source in sources} or {"document"}
    return kinds.pop() if len(kinds) == 1 else "source"


def count(speaker: Speaker, number: int, what: str) -> str:
    """
    Say how many there are of something.

    >>> count(Speaker("en"), 1, "organisations"), count(Speaker("nl"), 1200, "ties")
    ('1 organisation', '1.200 verbindingen')
    """
    return speaker.say(_COUNTS[what], n=number)


def say_lines(speaker: Speaker, source: Source, passages: Sequence[tuple[int, ...]]) -> str:
    """
    Say where in a document passages stand: on lines or rows of it, or in the summary of these.

    Args:
        speaker: Who says it.
        source: The document.
        passages: The lines behind each passage, sorted.

    >>> told = Source(id="s", file="", title="Kust", original_file="", sha256="")
    >>> say_lines(Speaker("en"), told, [(17, 18, 19, 23), (33,)])
    'summary of lines 17-19, 23; 33'
    """
    lines = "; ".join(map(_say_range, passages))
    many = len(passages) > 1 or any(len(passage) > 1 for passage in passages)
    key = "summary" if source.is_summary else "stands"
    key = "row" if source.kind == "register" else key
    return speaker.say(f"answers.{key}", n=2 if many else 1, lines=lines)


def _say_range(lines: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
