"""Bytes -> text that the readers of the data file and of the digests agree on."""

from graph.model.errors import SourceError
from graph.model.message import Message


def decode_text(data: bytes, name: str) -> str:
    """
    Read bytes as text, with one kind of line end.

    Args:
        data: The whole file.
        name: How it is named in messages.

    Raises:
        SourceError: The bytes are not UTF-8, blank, or hold a conflict that git left.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(Message("source.not_utf8", file=name, line=line)) from None
    if not text.strip():
        raise SourceError(Message("source.empty", file=name))
    # Only these two end a line in an editor; to YAML 1.1 the other three do so too.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if line := _find_conflict(text):
        raise SourceError(Message("source.conflict", file=name, line=line))
    return text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")


def _find_conflict(text: str) -> int:
    """Find the line, from 1, on which a conflict of git begins; 0 where there is none."""
    start = text.find("<<<<<<< ")
    if start > 0 and text[start - 1] != "\n":
        start = text.find("\n<<<<<<< ") + 1 or -1
    middle = text.find("\n=======\n", start) if start >= 0 else -1
    if middle < 0 or text.find("\n>>>>>>> ", middle) < 0:
        return 0
    return text.count("\n", 0, start) + 1
