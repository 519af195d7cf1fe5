"""Blanks that nobody sees: at the ends of lines, and lines at the end of the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.mend.mend import Draft, Mend
from graph.model.message import Message
from graph.read.edits import Edit
from graph.read.nodes import list_scalars

_TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\n)")


def mend_spacing(draft: Draft) -> Iterator[Mend]:
    """Take blanks away behind lines, unless a text holds them, and end the file in one line end."""
    text = draft.text
    body = len(text.rstrip())
    kept = [
        (node.start_mark.index, node.end_mark.index)
        for node in list_scalars(draft.root)
        if "\n" in text[node.start_mark.index : node.end_mark.index]
    ]
    trailing = [
        Edit(found.start(), found.end(), "")
        for found in _TRAILING.finditer(text, 0, body)
        if not _is_inside(found.start(), kept)
    ]
    if trailing:
        line = text.count("\n", 0, trailing[0].start) + 1
        yield Mend(line, "", Message("mend.blanks", n=len(trailing)), tuple(trailing))
    if text[body:] != "\n" and not _is_inside(body, kept):
        line = text.count("\n", 0, body) + 1
        yield Mend(line, "", Message("mend.end"), (Edit(body, len(text), "\n"),))


def _is_inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (at, at)) - 1
    return place >= 0 and at < spans[place][1]
