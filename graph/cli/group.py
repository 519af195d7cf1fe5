"""The group of all commands: reads each when it is called, and turns errors into messages."""

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from graph import __version__
from graph.cli.command import Spoken
from graph.cli.language import find_language, get_speaker
from graph.cli.settings import Settings, read_settings
from graph.cli.streams import guard_answer, prepare_streams
from graph.model.errors import DataError, GraphError, merge_places, nearest
from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.terminal import show_lines

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = (
    "init",
    "add",
    "scan",
    "propose",
    "import",
    "review",
    "agreement",
    "build",
    "serve",
    "check",
    "neighbours",
    "why",
    "show",
    "path",
    "list",
    "metrics",
    "report",
    "compare",
    "diff",
    "export",
    "extract",
    "migrate",
)
"""Each command stands in a file of its name, and is read when it is called."""

NO_CONFIG = "--no-config"


class Failure(click.ClickException):
    """A GraphError on its way to the user: exit code 1."""

    def __init__(self, error: GraphError, speaker: Speaker) -> None:
        if isinstance(error, DataError):  # problems stay bare, so that an editor can jump there
            from graph.write.answers.problems import say_problem

            source, problems = error.source, merge_places(error.problems)
            said = "\n".join(say_problem(problem, source, speaker) for problem in problems)
        else:
            said = Message("error", said=error.say(speaker)).say(speaker)
        super().__init__(show_lines(said))

    def show(self, file: Any = None) -> None:
        """Print what went wrong."""
        click.echo(self.message, err=True, file=file)


class Stopped(click.ClickException):
    """Ctrl-C, or no more answers to questions: with the exit code of any program that it stops."""

    exit_code = 130

    def __init__(self, speaker: Speaker) -> None:
        super().__init__(speaker.say("help.stopped"))

    def show(self, file: Any = None) -> None:
        """Print that the command stopped, below what was typed."""
        click.echo(f"\n{self.message}", err=True, file=file)


class Commands(Spoken, click.Group):
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

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does, and each command."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help, without reading their files."""
        speaker = get_speaker(ctx)
        with formatter.section(speaker.say("help.commands")):
            formatter.write_dl([(name, _say_short(name, speaker)) for name in COMMANDS])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer the commands, each with what it does, and the options."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            if item.value in COMMANDS:
                item.help = _say_short(item.value, get_speaker(ctx))
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from graph.cli.refusal import Refusal, suggest_words

            hint = suggest_words(nearest(name, COMMANDS))
            raise Refusal(Message("usage.no_command", name=repr(name), hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and turn what can go wrong into a message and exit code 1."""
        try:
            return super().invoke(ctx)
        except GraphError as error:
            raise Failure(error, get_speaker(ctx)) from error
        except (click.Abort, KeyboardInterrupt, EOFError) as error:
            raise Stopped(get_speaker(ctx)) from error

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Make text UTF-8, choose who speaks, and let a stop from outside clean up first."""
        prepare_streams()
        _obey_stops()
        if "_COLLABGRAPH_COMPLETE" in os.environ:
            import graph.cli.completion  # noqa: F401 - bash gets names with their blanks quoted
        given = sys.argv[1:] if args is None else args
        settings, error = _read_settings(given)
        speaker = Speaker(find_language(given, os.environ, settings.language))
        if error:
            Failure(error, speaker).show()
            sys.exit(1)
        more = {"obj": speaker, "default_map": settings.list_defaults(COMMANDS), **extra}
        run = super().main
        return guard_answer(lambda: run(args, *rest, **more), speaker)


@click.group(
    "collabgraph",
    cls=Commands,
    example='collabgraph neighbours "gemeente utrecht"',
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="collabgraph")
@click.option(NO_CONFIG, is_flag=True, expose_value=False)
def main() -> None:
    """Run the command that the command line names."""


def _read_settings(arguments: Sequence[str]) -> tuple[Settings, GraphError | None]:
    """Read what the project sets, or what is wrong with it; a shell that completes gets neither."""
    if NO_CONFIG in arguments:
        return Settings(), None
    try:
        return read_settings(Path.cwd()), None
    except GraphError as error:
        return Settings(), None if "_COLLABGRAPH_COMPLETE" in os.environ else error


def _say_short(name: str, speaker: Speaker) -> str:
    return speaker.say(f"help.{name}.short")


def _obey_stops() -> None:
    """End on SIGTERM and SIGHUP as on an error, cleaning up; `nohup` still has its way."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)
