"""
Ties as expressions: the projection, and what one organisation or one pair is asked about.

Traps of the engines, all met: polars joins on equality alone, so pairs are filtered afterwards; a
literal `1.0` is a DECIMAL to Spark; `//` is a division of doubles to both, so that what it divides
stays below 2^53; and what `columns.sums` says of sums.
"""

from typing import Any

import ibis
from ibis.expr.types import Table

from graph.model.newman import DECIMALS, UNIT
from graph.network.columns.sums import add
from graph.network.columns.tables import Tables, count_sizes


def project_ties(tables: Tables, shard: int = 0, shards: int = 1) -> Table:
    """
    Project the two-mode relation: tie every two organisations that share a partnership.

    Args:
        tables: Who takes part in what.
        shard: Which of the shards, from 0: the ties of some of the organisations on the left.
        shards: In how many shards the ties are computed, where all at once need too much memory.

    Returns:
        `left` and `right` (ids, the lesser first), `weight` (shared partnerships, 1 or more) and
        `newman` (the sum of 1/(k-1) over these, as `graph.model.newman` rounds it).

    Reference: Breiger 1974, Social Forces 53:181-190; Newman 2001, Phys. Rev. E 64:016132.
    """
    pairs = _pair(tables)
    if shards > 1:
        place = (pairs.left.hash() % shards + shards) % shards  # a hash may be below 0
        pairs = pairs.filter(place == shard)
    return _finish(pairs, ["left", "right"], tables.least_weight)


def find_neighbours(tables: Tables, organisation: str) -> Table:
    """
    Find the partners of one organisation; no other tie is looked at.

    Returns:
        `partner`, `weight` and `newman`, as `project_ties` has them.
    """
    every = _weigh(tables)
    own = every.filter(every.organisation == organisation).select("partnership", "units")
    others = tables.memberships.select(partner="organisation", partnership="partnership")
    joined = own.join(others, "partnership")
    found = joined.filter(joined.partner != organisation)
    return _finish(found, ["partner"], tables.least_weight)


def find_shared_by(tables: Tables, one: str, other: str) -> Table:
    """
    Find what ties two organisations: `why`.

    Returns:
        `partnership`: each that both take part in; none where they share fewer than asked for.
    """
    members = _weigh(tables)
    left = members.filter(members.organisation == one).select("partnership")
    right = members.filter(members.organisation == other).select("partnership")
    shared = left.join(right, "partnership").select("partnership")
    enough = shared.agg(n=shared.count()).filter(ibis._.n >= tables.least_weight)
    return shared.cross_join(enough).select("partnership")


def find_strongest(ties: Table, most: int) -> Table:
    """
    Find the strongest ties: those of most shared partnerships, then of most Newman weight.

    Args:
        ties: From `project_ties`.
        most: How many; equal ones go by their ends.

    Returns:
        `left` and `right`, in that order.
    """
    ordered = ties.order_by(ibis.desc("weight"), ibis.desc("newman"), "left", "right")
    return ordered.limit(most).select("left", "right")


def list_shared(tables: Tables, *, least: int = 1) -> Table:
    """
    List each tie with each partnership behind it: `left`, `right`, `partnership`.

    Args:
        tables: Who takes part in what.
        least: Of how many partnerships, beside the least weight of the tables.
    """
    pairs = _pair(tables).select("left", "right", "partnership")
    if max(least, tables.least_weight) == 1:
        return pairs
    ties = project_ties(tables)
    strong = ties.filter(ties.weight >= least).select("left", "right")
    return pairs.semi_join(strong, ["left", "right"])


def divide(units: Any) -> Any:
    """Make a weight of units of 2^-40, as `graph.model.newman.divide_units` does."""
    weight = units.cast("float64") / ibis.literal(float(UNIT), "float64")
    scaled = weight * ibis.literal(float(DECIMALS), "float64") + ibis.literal(0.5, "float64")
    return scaled.floor().cast("float64") / ibis.literal(float(DECIMALS), "float64")


def _weigh(tables: Tables) -> Table:
    """Give each membership in a partnership that makes ties the units of its pairs."""
    sizes = count_sizes(tables)
    tied = sizes.filter(sizes.size > 1)
    if tables.largest is not None:
        tied = tied.filter(tied.size <= tables.largest)
    units = (ibis.literal(UNIT, "int64") // (tied.full - 1)).cast("int64")
    joined = tables.memberships.join(tied.select("partnership", units=units), "partnership")
    return joined.select("organisation", "partnership", "units")


def _pair(tables: Tables) -> Table:
    every = _weigh(tables)
    left = every.select(left="organisation", partnership="partnership", units="units")
    right = tables.memberships.select(right="organisation", partnership="partnership")
    joined = left.join(right, "partnership")
    return joined.filter(joined.left < joined.right)


def _finish(found: Table, ends: list[str], least: int) -> Table:
    summed = found.group_by(ends).agg(weight=found.count(), units=add(found.units))
    if least > 1:
        summed = summed.filter(summed.weight >= least)
    return summed.select(*ends, "weight", newman=divide(summed.units))
