"""`collabgraph review`."""

import os
import shutil
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, data_option, language_option
from graph.cli.refusal import Refusal
from graph.model.errors import GraphError
from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.terminal import show, show_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.desk.card import Card
    from graph.desk.session import Session

ACTIONS = (
    *("accept", "reject", "unsure", "skip", "edit", "fields"),
    *("certainty", "difference", "undo", "quit"),
)
"""What can be done with a card; the words of a language give each its key."""

WITH_DATA = ("edit", "fields", "certainty", "difference")
"""What a reader who judges blind cannot do: it would show the data, or change what is judged."""

_STOPPED = 130  # exit code, as of any program that Ctrl-C stops


@click.command("review", cls=Command, example="collabgraph review")
@data_option
@click.option("--by", metavar="NAME", default="")
@click.option("--blind", is_flag=True)
@language_option
def command(data: str, by: str, blind: bool, language: str | None) -> None:
    """Go through what is proposed, a card at a time, a key a decision."""
    from graph.desk.desk import open_desk
    from graph.desk.session import Session
    from graph.read.git import read_user
    from graph.write.files import write_files
    from graph.write.lock import lock_folder

    if not is_terminal():
        raise Refusal(Message("usage.no_terminal"))
    folder = Path(data).resolve().parent
    by = by.strip() or read_user(folder)
    if not by:
        raise Refusal(Message("usage.no_reader"))
    desk = open_desk(data, blind=by if blind else "")
    speaker = choose_speaker(language, desk.registry.language)

    def keep(make: "Callable[[], Mapping[Path, bytes]]") -> None:
        with lock_folder(folder):
            write_files(make())

    session = Session(desk, by=by, date=read_date().isoformat(), keep=keep, blind=blind)
    stopped = _Review(session, speaker, blind=blind).run()
    if stopped:
        raise SystemExit(_STOPPED)


def is_terminal() -> bool:
    """Tell whether there is somebody who sees the cards and presses keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def read_date() -> date:
    """Give the date of today, or that of SOURCE_DATE_EPOCH where it is set."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.fromtimestamp(int(fixed), UTC).date()
    return date.today()


class _Review:
    def __init__(self, session: "Session", speaker: Speaker, *, blind: bool) -> None:
        self._session, self._speaker = session, speaker
        actions = [one for one in ACTIONS if not blind or one not in WITH_DATA]
        self._actions = {speaker.say(f"desk.keys.{one}"): one for one in actions}
        self._counts: Counter[str] = Counter()
        self._is_changed = False  # the card that is shown, by the curator

    def run(self) -> bool:
        """Show cards until there are none, or the curator stops; True where Ctrl-C did."""
        stopped = False
        try:
            while card := self._session.next_card():
                if not self._ask(card):
                    break
        except (EOFError, KeyboardInterrupt) as error:
            stopped = isinstance(error, KeyboardInterrupt)
            click.echo()
        finally:
            self._conclude()
        return stopped

    def _ask(self, card: "Card") -> bool:
        """Show a card until it is decided; False to stop."""
        self._is_changed = False
        self._show(card)
        while True:
            key = click.getchar().lower()
            if not key:
                raise EOFError
            action = self._actions.get(key)
            if action == "quit":
                return False
            try:
                changed = self._act(card, action, key)
            except GraphError as error:
                click.echo(self._say("desk.refused", why=show_lines(error.say(self._speaker))))
                changed = self._draw_again(card)
            except click.Abort:
                click.echo(f"\n{self._list_keys()}")
                changed = card
            if changed is None:
                return True
            if changed is not card:
                card = changed
                self._show(card)

    def _draw_again(self, card: "Card") -> "Card | None":
        """Draw a card from the files as they are now, with what the curator changed in it."""
        fresh = self._session.next_card()
        if fresh is None or fresh.proposal != card.proposal:
            return None
        if not self._is_changed:
            return fresh
        return fresh._replace(outcome=fresh.outcome._replace(entries=card.outcome.entries))

    def _act(self, card: "Card", action: str | None, key: str) -> "Card | None":
        """Do what a key asks; the card that is shown then, None for the next one."""
        session = self._session
        match action:
            case "accept":
                session.accept(card)
            case "reject" | "unsure":
                session.judge(card, action)
            case "skip":
                session.skip()
            case "undo":
                if not session.undo():
                    click.echo(self._say("desk.undo_empty"))
                    return card
            case "edit" | "fields" | "certainty":
                return self._change(card, action)
            case "difference":
                self._show_difference(card)
                return card
            case _:
                return self._choose_near(card, key)
        self._count(card, action)
        return None

    def _choose_near(self, card: "Card", key: str) -> "Card | None":
        places = {str(place): id for place, (id, _) in enumerate(card.near, 1)}
        if key not in places:
            click.echo(self._list_keys())
            return card
        self._session.accept_as(card, places[key])
        self._count(card, "accept")
        return None

    def _change(self, card: "Card", action: str) -> "Card":
        from graph.cli.changing import ask_fields, edit_entries, turn_certainty

        outcome = card.outcome
        match action:
            case "certainty":
                entries = turn_certainty(outcome.entries)
            case "edit" if os.environ.get("VISUAL") or os.environ.get("EDITOR"):
                entries = edit_entries(outcome.entries)
            case _:
                entries = ask_fields(outcome.entries, self._speaker)
        if entries == outcome.entries:
            return card
        self._is_changed = True
        return card._replace(outcome=outcome._replace(entries=entries))

    def _show(self, card: "Card") -> None:
        from graph.write.answers.review import lay_out_card

        width = shutil.get_terminal_size().columns
        click.echo()
        click.echo(lay_out_card(card, self._speaker, left=self._session.left, width=width))
        click.echo()
        click.echo(self._list_keys())

    def _show_difference(self, card: "Card") -> None:
        from graph.write.changed import format_difference

        before, after = self._session.preview(card)
        name = self._session.file
        click.echo(format_difference(before, after, name))
        click.echo(self._list_keys())

    def _list_keys(self) -> str:
        from graph.write.answers.review import lay_out_keys

        width = shutil.get_terminal_size().columns
        return lay_out_keys(self._actions, self._speaker, width=width)

    def _count(self, card: "Card", action: str) -> None:
        self._counts[action] += 1
        click.echo(show(self._say(f"desk.done.{action}", name=card.proposal.name)))

    def _conclude(self) -> None:
        if not self._session.left:
            click.echo(self._say("desk.all_done"))
        counts = {one: self._counts[one] for one in ("accept", "reject", "unsure", "skip", "undo")}
        click.echo(self._say("desk.concluded", left=self._session.left, **counts))

    def _say(self, key: str, **values: int | str) -> str:
        return self._speaker.say(key, **values)
