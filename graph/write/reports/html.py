"""Report -> one HTML page that needs nothing else: no script, no address, printable."""

from functools import partial
from pathlib import Path

from graph.words.speak import Speaker
from graph.write.reports.cells import say_cell, say_head, say_method, say_more, say_rows
from graph.write.reports.value import Cell, Passages, Report
from graph.write.terminal import show


def write_html(report: Report) -> str:
    """
    Write a report as one HTML page; every text is escaped, and the page fetches nothing.

    Elements without content are closed as in XML, so that any parser of either reads the page.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    speaker = Speaker(report.language)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"show": show, "basis": say_method}
    return environment.get_template("report.html.j2").render(
        report=report,
        title=f"{show(report.title)}: {speaker.say('report.report').lower()}",
        head=say_head(speaker, report),
        say=lambda key: speaker.say(f"report.{key}"),
        rows=lambda table: say_rows(table, partial(_write_cell, speaker)),
        more=partial(say_more, speaker),
    )


def _write_cell(speaker: Speaker, cell: Cell) -> str:
    """Say a cell; a passage leads to where its document opens at it."""
    if not isinstance(cell, Passages):
        return say_cell(speaker, cell)
    from markupsafe import Markup, escape

    link = Markup('<a href="{}" rel="noreferrer">{}</a>')
    return Markup(" / ").join(
        link.format(show(one.link), show(one.text)) if one.link else escape(show(one.text))
        for one in cell.cited
    )
