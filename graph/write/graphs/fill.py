"""One text with gaps -> that of every row of a Parquet file, a million of them in a second."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_BATCH = 8_192  # rows
_GAP = re.compile("\ue000([a-z]+)\ue001")  # for private use: no format escapes them


def make_gap(column: str) -> str:
    """Make what stands in a text for the value of a column."""
    return f"\ue000{column}\ue001"


def fill_rows(text: str, path: Path) -> Iterator[bytes]:
    """
    Fill the gaps of a text with each row of a Parquet file.

    Args:
        text: How one row is written, with `make_gap` where the value of a column belongs.
        path: The file. What its columns hold needs no escaping; a number is written by `repr`.

    Returns:
        UTF-8, many rows at a time.
    """
    import pyarrow.parquet as pq

    parts = _GAP.split(text)
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH, columns=sorted(set(parts[1::2]))):
            yield _fill(parts, batch)


def _fill(parts: list[str], batch: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.compute as pc

    pieces = [
        _say(batch.column(part)) if place % 2 else pa.scalar(part)
        for place, part in enumerate(parts)
    ]
    rows = pc.binary_join_element_wise(*pieces, "")
    _, _, letters = rows.buffers()
    return bytes(letters[: pc.sum(pc.binary_length(rows)).as_py() or 0])


def _say(column: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_string(column.type):
        return column
    coded = pc.dictionary_encode(column)
    return pa.array(map(repr, coded.dictionary.to_pylist()), pa.string()).take(coded.indices)
