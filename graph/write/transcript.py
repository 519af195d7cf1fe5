"""A document of another kind -> Markdown that can be cited by line, with its pages in headings."""

import re
from collections.abc import Iterator

from graph.read.originals import Original, Part
from graph.words.speak import Speaker

_LIKE_MARKER = re.compile(r"\[\s*(?:r|regels?)\b", re.IGNORECASE)


def write_transcript(original: Original, title: str, speaker: Speaker) -> str:
    """
    Write the text of a document, each paragraph or line of it on a line of its own.

    A page opens with a heading that names it, and the number printed on it where that is another.
    Where there are no pages, a blank line stands between two paragraphs.

    Args:
        original: A document with parts.
        title: What it is called.
        speaker: Who says 'page'.
    """
    lines = [f"# {title}"]
    for part in original.parts:
        lines += _write_part(part, speaker)
    return "\n".join([*lines, ""])


def _write_part(part: Part, speaker: Speaker) -> Iterator[str]:
    if part.page:
        yield ""
        key = "desk.page_printed" if part.label else "desk.page"
        yield f"## {speaker.say(key, page=str(part.page), label=part.label)}"
        yield ""
        yield from map(_escape, part.lines)
    else:
        for line in part.lines:
            yield ""
            yield _escape(line)


def _escape(line: str) -> str:
    """Keep a line of the document from being read as the marker of a digest."""
    return f"\\{line}" if _LIKE_MARKER.match(line) else line
