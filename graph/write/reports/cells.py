"""The value of a cell as text: what text, Markdown and HTML have in common."""

from graph.words.language import Language
from graph.write.reports.value import Cell, Method, Named, Report, Table
from graph.write.terminal import show

SHOWN = 40
"""How many rows of a table are shown to people; JSON has them all."""


def say_cell(language: Language, cell: Cell) -> str:
    """
    Say one cell; control characters become visible.

    >>> say_cell(Language("nl"), 0.5), say_cell(Language("en"), None)
    ('0,50', 'not defined')
    """
    if isinstance(cell, Named):
        return show(cell.name)
    if isinstance(cell, tuple):
        return ", ".join(show(named.name) for named in cell)
    if isinstance(cell, str):
        return show(cell)
    return language.number(cell)


def say_rows(language: Language, table: Table) -> list[list[str]]:
    """Say the rows that are shown to people."""
    return [[say_cell(language, cell) for cell in row] for row in table.rows[:SHOWN]]


def say_method(method: Method) -> str:
    """Say how a figure is made, its unit, and where that is written."""
    reference = f" {method.reference}." if method.reference else ""
    return f"{method.formula} [{method.unit}].{reference}"


def say_more(language: Language, table: Table) -> str:
    """Say how many rows are not shown; nothing where all are."""
    more = len(table.rows) - SHOWN
    return language.say("more_rows", n=more) if more > 0 else ""


def say_head(language: Language, report: Report) -> list[str]:
    """Say in a few lines what the report is about."""
    lines = [language.say("data_version", hash=report.content_hash[:12])]
    if report.selection:
        lines.append(language.say("selection", selection=report.selection))
    return [show(line) for line in lines]
