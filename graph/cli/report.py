"""`collabgraph report`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import language_option, part_options, read_options, selection_options
from graph.cli.printing import print_bytes, warn_of_nothing, write
from graph.cli.types import Choice
from graph.reading import read_around, read_counted
from graph.select.around import Around
from graph.select.filters import Selection
from graph.select.selection import select_registry
from graph.write.reports.formats import FORMATS
from graph.write.reports.make import SECTIONS, make_report


@click.command(
    "report", cls=Command, example="collabgraph report --format html --output report.html"
)
@click.option("--format", "form", type=Choice(list(FORMATS)), default="text", show_default=True)
@language_option
@click.option("--section", "sections", type=Choice(SECTIONS), multiple=True, metavar="ID")
@click.option("--output", default="-", show_default=True, metavar="FILE", type=click.Path())
@read_options
@part_options
@selection_options
def command(
    form: str,
    language: str | None,
    sections: tuple[str, ...],
    output: str,
    data: str,
    cache: bool,
    around: Around | None,
    selection: Selection,
) -> None:
    """Tell the findings in plain sentences and tables, each with what it rests on."""
    registry = read_around(data, around, cache=cache) if around else read_counted(data, cache=cache)
    selected = select_registry(registry, selection)
    report = make_report(selected, language=language, whole=registry, sections=sections)
    warn_of_nothing(registry, selected, selection)
    content = FORMATS[form](report).encode("utf-8", "backslashreplace")
    if output == "-":
        print_bytes(content)
    else:
        write({Path(output): content})
