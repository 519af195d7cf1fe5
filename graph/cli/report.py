"""`collabgraph report`."""

from dataclasses import replace
from pathlib import Path

import click

from graph.cli.language import get_speaker
from graph.cli.options import language_option, read_options, selection_options
from graph.cli.printing import print_bytes, warn, write
from graph.pipeline import read_registry
from graph.select.filters import Selection
from graph.select.selection import find_emptier, select_registry
from graph.write.reports.formats import FORMATS
from graph.write.reports.make import SECTIONS, make_report


@click.command("report")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to write the report.",
)
@language_option
@click.option(
    "--section",
    "sections",
    type=click.Choice(SECTIONS),
    multiple=True,
    metavar="ID",
    help=f"This section alone; repeat for more. One of: {', '.join(SECTIONS)}.",
)
@click.option(
    "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - is stdout."
)
@read_options
@selection_options
def command(
    form: str,
    language: str | None,
    sections: tuple[str, ...],
    output: str,
    data: str,
    cache: bool,
    selection: Selection,
) -> None:
    """
    Tell the findings in plain sentences and tables, each with what it rests on.

    \b
    Example:
      collabgraph report --format html --output report.html
    """
    registry = read_registry(data, cache=cache)
    selected = select_registry(registry, selection)
    report = make_report(selected, language=language, whole=registry)
    if registry.partnerships and not selected.partnerships:
        emptied_by = find_emptier(
            selection, lambda one: select_registry(registry, one).partnerships
        )
        warn([emptied_by.say(get_speaker())] if emptied_by else [])
    if sections:
        wanted = tuple(section for section in report.sections if section.id in sections)
        report = replace(report, sections=wanted)
    content = FORMATS[form](report).encode("utf-8", "backslashreplace")
    if output == "-":
        print_bytes(content)
    else:
        write({Path(output): content})
