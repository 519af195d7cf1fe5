"""A review: card after card, each decision kept at once, none lost."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from graph.desk.card import Card, draw_card
from graph.desk.desk import Desk, change_desk, find_judgements, open_desk
from graph.desk.entries import SECTIONS, put_in
from graph.desk.judgements import (
    Judgement,
    add_judgement,
    drop_judgement,
    judge,
    list_pairs,
    list_verdicts,
    read_judgements,
)
from graph.desk.open import CLOSING, Settled
from graph.desk.order import Providers, order_proposals
from graph.desk.outcome import Drawing, Outcome
from graph.desk.proposal import Proposal
from graph.model.errors import SourceError
from graph.model.message import Message

Keep = Callable[[Callable[[], Mapping[Path, bytes]]], None]
"""Calls what gives files their bytes while nobody else writes, and writes them all or none."""


class _Step(NamedTuple):
    """What was done with a card: the files before and after it, and what was judged."""

    proposals: tuple[Proposal, ...]
    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]
    judged: tuple[Judgement, ...]


class Session:
    """
    One curator going through the open proposals of a data file.

    Args:
        desk: The data file with what lies beside it.
        by: Who judges.
        date: When.
        keep: How files are written.
        blind: Whether to judge apart from others: then the data stay as they are.
    """

    def __init__(self, desk: Desk, *, by: str, date: str, keep: Keep, blind: bool = False) -> None:
        self._by, self._date, self._keep, self._blind = by, date, keep, blind
        self._place = find_judgements(desk.place, by if blind else "")
        self._judged = _read(self._place)
        self._providers = Providers(desk.proposals)
        self._steps: list[_Step] = []
        self._take(desk)
        settled = () if blind else self._settled
        waiting = [
            one
            for one in desk.proposals
            if self._verdicts.get(one.id) not in CLOSING and one not in settled
        ]
        self._queue = deque(order_proposals(waiting, self._verdicts))

    @property
    def left(self) -> int:
        """How many cards there are still, as far as known; a skipped one is not."""
        return len(self._queue)

    @property
    def file(self) -> str:
        """The data file."""
        return str(self._desk.place)

    def next_card(self) -> Card | None:
        """
        Draw the card that is next, from the files as they are now.

        Raises:
            SourceError: Somebody else left a file that cannot be read.
            DataError: Somebody else left a file that breaks rules.
        """
        self._refresh()
        while self._queue:
            one = self._queue[0]
            closed = self._verdicts.get(one.id) in CLOSING
            if not closed and (self._blind or one not in self._settled):
                return draw_card(
                    one, self._desk, None if self._blind else self._drawing, self._pairs
                )
            self._queue.popleft()
        return None

    def preview(self, card: Card) -> tuple[bytes, bytes]:
        """
        Give the data file as it is, and as it would be.

        Raises:
            SourceError: The file leaves no place for the entries.
        """
        return self._desk.content, self._put_in(card.outcome)

    def accept(self, card: Card) -> None:
        """
        Put what a card holds into the data file, and note it.

        What looked like it and was not taken for it is noted as not the same.

        Raises:
            SourceError: The file changed since the card was drawn, or leaves no place.
            DataError: It would break rules; nothing is written.
            ExportError: A file cannot be written, or somebody else writes.
        """
        names = [name for _, name in card.near]
        pairs = [self._compare(card.proposal, name, "not same") for name in names]
        self._enter(card, card.outcome, pairs)

    def accept_as(self, card: Card, organisation: str) -> None:
        """Take a proposed organisation for one that is known: its name becomes an alias there."""
        outcome = self._drawing.draw_same(card.proposal, organisation)
        name = self._desk.registry.organisations[organisation].name
        self._enter(card, outcome, [self._compare(card.proposal, name, "same")])

    def judge(self, card: Card, verdict: str) -> None:
        """
        Note what was decided of a card, without a change of the data.

        Raises:
            ExportError: The file cannot be written, or somebody else writes.
        """
        self._note(card.proposal, verdict, lambda: {}, [self._judge(card.proposal, verdict)])

    def skip(self) -> None:
        """Leave a card for another time."""
        self._steps.append(_Step((self._queue.popleft(),), {}, {}, ()))

    def undo(self) -> bool:
        """
        Take back what was done last, and show that card again.

        Returns:
            False where nothing was done yet.

        Raises:
            SourceError: The data file was changed since by somebody else.
            ExportError: A file cannot be written, or somebody else writes.
        """
        if not self._steps:
            return False
        step = self._steps[-1]
        if step.after:
            self._keep(lambda: dict(self._take_back(step)))
        self._steps.pop()
        ids = {one.id for one in step.proposals}
        self._queue = deque([*step.proposals, *(one for one in self._queue if one.id not in ids)])
        return True

    def _take(self, desk: Desk) -> None:
        """Go on from another state of the files."""
        self._desk = desk
        self._verdicts = dict(list_verdicts(desk.judgements))
        self._pairs = dict(list_pairs(desk.judgements))
        self._settled = Settled(desk.registry)
        self._drawing = Drawing(desk, self._providers, self._verdicts)

    def _refresh(self) -> None:
        judged = _read(self._place)
        if _read(self._desk.place) != self._desk.content:
            blind = self._by if self._blind else ""
            self._take(open_desk(self._desk.place, blind=blind, proposals=self._desk.proposals))
        elif judged != self._judged:
            found = read_judgements(judged, str(self._place), self._desk.document) if judged else ()
            self._take(self._desk._replace(judgements=found))
        self._judged = judged

    def _put_in(self, outcome: Outcome) -> bytes:
        known = {section: getattr(self._desk.registry, section) for section in SECTIONS}
        return put_in(self._desk.content, str(self._desk.place), outcome.entries, known)

    def _enter(self, card: Card, outcome: Outcome, pairs: Iterable[Judgement]) -> None:
        ids = {entry.id for entry in outcome.entries}
        brought = tuple(one for id, one in outcome.brought if id in ids)
        judged = [*(self._judge(one, "accept") for one in (*brought, card.proposal)), *pairs]
        if self._blind:
            self._note(card.proposal, "accept", lambda: {}, judged)
            return
        desk = [self._desk]

        def make() -> Mapping[Path, bytes]:
            if _read(self._desk.place) != self._desk.content:
                raise SourceError(Message("desk.changed", file=str(self._desk.place)))
            content = self._put_in(outcome)
            desk[0] = change_desk(self._desk, content)
            return {self._desk.place: content}

        self._note(card.proposal, "accept", make, judged, brought)
        self._take(desk[0]._replace(judgements=self._desk.judgements))

    def _note(
        self,
        proposal: Proposal,
        verdict: str,
        make: Callable[[], Mapping[Path, bytes]],
        judged: Iterable[Judgement],
        brought: tuple[Proposal, ...] = (),
    ) -> None:
        """Write judgements, with what else changes, and go to the next card."""
        noted = tuple(judged)
        before: dict[Path, bytes] = {}
        after: dict[Path, bytes] = {}

        def make_all() -> Mapping[Path, bytes]:
            after.update(make())
            before.update({path: _read(path) for path in (*after, self._place)})
            content = before[self._place]
            for one in noted:
                content = add_judgement(content, one)
            after[self._place] = content
            return after

        self._keep(make_all)
        self._steps.append(_Step((*brought, proposal), before, after, noted))
        if before[self._place] == self._judged:
            self._judged = after[self._place]
        self._desk = self._desk._replace(judgements=(*self._desk.judgements, *noted))
        self._verdicts.update(list_verdicts(noted))
        self._pairs.update(list_pairs(noted))
        self._queue.popleft()

    def _take_back(self, step: _Step) -> Iterator[tuple[Path, bytes]]:
        for path, after in step.after.items():
            now = _read(path)
            if now == after:
                yield path, step.before[path] or _drop_all(now, step.judged)
            elif path == self._place:
                yield path, _drop_all(now, step.judged)
            else:
                raise SourceError(Message("desk.no_undo", file=str(path)))

    def _judge(self, proposal: Proposal, verdict: str) -> Judgement:
        return judge(proposal, verdict, by=self._by, date=self._date)

    def _compare(self, proposal: Proposal, name: str, verdict: str) -> Judgement:
        return Judgement(verdict, self._by, self._date, names=(proposal.name, name))


def _drop_all(content: bytes, judged: Iterable[Judgement]) -> bytes:
    """Take judgements out of their file, each where it stands last."""
    for one in judged:
        content = drop_judgement(content, one)
    return content


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
