"""The commands: they read arguments, print, write files and exit."""

import functools
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from graph import __version__
from graph.errors import DataError, GraphError
from graph.pipeline import explore, read_registry
from graph.select import Selection, select_registry
from graph.tables import Answer, answer_neighbours, answer_problems, answer_why, format_answer
from graph.terminal import show, show_lines

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = Callable[..., None]


class Failure(click.ClickException):
    """A GraphError on its way to the user: exit code 1."""

    def __init__(self, error: GraphError) -> None:
        super().__init__(show_lines(str(error)))
        self.bare = isinstance(error, DataError)

    def show(self, file: Any = None) -> None:
        """Print problems as they are, so that an editor can jump to them."""
        click.echo(self.message if self.bare else f"Error: {self.message}", err=True, file=file)


class Commands(click.Group):
    """The one place where a GraphError becomes a message."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command, and turn what can go wrong into a message and exit code 1."""
        try:
            return super().invoke(context)
        except GraphError as error:
            raise Failure(error) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """Make text UTF-8 in any locale, and let a stop from outside clean up first."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        signal.signal(signal.SIGTERM, _stop)
        return super().main(*args, **extra)


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
        from graph.completion import complete_names

        data = ctx.params.get("data") or os.environ.get("COLLABGRAPH_DATA") or "entities.yaml"
        return complete_names(Path(data), incomplete)


def data_option(command: Command) -> Command:
    """Let a command take `--data`."""
    return click.option(
        "--data",
        default="entities.yaml",
        envvar="COLLABGRAPH_DATA",
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        help="The curated file.",
    )(command)


def format_option(command: Command) -> Command:
    """Let a command take `--format`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="How to print the answer.",
    )(command)


def selection_options(command: Command) -> Command:
    """Let a command take the filters, and hand them on as one `selection`."""

    @functools.wraps(command)
    def with_selection(**options: Any) -> None:
        given = {name: options.pop(name) for name in Selection.__dataclass_fields__}
        command(selection=Selection(**given), **options)

    for name, flag, help in reversed(
        (
            ("regions", "--region", "Partnerships in this region, or in one within it."),
            ("themes", "--theme", "Partnerships on this theme."),
            ("kinds", "--kind", "Partnerships of this kind."),
            ("types", "--type", "Organisations of this type."),
            ("roles", "--role", "Members in this role."),
            ("without_roles", "--without-role", "Leave out members in this role."),
            ("sources", "--source", "What this document says."),
        )
    ):
        with_selection = click.option(
            flag, name, multiple=True, metavar="ID", help=f"{help} Repeat for more."
        )(with_selection)
    with_selection = click.option(
        "--period", metavar="EDTF", help="Partnerships that may have run in it, like 2019/2021."
    )(with_selection)
    with_selection = click.option(
        "--undated", is_flag=True, help="With --period: also those without a period."
    )(with_selection)
    with_selection = click.option(
        "--certainty",
        type=click.Choice(["high", "medium", "low"]),
        default="low",
        show_default=True,
        help="The least certainty that counts.",
    )(with_selection)
    return click.option(
        "--fold", is_flag=True, help="Give the memberships of a unit to its parent."
    )(with_selection)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="collabgraph")
def main() -> None:
    """
    Show who works with whom, through which partnership, and which document says so.

    \b
    Example:
      collabgraph neighbours "gemeente utrecht"
    """


@main.command()
@data_option
@click.option(
    "--output",
    default="output",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write.",
)
@selection_options
def build(data: str, output: Path, selection: Selection) -> None:
    """
    Write the page and both GraphML files.

    \b
    Example:
      collabgraph build --output output
    """
    tell = _Teller(sys.stderr)
    explored = explore(data, selection, tell=tell)
    from graph.output import list_findings, make_outputs

    made = make_outputs(explored, tell=tell)
    _warn(made.warnings)
    _write({output / name: content for name, content in made.files.items()}, tell)
    tell.done()
    sizes = ", ".join(
        f"{output / name} ({len(content) / 1000:.0f} kB)" for name, content in made.files.items()
    )
    click.echo("\n".join([f"wrote {sizes}", *list_findings(explored)]))


