"""More items in a list of an entry of a data file, with every other byte kept."""

import re
from collections.abc import Sequence
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.document import Trail
from graph.read.edits import Edit, apply_edits, find_value
from graph.read.nodes import find_last_line, is_mapping, is_sequence, read_nodes
from graph.read.plain import Plain, write_fields
from graph.read.scalars import quote_scalar, write_scalar
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml

_BARE = re.compile(r"[\w '.&-]+")


def append_items(data: bytes, name: str, trail: Trail, items: Sequence[Plain]) -> bytes:
    """
    Put items behind those of a list, or make the list where the entry has none.

    Args:
        data: The data file.
        name: How it is named in messages.
        trail: The way to the list, such as `("organisations", "x", "aliases")`; what it stands in
            is there.
        items: Text, or maps of plain values.

    Raises:
        SourceError: The file is no YAML, or is written in a way that leaves no place for them.
    """
    text = decode_text(data, name)
    before, _ = parse_yaml(text, name)
    root = read_nodes(text, name)
    entry, found = find_value(root, trail[:-1]), find_value(root, trail)
    if entry is None or not is_mapping(entry) or not entry.value:
        raise _refuse(name, trail)
    key = str(trail[-1])
    if found is None:
        edit = _open(text, entry, key, items)
    elif is_sequence(found) and found.value and not found.flow_style:
        edit = _add_lines(text, found, found.start_mark.column, items)
    elif is_sequence(found):
        edit = _add_inside(text, found, items)
    else:
        raise _refuse(name, trail)
    result = apply_edits(data, name, [edit])
    _compare(result, name, trail, items, before)
    return result


def _open(text: str, entry: Any, key: str, items: Sequence[Plain]) -> Edit:
    """Make a list behind the last field of an entry, in braces or on lines."""
    if entry.flow_style:
        at = len(text[: entry.end_mark.index - 1].rstrip())
        return Edit(at, at, f", {key}: [{_write(items)}]")
    indent = entry.value[0][0].start_mark.column
    return _add(text, entry, list(write_fields({key: items}, indent)))


def _add_lines(text: str, found: Any, indent: int, items: Sequence[Plain]) -> Edit:
    _, *lines = write_fields({"_": items}, indent - 2)
    return _add(text, found, lines)


def _add(text: str, node: Any, lines: Sequence[str]) -> Edit:
    """Put lines behind the last line of a node."""
    at = 0
    for _ in range(find_last_line(text, node) + 1):
        at = text.find("\n", at) + 1
        if not at:
            return Edit(len(text), len(text), "".join(f"\n{line}" for line in lines))
    return Edit(at, at, "".join(f"{line}\n" for line in lines))


def _add_inside(text: str, found: Any, items: Sequence[Plain]) -> Edit:
    """Put items before the bracket that closes a list."""
    at = len(text[: found.end_mark.index - 1].rstrip())
    gap = ", " if found.value and text[at - 1] != "," else ""
    return Edit(at, at, gap + _write(items))


def _write(items: Sequence[Plain]) -> str:
    return ", ".join(_write_item(item) for item in items)


def _write_item(item: Plain) -> str:
    if isinstance(item, dict):
        return f"{{{', '.join(f'{key}: {_write_item(value)}' for key, value in item.items())}}}"
    text = str(item)
    plain = _BARE.fullmatch(text) and write_scalar(text) == text
    return text if plain else quote_scalar(text)


def _compare(data: bytes, name: str, trail: Trail, items: Sequence[Plain], before: Any) -> None:
    """Hold that the file says what it said, and the new items."""
    after, problems = parse_yaml(decode_text(data, name), name)
    place, old = after, before
    for step in trail[:-1]:
        place, old = place[step], old[step]
    key = str(trail[-1])
    kept = list(old.get(key) or ())
    same = place.get(key) == [*kept, *items]
    if kept:
        place[key] = kept
    elif key in old:
        place[key] = old[key]
    else:
        place.pop(key, None)
    if problems or not same or after != before:
        raise _refuse(name, trail)


def _refuse(name: str, trail: Trail) -> SourceError:
    return SourceError(Message("add.braces", file=name, section=str(trail[0])))
