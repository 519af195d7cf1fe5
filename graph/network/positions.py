"""Incidence -> where each organisation stands in the network: one row an organisation."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.model.collector import collector_paused
from graph.model.listing import Listing
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.network.measures import MEASURES
from graph.network.measures.measure import Given, Progress
from graph.network.networkx import take_incidence
from graph.network.undertakings import Undertakings, find_undertakings

if TYPE_CHECKING:
    import networkx as nx

_HOMES = {name: measure for measure in MEASURES for name in measure.fields or (measure.name,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """
    Where one organisation stands in the network.

    Each number of its record is an attribute too, as `position.betweenness`; docs/metrics.md
    says what they are. None where a number is not defined, never NaN.

    `values`: what each measure found, by its name.
    """

    id: str
    name: str
    type: str
    values: Mapping[str, Any] = field(hash=False)

    def __getattr__(self, name: str) -> Any:
        """Give one number of the record."""
        measure = _HOMES.get(name)
        if measure is None or measure.name not in self.values:
            raise AttributeError(f"{type(self).__name__!r} has no measure {name!r}")
        return measure.take_fields(self.values[measure.name])[name]

    def __dir__(self) -> list[str]:
        """List the measures too."""
        return sorted({*object.__dir__(self), *_HOMES})

    def __repr__(self) -> str:
        first = list(list_records([self])[0].items())[3:4]
        return (
            f"Position({', '.join([repr(self.id), *(f'{key}={value}' for key, value in first)])})"
        )

    def list_cells(self) -> dict[str, Any]:
        """List what a table shows of it."""
        return list_records([self])[0]


@collector_paused()
def measure_positions(
    bipartite: "Registry | Incidence | nx.Graph",
    network: "nx.Graph | None" = None,
    *,
    undertakings: Undertakings | None = None,
    measures: Collection[str] | None = None,
    progress: Progress = lambda done, of: None,
) -> Listing[Position]:
    """
    Measure where every organisation stands, sorted by id.

    Args:
        bipartite: Checked data; or the two-mode graph of it, from `build_bipartite`.
        network: Beside a two-mode graph also its network, from `project_network`.
        undertakings: From `find_undertakings`, of the data before any filter; else of these.
        measures: What to measure, by name; everything unless given.
        progress: Called with how much of the long work is done, and of how much.

    Returns:
        A position for each organisation, with the value of each measure; a notebook shows the
        list as a table.

    Raises:
        ValueError: `network` is not the projection of that graph.

    >>> import networkx as nx
    >>> bipartite = nx.Graph([("p", "a"), ("p", "b"), ("p", "c"), ("q", "c"), ("q", "d")])
    >>> nx.set_node_attributes(bipartite, {id: int(id in "pq") for id in bipartite}, "bipartite")
    >>> a, b, c, d = measure_positions(bipartite)
    >>> c.betweenness, c.redundancy, c.parts
    (2.0, 0.0, (('a', 'b'), ('d',)))
    """
    incidence = take_incidence(bipartite, network)
    given = Given(
        incidence=incidence,
        undertakings=undertakings or find_undertakings(incidence.registry),
        progress=progress,
    )
    found = {
        measure.name: measure.compute(given)
        for measure in MEASURES
        if measures is None or measure.name in measures
    }
    return Listing(
        Position(
            id=id,
            name=incidence.registry.organisations[id].name,
            type=incidence.registry.organisations[id].type,
            values={name: values[id] for name, values in found.items()},
        )
        for id in incidence.organisations
    )


def list_records(positions: Sequence[Position]) -> list[dict[str, Any]]:
    """
    Turn positions into plain records, as pandas and JSON take them: `DataFrame(list_records(…))`.

    Args:
        positions: From `measure_positions`.

    Returns:
        A record for each, in the order given, with `id`, `name`, `type` and the measures.

    Numbers with a fraction are rounded to six decimals, so that what is equal reads as equal. An
    estimate has its standard error beside it, as `betweenness_error`, null where it is exact.
    """
    estimated = {
        measure.name
        for measure in MEASURES
        if (error := measure.error)
        and any(
            error(one.values[measure.name]) is not None
            for one in positions
            if measure.name in one.values
        )
    }
    return [_list_record(position, estimated) for position in positions]


def _list_record(position: Position, estimated: set[str]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": position.id, "name": position.name, "type": position.type}
    for measure in MEASURES:
        if measure.name not in position.values:
            continue
        value = position.values[measure.name]
        record |= measure.take_fields(value)
        if measure.error and measure.name in estimated:
            record[f"{measure.name}_error"] = measure.error(value)
    return {name: _to_plain(value) for name, value in record.items()}


def _to_plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_to_plain(one) for one in value]
    return round(value, 6) if isinstance(value, float) else value