@main.command()
@data_option
@click.option("--strict", is_flag=True, help="Warnings count as problems.")
@click.option(
    "--originals",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Compare the original documents in this folder with their hashes.",
)
@format_option
def check(data: str, strict: bool, originals: Path | None, form: str) -> None:
    """
    Check the curated file: every problem and warning, sorted by line.

    \b
    Example:
      collabgraph check --strict
    """
    from graph.load import load_document
    from graph.originals import compare_originals
    from graph.validate import check_document

    document = load_document(data)
    registry, problems = check_document(document)
    if originals:
        problems += tuple(compare_originals(registry, document, originals))
    _print(answer_problems(document.path, problems), form)
    if any(strict or problem.severity == "error" for problem in problems):
        raise SystemExit(1)


@main.command()
@click.argument("name", type=NameType())
@click.option("--hops", type=click.IntRange(min=1), default=1, help="How many steps away.")
@data_option
@selection_options
@format_option
def neighbours(name: str, hops: int, data: str, selection: Selection, form: str) -> None:
    """
    Say with whom an organisation shares a partnership, and which document says so.

    NAME is an id, a name or an alias; case, accents, 'de', 'het' and 'stichting' do not matter.

    \b
    Example:
      collabgraph neighbours "gemeente utrecht" --without-role facilitator
    """
    from graph.query import find_organisation
    from graph.query import neighbours as find_neighbours

    registry = read_registry(data)
    organisation = find_organisation(registry, name, folded=selection.fold)
    selected = select_registry(registry, selection, keep=[organisation.id])
    found = find_neighbours(selected, organisation.id, hops=hops)
    _print(answer_neighbours(selected, organisation, found), form)


@main.command()
@click.argument("left", metavar="A", type=NameType())
@click.argument("right", metavar="B", type=NameType())
@data_option
@selection_options
@format_option
def why(left: str, right: str, data: str, selection: Selection, form: str) -> None:
    """
    Say which partnerships two organisations share, with role, document, line and quote.

    \b
    Example:
      collabgraph why "zilveren kruis" elaa
    """
    from graph.query import find_organisation, shared_partnerships

    registry = read_registry(data)
    first = find_organisation(registry, left, folded=selection.fold)
    second = find_organisation(registry, right, folded=selection.fold)
    if first == second:
        raise click.UsageError(f"{left!r} and {right!r} are both {first.name!r}, name two")
    selected = select_registry(registry, selection, keep=[first.id, second.id])
    shared = shared_partnerships(selected, first.id, second.id)
    _print(answer_why(selected, first, second, shared), form)


@main.command()
@click.argument("format", type=click.Choice(["graphml", "gexf", "csv", "json"]))
@click.option(
    "--graph",
    "which",
    type=click.Choice(["network", "two-mode"]),
    default="network",
    show_default=True,
    help="Organisations and their ties, or organisations and partnerships.",
)
@click.option(
    "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - is stdout."
)
@data_option
@selection_options
def export(format: str, which: str, output: str, data: str, selection: Selection) -> None:
    """
    Write one graph in one format; csv makes two files, of nodes and of edges.

    \b
    Example:
      collabgraph export gexf --output network.gexf
    """
    from graph.export import FORMATS

    explored = explore(data, selection)
    exported = FORMATS[format](explored.network if which == "network" else explored.bipartite)
    _warn(exported.warnings)
    if output == "-":
        sys.stdout.buffer.write(exported.content)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    _write(
        {
            path.with_name(f"{path.stem}{suffix}{path.suffix}"): content
            for suffix, content in exported.files.items()
        }
    )


class _Teller:
    """Tells each step on a terminal, on one line; says nothing in a pipe."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream if stream.isatty() else None

    def __call__(self, step: str) -> None:
        if self.stream:
            print(f"{step} ...", file=self.stream, flush=True)

    def done(self) -> None:
        if self.stream:
            print("done", file=self.stream, flush=True)


def _print(answer: Answer, form: str) -> None:
    click.echo(format_answer(answer, form), nl=False)


def _warn(warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        click.echo(f"warning: {show(warning)}", err=True)


def _write(contents: Mapping[Path, bytes], tell: Callable[[str], None] = lambda step: None) -> None:
    from graph.files import write_files

    tell("write")
    write_files(contents)


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)
