"""A document of Word: its paragraphs and the rows of its tables, in order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.originals.original import Original, Part, load_reader

_MOST = 200_000_000  # bytes once it is unpacked
_OLD = b"\xd0\xcf\x11\xe0"  # how an older, or a protected, document of Word begins


def read_docx(data: bytes, name: str) -> Original:
    """
    Read every paragraph as a line, a heading with '#' before it, a row of a table with ' | '.

    Raises:
        SourceError: It is protected, damaged, unpacks to far more than a document can be, or holds
            no text; or the library that reads it is not installed.
    """
    docx = load_reader("docx", name, "docx")
    if data.startswith(_OLD):
        raise SourceError(Message("original.protected", file=name))
    _check_size(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = tuple(filter(None, _list_lines(document)))
        title = str(document.core_properties.title or "").strip()
    except Exception:  # the library says what is wrong in many classes of others
        raise SourceError(Message("original.damaged", file=name)) from None
    if not lines:
        raise SourceError(Message("original.without_text", file=name))
    return Original((Part(lines),), title=title)


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise SourceError(Message("original.damaged", file=name)) from None
    if size > _MOST:
        raise SourceError(Message("original.bomb", file=name, size=size // 1_000_000))


def _list_lines(document: Any) -> Iterator[str]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                yield " | ".join(filter(None, cells))
        else:
            text = " ".join(item.text.split())
            style = str(item.style.style_id if item.style is not None else "")
            level = style.removeprefix("Heading").removeprefix("Kop")
            yield f"{'#' * int(level)} {text}" if text and level in ("1", "2", "3") else text
