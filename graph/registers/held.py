"""
Tables of registers -> tables in DuckDB, a row with its file and line, every cell as text.

DuckDB reads text where it must read the same as `read_delimited`: with a row on each line. Whatever
else a file holds (cells over several lines, blank lines, rows of another width, bytes that are no
UTF-8) is read by that, row by row.
"""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from graph.read.bytes import LARGEST_TABLE
from graph.read.tables.load import Named, find_file, find_separator, is_parquet, read_table
from graph.read.tables.table import RegisterTable

BLANKS = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
"""What `str.strip` takes away; the last of these is the blank of Chinese and Japanese."""

_PIECE = 1 << 22
_MOST_COLUMNS = 1000
_TRIMMED = (  # blanks of all alphabets are sought only where a cell does not begin and end in ASCII
    "CASE WHEN ascii({0}) BETWEEN 33 AND 126 AND ascii(right({0}, 1)) BETWEEN 33 AND 126 "
    "THEN {0} ELSE trim(coalesce({0}, ''), $blanks) END"
)


class Held(NamedTuple):
    """
    One table in DuckDB.

    `view` has the columns `n` (the order of rows), `file`, `line`, and `c0`, `c1`, … for the cells;
    rows that cannot be read are not in it. `table` is the table without its rows.
    """

    view: str
    table: RegisterTable

    @property
    def cells(self) -> str:
        """The columns of the cells, as SQL."""
        return ", ".join(f"c{place}" for place in range(len(self.table.header)))


def hold_table(connection: Any, view: str, folder: Path, one: Named) -> Held:
    """
    Put a table into DuckDB.

    Args:
        connection: An open DuckDB.
        view: What to call the table there.
        folder: That of the data file.
        one: Which table.

    Raises:
        TableError: It is no table that can be read.
    """
    path = find_file(folder, one)
    if path.is_file() and path.stat().st_size <= LARGEST_TABLE and not is_parquet(path):
        table = _hold_text(connection, view, path, one)
        if table:
            return Held(view, table)
    table = read_table(folder, one, lambda name, data: None)
    _hold_rows(connection, view, table)
    return Held(view, table._replace(rows=()))


def _hold_text(connection: Any, view: str, path: Path, one: Named) -> RegisterTable | None:
    """Let DuckDB read text; None where it might read something else than `read_delimited`."""
    separator = find_separator(one)
    known = _look_over(path)
    if known is None:
        return None
    lines, sha256 = known
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        header = tuple(cell.strip() for cell in next(csv.reader(file, delimiter=separator), ()))
    if not "".join(header).isprintable():  # half a letter, for one, is read by nobody
        return None
    if len(header) != len(set(header)) or not 1 < len(header) <= _MOST_COLUMNS:
        return None
    columns = {f"c{place}": "VARCHAR" for place in range(len(header))}
    trimmed = ", ".join(f"{_TRIMMED.format(name)} AS {name}" for name in columns)
    kinds = ", ".join(f"'{name}': 'VARCHAR'" for name in columns)
    try:
        connection.execute(
            f"CREATE TABLE {view}_read AS SELECT {trimmed} FROM read_csv($path, skip = 1, "
            f"columns = {{{kinds}}}, header = false, auto_detect = false, delim = $separator, "
            """quote = '"', escape = '"', strict_mode = true)""",
            {"path": str(path), "separator": separator, "blanks": BLANKS},
        )
    except duckdb.Error:
        return None
    ((count,),) = connection.execute(f"SELECT count(*) FROM {view}_read").fetchall()
    if count + 1 != lines:
        return None
    connection.execute(
        f"CREATE VIEW {view} AS SELECT rowid AS n, $file AS file, rowid + 2 AS line, * "
        f"FROM {view}_read".replace("$file", _quote(one.file))
    )
    return RegisterTable(one.file, header, (), sha256, {})


def _look_over(path: Path) -> tuple[int, str] | None:
    """
    Count the lines of a file and hash it.

    Returns:
        None where it holds what DuckDB reads otherwise: lines that end in a carriage return alone,
        NUL bytes, blanks beside quotation marks.
    """
    lines, last, found = 0, b"\n", hashlib.sha256()
    returns = pairs = 0
    for piece in _read_pieces(path):
        seam = last + piece
        if b"\0" in piece or b' "' in seam or b'" ' in seam:
            return None
        found.update(piece)
        lines += piece.count(b"\n")
        returns += piece.count(b"\r")
        pairs += piece.count(b"\r\n") + (last == b"\r" and piece[:1] == b"\n")
        last = piece[-1:]
    return None if returns != pairs else (lines + (last != b"\n"), found.hexdigest())


def _read_pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _hold_rows(connection: Any, view: str, table: RegisterTable) -> None:
    import pyarrow as pa

    rows = [row for row in table.rows if not row.fault]
    columns = {
        "file": pa.array([row.file for row in rows], pa.string()),
        "line": pa.array([row.line for row in rows], pa.int64()),
        **{
            f"c{place}": pa.array([row.cells[place] for row in rows], pa.string())
            for place in range(len(table.header))
        },
    }
    connection.register(f"{view}_rows", pa.table(columns))
    connection.execute(f"CREATE OR REPLACE TABLE {view}_read AS SELECT * FROM {view}_rows")
    connection.unregister(f"{view}_rows")
    connection.execute(f"CREATE VIEW {view} AS SELECT rowid AS n, * FROM {view}_read")


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
