"""A file of comma- or tab-separated text as people have it -> a table, and how it was read."""

import codecs
from pathlib import PurePath

from graph.model.message import Message
from graph.read.tables.delimited import read_delimited
from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""What may stand between two cells, by its name on the command line."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before the mark of UTF-16 that it begins with
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_text(data: bytes, name: str, *, separator: str = "", encoding: str = "") -> Opened:
    """
    Read a table of text.

    Args:
        data: The whole file.
        name: How it is named in messages.
        separator: What stands between two cells; unless given, what the first line has most of.
        encoding: How letters are coded; unless given, what a mark at the start says, else UTF-8.

    Raises:
        TableError: It is no table, or not in that encoding.
    """
    marked = next((code for mark, code in _MARKS.items() if data.startswith(mark)), "utf-8")
    code = encoding or marked
    plain = data
    if codecs.lookup(code).name != "utf-8":
        try:
            plain = data.decode(code).encode()
        except UnicodeDecodeError:
            raise TableError(Message("import.encoding", encoding=code)) from None
    if plain.lstrip()[:4] in (b"PK\x03\x04", b"%PDF"):
        raise TableError(Message("import.not_text"))
    found = separator or _find_separator(plain)
    named = next(key for key, sign in SEPARATORS.items() if sign == found)
    how = Message(
        "import.how_text", separator=Message(f"import.separator.{named}"), encoding=code.upper()
    )
    usual = {".csv": ",", ".tsv": "\t"}.get(PurePath(name).suffix.lower())
    is_text = code == "utf-8" and found == usual
    return Opened((read_delimited(plain, name, found),), how, is_text=is_text)


def _find_separator(data: bytes) -> str:
    first = (
        data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0].decode("utf-8", "replace")
    )
    return max(SEPARATORS.values(), key=first.count)
