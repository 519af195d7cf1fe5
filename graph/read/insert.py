"""One more entry in a section of a data file, with every other byte kept."""

import codecs
import re
from collections.abc import Mapping, Sequence
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.document import Map
from graph.read.nodes import find_last_line, is_mapping, read_nodes
from graph.read.plain import Plain, write_fields
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|$)")
_END = re.compile(rb"(?:\r\n|\r|\n)$")


def insert_entry(data: bytes, name: str, section: str, id: str, fields: Mapping[str, Any]) -> bytes:
    """
    Write an entry at the end of a section.

    Comments, order, quotes, line ends and a mark at the start stay as they are.

    Args:
        data: The data file.
        name: How it is named in messages.
        section: Such as `sources`.
        id: Of the entry; not taken.
        fields: Text as it stands in YAML, or fields again.

    Raises:
        SourceError: The file is no YAML, or is written in a way that leaves no place for an entry.
    """
    return _insert(data, name, section, id, _write(id, fields, 0))


def insert_record(
    data: bytes, name: str, section: str, id: str, fields: Mapping[str, Plain]
) -> bytes:
    """
    Write an entry as `insert_entry` does, from plain values.

    Args:
        data: The data file.
        name: How it is named in messages.
        section: Such as `organisations`; one that is not there is opened at the end of the file.
        id: Of the entry; not taken.
        fields: Plain values, as `write_fields` takes them.

    Raises:
        SourceError: As `insert_entry`.
    """
    root, _ = parse_yaml(decode_text(data, name), name)
    if isinstance(root, Map) and section not in root:
        data = _open_section(data, section)
    return _insert(data, name, section, id, [f"{id}:", *write_fields(fields, 2)])


def _open_section(data: bytes, section: str) -> bytes:
    found = _END.search(next(iter(_LINE.findall(data)), b""))
    end = found[0] if found else b"\n"
    gap = b"" if not data or _END.search(data) else end
    return data + gap + end + f"{section}:".encode() + end


def _insert(data: bytes, name: str, section: str, id: str, written: Sequence[str]) -> bytes:
    text = decode_text(data, name)
    before, _ = parse_yaml(text, name)
    root = read_nodes(text, name)
    if not is_mapping(root) or root.flow_style:
        raise SourceError(Message("add.braces", file=name, section=section))
    found = next((pair for pair in root.value if pair[0].value == section), None)
    if found is None:
        raise SourceError(Message("add.no_section", file=name, section=section))
    key, value = found
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    lines = [line for line in _LINE.findall(data.removeprefix(mark)) if line]
    empty = not value.value or value.value in ("~", "null")
    if not empty and (not is_mapping(value) or value.flow_style):
        raise SourceError(Message("add.braces", file=name, section=section))
    if not empty:
        indent, last = value.value[0][0].start_mark.column, find_last_line(text, value)
    else:
        indent, last = key.start_mark.column + 2, key.start_mark.line
        lines[last] = _open(lines[last], key, value)
    new = "".join(f"{' ' * indent}{line}\n" for line in written)
    end = _END.search(b"".join(lines[:1])) or _END.search(b"\n")
    inserted = new.encode().replace(b"\n", end[0] if end else b"\n")
    if not _END.search(lines[last]):
        lines[last] += end[0] if end else b"\n"
    result = mark + b"".join([*lines[: last + 1], inserted, *lines[last + 1 :]])
    _compare(result, name, section, id, before)
    return result


def _write(id: str, fields: Mapping[str, Any], indent: int) -> list[str]:
    lines = [f"{' ' * indent}{id}:"]
    for key, value in fields.items():
        if isinstance(value, Mapping):
            lines += _write(key, value, indent + 2)
        else:
            lines.append(f"{' ' * (indent + 2)}{key}: {value}")
    return lines


def _open(line: bytes, key: Any, value: Any) -> bytes:
    """Take '{}' or '~' away behind the key of an empty section; a comment stays."""
    text = line.decode()
    first, start, end = key.end_mark.column, value.start_mark.column, value.end_mark.column
    if value.start_mark.line != key.end_mark.line or end <= start:
        return line
    colon = text.index(":", first) + 1
    return (text[:colon] + text[end:]).encode()


def _compare(data: bytes, name: str, section: str, id: str, before: Any) -> None:
    """Hold that the file says what it said, and the new entry."""
    after, problems = parse_yaml(decode_text(data, name), name)
    entry = (after.get(section) or {}).pop(id, None) if isinstance(after, dict) else None
    same = bool(entry) and {**after, section: None} == {**before, section: None}
    if problems or not same or (after[section] or {}) != (before.get(section) or {}):
        raise SourceError(Message("add.braces", file=name, section=section))
