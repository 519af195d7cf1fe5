"""A PDF: its pages, each with its lines and the number that is printed on it."""

import re
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.originals.original import Original, Part, load_reader

_BROKEN_WORD = re.compile("(\\w)[\x02\ufffe]\\s*(\\S*)\\s?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def read_pdf(data: bytes, name: str) -> Original:
    """
    Read the text of every page, line by line; a word that a line breaks is made whole.

    Raises:
        SourceError: It is protected, damaged, or holds images alone; or the library that reads it
            is not installed.
    """
    pdfium = load_reader("pypdfium2", name, "pdf")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = Message("original.protected" if locked else "original.damaged", file=name)
        raise SourceError(message) from None
    try:
        parts = tuple(_read_page(document, place) for place in range(len(document)))
        title = str(document.get_metadata_dict().get("Title", "")).strip()
    except pdfium.PdfiumError:
        raise SourceError(Message("original.damaged", file=name)) from None
    finally:
        document.close()
    if not any(part.lines for part in parts):
        raise SourceError(Message("original.images", file=name))
    return Original(parts, title=title)


def _read_page(document: Any, place: int) -> Part:
    page = document[place]
    text_page = page.get_textpage()
    text = text_page.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    text_page.close()
    page.close()
    text = _CONTROL.sub("", _BROKEN_WORD.sub(r"\1\2\n", text))
    lines = tuple(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    label = document.get_page_label(place) or ""
    return Part(lines, place + 1, "" if label == str(place + 1) else label)
