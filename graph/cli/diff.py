"""`collabgraph diff`."""

import posixpath
from collections.abc import Callable
from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import Asked, format_option, question_options
from graph.cli.printing import print_answer
from graph.cli.refusal import Refusal
from graph.model.errors import DataError, GraphError, SourceError, did_you_mean
from graph.model.message import Message
from graph.model.records import Registry
from graph.reading import read_registry
from graph.validate import validate_document


@click.command("diff", cls=Command, example="collabgraph diff --git HEAD")
@click.argument("old", required=False, type=click.Path())
@click.argument("new", required=False, type=click.Path())
@click.option("--git", "revision", metavar="REV")
@click.option("--exit-code", is_flag=True)
@question_options
@format_option
def command(
    old: str | None,
    new: str | None,
    revision: str | None,
    exit_code: bool,
    asked: Asked,
    form: str,
) -> None:
    """Say what changed between two versions of the file, and what that does to the network."""
    from graph.query.compare import compare_registries
    from graph.read.git import load_revision, name_revision
    from graph.write.answers.differences import answer_differences, write_markdown

    if revision is not None and old is None:
        labels = (name_revision(asked.data, revision), asked.data)
        before, after = _read_both(
            lambda: validate_document(load_revision(asked.data, revision)),
            lambda: read_registry(asked.data, cache=asked.cache),
        )
    elif revision is None and old is not None and new is not None:
        labels = (old, new)
        before, after = _read_both(
            lambda: _read_version(old, cache=asked.cache),
            lambda: _read_version(new, cache=asked.cache),
        )
    else:
        raise Refusal(Message("usage.two_versions"))
    differences = compare_registries(before, after, asked.selection)
    speaker = asked.choose_speaker(after)
    if form == "markdown":
        click.echo(write_markdown(differences, *labels, speaker=speaker), nl=False)
    else:
        print_answer(answer_differences(differences, *labels, speaker=speaker), form)
    if exit_code and not differences.equal:
        raise SystemExit(1)


def _read_both(
    read_old: Callable[[], Registry], read_new: Callable[[], Registry]
) -> tuple[Registry, Registry]:
    # Both are read before anything is said: the problems of one do not hide those of the other.
    registries: list[Registry] = []
    errors: list[GraphError] = []
    for read in (read_old, read_new):
        try:
            registries.append(read())
        except DataError as error:
            errors.append(_name_folder(error))
        except GraphError as error:
            errors.append(error)
    if len(errors) == 2:
        from graph.cli.group import Failure

        Failure(errors[0], get_speaker()).show()
    if errors:
        raise errors[-1]
    return registries[0], registries[1]


def _read_version(path: str, *, cache: bool) -> Registry:
    try:
        return read_registry(path, cache=cache)
    except SourceError as error:
        if error.message.key != "source.missing":
            raise
        # It was named as a version: no other option names it, and no project begins here.
        others = [other.as_posix() for other in Path(path).parent.glob("*.y*ml")]
        hint = did_you_mean(path, others)
        raise SourceError(Message("source.missing", file=path, hint=hint)) from None


def _name_folder(error: DataError) -> DataError:
    # A digest is named from the folder of its data file: of two files it must say whose it is.
    folder = posixpath.dirname(error.source)
    return DataError(
        error.source,
        (
            problem._replace(file=posixpath.join(folder, problem.file)) if problem.file else problem
            for problem in error.problems
        ),
    )
