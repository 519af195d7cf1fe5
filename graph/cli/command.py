"""A command whose help is said in the language of the user, from the store of words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from graph.cli.language import FLAG, VARIABLE, get_speaker, say_metavar
from graph.cli.loudness import Account, make_loudness_options
from graph.cli.types import Choice
from graph.model.message import Message
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, find_words

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Spoken(click.Command):
    """
    What speaks the language of the user; `example` is how it can be called.

    What it does stands under `help.<its name>.about` in the store, and what an option does there
    too, under the name of its flag, or else under `help.options`.
    """

    def __init__(self, *args: Any, example: str = "", **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.example = example

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name what it takes."""
        speaker = get_speaker(ctx)
        return [say_metavar(piece, speaker) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called."""
        prefix = get_speaker(ctx).say("help.usage") + " "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does, and an example."""
        speaker = get_speaker(ctx)
        example = f"\b\n{speaker.say('help.example')}\n  {self.example}"
        about = [speaker.say(f"help.{self.name}.about"), *self.describe_arguments(ctx), example]
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(about))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        with formatter.section(get_speaker(ctx).say("help.options_title")):
            formatter.write_dl(list(self.describe_options(ctx)))

    def describe_arguments(self, ctx: click.Context) -> Iterator[str]:
        """Say of each argument that is one of some words which there are."""
        speaker = get_speaker(ctx)
        for one in self.get_params(ctx):
            if isinstance(one, click.Argument) and isinstance(one.type, click.Choice):
                name = say_metavar(one.make_metavar(ctx), speaker)
                yield f"{name}: {_say_choices(one.type, speaker)}"

    def describe_options(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        """Say of each option how it is written, and what it does."""
        speaker = get_speaker(ctx)
        for option in self.get_params(ctx):
            record = isinstance(option, click.Option) and option.get_help_record(ctx)
            if isinstance(option, click.Option) and record:
                flags, _, value = record[0].rpartition(" ")
                written = f"{flags} {say_metavar(value, speaker)}" if flags else value
                said = [self.describe_option(option, speaker), _say_extra(option, ctx, speaker)]
                yield written, "  ".join(filter(None, said))

    def describe_option(self, option: click.Option, speaker: Speaker) -> str:
        """Say what an option does, whether it may come again, and its values if not shown."""
        flag = max(option.opts, key=len).lstrip("-").replace("-", "_")
        own, shared = f"help.{self.name}.{flag}", f"help.options.{flag}"
        said = [speaker.say(own if _has(own) else shared)]
        if option.multiple:
            said.append(speaker.say("help.repeat"))
        if option.metavar and isinstance(option.type, click.Choice):
            said.append(_say_choices(option.type, speaker))
        return " ".join(said)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer its options, each with what it does."""
        flags = {
            flag: option
            for option in self.get_params(ctx)
            if isinstance(option, click.Option)
            for flag in option.opts
        }
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            if item.value in flags:
                item.help = self.describe_option(flags[item.value], get_speaker(ctx))
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what follows its name; an option that waits for its completion stays out."""
        if ctx.resilient_parsing and args and args[-1].startswith("-"):
            args = args[:-1]
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            from graph.cli.refusal import refuse  # only where something is wrong

            raise refuse(error, ctx) from error


class Command(Spoken):
    """One command. It takes a language, if for errors and help alone, and how much it says."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        if not any(FLAG in parameter.opts for parameter in self.params):
            self.params.append(_make_language_option())
        self.params += make_loudness_options()

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and where it is asked for give an account of that."""
        account = Account()
        try:
            return super().invoke(ctx)
        finally:
            account.give(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what follows its name, and refuse what is too much."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from graph.cli.refusal import Refusal

            words = " ".join(rest)
            raise Refusal(
                Message("usage.extra" if len(rest) == 1 else "usage.extras", words=words), ctx
            )
        return rest


def _has(key: str) -> bool:
    try:
        find_words(key, "en")
    except KeyError:
        return False
    return True


def _say_choices(choice: "click.Choice[str]", speaker: Speaker) -> str:
    return speaker.say("help.one_of", values=", ".join(choice.choices))


def _make_language_option() -> click.Option:
    return click.Option(
        [FLAG], type=Choice(LANGUAGES), envvar=VARIABLE, show_envvar=True, expose_value=False
    )


def _say_extra(option: click.Option, ctx: click.Context, speaker: Speaker) -> str:
    extra = option.get_help_extra(ctx)
    said = []
    if "envvars" in extra:
        said.append(speaker.say("help.variable", names=", ".join(extra["envvars"])))
    if "default" in extra:
        said.append(speaker.say("help.default", value=str(extra["default"])))
    if "range" in extra:
        said.append(extra["range"])
    return f"[{'; '.join(said)}]" if said else ""
