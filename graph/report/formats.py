"""Report -> text in one of four forms; each form in a file of its own."""

from collections.abc import Callable, Mapping

from graph.report.html import write_html
from graph.report.json import write_json
from graph.report.markdown import write_markdown
from graph.report.text import write_text
from graph.report.value import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": write_text,
    "markdown": write_markdown,
    "html": write_html,
    "json": write_json,
}
"""Each form by the word that asks for it."""
