"""A file -> what the document in it says, by the end of its name."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.originals.docx import read_docx
from graph.read.originals.html import read_html
from graph.read.originals.original import Original
from graph.read.originals.pdf import read_pdf
from graph.read.originals.plain import read_plain

Reader = Callable[[bytes, str], Original]

KINDS: Mapping[str, Reader] = {
    ".md": read_plain,
    ".markdown": read_plain,
    ".txt": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""How each kind of document is read, by the end of its name."""

_LARGEST = 100_000_000  # bytes


def read_original(data: bytes, name: str) -> Original:
    """
    Read a document.

    Args:
        data: The whole file.
        name: How it is named, also in messages; its end says what it is.

    Raises:
        SourceError: It is of no kind that can be read, empty, too large, or amiss in itself.
    """
    reader = KINDS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise SourceError(Message("original.kind", file=name, kinds=", ".join(KINDS)))
    if not data.strip():
        raise SourceError(Message("source.empty", file=name))
    if len(data) > _LARGEST:
        raise SourceError(Message("original.large", file=name, size=len(data) // 1_000_000))
    return reader(data, name)
