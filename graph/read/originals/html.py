"""A page of the web: what it tells, without what stands around that."""

import re

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.originals.original import Original, Part, load_reader

_CHARSET = re.compile(rb"""<meta[^<>]+charset\s*=[\s"']*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page says how it is encoded


def read_html(data: bytes, name: str) -> Original:
    """
    Read the text of a page, a paragraph a line.

    Raises:
        SourceError: It is in another encoding than it says, holds no text, or the library that
            reads it is not installed.
    """
    trafilatura = load_reader("trafilatura", name, "html")
    found = trafilatura.bare_extraction(
        _decode(data, name), with_metadata=True, include_comments=False, favor_recall=True
    )
    lines = tuple(line.strip() for line in (found.text if found else "").split("\n"))
    if not any(lines):
        raise SourceError(Message("original.without_text", file=name))
    return Original(
        (Part(tuple(filter(None, lines))),),
        title=found.title or "",
        publisher=found.sitename or "",
        date=found.date or "",
        url=found.url if (found.url or "").startswith("https://") else "",
    )


def _decode(data: bytes, name: str) -> str:
    said = _CHARSET.search(data[:_HEAD])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    try:
        if said and said[1].lower() != b"utf-8":
            return data.decode(said[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        pass
    raise SourceError(Message("source.not_utf8", file=name, line=line))
