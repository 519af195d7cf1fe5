"""Report -> one HTML page that needs nothing else: no script, no address, printable."""

from collections.abc import Iterator
from html import escape

from graph.words.speak import Speaker
from graph.write.reports.cells import say_head, say_method, say_more, say_rows
from graph.write.reports.value import Method, Report, Section, Sentence, Table
from graph.write.terminal import show

STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { line-height: 1.2 }
h2 { margin-top: 2.5rem; border-bottom: 1px solid }
table { border-collapse: collapse; margin: 1rem 0; font-size: .9rem }
caption { text-align: left; font-weight: bold; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-top: 1px solid #8886 }
thead th { border-top: 0; border-bottom: 1px solid; vertical-align: bottom }
tbody th { font-weight: inherit }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto }
.caveat { border-left: .25rem solid #b58900; padding-left: .75rem }
.method, .head { font-size: .9rem; opacity: .85 }
@media print {
  h2, caption { break-after: avoid }
  tr { break-inside: avoid }
  .scroll { overflow: visible }
}
"""


def write_html(report: Report) -> str:
    """
    Write a report as one HTML page; every text is escaped, and the page fetches nothing.

    Elements without content are closed as in XML, so that any parser of either reads the page.
    """
    speaker = Speaker(report.language)
    title = f"{show(report.title)}: {speaker.say('report.report').lower()}"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{report.language}">',
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        *(f'<p class="head">{escape(line)}</p>' for line in say_head(speaker, report)),
        *_write_contents(speaker, report),
        *(line for section in report.sections for line in _write_section(speaker, section)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _write_contents(speaker: Speaker, report: Report) -> Iterator[str]:
    yield f'<nav aria-label="{escape(speaker.say("report.contents"))}"><ul>'
    for section in report.sections:
        yield f'<li><a href="#{section.id}">{escape(section.title)}</a></li>'
    yield "</ul></nav>"


def _write_section(speaker: Speaker, section: Section) -> Iterator[str]:
    yield f'<section aria-labelledby="{section.id}">'
    yield f'<h2 id="{section.id}">{escape(section.title)}</h2>'
    for part in section.parts:
        if isinstance(part, Table):
            yield from _write_table(speaker, part)
        else:
            yield _write_sentence(speaker, part)
    yield from (_write_method(speaker, method) for method in section.methods)
    yield "</section>"


def _write_sentence(speaker: Speaker, sentence: Sentence) -> str:
    text = escape(show(sentence.text))
    if sentence.kind == "caveat":
        caution = escape(speaker.say("report.caution"))
        return f'<p class="caveat"><strong>{caution}:</strong> {text}</p>'
    return f"<p>{text}</p>"


def _write_method(speaker: Speaker, method: Method) -> str:
    head = f"{speaker.say('report.methods')} – {method.name}:"
    return f'<p class="method"><strong>{escape(head)}</strong> {escape(say_method(method))}</p>'


def _write_table(speaker: Speaker, table: Table) -> Iterator[str]:
    kinds = [' class="number"' if column.number else "" for column in table.columns]
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(table.caption)}">'
    yield f"<table><caption>{escape(table.caption)}</caption>"
    headings = (
        f'<th scope="col"{kind}>{escape(column.heading)}</th>'
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    yield f"<thead><tr>{''.join(headings)}</tr></thead>"
    yield "<tbody>"
    for row in say_rows(speaker, table):
        first, *rest = (escape(cell) for cell in row)
        cells = (f"<td{kind}>{cell}</td>" for cell, kind in zip(rest, kinds[1:], strict=True))
        yield f'<tr><th scope="row"{kinds[0]}>{first}</th>{"".join(cells)}</tr>'
    yield "</tbody></table></div>"
    if more := say_more(speaker, table):
        yield f"<p>{escape(more)}</p>"
