"""`collabgraph check`."""

from pathlib import Path

import click
from click.core import ParameterSource

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import data_option, language_option, make_format_option
from graph.cli.printing import print_answer, print_text, write
from graph.cli.problems import PROGRAM_FORMS, check_ignored, find_excerpts
from graph.cli.refusal import Refusal
from graph.cli.types import AnyFolder, CodeType, Folder, NewFile
from graph.model.errors import Problem, SourceError, as_problem
from graph.model.message import Message
from graph.model.records import Tally


@click.command("check", cls=Command, example="collabgraph check --strict")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
@data_option
@click.option("--strict", is_flag=True)
@click.option("--advice", is_flag=True)
@click.option("--fix", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--originals", metavar="DIR", type=Folder())
@click.option("--rejects", metavar="FILE", type=NewFile())
@click.option("--output", metavar="DIR", type=AnyFolder())
@click.option("--reviewed", is_flag=True)
@click.option("--ignore", metavar="CODE", multiple=True, type=CodeType())
@click.option("--lines", is_flag=True)
@language_option
@make_format_option("github", "sarif")
def command(
    file: str | None,
    data: str,
    strict: bool,
    advice: bool,
    fix: bool,
    yes: bool,
    originals: Path | None,
    rejects: Path | None,
    output: Path | None,
    reviewed: bool,
    ignore: tuple[str, ...],
    lines: bool,
    language: str | None,
    form: str,
) -> None:
    """Check the curated file: every problem and warning, sorted by line."""
    from graph.write.answers.forms import format_answer
    from graph.write.answers.problems import answer_problems, list_rejected

    data = _choose_file(file, data)
    fixed = None
    if yes and not fix:
        raise Refusal(Message("usage.yes_without_fix"))
    check_ignored(ignore)
    if fix:
        from graph.cli.fixing import fix_file

        fixed = fix_file(data, originals, yes=yes, shown=form == "table")
        if fixed.mended.mends and not fixed.written and form == "table":
            raise SystemExit(1)
    found, judged, tallies = _find_problems(
        data, originals=originals, output=output, reviewed=reviewed, readable=form == "table"
    )
    problems = tuple(problem for problem in found if problem.code not in ignore)
    if rejects:
        written = format_answer(list_rejected(tallies), "csv")
        write({rejects: written.encode("utf-8", "surrogateescape")})
    advised = None
    if advice:
        from graph.cli.advising import advise_file

        advised = advise_file(data, (*found, *judged))
        if advised:
            given = tuple(one for one in advised.given if one.problem.code not in ignore)
            advised = advised._replace(given=given)
    if form in PROGRAM_FORMS:
        also = [one.problem for one in advised.given] if advised else []
        print_text(PROGRAM_FORMS[form](data, [*problems, *also]))
    else:
        answer = answer_problems(
            data,
            problems,
            get_speaker(),
            tallies,
            judged=len(judged),
            excerpt=find_excerpts(data, lines=lines),
        )
        if advice:
            from graph.write.answers.advised import add_advice

            answer = add_advice(answer, advised, data, get_speaker())
        if fixed:
            from graph.write.answers.mended import add_mends

            answer = add_mends(answer, fixed.mended.mends, fixed.difference, written=fixed.written)
        print_answer(answer, form)
    if (fixed and fixed.mended.mends and not fixed.written) or any(
        strict or problem.severity == "error" for problem in problems
    ):
        raise SystemExit(1)


def _choose_file(file: str | None, data: str) -> str:
    """Take the file that is named without an option, where it is."""
    source = click.get_current_context().get_parameter_source("data")
    if file is not None and source == ParameterSource.COMMANDLINE:
        raise Refusal(Message("usage.two_files", file=repr(file), data=repr(data)))
    return file or data


def _find_problems(
    data: str, *, originals: Path | None, output: Path | None, reviewed: bool, readable: bool
) -> tuple[tuple[Problem, ...], tuple[Problem, ...], tuple[Tally, ...]]:
    """
    Find everything that is wrong, the warnings that were judged, and what became of rows.

    Args:
        data: The data file.
        originals: The folder of original documents.
        output: The folder of outputs.
        reviewed: Whether open proposals are a problem.
        readable: Whether what cannot be read at all is an error with a sentence, as anywhere
            else; for programs it is a problem among the others.
    """
    from graph.desk.about import split_rejected
    from graph.outputs import OUTPUTS
    from graph.read.load import load_document
    from graph.read.marks import split_judged
    from graph.validate import check_every_rule
    from graph.validate.originals import compare_originals
    from graph.write.folder import verify_folder

    try:
        document = load_document(data)
    except SourceError as error:
        if readable:
            raise
        return (as_problem(error),), (), ()
    registry, problems = check_every_rule(document)
    if originals:
        problems += tuple(compare_originals(registry, document, originals))
    if output:
        problems += tuple(verify_folder(output, OUTPUTS))
    if reviewed:
        from graph.desk.desk import check_reviewed

        problems += check_reviewed(document, registry)
    kept, judged = split_judged(problems, document)
    kept, rejected = split_rejected(kept, data, document)
    return kept, (*judged, *rejected), registry.tallies
