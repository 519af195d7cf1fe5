"""
How fast the expressions over columns are, beside SQL by hand on the same tables.

    python -m benchmarks.registers [MEMBERSHIPS] [--memory SIZE]

Memberships are drawn by a fixed rule: partnerships of 2 to 24 members, some organisations in many.
Prints CPU seconds, as ratios to the projection by hand, and the most memory that the process took.
"""

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.network.columns.components import find_components
from graph.network.columns.engine import Engine, open_duckdb
from graph.network.columns.positions import measure_newman_strength, measure_strength
from graph.network.columns.tables import Tables
from graph.network.columns.ties import find_neighbours, project_ties

MEMBERS = """
    SELECT DISTINCT
        'o' || CAST(
            floor(pow((hash(n) % 1000003) / 1000003.0, 1.5) * {n} / 5) AS BIGINT
        ) AS organisation,
        'p' || CAST(floor(n / (2 + hash(n // 24) % 23)) AS BIGINT) || '-' || n // 24 AS partnership
    FROM range({n}) AS drawn(n)
"""
BY_HAND = """
    WITH sized AS (SELECT partnership, count(*) AS size FROM '{m}' GROUP BY ALL HAVING size > 1),
    weighed AS (SELECT m.*, 1099511627776 // (size - 1) AS units
        FROM '{m}' m JOIN sized USING (partnership))
    SELECT a.organisation AS l, b.organisation AS r, count(*) AS weight,
        CAST(sum(a.units) AS DOUBLE) / 1099511627776 AS newman
    FROM weighed a JOIN '{m}' b ON a.partnership = b.partnership AND a.organisation < b.organisation
    GROUP BY ALL
"""


def main() -> None:
    """Run every expression once, and print what it cost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("memberships", nargs="?", type=int, default=180_000)
    parser.add_argument("--memory", default="1GB")
    given = parser.parse_args()
    with open_duckdb(given.memory) as engine:
        tables = _draw(engine, given.memberships)
        count = tables.memberships.count().to_pyarrow().as_py()
        path = str(engine.folder / "drawn.parquet")
        by_hand = _cost(lambda: _copy(engine, BY_HAND.format(m=path)))
        print(f"{count} memberships, memory {given.memory}; by hand {by_hand:.2f} CPU seconds = 1")
        ties = engine.keep("ties", project_ties(tables))
        print(f"{ties.count().to_pyarrow().as_py()} ties")
        for name, expression in (
            ("projection", lambda: engine.keep("ties", project_ties(tables))),
            ("strength", lambda: engine.keep("s", measure_strength(tables))),
            ("newman strength", lambda: engine.keep("n", measure_newman_strength(tables))),
            ("components", lambda: find_components(engine, tables)),
            ("neighbours of one", lambda: find_neighbours(tables, "o0").to_pyarrow()),
        ):
            print(f"{name:18} {_cost(expression) / by_hand:6.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak {peak:.0f} MB")


def _draw(engine: Engine, number: int) -> Tables:
    raw = engine.connection.raw_sql
    for name, query in (
        ("drawn", MEMBERS.format(n=number)),
        ("o", "SELECT DISTINCT organisation AS id FROM '{m}'"),
        ("p", "SELECT DISTINCT partnership AS id, CAST(0 AS BIGINT) AS unseen FROM '{m}'"),
    ):
        said = query.format(m=engine.folder / "drawn.parquet")
        raw(f"COPY ({said}) TO '{engine.folder / name}.parquet' (FORMAT parquet)")
    read = engine.connection.read_parquet
    organisations, partnerships, members = (
        read(str(engine.folder / f"{name}.parquet")) for name in ("o", "p", "drawn")
    )
    return Tables(organisations=organisations, partnerships=partnerships, memberships=members)


def _copy(engine: Engine, query: str) -> None:
    path: Path = engine.folder / "by-hand.parquet"
    engine.connection.raw_sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def _cost(run: Callable[[], Any]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


if __name__ == "__main__":
    main()
