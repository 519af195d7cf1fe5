"""Report -> plain text for a terminal."""

from collections.abc import Iterator
from functools import partial
from textwrap import wrap

from graph.words.speak import Speaker
from graph.write.reports.cells import say_cell, say_head, say_method, say_more, say_rows
from graph.write.reports.value import Report, Section, Sentence, Table
from graph.write.table import layout_table
from graph.write.terminal import show

WIDTH = 100
"""How wide a line gets before it is broken."""


def write_text(report: Report) -> str:
    """Write a report as plain text: headings underlined, prose wrapped, tables laid out."""
    speaker = Speaker(report.language)
    blocks = [_underline(f"{show(report.title)}: {speaker.say('report.report').lower()}", "=")]
    blocks += filter(None, ["\n".join(say_head(speaker, report))])
    for section in report.sections:
        blocks += _write_section(speaker, section)
    return "\n\n".join(blocks) + "\n"


def _write_section(speaker: Speaker, section: Section) -> Iterator[str]:
    yield _underline(section.title, "-")
    for part in section.parts:
        yield (
            _write_sentence(speaker, part)
            if isinstance(part, Sentence)
            else _write_table(speaker, part)
        )
    if section.methods:
        lines = [f"{speaker.say('report.methods')}:"]
        for method in section.methods:
            text = f"{method.name}: {say_method(method)}"
            lines += _wrap(text, indent="  ", hanging="    ")
        yield "\n".join(lines)


def _write_sentence(speaker: Speaker, sentence: Sentence) -> str:
    if sentence.kind == "caveat":
        return "\n".join(
            _wrap(f"{speaker.say('report.caution')}: {show(sentence.text)}", hanging="  ")
        )
    return "\n".join(_wrap(show(sentence.text)))


def _write_table(speaker: Speaker, table: Table) -> str:
    rows = say_rows(table, partial(say_cell, speaker))
    headings = [column.heading for column in table.columns]
    numbers = [column.heading for column in table.columns if column.number]
    laid = layout_table(headings, rows, numbers=numbers, width=WIDTH)
    return "\n".join([f"{table.caption}:", laid, *filter(None, [say_more(speaker, table)])])


def _wrap(text: str, indent: str = "", hanging: str = "") -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_on_hyphens=False,
    )


def _underline(text: str, sign: str) -> str:
    return f"{text}\n{sign * min(len(text), WIDTH)}"
