"""How much a command says beside its answer: `--quiet`, `--verbose`, or as much as is usual."""

from time import monotonic
from typing import Literal

import click
from click.core import ParameterSource

from graph.cli.language import get_speaker
from graph.write.terminal import show

Loudness = Literal["quiet", "usual", "verbose"]

_KEY = "graph.cli.loudness"
_SHORT = {"quiet": "-q", "verbose": "-v"}
_SOURCES = {
    ParameterSource.COMMANDLINE: "line",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT_MAP: "settings",
    ParameterSource.DEFAULT: "usual",
}


def make_loudness_options() -> list[click.Option]:
    """Make `--quiet` and `--verbose`; of two that are given the first counts."""
    return [
        click.Option([f"--{name}", short], is_flag=True, expose_value=False, callback=_set_loudness)
        for name, short in _SHORT.items()
    ]


def get_loudness() -> Loudness:
    """Give how much the command says that runs; as much as is usual outside of one."""
    context = click.get_current_context(silent=True)
    found: Loudness = context.meta.get(_KEY, "usual") if context else "usual"
    return found


def say_done(text: str) -> None:
    """Say what was done, unless nobody wants to know."""
    if get_loudness() != "quiet":
        click.echo(text)


class Account:
    """What a command says at its end where it is `--verbose`: which data it took, and how long."""

    def __init__(self) -> None:
        self._began = monotonic()

    def give(self, context: click.Context) -> None:
        """Say it on stderr."""
        if get_loudness() != "verbose":
            return
        speaker = get_speaker(context)
        for option in ("data", "language", "output"):
            value, source = context.params.get(option), context.get_parameter_source(option)
            if value and source in _SOURCES:
                said = speaker.say(f"help.sources.{_SOURCES[source]}")
                click.echo(show(f"{option}: {value} ({said})"), err=True)
        seconds = speaker.number(round(monotonic() - self._began, 2))
        click.echo(speaker.say("help.took", seconds=seconds), err=True)


def _set_loudness(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        context.meta.setdefault(_KEY, option.name)
