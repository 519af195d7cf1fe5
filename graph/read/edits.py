"""Edits of a data file in place: what is not edited keeps every byte."""

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph.read.document import Trail
from graph.read.nodes import find_last_line, is_mapping, is_scalar, is_sequence
from graph.read.text import decode_text

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t\n"


class Edit(NamedTuple):
    """The characters from `start` to `end`, counted in the text that was read, become `text`."""

    start: int
    end: int
    text: str


def edit_text(text: str, edits: Iterable[Edit]) -> str:
    """
    Edit a text.

    Edits may come in any order. Several that put something in at one place do so in the order in
    which they are given.

    Raises:
        ValueError: Two edits overlap, or one lies outside the text.

    >>> edit_text("a: 1 # one", [Edit(3, 4, "2"), Edit(0, 0, "b: 3, ")])
    'b: 3, a: 2 # one'
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not at <= start <= end <= len(text):
            raise ValueError(f"an edit of {start} to {end} behind {at} of {len(text)} characters")
        parts += text[at:start], new
        at = end
    return "".join([*parts, text[at:]])


def apply_edits(data: bytes, name: str, edits: Sequence[Edit]) -> bytes:
    r"""
    Edit a file: its line ends, a mark at its start and whatever is not edited stay as they are.

    Args:
        data: The file.
        name: How it is named in messages.
        edits: In the text that `decode_text` makes of it; a line end in them is a `\n`, and
            becomes one like that of the first line.

    Raises:
        SourceError: The bytes are not UTF-8, or blank.
        ValueError: Two edits overlap, or one lies outside the text.
    """
    size = len(decode_text(data, name))
    raw = data.decode("utf-8-sig")
    pairs = [found.start() - count for count, found in enumerate(re.finditer("\r\n", raw))]
    first = _LINE_END.search(raw)
    end_of_line = first[0] if first else "\n"

    def find_raw(at: int) -> int:
        if not 0 <= at <= size:
            raise ValueError(f"character {at} of {size}")
        return at + bisect_left(pairs, at)

    new = edit_text(
        raw,
        [
            Edit(find_raw(start), find_raw(end), text.replace("\n", end_of_line))
            for start, end, text in edits
        ],
    )
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + new.encode()


def find_value(root: Any, path: Trail) -> Any | None:
    """
    Find the node of a value.

    Args:
        root: The node at the top, from `read_nodes`.
        path: The way to it, such as `("partnerships", "x", "members", 2)`.

    Returns:
        The node, or None where the way leads to nothing; of a key that stands twice the first.
    """
    node = root
    for step in path:
        if isinstance(step, int) and is_sequence(node) and 0 <= step < len(node.value):
            node = node.value[step]
        elif isinstance(step, str) and is_mapping(node):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            return None
    return node


def replace_value(text: str, node: Any, written: str) -> Edit:
    """
    Put another text where a value stands.

    Args:
        text: The whole text.
        node: The node of the value: a text, or a list or a map between brackets. Of a text in a
            block (`|`, `>`) the blank lines behind it stay.
        written: The new value as it stands in YAML.
    """
    start, end = node.start_mark.index, node.end_mark.index
    if is_scalar(node) and node.value and node.style in ("|", ">"):
        while text[end - 1] in _BLANKS:
            end -= 1
    glued = start == end and text[start - 1 : start] == ":"
    return Edit(start, end, f" {written}" if glued else written)


def remove_item(text: str, items: Any, position: int) -> Edit | None:
    """
    Take an item out of a list, the first one excepted.

    Args:
        text: The whole text.
        items: The node of the list.
        position: Which item, from 0.

    Returns:
        The edit; None where it would take a comment along, or the layout leaves it no line.
    """
    if not 0 < position < len(items.value):
        return None
    item = items.value[position]
    if items.flow_style:
        start, end = items.value[position - 1].end_mark.index, item.end_mark.index
    else:
        start = text.rfind("\n", 0, item.start_mark.index) + 1
        if text[start : item.start_mark.index].strip() != "-":
            return None
        end = start
        for _ in range(find_last_line(text, item) - text.count("\n", 0, start) + 1):
            end = text.find("\n", end) + 1 or len(text)
    return None if "#" in text[start:end] else Edit(start, end, "")
