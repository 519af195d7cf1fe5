"""What hangs together, by rounds of one expression over the two-mode table."""

import ibis
from ibis.expr.types import Table

from graph.network.columns.engine import Engine
from graph.network.columns.tables import Tables
from graph.network.columns.ties import project_ties


def find_components(engine: Engine, tables: Tables) -> Table:
    """
    Find which organisations are connected, directly or by way of others.

    Each round gives an organisation the least label among those that it shares a partnership with,
    and then the label of that label, until a round changes nothing. No pair is made.

    Args:
        engine: Where the tables are; it keeps the labels of each round.
        tables: Who takes part in what; a partnership over the limit connects its members too.

    Returns:
        `id` and `component`: the least id of all that it is connected with, itself included.
    """
    links = _link(tables)
    labels = tables.organisations.select("id", component="id")
    while True:
        after = engine.keep("labels", _spread(labels, links))
        before = labels.select("id", before="component")
        moved = after.join(before, "id").filter(ibis._.component != ibis._.before)
        if not moved.count().to_pyarrow().as_py():
            return after
        labels = after


def _link(tables: Tables) -> Table:
    """List `id` and `group`: two ids are connected where they have a group in common."""
    if tables.least_weight == 1:
        return tables.memberships.select(id="organisation", group="partnership")
    ties = project_ties(tables)
    tied = ties.mutate(group=ties.left + "\n" + ties.right)
    return ibis.union(*(tied.select(id=end, group="group") for end in ("left", "right")))


def _spread(labels: Table, links: Table) -> Table:
    known = links.join(labels, "id")
    least = known.group_by("group").agg(least=known.component.min())
    offered = links.join(least, "group").select("id", component="least")
    every = ibis.union(labels.select("id", "component"), offered)
    nearest = every.group_by("id").agg(component=every.component.min())
    heads = nearest.select(component="id", further="component")
    joined = nearest.join(heads, "component")
    return joined.select("id", component=joined.further)
