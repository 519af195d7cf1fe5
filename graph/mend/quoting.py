"""Text that YAML cannot read without quotes gets them."""

import json
import re
from collections.abc import Container, Iterator
from itertools import accumulate

from graph.mend.mend import Mend
from graph.model.curly import bare
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.edits import Edit, apply_edits
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml

_FIELDS = "name|title|quote|note|label|text|publisher|before|after|contact|licence|nl|en"
_VALUE = re.compile(rf"^ *(?:- )*(?:{_FIELDS}): +(?P<text>\S(?:.*\S)?) *$")
_MARK = re.compile(r"(?<!\w)[&*][\w-]*")
_NOT_TEXT = frozenset("\"'[]{}|>#?-,")
_KEYS = frozenset({"yaml.colon", "yaml.curly", "yaml.start", "yaml.apostrophe"})
_CODES = frozenset({"yaml.alias", "yaml.anchor", "yaml.tag"})


def mend_quoting(data: bytes, name: str) -> tuple[bytes, tuple[Mend, ...]]:
    """
    Put text between double quotes where it stands alone behind a field and YAML takes it for more.

    That is text with `: ` in it, text that starts with one of `*&!%@` or a grave accent, and text
    between single quotes with an apostrophe in it. Where ` #` stands in it a comment may be meant;
    where an anchor is named elsewhere a reference may be: such text stays as it is.

    Args:
        data: The data file.
        name: How it is named in messages.

    Returns:
        The file, and what was mended; the file as it was where it is no YAML after that either.
    """
    mends: list[Mend] = []
    new = data
    while True:
        text = decode_text(new, name)
        try:
            _, problems = parse_yaml(text, name)
        except SourceError as error:
            values = dict(error.message.values)
            why, line = values.get("why"), values.get("line")
            if not isinstance(why, Message) or why.key not in _KEYS or not isinstance(line, int):
                return data, ()
            found = list(_quote(_Text(text), line, ""))
            if not found:
                return data, ()
        else:
            whole = _Text(text)
            found = [
                mend
                for problem in problems
                if problem.said.key in _CODES
                for mend in _quote(whole, problem.line, problem.path)
            ]
            if not found:
                return new, tuple(mends)
        found = list(dict.fromkeys(found))
        mends += found
        edits = dict.fromkeys(edit for mend in found for edit in mend.edits)
        new = apply_edits(new, name, list(edits))


class _Text:
    """A file by its lines: each with where it starts, and every anchor and alias in it."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.marks = frozenset(_MARK.findall(text))


def _quote(text: _Text, line: int, path: str) -> Iterator[Mend]:
    row = text.lines[line - 1]
    found = _VALUE.match(row)
    value = found["text"] if found else ""
    inner = _read(value, text.marks)
    if found and inner:
        start = text.starts[line - 1] + found.start("text")
        written = json.dumps(inner, ensure_ascii=False)
        edit = Edit(start, start + len(value), written)
        yield Mend(line, path, Message("mend.quoted"), (edit,))


def _read(value: str, marks: Container[str]) -> str:
    """Read the text that is meant; nothing where that is not sure."""
    if " #" in value or "\\" in value:
        return ""
    if value[:1] == "'":
        closed = len(value) > 2 and value.endswith("'") and '"' not in value
        return value[1:-1].replace("''", "'") if closed else ""
    if value[:1] in ("*", "&"):
        other = {"*": "&", "&": "*"}[value[0]]
        named = _MARK.match(value)
        if named and other + named[0][1:] in marks:
            return ""
    return "" if value[:1] in _NOT_TEXT or value[:2] == "!!" else bare(value)
