"""An engine to run the expressions on: DuckDB within a limit of memory, or Spark."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table
from ibis.util import gen_name

from graph.network.columns.memory import check_memory, count_mebibytes, say_no_room
from graph.network.columns.tables import Tables
from graph.network.incidence import Incidence

DUCKDB = "duckdb"

_BYTES = 30  # of memory a pair of members takes, measured
_BATCH = 122_880  # rows: what DuckDB takes together as well


class Engine(NamedTuple):
    """
    An Ibis backend, and a folder of its own that is taken away after.

    `is_embedded`: it computes in this process. `most_pairs`: how many pairs of members it takes at
    once, 0 for any number.
    """

    connection: Any
    folder: Path
    is_embedded: bool = True
    most_pairs: int = 0

    def add(self, name: str, rows: pa.Table) -> Table:
        """Hand rows over under a name, as Parquet, which every engine reads."""
        path = self._name(name)
        pq.write_table(rows, path)
        return self._read(path)

    def keep(self, name: str, rows: Table) -> Table:
        """Compute an expression now, and give its rows as a table."""
        path = self._name(name)
        rows.to_parquet(path)
        return self._read(path)

    def write(self, rows: Table, path: Path) -> None:
        """Compute an expression into one Parquet file, its rows in their order."""
        rows.to_parquet(path)
        if path.is_dir():  # Spark writes a part for each piece of the order
            parts = path.rename(path.with_suffix(".parts"))
            _join_parts(sorted(parts.glob("part-*.parquet")), path)
            shutil.rmtree(parts)

    def fetch(self, rows: Table) -> list[dict[str, Any]]:
        """Compute an expression of few rows, without what a frame of pandas needs."""
        path = Path(self._name("fetched"))
        self.write(rows, path)
        with pq.ParquetFile(path) as file:  # `read_table` imports a third of a second more
            found: list[dict[str, Any]] = file.read().to_pylist()
        return found

    def count(self, rows: Table) -> int:
        """Count the rows of an expression."""
        (found,) = self.fetch(rows.agg(rows=rows.count()))
        return int(found["rows"])

    def _name(self, name: str) -> str:
        return str(self.folder / f"{gen_name(name)}.parquet")

    def _read(self, path: str) -> Table:
        found: Table = self.connection.read_parquet(path)
        return found


@contextmanager
def open_engine(name: str = DUCKDB, memory: str = "") -> Iterator[Engine]:
    """
    Open the engine of a name: `duckdb`, `local[2]`, or `spark://host:7077`.

    Raises:
        ValueError: `memory` is no amount of memory.
        ExportError: It is not there, has no memory or disk left, or stops halfway.
    """
    if name == DUCKDB:
        with open_duckdb(memory) as engine:
            yield engine
        return
    from graph.network.columns.spark import open_spark

    with open_spark(name, memory) as engine:
        yield engine


@contextmanager
def open_duckdb(memory: str = "") -> Iterator[Engine]:
    """
    Open DuckDB in memory; what does not fit in the limit goes to the folder of the engine.

    Args:
        memory: The most that it may take, such as `1GB`; half of the machine unless given.

    Raises:
        ValueError: That is no amount of memory.
        ExportError: There is no memory left, or no disk.
    """
    limit = check_memory(memory)
    with say_no_room(), tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        connection = ibis.duckdb.connect(temp_directory=str(Path(folder) / "spilled"))
        try:
            connection.raw_sql("SET preserve_insertion_order = false")
            connection.raw_sql(f"SET memory_limit = '{limit}'")
            pairs = count_mebibytes(limit) * 2**20 // _BYTES
            yield Engine(connection, Path(folder), most_pairs=pairs)
        finally:
            connection.disconnect()


def fill_tables(engine: Engine, incidence: Incidence, *, largest: int | None = None) -> Tables:
    """
    Put who takes part in what into the tables of an engine.

    Args:
        engine: From `open_duckdb`, or another backend of Ibis with a folder.
        incidence: Of checked data, perhaps narrowed by `select_registry`.
        largest: As in `Tables`.
    """
    registry = incidence.registry
    members = [
        (member.organisation, id)
        for id in incidence.partnerships
        for member in incidence.members_of(id)
    ]
    partnerships = {
        "id": incidence.partnerships,
        "unseen": [registry.partnerships[id].unseen for id in incidence.partnerships],
    }
    memberships = {
        "organisation": [organisation for organisation, _ in members],
        "partnership": [id for _, id in members],
    }
    text, number = pa.string(), pa.int64()
    return Tables(
        organisations=_write(engine, "organisations", {"id": incidence.organisations}, [text]),
        partnerships=_write(engine, "partnerships", partnerships, [text, number]),
        memberships=_write(engine, "memberships", memberships, [text, text]),
        least_weight=registry.least_weight,
        largest=largest,
    )


def read_tables(engine: Engine, folder: Path, *, largest: int | None = None) -> Tables:
    """
    Take who takes part in what from the Parquet files of a folder.

    Args:
        engine: As for `fill_tables`.
        folder: With `organisations`, `partnerships` and `memberships`, as `Tables` has them.
        largest: As in `Tables`.
    """
    read = engine.connection.read_parquet
    return Tables(
        organisations=read(str(folder / "organisations.parquet")),
        partnerships=read(str(folder / "partnerships.parquet")),
        memberships=read(str(folder / "memberships.parquet")),
        largest=largest,
    )


def _write(engine: Engine, name: str, columns: dict[str, Any], kinds: list[Any]) -> Table:
    schema = pa.schema(list(zip(columns, kinds, strict=True)))
    rows = {key: list(values) for key, values in columns.items()}
    return engine.add(name, pa.table(rows, schema=schema))


def _join_parts(parts: list[Path], path: Path) -> None:
    named = pq.read_schema(parts[0])
    schema = pa.schema([(one.name, one.type) for one in named])
    with pq.ParquetWriter(path, schema) as writer:
        for part in parts:
            with pq.ParquetFile(part) as file:
                for batch in file.iter_batches(_BATCH):
                    writer.write_batch(pa.record_batch(batch.columns, schema=schema))
