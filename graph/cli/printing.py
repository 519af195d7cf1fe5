"""How commands print and write."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.language import get_speaker
from graph.cli.loudness import get_loudness
from graph.cli.screen import find_screen
from graph.model.errors import ExportError
from graph.model.message import Message
from graph.write.answers.answer import Answer
from graph.write.answers.forms import format_answer
from graph.write.terminal import show

if TYPE_CHECKING:
    from graph.model.records import Registry
    from graph.select.filters import Selection
    from graph.write.files import Content


def print_answer(answer: Answer, form: str) -> None:
    """Print an answer in the form that was asked for."""
    print_text(format_answer(answer, form, find_screen(sys.stdout)))


def print_text(text: str) -> None:
    """Print text that ends its lines itself."""
    click.echo(text, nl=False)


def print_bytes(content: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def warn(warnings: Iterable[Message | str]) -> None:
    """Print warnings to stderr, in the language of the user, unless nobody wants to know."""
    if get_loudness() == "quiet":
        return
    speaker = get_speaker()
    severity = Message("severity.warning").say(speaker)
    for warning in warnings:
        said = warning.say(speaker) if isinstance(warning, Message) else warning
        click.echo(f"{severity}: {show(said)}", err=True)


def warn_of_nothing(registry: "Registry", selected: "Registry", selection: "Selection") -> None:
    """Warn where a selection leaves no partnership, and say which filter does so."""
    if not registry.partnerships or selected.partnerships:
        return
    from graph.select.selection import find_emptier, select_registry

    emptied_by = find_emptier(selection, lambda one: select_registry(registry, one).partnerships)
    warn([emptied_by] if emptied_by else [])


def write(contents: "Mapping[Path, Content]") -> None:
    """Write every file, or none."""
    from graph.write.files import write_files

    write_files(contents)


def write_together(place: Path, contents: Mapping[str, bytes]) -> None:
    """
    Write files into a new folder, or into a zip where the place ends in `.zip`: all, or none.

    Raises:
        ExportError: Something stands there that would be mixed with them.
    """
    if place.suffix.lower() == ".zip":
        from graph.write.zip import zip_files

        write({place: zip_files(contents)})
        return
    if place.is_file() or (place.is_dir() and any(place.iterdir())):
        raise ExportError(Message("write.there", file=str(place)))
    write({place / name: content for name, content in contents.items()})
