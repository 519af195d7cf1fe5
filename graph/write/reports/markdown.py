"""Report -> Markdown (CommonMark with tables)."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from graph.words.speak import Speaker
from graph.write.markdown import escape_markdown, write_row, write_ruler
from graph.write.reports.cells import say_cell, say_head, say_method, say_more, say_rows
from graph.write.reports.value import (
    Cell,
    Cited,
    Passages,
    Report,
    Section,
    Sentence,
    Table,
)

_OF_ADDRESSES = "%/:?#[]@!$&'*+,;=~"
"""Signs that may stand as they are in the address of a link."""


def write_markdown(report: Report) -> str:
    """Write a report as Markdown: a heading a section, every text escaped."""
    speaker = Speaker(report.language)
    blocks = [f"# {escape_markdown(report.title)}: {speaker.say('report.report').lower()}"]
    blocks += [escape_markdown(line) for line in say_head(speaker, report)]
    for section in report.sections:
        blocks += _write_section(speaker, section)
    return "\n\n".join(blocks) + "\n"


def _write_section(speaker: Speaker, section: Section) -> Iterator[str]:
    yield f"## {escape_markdown(section.title)}"
    for part in section.parts:
        if isinstance(part, Table):
            yield from _write_table(speaker, part)
        else:
            yield _write_sentence(speaker, part)
    for method in section.methods:
        name = (
            f"**{escape_markdown(speaker.say('report.methods'))}** – {escape_markdown(method.name)}"
        )
        yield f"{name}: {escape_markdown(say_method(method))}"


def _write_sentence(speaker: Speaker, sentence: Sentence) -> str:
    text = escape_markdown(sentence.text)
    return f"> **{speaker.say('report.caution')}:** {text}" if sentence.kind == "caveat" else text


def _write_table(speaker: Speaker, table: Table) -> Iterator[str]:
    yield f"**{escape_markdown(table.caption)}**"
    lines = [
        write_row(escape_markdown(column.heading) for column in table.columns),
        write_ruler(column.number for column in table.columns),
    ]
    lines += map(write_row, say_rows(table, partial(_write_cell, speaker)))
    yield "\n".join(lines)
    if more := say_more(speaker, table):
        yield escape_markdown(more)


def _write_cell(speaker: Speaker, cell: Cell) -> str:
    if isinstance(cell, Passages):
        return " / ".join(map(_write_cited, cell.cited))
    return escape_markdown(say_cell(speaker, cell))


def _write_cited(cited: Cited) -> str:
    said = escape_markdown(cited.text)
    return f"[{said}](<{quote(cited.link, safe=_OF_ADDRESSES)}>)" if cited.link else said
