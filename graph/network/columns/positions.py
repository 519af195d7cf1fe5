"""What is counted of each organisation, as expressions; without a least weight, no pair is made."""

from typing import Any

import ibis
from ibis.expr.types import Table

from graph.model.newman import UNIT
from graph.network.columns.sums import add
from graph.network.columns.tables import Tables, count_sizes
from graph.network.columns.ties import divide, list_shared, project_ties


def measure_strength(tables: Tables) -> Table:
    """
    Sum the weights of the ties of each organisation: `id`, `strength`, 0 or more.

    Without a least weight that is, over its partnerships, how many others each has.
    """
    if tables.least_weight == 1:
        joined = tables.memberships.join(count_sizes(tables), "partnership")
        summed = joined.group_by("organisation").agg(number=add(joined.size - 1))
    else:
        ties = _turn(project_ties(tables))
        summed = ties.group_by("organisation").agg(number=add(ties.weight))
    return _complete(tables, summed, "strength")


def measure_newman_strength(tables: Tables) -> Table:
    """
    Sum Newman's weights over the ties of each organisation: `id`, `newman_strength`.

    Without a least weight that is in how many partnerships of two or more it takes part.
    """
    sizes = count_sizes(tables)
    if tables.least_weight == 1:
        joined = tables.memberships.join(sizes.filter(sizes.size > 1), "partnership")
        counted = joined.group_by("organisation").agg(number=joined.count().cast("float64"))
        return _complete(tables, counted, "newman_strength", "float64")
    shared = _turn(list_shared(tables), "partnership")
    partners = shared.group_by(["organisation", "partnership"]).agg(n=shared.count())
    joined = partners.join(sizes, "partnership")
    each = joined.select("organisation", units=share_units(joined.n, joined.full - 1))
    summed = each.group_by("organisation").agg(units=add(each.units))
    weighed = summed.select("organisation", number=divide(summed.units))
    return _complete(tables, weighed, "newman_strength", "float64")


def count_partners(tables: Tables, ties: Table | None = None) -> Table:
    """
    Count the organisations that each is tied to: `id`, `partners`, 0 or more.

    Args:
        tables: Who takes part in what.
        ties: What `project_ties` gives of them, where it is known.
    """
    ends = _turn(project_ties(tables) if ties is None else ties)
    counted = ends.group_by("organisation").agg(number=ends.count())
    return _complete(tables, counted, "partners")


def share_units(partners: Any, others: Any) -> Any:
    """
    Weigh partners in a partnership, where each weighs 1/others: partners * 2^40 // others, units.

    That product passes 2^53, and is no longer exact to an engine that divides doubles; the two
    terms of it are.
    """
    unit = ibis.literal(UNIT, "int64")
    whole, left = unit // others, unit % others
    return (partners * whole + partners * left // others).cast("int64")


def _turn(ties: Table, *more: str) -> Table:
    """Put each tie down for both of its ends."""
    kept = more or ("weight",)
    ends = [ties.select(*kept, organisation=end) for end in ("left", "right")]
    return ibis.union(*ends)


def _complete(tables: Tables, found: Table, name: str, kind: str = "int64") -> Table:
    """Add the organisations that have none."""
    renamed = found.select(id="organisation", number="number")
    joined = tables.organisations.left_join(renamed, "id")
    number = ibis.coalesce(joined.number, ibis.literal(0, kind))
    return joined.select("id", **{name: number})
