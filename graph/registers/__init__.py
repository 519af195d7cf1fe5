"""
Large registers: their rows stay in DuckDB, and only those that a question needs become records.

`held` puts tables into DuckDB, `sift` tells which rows are used, `register` finds whom a name means
and reads a part, `asked` knows which part a question needs, `lean` reads everything but the words
of rows. Every rule on a cell is that of
`schema.registers`; what becomes a record goes through the whole check.
Imports `model`, `read`, `schema`, `validate` and `network`.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

LEAST_BYTES = 256 * 1024
"""Tables below it are read and checked about as fast as DuckDB is opened."""


class Question(NamedTuple):
    """
    What is asked, and of whom, by the names that the user typed.

    `near`: who is within some `steps` of one. `shared`: what two share. `between`: the shortest
    ways from one to another. `card`: everything about one organisation or partnership.
    """

    kind: Literal["near", "shared", "between", "card"]
    names: tuple[str, ...]
    steps: int = 1


class Size(NamedTuple):
    """How much a whole data file holds, by number."""

    organisations: int
    partnerships: int
    memberships: int


def is_large_register(path: str | Path) -> bool:
    """
    Tell whether a data file names tables that are large, and what reads these is installed.

    This one rule decides for every command. A file that cannot be read is not large.
    """
    return _has_large_tables(path) and all(map(find_spec, ("duckdb", "ibis", "pyarrow")))


def _has_large_tables(path: str | Path) -> bool:
    from graph.cache import LEAST_BYTES as LARGE

    file = Path(path)
    try:
        if file.stat().st_size >= LARGE or b"tables:" not in (data := file.read_bytes()):
            return False
    except (OSError, ValueError):
        return False
    from graph.registers.size import measure_tables

    return measure_tables(file, data) >= LEAST_BYTES
