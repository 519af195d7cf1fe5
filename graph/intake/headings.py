"""The headings of tables of nodes and edges, and which of them are taken."""

from collections.abc import Mapping, Sequence

from graph.intake.columns import SCHEMES, Column
from graph.model.slug import make_id
from graph.read.tables.table import RegisterTable

FROM = ("from", "source", "van")
TO = ("to", "target", "naar")
ID = ("id", "label")
NAME = ("name", "naam", "label", "id")
HOME = ("region-label", "region", "regio")
THEME = ("themes", "theme", "thema")
REGION = ("regions", "region", "regio")
PERIOD = ("period", "periode")
"""What says who or what: the first of these headings that is filled, as ids."""

_OF_EDGES: Mapping[str, Sequence[str]] = {
    "from": FROM,
    "to": TO,
    "role": ("role", "rol"),
    "certainty": ("certainty", "zekerheid"),
    "shared": ("partnerships",),
    "label": ("label",),
}
_OF_NODES: Mapping[str, Sequence[str]] = {
    "id": ID,
    "name": NAME,
    "type": ("type",),
    "kind": ("kind", "type"),
    "mode": ("bipartite",),
    "home": HOME,
    "theme": THEME,
    "region": REGION,
    "period": PERIOD,
    "identifiers": ("identifiers",),
    **{scheme: (scheme,) for scheme in sorted(SCHEMES)},
}


def list_columns(
    edges: RegisterTable, nodes: RegisterTable | None
) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """List the columns of a graph that are taken, and the headings of those that are not."""
    used: list[Column] = []
    left: list[str] = []
    for table, uses in ((edges, _OF_EDGES), (nodes, _OF_NODES)):
        by_id = {make_id(one): one for one in reversed(table.header)} if table else {}
        taken = set()
        for field, headings in uses.items():
            if found := next((by_id[one] for one in headings if one in by_id), ""):
                taken.add(found)
                used.append(Column(field, found, "heading"))
        left += [one for one in (table.header if table else ()) if one not in taken]
    shown = {one.heading for one in used}
    return tuple(used), tuple(one for one in dict.fromkeys(left) if one not in shown)
