"""`collabgraph init`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.loudness import say_done
from graph.cli.printing import write
from graph.cli.types import AnyFolder, Choice
from graph.model.errors import ExportError
from graph.model.message import Message
from graph.start import LANGUAGES, make_project
from graph.words.speak import Speaker
from graph.write.terminal import show_lines


@click.command("init", cls=Command, example="collabgraph init my-region --language en")
@click.argument("folder", metavar="[DIR]", default=".", type=AnyFolder())
@click.option("--language", type=Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
def command(folder: Path, language: str) -> None:
    """Start a project in a folder: a data file with comments, and the document that it cites."""
    contents = {folder / name: content for name, content in make_project(language).items()}
    for path in contents:
        if path.exists() or path.is_symlink():
            raise ExportError(Message("write.there", file=str(path)))
    write(contents)
    speaker = Speaker(language)
    lines = [speaker.say("desk.started", n=len(contents), place=str(folder))]
    lines += [f"  {path}" for path in contents]
    lines.append(speaker.say("desk.start_next"))
    say_done(show_lines("\n".join(lines)))
