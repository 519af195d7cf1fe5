"""Report -> text in one of four forms; each form in a file of its own."""

from collections.abc import Callable, Mapping

from graph.write.reports.html import write_html
from graph.write.reports.json import write_json
from graph.write.reports.markdown import write_markdown
from graph.write.reports.text import write_text
from graph.write.reports.value import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": write_text,
    "markdown": write_markdown,
    "html": write_html,
    "json": write_json,
}
"""Each form by the word that asks for it."""
