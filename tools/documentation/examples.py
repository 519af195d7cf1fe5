"""A small file with every field in it, in pieces: the examples of the data format."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from documentation.blocks import Fill
from graph.read.load import load_document
from graph.schema.fields import FILE, ListOf, MapOf, Record, Shape

_LONGEST = 60  # characters of a value in a table


def example_fills(path: Path) -> dict[str, Fill]:
    """
    List how to fill `<!-- example MAP ID -->` for every entry of a file.

    There is `<!-- example MAP -->` for a whole map or list, and `<!-- example file -->` for what
    stands above them.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    root = load_document(str(path)).root
    pieces = {"file": [lines[root.lines[key] - 1] for key in root if isinstance(root[key], str)]}
    for name in root:
        start = root.lines[name] - 1
        if isinstance(root[name], dict | list):
            pieces[name] = _take_entry(lines, start)
        if isinstance(root[name], dict):
            for id in root[name]:
                entry = _take_entry(lines, root[name].lines[id] - 1)
                pieces[f"{name} {id}"] = [lines[start], *entry]
    return {f"example {key}": _keep(["```yaml", *piece, "```"]) for key, piece in pieces.items()}


def list_examples(path: Path) -> dict[tuple[str, str], str]:
    """
    Find the first value of every field in a file.

    Returns:
        From the name of a record and of a field to the value as it would stand on one line; what
        is long or lies deeper is cut off with `…`.
    """
    found: dict[tuple[str, str], str] = {}
    for record, field, value in _walk(FILE, load_document(str(path)).root):
        found.setdefault((record, field), _sketch(value))
    return found


def _keep(lines: list[str]) -> Fill:
    return lambda _: lines


def _take_entry(lines: list[str], start: int) -> list[str]:
    # A key and all that is indented deeper than it, blank lines in between along.
    depth = _measure_indent(lines[start])
    end = start + 1
    for place in range(start + 1, len(lines)):
        if lines[place].strip():
            if _measure_indent(lines[place]) <= depth:
                break
            end = place + 1
    return lines[start:end]


def _measure_indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _walk(shape: Shape, value: Any) -> Iterator[tuple[str, str, Any]]:
    match shape:
        case MapOf() if isinstance(value, dict):
            for entry in value.values():
                yield from _walk(shape.record, entry)
        case ListOf() if isinstance(value, list):
            for item in value:
                yield from _walk(shape.item, item)
        case ListOf(or_one=True):
            yield from _walk(shape.item, value)
        case Record() if isinstance(value, dict):
            for field in shape.fields:
                if field.name in value:
                    yield shape.name, field.name, value[field.name]
                    yield from _walk(field.shape, value[field.name])


def _sketch(value: Any) -> str:
    match value:
        case dict():
            return f"{{{next(iter(value))}: …}}"
        case list() if all(isinstance(item, str) for item in value):
            return f"[{', '.join(value)}]"
        case list():
            more = ", …" if len(value) > 1 else ""
            return f"[{_sketch(value[0])}{more}]"
        case _:
            text = str(value)
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
