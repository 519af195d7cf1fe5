"""The three tables that every expression starts from."""

from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from graph.network.columns.sums import add


@dataclass(frozen=True, kw_only=True)
class Tables:
    """
    Who takes part in what, as columns of any engine that Ibis speaks to.

    `organisations`: `id`. `partnerships`: `id`, and `unseen`, how many named members a least weight
    keeps out of sight. `memberships`: `organisation` and `partnership`, each pair once.
    `least_weight`: organisations are tied where they share at least as many partnerships.
    `largest`: a partnership of more members makes no ties; None for no limit. Whatever needs no
    ties is right all the same.
    """

    organisations: Table
    partnerships: Table
    memberships: Table
    least_weight: int = 1
    largest: int | None = None


def count_sizes(tables: Tables) -> Table:
    """Count the named members of each partnership: `partnership`, `size`, with unseen `full`."""
    counted = tables.memberships.group_by("partnership").agg(size=ibis._.count())
    unseen = tables.partnerships.select(partnership="id", unseen="unseen")
    joined = counted.join(unseen, "partnership")
    return joined.select("partnership", "size", full=joined.size + joined.unseen)


def find_omitted(tables: Tables) -> Table:
    """
    Count what the limit on partnerships leaves without ties, in one row.

    Returns:
        `partnerships`: how many have more members than `largest`. `pairs`: of how many pairs of
        members, each counted once a partnership.
    """
    sizes = count_sizes(tables)
    over = sizes.filter(sizes.size > tables.largest) if tables.largest else sizes.limit(0)
    pairs = add(over.size * (over.size - 1) // ibis.literal(2, "int64"))
    return over.agg(partnerships=over.count(), pairs=ibis.coalesce(pairs, ibis.literal(0, "int64")))
