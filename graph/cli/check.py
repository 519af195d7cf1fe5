"""`collabgraph check`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import data_option, format_option, language_option
from graph.cli.printing import print_answer, write
from graph.cli.refusal import Refusal
from graph.cli.types import AnyFolder, Folder
from graph.model.message import Message


@click.command("check", cls=Command, example="collabgraph check --strict")
@data_option
@click.option("--strict", is_flag=True)
@click.option("--fix", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--originals", metavar="DIR", type=Folder())
@click.option("--rejects", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--output", metavar="DIR", type=AnyFolder())
@click.option("--reviewed", is_flag=True)
@language_option
@format_option
def command(
    data: str,
    strict: bool,
    fix: bool,
    yes: bool,
    originals: Path | None,
    rejects: Path | None,
    output: Path | None,
    reviewed: bool,
    language: str | None,
    form: str,
) -> None:
    """Check the curated file: every problem and warning, sorted by line."""
    from graph.outputs import OUTPUTS
    from graph.read.load import load_document
    from graph.validate import check_document
    from graph.validate.originals import compare_originals
    from graph.write.answers.answer import format_answer
    from graph.write.answers.problems import answer_problems, list_rejected
    from graph.write.folder import verify_folder

    fixed = None
    if yes and not fix:
        raise Refusal(Message("usage.yes_without_fix"))
    if fix:
        from graph.cli.fixing import fix_file

        fixed = fix_file(data, originals, yes=yes, shown=form == "table")
        if fixed.mended.mends and not fixed.written and form == "table":
            raise SystemExit(1)
    document = load_document(data)
    registry, problems = check_document(document)
    if originals:
        problems += tuple(compare_originals(registry, document, originals))
    if output:
        problems += tuple(verify_folder(output, OUTPUTS))
    if reviewed:
        from graph.desk.desk import check_reviewed

        problems += check_reviewed(document, registry)
    if rejects:
        written = format_answer(list_rejected(registry.tallies), "csv")
        write({rejects: written.encode("utf-8", "surrogateescape")})
    answer = answer_problems(document.path, problems, get_speaker(), registry.tallies)
    if fixed:
        from graph.write.answers.mended import add_mends

        answer = add_mends(answer, fixed.mended.mends, fixed.difference, written=fixed.written)
    print_answer(answer, form)
    if (fixed and fixed.mended.mends and not fixed.written) or any(
        strict or problem.severity == "error" for problem in problems
    ):
        raise SystemExit(1)
