"""What several commands take: the data file, the filters, the form of the answer, a name."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.select.selection import Selection

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

        data = ctx.params.get("data") or os.environ.get("COLLABGRAPH_DATA") or "entities.yaml"
        return complete_names(Path(data), incomplete)


NAME = NameType()


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

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)

_FILTERS = (
    ("regions", "--region", "Partnerships in this region, or in one within it."),
    ("themes", "--theme", "Partnerships on this theme."),
    ("kinds", "--kind", "Partnerships of this kind."),
    ("types", "--type", "Organisations of this type."),
    ("roles", "--role", "Members in this role."),
    ("without_roles", "--without-role", "Leave out members in this role."),
    ("sources", "--source", "What this document says."),
)


def selection_options(command: Command) -> Command:
    """Let a command take the filters, and hand them on as one `selection`."""

    @functools.wraps(command)
    def with_selection(**options: Any) -> None:
        given = {name: options.pop(name) for name in Selection.__dataclass_fields__}
        command(selection=Selection(**given), **options)

    options = [
        *(
            click.option(flag, name, multiple=True, metavar="ID", help=f"{help} Repeat for more.")
            for name, flag, help in _FILTERS
        ),
        click.option(
            "--period", metavar="EDTF", help="Partnerships that may have run in it, like 2019/2021."
        ),
        click.option("--undated", is_flag=True, help="With --period: also those without a period."),
        click.option(
            "--certainty",
            type=click.Choice(["high", "medium", "low"]),
            default="low",
            show_default=True,
            help="The least certainty that counts.",
        ),
        click.option("--fold", is_flag=True, help="Give the memberships of a unit to its parent."),
    ]
    for option in reversed(options):
        with_selection = option(with_selection)
    return with_selection
