"""The value of a cell as text: what text, Markdown and HTML have in common."""

from collections.abc import Callable

from graph.words.speak import Speaker
from graph.write.reports.value import Cell, Method, Named, Passages, Report, Table
from graph.write.terminal import show

SHOWN = 40
"""How many rows of a table are shown to people; JSON has them all."""


def say_cell(speaker: Speaker, cell: Cell) -> str:
    """
    Say one cell; control characters become visible.

    >>> say_cell(Speaker("nl"), 0.5), say_cell(Speaker("en"), None)
    ('0,50', 'not defined')
    """
    if isinstance(cell, Named):
        return show(cell.name)
    if isinstance(cell, Passages):
        return show(cell.text)
    if isinstance(cell, tuple):
        return ", ".join(show(named.name) for named in cell)
    if isinstance(cell, str):
        return show(cell)
    return speaker.say("report.not_defined") if cell is None else speaker.number(cell)


def say_rows(table: Table, say: Callable[[Cell], str]) -> list[list[str]]:
    """Say each cell of the rows that are shown to people."""
    return [[say(cell) for cell in row] for row in table.rows[:SHOWN]]


def say_method(method: Method) -> str:
    """Say how a figure is made, its unit, and where that is written."""
    reference = f" {method.reference}." if method.reference else ""
    return f"{method.formula} [{method.unit}].{reference}"


def say_more(speaker: Speaker, table: Table) -> str:
    """Say how many rows are not shown; nothing where all are."""
    more = len(table.rows) - SHOWN
    return speaker.say("report.more_rows", n=more) if more > 0 else ""


def say_head(speaker: Speaker, report: Report) -> list[str]:
    """Say in a few lines what the report is about; a register that is read lean has no version."""
    lines = []
    if report.content_hash:
        lines.append(speaker.say("report.data_version", hash=report.content_hash[:12]))
    if report.selection:
        lines.append(speaker.say("report.selection", selection=report.selection_said))
    return [show(line) for line in lines]
