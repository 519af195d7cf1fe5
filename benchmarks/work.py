"""One piece of work on a register, and what it cost; `benchmarks.registers` runs it."""

import csv
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_TIES = """
    WITH sized AS (SELECT partnership, count(*) AS size FROM {m} GROUP BY ALL HAVING size > 1),
    weighed AS (SELECT m.*, 1099511627776 // (size - 1) AS units
        FROM {m} m JOIN sized USING (partnership))
    SELECT a.organisation AS l, b.organisation AS r, count(*) AS weight,
        CAST(sum(a.units) AS DOUBLE) / 1099511627776 AS newman
    FROM weighed a JOIN {m} b ON a.partnership = b.partnership AND a.organisation < b.organisation
    GROUP BY ALL
"""


def main() -> None:
    """Do the work that is named on the file that is named; print clock, CPU and memory as JSON."""
    name, path, memory = sys.argv[1:]
    with WORK[name](Path(path), memory) as run:
        clock, cpu = time.perf_counter(), time.process_time()
        run()
        clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps([clock, cpu, peak]))


Run = Callable[[], Any]


@contextmanager
def _open_tables(path: Path, memory: str) -> Iterator[tuple[Any, Any]]:
    from graph.network.columns.engine import open_duckdb
    from graph.network.columns.tables import Tables

    with open_duckdb(memory) as engine:
        raw, read = engine.connection.raw_sql, engine.connection.read_parquet
        for name, query in (
            ("o", "SELECT DISTINCT organisation AS id"),
            ("p", "SELECT DISTINCT partnership AS id, 0::BIGINT AS unseen"),
        ):
            raw(f"COPY ({query} FROM '{path}') TO '{engine.folder / name}.parquet'")
        organisations, partnerships = (read(f"{engine.folder / one}.parquet") for one in "op")
        memberships = read(str(path))
        yield (
            engine,
            Tables(organisations=organisations, partnerships=partnerships, memberships=memberships),
        )


@contextmanager
def _by_hand(path: Path, memory: str) -> Iterator[Run]:
    with _open_tables(path, memory) as (engine, _):
        query = _TIES.format(m=f"'{path}'")
        out = engine.folder / "by-hand.parquet"
        yield lambda: engine.connection.raw_sql(f"COPY ({query}) TO '{out}' (FORMAT parquet)")


@contextmanager
def _projection(path: Path, memory: str) -> Iterator[Run]:
    from graph.network.columns.shards import compute_ties

    with _open_tables(path, memory) as (engine, tables):
        yield lambda: engine.keep("ties", compute_ties(engine, tables))


@contextmanager
def _neighbours(path: Path, memory: str) -> Iterator[Run]:
    from graph.network.columns.ties import find_neighbours

    with _open_tables(path, memory) as (engine, tables):
        yield lambda: engine.fetch(find_neighbours(tables, "o0"))


@contextmanager
def _strength(path: Path, memory: str) -> Iterator[Run]:
    from graph.network.columns.positions import measure_strength

    with _open_tables(path, memory) as (engine, tables):
        yield lambda: engine.keep("strength", measure_strength(tables))


@contextmanager
def _components(path: Path, memory: str) -> Iterator[Run]:
    from graph.network.columns.components import find_components

    with _open_tables(path, memory) as (engine, tables):
        yield lambda: find_components(engine, tables)


@contextmanager
def _scipy(path: Path, memory: str) -> Iterator[Run]:
    """From the same file to the same two columns, on arrays of everything."""
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        yield lambda: _find_with_scipy(path, Path(folder) / "found.parquet")


def _find_with_scipy(path: Path, out: Path) -> None:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    table = pq.read_table(path)
    left, right = (
        table.column(name).dictionary_encode().combine_chunks()
        for name in ("organisation", "partnership")
    )
    ids, size = left.dictionary, len(left.dictionary) + len(right.dictionary)
    ends = (left.indices.to_numpy(), right.indices.to_numpy() + len(ids))
    links = coo_array((np.ones(len(left), dtype=np.int8), ends), shape=(size, size))
    count, labels = connected_components(links, directed=False)
    order = pc.sort_indices(ids).to_numpy()
    found, first = np.unique(labels[order], return_index=True)
    least = np.zeros(count, dtype=np.int64)
    least[found] = order[first]
    component = ids.take(pa.array(least[labels[: len(ids)]]))
    pq.write_table(pa.table({"id": ids, "component": component}), out)


@contextmanager
def _from_csv(path: Path, memory: str) -> Iterator[Run]:
    import duckdb

    query = _TIES.format(m="m") + " ORDER BY l, r"
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as folder, duckdb.connect() as made:

        def run() -> None:
            for name in ("o", "p"):
                made.execute(f"CREATE TABLE {name} AS FROM '{path.parent / name}.csv'")
            made.execute(
                "CREATE TABLE m AS SELECT wie AS organisation, wat AS partnership "
                f"FROM '{path.parent / 'm'}.csv'"
            )
            made.execute(f"COPY ({query}) TO '{folder}/ties.parquet' (FORMAT parquet)")

        yield run


@contextmanager
def _networkx(path: Path, memory: str) -> Iterator[Run]:
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        yield lambda: _write_with_networkx(path.parent, Path(folder) / "n.graphml")


def _write_with_networkx(folder: Path, out: Path) -> None:
    import networkx as nx

    network, members = nx.Graph(), dict[str, list[str]]()
    with (folder / "o.csv").open(encoding="utf-8", newline="") as file:
        network.add_nodes_from((row["id"], {"label": row["naam"]}) for row in csv.DictReader(file))
    with (folder / "m.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members.setdefault(row["wat"], []).append(row["wie"])
    for ids in members.values():
        for place, left in enumerate(ids):
            for right in ids[place + 1 :]:
                tie = network.get_edge_data(left, right)
                if tie is None:
                    network.add_edge(left, right, weight=1, newman=1 / (len(ids) - 1))
                else:
                    tie["weight"] += 1
                    tie["newman"] += 1 / (len(ids) - 1)
    nx.write_graphml(network, out)


WORK: Mapping[str, Callable[[Path, str], Any]] = {
    "by_hand": _by_hand,
    "projection": _projection,
    "neighbours": _neighbours,
    "strength": _strength,
    "components": _components,
    "scipy": _scipy,
    "from_csv": _from_csv,
    "networkx": _networkx,
}
"""Name of each piece of work -> what makes it ready, within an amount of memory."""


if __name__ == "__main__":
    main()
