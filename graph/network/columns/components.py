"""What hangs together, by rounds of one expression over the two-mode table."""

from functools import reduce

import ibis
from ibis.expr.types import Table

from graph.network.columns.engine import Engine
from graph.network.columns.tables import Tables
from graph.network.columns.ties import project_ties


def find_components(engine: Engine, tables: Tables) -> Table:
    """
    Find which organisations are connected, directly or by way of others.

    Each round puts, in the place of an organisation, the least of those that it shares a
    partnership with, then the least of that one, and so on to one that has nobody before it. These
    are at most half of them. A partnership of which one is left has nothing more to connect, and no
    pair is made.

    Args:
        engine: Where the tables are; it keeps what each round gives.
        tables: Who takes part in what; a partnership over the limit connects its members too.

    Returns:
        `id` and `component`: the least id of all that it is connected with, itself included.
    """
    ids, links = tables.organisations.select("id"), _link(tables)
    if not engine.is_embedded:  # numbers would bring all ids to one place
        return _spread(engine, ids, links).select("id", component="label")
    numbered = engine.keep("numbered", ids.mutate(number=ibis.row_number().over(order_by=ids.id)))
    counted = engine.keep("counted", _number(tables, links, numbered))
    found = _spread(engine, numbered.select(id="number"), counted)
    every = numbered.join(found.select(number="id", label="label"), "number")
    least = numbered.select(label="number", component="id")
    return engine.keep("components", every.join(least, "label").select("id", "component"))


def _link(tables: Tables) -> Table:
    """List `id` and `group`: two ids are connected where they have a group in common."""
    if tables.least_weight == 1:
        return tables.memberships.select(id="organisation", group="partnership")
    ties = project_ties(tables)
    tied = ties.mutate(group=ties.left + "\n" + ties.right)
    return ibis.union(*(tied.select(id=end, group="group") for end in ("left", "right")))


def _number(tables: Tables, links: Table, numbered: Table) -> Table:
    """Put numbers in the place of ids, in their order, and of groups: they are quicker to join."""
    is_whole = tables.least_weight == 1
    each = tables.partnerships.select(group="id") if is_whole else links.select("group").distinct()
    groups = each.mutate(place=ibis.row_number())
    joined = links.join(numbered, "id").join(groups, "group")
    return joined.select(id="number", group="place")


def _spread(engine: Engine, ids: Table, links: Table) -> Table:
    """Give each id its `label`: the least id that it is connected with."""
    rounds = list[Table]()
    while True:
        links = engine.keep("links", _leave_out_closed(links))
        if not engine.count(links):
            break
        rounds.append(_follow_through(engine, _find_nearest(links)))
        links = links.join(rounds[-1], "id").select(id="label", group="group").distinct()
    itself = ids.select("id", label="id")
    return engine.keep("found", reduce(_follow, [*rounds[::-1], itself]) if rounds else itself)


def _leave_out_closed(links: Table) -> Table:
    """Leave out the groups that have one id; `least` is that of each other group."""
    ends = links.group_by("group").agg(least=links.id.min(), most=links.id.max())
    open_ends = ends.filter(ends.least != ends.most).select("group", "least")
    return links.join(open_ends, "group").select("id", "group", "least")


def _find_nearest(links: Table) -> Table:
    """Find the least id near each, itself included, as its `label`."""
    return links.group_by("id").agg(label=links.least.min())


def _follow_through(engine: Engine, labels: Table) -> Table:
    """Follow labels until each is its own."""
    labels = engine.keep("labels", labels)
    while True:
        after = engine.keep("labels", _follow(labels, labels))
        if not engine.count(after.filter("moved")):
            return after.select("id", "label")
        labels = after.select("id", "label")


def _follow(further: Table, labels: Table) -> Table:
    """Give each id, for its label, what `further` gives that, and say whether that `moved`."""
    after = further.select(label="id", further="label")
    joined = labels.left_join(after, "label")
    label = ibis.coalesce(joined.further, joined.label)
    return joined.select("id", label=label, moved=label != joined.label)
