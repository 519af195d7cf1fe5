"""The group of all commands: reads each when it is called, and turns errors into messages."""

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from graph import __version__
from graph.cli.language import find_language, get_speaker
from graph.model.errors import DataError, GraphError
from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.terminal import show_lines

COMMANDS = {
    "init": "Start a project: a data file and a document that builds at once.",
    "build": "Write the page and both GraphML files.",
    "check": "Check the curated file: every problem and warning.",
    "neighbours": "Say with whom an organisation shares a partnership.",
    "why": "Say which partnerships two organisations share.",
    "show": "Show everything about one organisation, partnership or source.",
    "path": "Find the shortest chains of partnerships between two organisations.",
    "list": "List organisations, partnerships, sources or ties.",
    "metrics": "Measure where each organisation stands.",
    "report": "Tell the findings in sentences and tables.",
    "diff": "Say what changed between two versions of the file.",
    "export": "Write one graph in one format.",
    "migrate": "Write the curated file in the present version of its format.",
}
"""Each command stands in a file of its name, and is read when it is called."""


class Failure(click.ClickException):
    """A GraphError on its way to the user: exit code 1."""

    def __init__(self, error: GraphError, speaker: Speaker) -> None:
        said = show_lines(error.say(speaker))
        if not isinstance(error, DataError):  # problems stay bare, so that an editor can jump there
            said = Message("error", said=said).say(speaker)
        super().__init__(said)

    def show(self, file: Any = None) -> None:
        """Print what went wrong."""
        click.echo(self.message, err=True, file=file)


class Commands(click.Group):
    """Reads a command when it is called; the one place where a GraphError becomes a message."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read the file of a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"graph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help, without reading their files."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and turn what can go wrong into a message and exit code 1."""
        try:
            return super().invoke(ctx)
        except GraphError as error:
            raise Failure(error, get_speaker()) from error

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Make text UTF-8, choose who speaks, and let a stop from outside clean up first."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        signal.signal(signal.SIGTERM, _stop)
        if "_COLLABGRAPH_COMPLETE" in os.environ:
            import graph.cli.completion  # noqa: F401 - bash gets names with their blanks quoted
        language = find_language(sys.argv[1:] if args is None else args, os.environ)
        return super().main(args, *rest, obj=Speaker(language), **extra)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="collabgraph")
def main() -> None:
    """
    Show who works with whom, through which partnership, and which document says so.

    \b
    Example:
      collabgraph neighbours "gemeente utrecht"
    """


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)
