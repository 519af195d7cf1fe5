"""A command line that cannot be read: what is wrong with it, in the language of the user."""

from collections.abc import Sequence
from typing import IO, Any

import click

from graph.cli.language import get_speaker, say_metavar
from graph.model.message import Message, Value, either


class Refusal(click.UsageError):
    """A call that makes no sense: exit code 2."""

    def __init__(self, said: Message, ctx: click.Context | None = None) -> None:
        super().__init__(str(said), ctx)
        self.said = said
        self.speaker = get_speaker(ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is called, where to find help, and what is wrong."""
        lines = [Message("error", said=self.said).say(self.speaker)]
        if self.ctx:
            hint = Message("usage.try", command=self.ctx.command_path, option="--help")
            lines = [self.ctx.get_usage(), hint.say(self.speaker), "", *lines]
        click.echo("\n".join(lines), err=True, file=file)


def refuse(error: click.UsageError, ctx: click.Context) -> click.UsageError:
    """Say in the language of the user what click finds wrong with a command line."""
    if isinstance(error, Refusal | click.exceptions.NoArgsIsHelpError):
        return error
    return Refusal(_explain(error, ctx), ctx)


def suggest_words(names: Sequence[str]) -> Value:
    """Turn the nearest options or commands into the tail of a message; nothing without any."""
    return Message("usage.did_you_mean", names=either([*map(repr, names)])) if names else ""


def _explain(error: click.UsageError, ctx: click.Context) -> Message:
    match error:
        case click.NoSuchOption():
            hint = suggest_words(error.possibilities or ())
            return Message("usage.no_option", name=repr(error.option_name), hint=hint)
        case click.MissingParameter(param=click.Argument() as argument):
            name = _name_parameter(argument, ctx)
            hint = argument.type.get_missing_message(argument, ctx) or ""
            return Message("usage.missing_argument", name=name, hint=hint)
        case click.BadParameter(param=click.Parameter() as param):
            name = _name_parameter(param, ctx)
            return Message("usage.bad_value", name=name, why=error.message)
        case click.BadOptionUsage():
            name = repr(error.option_name)
            return Message(
                "usage.takes_no_value" if _is_flag(error, ctx) else "usage.needs_value", name=name
            )
    return Message("usage.other", said=error.format_message())


def _name_parameter(param: click.Parameter, ctx: click.Context) -> str:
    if isinstance(param, click.Argument):
        return f"'{say_metavar(param.make_metavar(ctx), get_speaker(ctx))}'"
    return param.get_error_hint(ctx)


def _is_flag(error: click.BadOptionUsage, ctx: click.Context) -> bool:
    return any(
        isinstance(one, click.Option) and one.is_flag and error.option_name in one.opts
        for one in ctx.command.params
    )
