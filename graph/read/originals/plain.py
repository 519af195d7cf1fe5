"""Markdown and text: the document is its own text."""

import re

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.originals.original import Original
from graph.read.text import decode_text

_HEADING = re.compile(r"(?m)^# +(\S.*)$")


def read_plain(data: bytes, name: str) -> Original:
    """
    Check that a file is text, and find its title.

    Raises:
        SourceError: It is empty, not UTF-8, or holds what no text holds.
    """
    text = decode_text(data, name)
    if "\0" in text:
        raise SourceError(Message("original.no_text", file=name))
    heading = _HEADING.search(text)
    return Original(title=heading[1].rstrip("# \t") if heading else "")
