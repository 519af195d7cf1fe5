"""Ties in shards, where all pairs at once would need more memory than an engine may take."""

import ibis
from ibis.expr.types import Table

from graph.network.columns.engine import Engine
from graph.network.columns.sums import add
from graph.network.columns.tables import Tables, count_sizes
from graph.network.columns.ties import project_ties


def compute_ties(engine: Engine, tables: Tables) -> Table:
    """
    Compute the ties of `project_ties`: at once, or in shards by a hash of the organisation.

    Args:
        engine: Where the tables are; it keeps each shard.
        tables: Who takes part in what.
    """
    shards = -(-_count_pairs(engine, tables) // engine.most_pairs) if engine.most_pairs else 1
    if shards <= 1:
        return project_ties(tables)
    return ibis.union(
        *(engine.keep("ties", project_ties(tables, shard, shards)) for shard in range(shards))
    )


def _count_pairs(engine: Engine, tables: Tables) -> int:
    """Count the pairs of members, each once a partnership that makes ties."""
    sizes = count_sizes(tables)
    tied = sizes.filter(sizes.size <= tables.largest) if tables.largest else sizes
    pairs = tied.size * (tied.size - 1) // ibis.literal(2, "int64")
    (found,) = engine.fetch(tied.select(pairs=pairs).agg(pairs=add(ibis._.pairs)))
    return found["pairs"] or 0
