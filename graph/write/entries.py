"""Entries of the format -> the text of a data file that a curator can go on with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from graph.read.scalars import quote_scalar, write_scalar


def write_entries(
    root: Mapping[str, Any],
    remarks: Iterable[str] = (),
    beside: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """
    Write a whole data file.

    What is a list of ids or of passages stands on one line, everything else on lines of its own.

    Args:
        root: Its sections, as `check_shape` returns them; a passage may have a `row`.
        remarks: Comments at its start, a line each.
        beside: Comments on organisations, by id.
    """
    lines = [f"# {remark}" for remark in remarks]
    for key, value in root.items():
        lines += _write(key, value, 0)
        if key == "organisations":
            lines = [_add_comment(line, beside) for line in lines]
    return "\n".join([*lines, ""])


def _add_comment(line: str, beside: Mapping[str, str]) -> str:
    """Put a comment behind the id that opens an entry."""
    id = line.strip().removesuffix(":")
    return f"{line} # {beside[id]}" if line == f"  {id}:" and id in beside else line


def _write(key: str, value: Any, depth: int) -> Iterator[str]:
    space = "  " * depth
    if isinstance(value, Mapping) and value:
        yield f"{space}{key}:"
        for name, item in value.items():
            yield from _write(name, item, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield f"{space}{key}:"
        yield from (f"{space}  - {_write_inline(item)}" for item in value)
    else:
        yield f"{space}{key}: {_write_inline(value)}"


def _write_inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_write_inner(item)}' for key, item in value.items())}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_write_inner, value))}]"
    return write_scalar(str(value)) if not isinstance(value, int) else str(value)


def _write_inner(value: Any) -> str:
    """Write what stands between braces, where a comma or a brace would end it."""
    written = _write_inline(value)
    is_text = isinstance(value, str) and not written.startswith('"')
    return quote_scalar(value) if is_text and set(value) & set(",[]{}") else written
