"""What several commands take: the data file, the filters, the form of the answer, a name."""

import functools
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graph.cli.language import FLAG, VARIABLE
from graph.cli.types import NAME, Choice, ColumnsType, Limit, Number, WordType
from graph.model.certainty import CERTAINTIES
from graph.model.message import Message
from graph.select.around import Around
from graph.select.filter import Filter
from graph.select.filters import DEFAULTS, FILTERS, Selection
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES
from graph.write.answers.forms import FORMS

if TYPE_CHECKING:
    from graph.model.records import Organisation, Registry

Command = Callable[..., None]


def find_two(
    registry: "Registry", left: str, right: str, *, folded: bool
) -> "tuple[Organisation, Organisation]":
    """
    Find the two organisations that a question is about.

    Raises:
        Refusal: Both names are of one organisation.
    """
    from graph.query.names import find_organisation

    first = find_organisation(registry, left, folded=folded)
    second = find_organisation(registry, right, folded=folded)
    if first == second:
        from graph.cli.refusal import Refusal

        name = repr(first.name)
        raise Refusal(Message("usage.two_names", left=repr(left), right=repr(right), name=name))
    return first, second


data_option = click.option(
    "--data",
    default="entities.yaml",
    envvar="COLLABGRAPH_DATA",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    type=click.Path(),
)

_cache_option = click.option("--no-cache", "cache", is_flag=True, flag_value=False, default=True)


def read_options(command: Command) -> Command:
    """Let a command take the data file, as `data`, and whether to use the cache, as `cache`."""
    return data_option(_cache_option(command))


def make_format_option(*more: str) -> Callable[[Command], Command]:
    """Let a command take the form of its answer as `form`; some have more forms than all have."""
    return click.option(
        "--format",
        "form",
        type=Choice([*FORMS, *more]),
        metavar="FORMAT",
        default="table",
        show_default=True,
    )


format_option = make_format_option()


ON_A_TERMINAL = 50
"""Rows of a table at which a terminal stops, unless more are asked for."""


def table_options(
    columns: Mapping[str, Sequence[str]] | Sequence[str],
) -> Callable[[Command], Command]:
    """
    Let a command take the form of its answer, and how much of it: as `form` and `wanted`.

    Args:
        columns: Those that there are; of a command that lists several things, by what is listed.
    """

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_wanted(
            form: str, limit: int | None, columns: tuple[str, ...], **options: Any
        ) -> None:
            from graph.write.answers.wanted import Wanted

            if limit is None and form == "table" and sys.stdout.isatty():
                limit = ON_A_TERMINAL
            command(form=form, wanted=Wanted(limit=limit or None, columns=columns), **options)

        limit = click.option("--limit", type=Limit(), metavar="N")
        chosen = click.option(
            "--columns", default=(), metavar="COLUMN,COLUMN", type=ColumnsType(columns)
        )
        return limit(chosen(format_option(with_wanted)))

    return decorate


language_option = click.option(FLAG, type=Choice(LANGUAGES), envvar=VARIABLE, show_envvar=True)


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


class Asked(NamedTuple):
    """
    What every question takes.

    `data`: the data file. `cache`: a large one may come from the cache. `selection`: what to keep
    of it. `language`: that of the answer, where one is asked for.
    """

    data: str
    cache: bool
    selection: Selection
    language: str | None

    def choose_speaker(self, registry: "Registry") -> Speaker:
        """Choose who says an answer from these data."""
        return choose_speaker(self.language, registry.language)


def question_options(command: Command) -> Command:
    """Let a command take the data file, the filters and a language, handed on as one `asked`."""

    @functools.wraps(command)
    def with_asked(
        data: str, cache: bool, selection: Selection, language: str | None, **options: Any
    ) -> None:
        command(asked=Asked(data, cache, selection, language), **options)

    return read_options(selection_options(language_option(with_asked)))


def part_options(command: Command) -> Command:
    """Let a command take the part that it is about, and hand it on as `around`; None for all."""

    @functools.wraps(command)
    def with_part(names: tuple[str, ...], steps: int, **options: Any) -> None:
        command(around=Around(names=names, steps=steps) if names else None, **options)

    steps = click.option("--steps", type=Number(), default=1, show_default=True, metavar="N")
    names = click.option("--around", "names", multiple=True, type=NAME, metavar="NAME")
    return names(steps(with_part))


def _make_option(one: Filter) -> Callable[[Command], Command]:
    settings: dict[str, Any] = {"default": DEFAULTS[one.name]}
    if one.takes_ids:
        settings |= {"type": WordType(one.value), "metavar": "ID", "multiple": True}
    elif one.value == "flag":
        settings |= {"is_flag": True}
    elif one.value == "period":
        settings |= {"metavar": "EDTF"}
    elif one.value == "certainty":
        settings |= {"type": Choice(CERTAINTIES), "show_default": True}
    else:
        settings |= {"type": Number(), "metavar": "N", "show_default": True}
    return click.option(one.flag, one.name, **settings)
