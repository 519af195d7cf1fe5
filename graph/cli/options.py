"""What several commands take: the data file, the filters, the form of the answer, a name."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.language import FLAG, VARIABLE
from graph.model.certainty import CERTAINTIES
from graph.select.filter import Filter
from graph.select.filters import DEFAULTS, FILTERS, Selection
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from graph.model.records import Organisation, Registry

Command = Callable[..., None]


class NameType(click.ParamType[str]):
    """The name, alias or id of an organisation; completes to names."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read what was typed as UTF-8, whatever the locale makes of it."""
        return os.fsencode(value).decode("utf-8", "replace")

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the organisations with a name, alias or id that begins with what was typed."""
        from graph.cli.completion import complete_names

        return complete_names(_find_data(ctx), incomplete)


NAME = NameType()


class WordType(click.ParamType[str]):
    """An id that a filter takes; completes to those that the data have."""

    name = "id"

    def __init__(self, one: Filter) -> None:
        self.filter = one

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the ids of the list of words, or of the documents, that begin so."""
        from graph.cli.completion import complete_words

        return complete_words(_find_data(ctx), self.filter.value, incomplete)


def find_two(
    registry: "Registry", left: str, right: str, *, folded: bool
) -> "tuple[Organisation, Organisation]":
    """
    Find the two organisations that a question is about.

    Raises:
        click.UsageError: Both names are of one organisation.
    """
    from graph.query.names import find_organisation

    first = find_organisation(registry, left, folded=folded)
    second = find_organisation(registry, right, folded=folded)
    if first == second:
        raise click.UsageError(f"{left!r} and {right!r} are both {first.name!r}, name two")
    return first, second


data_option = click.option(
    "--data",
    default="entities.yaml",
    envvar="COLLABGRAPH_DATA",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    help="The curated file.",
)

_cache_option = click.option(
    "--no-cache",
    "cache",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Read and check a large file again, whatever is kept of it.",
)


def read_options(command: Command) -> Command:
    """Let a command take the data file, as `data`, and whether to use the cache, as `cache`."""
    return data_option(_cache_option(command))


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)


language_option = click.option(
    FLAG,
    type=click.Choice(LANGUAGES),
    envvar=VARIABLE,
    show_envvar=True,
    help="What to say it in; the language of the data unless given.",
)


def choose_speaker(language: str | None, named: object) -> Speaker:
    """
    Choose who says an answer: in the language asked for, else in the one that the data name.

    >>> choose_speaker(None, "nl"), choose_speaker("en", "nl"), choose_speaker(None, None)
    (Speaker(language='nl'), Speaker(language='en'), Speaker(language='en'))
    """
    return Speaker(language or (str(named) if named in LANGUAGES else "en"))


def selection_options(command: Command) -> Command:
    """Let a command take the filters, and hand them on as one `selection`."""

    @functools.wraps(command)
    def with_selection(**options: Any) -> None:
        given = {one.name: options.pop(one.name) for one in FILTERS}
        command(selection=Selection(**given), **options)

    extended: Command = with_selection
    for one in reversed(FILTERS):
        extended = _make_option(one)(extended)
    return extended


def _make_option(one: Filter) -> Callable[[Command], Command]:
    settings: dict[str, Any] = {"help": one.help, "default": DEFAULTS[one.name]}
    if one.takes_ids:
        settings |= {
            "help": f"{one.help} Repeat for more.",
            "type": WordType(one),
            "metavar": "ID",
            "multiple": True,
        }
    elif one.value == "flag":
        settings |= {"is_flag": True}
    elif one.value == "period":
        settings |= {"metavar": "EDTF"}
    elif one.value == "certainty":
        settings |= {"type": click.Choice(CERTAINTIES), "show_default": True}
    else:
        settings |= {"type": click.IntRange(min=1), "metavar": "N", "show_default": True}
    return click.option(one.flag, one.name, **settings)


def _find_data(ctx: click.Context) -> Path:
    return Path(ctx.params.get("data") or os.environ.get("COLLABGRAPH_DATA") or "entities.yaml")
