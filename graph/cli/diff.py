"""`collabgraph diff`."""

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.cli.options import data_option, selection_options
from graph.cli.printing import print_answer
from graph.model.errors import DataError, GraphError
from graph.model.records import Registry
from graph.read.load import load_document
from graph.select.filters import Selection
from graph.validate import validate_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.read.document import Document


@click.command("diff")
@click.argument("old", required=False, type=click.Path())
@click.argument("new", required=False, type=click.Path())
@click.option(
    "--git",
    "revision",
    metavar="REV",
    help="Compare the curated file at this revision of git with the one that is there now.",
)
@click.option("--exit-code", is_flag=True, help="Exit 1 where they differ.")
@data_option
@selection_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "markdown", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
def command(
    old: str | None,
    new: str | None,
    revision: str | None,
    exit_code: bool,
    data: str,
    selection: Selection,
    form: str,
) -> None:
    """
    Say what changed between two versions of the curated file, and what that does to the network.

    The order of entries, comments and layout make no difference.

    \b
    Example:
      collabgraph diff --git HEAD
    """
    from graph.query.compare import compare_registries
    from graph.read.git import load_revision, name_revision
    from graph.write.answers.differences import answer_differences, write_markdown

    if revision is not None and old is None:
        labels = (name_revision(data, revision), data)
        before, after = _read_both(lambda: load_revision(data, revision), data)
    elif revision is None and old is not None and new is not None:
        labels = (old, new)
        before, after = _read_both(lambda: load_document(old), new)
    else:
        raise click.UsageError("name OLD and NEW, or --git REV")
    differences = compare_registries(before, after, selection)
    if form == "markdown":
        click.echo(write_markdown(differences, *labels), nl=False)
    else:
        print_answer(answer_differences(differences, *labels), form)
    if exit_code and not differences.equal:
        raise SystemExit(1)


def _read_both(load_old: "Callable[[], Document]", new: str) -> tuple[Registry, Registry]:
    # Both are read before anything is said: the problems of one do not hide those of the other.
    registries: list[Registry] = []
    errors: list[GraphError] = []
    for load in (load_old, lambda: load_document(new)):
        try:
            registries.append(_validate(load()))
        except GraphError as error:
            errors.append(error)
    if len(errors) == 2:
        from graph.cli.group import Failure

        Failure(errors[0]).show()
    if errors:
        raise errors[-1]
    return registries[0], registries[1]


def _validate(document: "Document") -> Registry:
    # A digest is named from the folder of its data file: of two files it must say whose it is.
    folder = posixpath.dirname(document.path)
    try:
        return validate_document(document)
    except DataError as error:
        problems = (
            replace(problem, file=posixpath.join(folder, problem.file)) if problem.file else problem
            for problem in error.problems
        )
        raise DataError(error.source, problems) from error
