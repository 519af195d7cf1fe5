"""Changing what a card holds before it is accepted: in an editor, or field by field."""

from collections.abc import Sequence
from typing import Any

import click

from graph.desk.entries import Entry, read_entries, write_entries
from graph.model.certainty import CERTAINTIES
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.terminal import show

_NOTHING = "-"


def edit_entries(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """
    Let a curator edit entries in the editor of the system, as YAML.

    Raises:
        SourceError: There is no editor, or what comes back is no entry.
    """
    try:
        text = click.edit(write_entries(entries), extension=".yaml")
    except click.ClickException as error:
        raise SourceError(Message("desk.no_editor", why=error.format_message())) from error
    return entries if text is None else read_entries(text, "EDITOR")


def ask_fields(entries: tuple[Entry, ...], speaker: Speaker) -> tuple[Entry, ...]:
    """
    Ask each field of the last entry that is a text or a list of texts.

    An empty answer leaves a field as it is, and a hyphen takes it away.
    """
    *first, last = entries
    click.echo(speaker.say("desk.ask_fields"))
    id = click.prompt("id", default=last.id, show_default=True).strip()
    fields: dict[str, Any] = {}
    for key, value in last.fields.items():
        several = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if not isinstance(value, str) and not several:
            fields[key] = value
            continue
        shown = ", ".join(value) if several else str(value)
        answer = click.prompt(key, default=show(shown), show_default=True).strip()
        if answer == show(shown):
            fields[key] = value
        elif answer != _NOTHING:
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            fields[key] = parts if several else answer
    return (*first, Entry(last.section, id, fields))


def turn_certainty(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Turn the certainty of a partnership: from low to high, to medium, to low again."""
    *first, last = entries
    if last.section != "partnerships":
        return tuple(entries)
    now = last.fields.get("certainty", CERTAINTIES[0])
    place = CERTAINTIES.index(now) + 1 if now in CERTAINTIES else 0
    following = CERTAINTIES[place % len(CERTAINTIES)]
    return (*first, Entry(last.section, last.id, {**last.fields, "certainty": following}))
