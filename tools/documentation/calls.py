"""The commands and options that pages name in passing: are they still there?"""

import re
import shlex
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import click

from documentation.links import list_prose
from graph.cli import COMMANDS, main
from graph.cli.command import Spoken
from graph.model.message import ENGLISH

_WHOLE = click.Context(main, help_option_names=["-h", "--help"])
_SPAN = re.compile(r"`([^`]+)`")
_CALL = re.compile(r"^(?:\s*|\$ )(collabgraph .*)")
_OPTION = re.compile(r"--[a-z][a-z-]*")


def check_calls(
    pages: Mapping[Path, str], root: Path, others: Collection[str] = ()
) -> Iterator[str]:
    """
    Say of every option that a page names and no command has where it stands, and what is near.

    Looked at are inline code that begins with a command, with `collabgraph` or with an option,
    and lines of code that begin with `collabgraph`.

    Args:
        pages: The text of every page by its path.
        root: The folder that they are named from.
        others: Options of other programs, which a page may name alone.
    """
    for path, text in pages.items():
        for line, call in list_calls(text):
            command, known = _find_known(call)
            for option in _OPTION.findall(call):
                if option not in known and (command or option not in others):
                    where = f"{path.relative_to(root).as_posix()}:{line}"
                    who = f"{command!r} has no option" if command else "no command has an option"
                    yield f"{where}: {who} {option!r}{_suggest(option, known)}"


def list_calls(text: str) -> list[tuple[int, str]]:
    """
    List what a page shows of the command line, each with its line.

    >>> list_calls("Use `diff --git REV` or `--fold`.\\n```\\ncollabgraph list ties\\n```")
    [(1, 'diff --git REV'), (1, '--fold'), (3, 'collabgraph list ties')]
    """
    found = [
        (number, span)
        for number, line in list_prose(text)
        for span in _SPAN.findall(line)
        if span.startswith("--") or span.split()[0] in ("collabgraph", *COMMANDS)
    ]
    for number, line in enumerate(text.split("\n"), 1):
        if call := _CALL.match(line):
            found.append((number, call[1]))
    return sorted(found, key=lambda one: one[0])


@cache
def list_options() -> Mapping[str, Mapping[str, str]]:
    """List the options of every command that still work, each with its help; "" is the whole."""
    commands = {"": main} | {name: main.get_command(_WHOLE, name) for name in COMMANDS}
    return {
        name: _read_options(command)
        for name, command in commands.items()
        if isinstance(command, Spoken)
    }


def _read_options(command: Spoken) -> dict[str, str]:
    options = command.get_params(click.Context(command, parent=_WHOLE))
    return {
        flag: command.describe_option(option, ENGLISH)
        for option in options
        if isinstance(option, click.Option) and not option.hidden
        for flag in option.opts
    }


def _find_known(call: str) -> tuple[str, set[str]]:
    words = _split(call)
    words = words[1:] if words[:1] == ["collabgraph"] else words
    name = words[0] if words and words[0] in COMMANDS else ""
    options = list_options()
    if name:
        return name, set(options[name])
    return "", {flag for flags in options.values() for flag in flags}


def _split(call: str) -> list[str]:
    try:
        return shlex.split(call)
    except ValueError:  # a quote that is open, as in a sentence
        return call.split()


def _suggest(option: str, known: set[str]) -> str:
    close = get_close_matches(option, sorted(known), 1, 0.7)
    return f", did you mean {close[0]!r}?" if close else ""
