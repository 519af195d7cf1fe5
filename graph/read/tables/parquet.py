"""A Parquet file, or a folder of its parts -> a table."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.model.message import Message
from graph.read.tables.table import RegisterTable, Row, TableError


def read_parquet(path: Path, name: str, seen: Callable[[str, bytes], None]) -> RegisterTable:
    """
    Read a Parquet file, or every `.parquet` file of a folder as one table, by name.

    Args:
        path: The file or the folder.
        name: How it is named in messages.
        seen: Called with the name and the bytes of each file.

    Raises:
        TableError: There is no part, one is damaged, or the parts have other columns; or the extra
            is not installed.
        OSError: A file cannot be read.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise TableError(Message("table.extra")) from None
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not parts:
        raise TableError(Message("table.no_parts"))
    header: tuple[str, ...] = ()
    kinds: dict[str, str] = {}
    rows: list[Row] = []
    found = hashlib.sha256()
    for part in parts:
        where = f"{name}/{part.name}" if path.is_dir() else name
        data = part.read_bytes()
        found.update(data)
        seen(where, data)
        try:
            table = pq.read_table(pa.BufferReader(data))
        except (pa.ArrowException, OSError) as error:
            said = str(error).split("\n")[0].rstrip(".")
            message = Message("table.damaged", part=part.name, said=said)
            raise TableError(message) from None
        header = header or tuple(table.column_names)
        if tuple(table.column_names) != header:
            message = Message("table.other_columns", part=part.name, first=parts[0].name)
            raise TableError(message)
        kinds |= {one.name: str(one.type) for one in table.schema if not _is_plain(pa, one.type)}
        columns = [table.column(place).to_pylist() for place in range(len(header))]
        rows += [
            Row(where, line, tuple(map(_write_cell, cells)))
            for line, cells in enumerate(zip(*columns, strict=True), 1)
        ]
    return RegisterTable(name, header, rows, found.hexdigest(), kinds)


def _is_plain(pa: Any, kind: Any) -> bool:
    types = pa.types
    is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)
    return bool(is_text or types.is_integer(kind) or types.is_null(kind))


def _write_cell(value: Any) -> str:
    return "" if value is None else str(value).strip()
