"""The text of a data file of an earlier version -> the same text in the present one."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.document import Document
from graph.read.edits import Edit, edit_text, replace_value
from graph.read.nodes import is_sequence, read_nodes
from graph.read.yaml import parse_yaml
from graph.schema.check import check_shape
from graph.schema.fields import VERSIONS
from graph.schema.upgrade import upgrade_entries
from graph.validate import validate_entries


def migrate_document(document: Document, text: str) -> str | None:
    """
    Write a data file in the present version of the format.

    What need not change stays as it is: comments, order, layout, quotes. The version becomes the
    present one; each group in a partnership becomes the id of a group, and the groups themselves
    stand at the end of the file.

    Args:
        document: The file, from `load_document`.
        text: The same file, from `decode_text`.

    Returns:
        The new text; None where it is of the present version already.

    Raises:
        DataError: The file breaks rules.
        SourceError: It is written in a way that cannot be changed without changing more.
    """
    registry, clean = validate_entries(document)
    if registry.schema == VERSIONS[-1]:
        return None
    name = document.path
    root: Any = read_nodes(text, name)
    if root.flow_style:
        raise SourceError(Message("migrate.braces", file=name))
    top = _pairs(root)
    version = replace_value(text, top["schema"][1], str(VERSIONS[-1]))
    edits = [version, *_list_edits(text, top, clean)]
    labels = {
        clean["partnerships"][id]["groups"][place]["group"]: _copy(text, _pairs(item)["label"][1])
        for id, place, item in _list_items(top)
    }
    new = edit_text(text, edits)
    if labels:
        new = _append(new, text[root.end_mark.index :], _write_groups(labels, clean))
    _compare(new, name, clean)
    return new


def _list_edits(
    text: str, top: Mapping[str, tuple[Any, Any]], clean: Mapping[str, Any]
) -> Iterator[Edit]:
    for id, place, item in _list_items(top):
        pairs = _pairs(item)
        key, value = pairs["label"]
        yield replace_value(text, key, "group")
        yield replace_value(text, value, clean["partnerships"][id]["groups"][place]["group"])
        if "size" in pairs:
            yield _cut(text, item, pairs["size"])


def _list_items(top: Mapping[str, tuple[Any, Any]]) -> Iterator[tuple[str, int, Any]]:
    """List the groups of all partnerships: id of the partnership, place in the list, node."""
    for id, (_, partnership) in _pairs(top["partnerships"][1]).items():
        groups = _pairs(partnership).get("groups")
        if groups and is_sequence(groups[1]):
            yield from ((id, place, item) for place, item in enumerate(groups[1].value))


def _pairs(node: Any) -> dict[str, tuple[Any, Any]]:
    return {key.value: (key, value) for key, value in node.value}


def _cut(text: str, item: Any, pair: tuple[Any, Any]) -> Edit:
    """Take a pair out of a map; a comment behind it stays."""
    key, value = pair
    start, end = key.start_mark.index, value.end_mark.index
    place = [one for one, _ in item.value].index(key)
    if item.flow_style:
        if place + 1 < len(item.value):
            return Edit(start, item.value[place + 1][0].start_mark.index, "")
        return Edit(item.value[place - 1][1].end_mark.index, end, "")
    line = text.rfind("\n", 0, start) + 1
    rest = re.compile(r"[ \t]*\n").match(text, end)
    if place and rest and not text[line:start].strip():
        return Edit(line, rest.end(), "")
    return Edit(start, end, "")


def _copy(text: str, node: Any) -> str:
    """Write a value as it stands in the file, or between quotes where it has several lines."""
    raw = text[node.start_mark.index : node.end_mark.index]
    return json.dumps(node.value, ensure_ascii=False) if "\n" in raw else raw


def _write_groups(labels: Mapping[str, str], clean: Mapping[str, Any]) -> str:
    lines = ["groups:"]
    for id, label in sorted(labels.items()):
        lines += [f"  {id}:", f"    label: {label}"]
        if "size" in clean["groups"][id]:
            lines.append(f"    size: {clean['groups'][id]['size']}")
    return "\n".join([*lines, ""])


def _append(text: str, behind: str, section: str) -> str:
    """Put a section at the end of the map; `behind` is what follows that, as `...` does."""
    body = text[: len(text) - len(behind)].rstrip()
    return f"{body}\n\n{section}{behind}"


def _compare(text: str, name: str, clean: Mapping[str, Any]) -> None:
    """Hold that the new text says what the old one said."""
    root, problems = parse_yaml(text, name)
    found, wrong = check_shape(Document(name, root, {}))
    if problems or wrong or {**found, "schema": None} != {**upgrade_entries(clean), "schema": None}:
        form = "{label: …, size: …, role: …}"
        raise SourceError(Message("migrate.other", file=name, form=form))
