"""Pairs of members: how many there are, and which share more than one partnership."""

from collections.abc import Mapping
from math import comb

from graph.network.incidence import Incidence
from graph.network.project import Pair

MOST = 2_000_000
"""Pairs up to which ties are kept in memory, each with its partnerships: some 500 bytes."""


def count_pairs(incidence: Incidence) -> int:
    """Count the pairs of members, in each partnership anew: at least as many as there are ties."""
    return sum(comb(len(clique), 2) for clique in incidence.cliques)


def find_repeated(incidence: Incidence) -> Mapping[Pair, tuple[str, ...]]:
    """
    Find the ties of two partnerships or more, by both ends: few, of however many.

    Above `MOST` pairs DuckDB looks for them, where the extra `tables` is installed.

    Returns:
        The ends of each -> the ids of its partnerships, sorted.
    """
    if count_pairs(incidence) > MOST:
        try:
            return _find_by_columns(incidence)
        except ImportError:
            pass  # then it takes the memory that it takes
    return {ends: ids for ends, ids in sorted(incidence.shared.items()) if len(ids) > 1}


def _find_by_columns(incidence: Incidence) -> Mapping[Pair, tuple[str, ...]]:
    from graph.network.columns.engine import fill_tables, open_duckdb
    from graph.network.columns.ties import list_shared

    found: dict[Pair, list[str]] = {}
    with open_duckdb() as engine:
        rows = list_shared(fill_tables(engine, incidence), least=2)
        for row in rows.order_by("left", "right", "partnership").to_pyarrow().to_pylist():
            found.setdefault((row["left"], row["right"]), []).append(row["partnership"])
    return {ends: tuple(ids) for ends, ids in found.items()}
