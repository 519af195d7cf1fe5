"""Who takes part in what -> Parquet: ties, organisations and memberships, through an engine."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph.model.message import ENGLISH
from graph.network.incidence import Incidence
from graph.words.speak import Speaker
from graph.write.graphs.exported import Exported

if TYPE_CHECKING:
    from graph.network.columns.engine import Engine
    from graph.network.columns.tables import Tables


def write_parquet(
    incidence: Incidence,
    *,
    engine: str = "duckdb",
    memory: str = "",
    largest: int | None = None,
    table: str | None = None,
    speaker: Speaker = ENGLISH,
) -> Exported:
    """
    Write the network as Parquet; the same data give the same rows in the same order.

    Args:
        incidence: Of checked data, perhaps narrowed by `select_registry`.
        engine: Where it is computed: `duckdb`, `local[2]`, or `spark://host:7077`.
        memory: The most that the engine may take, such as `1GB`; of DuckDB half of the machine
            unless given.
        largest: A partnership of more members makes no ties.
        table: The only one of `TABLES` to write; all unless given.
        speaker: Who says what the limit left out.

    Returns:
        `-ties` (`left`, `right`, `weight`, `newman`), `-organisations` (`id`, `name`, `strength`,
        `newman_strength`, `partners`, `component`) and `-memberships` (`organisation`,
        `partnership`).

    Raises:
        ImportError: The extra `tables` is not installed.
        ValueError: `memory` is no amount of memory.
        ExportError: The engine is not there, has no room left, or stops halfway.
    """
    import pyarrow as pa

    from graph.network.columns.engine import fill_tables, open_engine

    organisations = incidence.registry.organisations
    names = {
        "id": pa.array(incidence.organisations, pa.string()),
        "name": pa.array((organisations[id].name for id in incidence.organisations), pa.string()),
    }
    with open_engine(engine, memory) as opened, TemporaryDirectory(prefix="collabgraph-") as folder:
        tables = fill_tables(opened, incidence, largest=largest)
        named = opened.add("names", pa.table(names))
        written = write_columns(opened, tables, named, Path(folder), (table,) if table else TABLES)
        files = {f"-{path.stem}": path.read_bytes() for path in written}
        return Exported(files=files, warnings=say_omitted(opened, tables, speaker))


def write_columns(
    engine: "Engine", tables: "Tables", names: Any, folder: Path, wanted: Iterable[str]
) -> list[Path]:
    """
    Compute tables of the network, and write each into a folder as Parquet.

    Args:
        engine: Where the tables are.
        tables: Who takes part in what.
        names: `id` and `name` of each organisation, as a table of the engine.
        folder: Where to write.
        wanted: Which of `TABLES`, or `NAMES`.

    Returns:
        The file of each.
    """
    paths = {name: folder / f"{name}.parquet" for name in wanted}
    for name, path in paths.items():
        engine.write(_COMPUTED[name](engine, tables, names), path)
    return [*paths.values()]


def say_omitted(engine: "Engine", tables: "Tables", speaker: Speaker) -> tuple[str, ...]:
    """Say what a limit on partnerships leaves out of ties; nothing where it leaves out nothing."""
    from graph.network.columns.tables import find_omitted

    if tables.largest is None:
        return ()
    (omitted,) = engine.fetch(find_omitted(tables))
    if not omitted["partnerships"]:
        return ()
    return (speaker.say("exports.omitted", n=omitted["partnerships"], pairs=omitted["pairs"]),)


def _compute_ties(engine: "Engine", tables: "Tables", names: Any) -> Any:
    from graph.network.columns.shards import compute_ties

    return compute_ties(engine, tables).order_by("left", "right")


def _compute_organisations(engine: "Engine", tables: "Tables", names: Any) -> Any:
    from graph.network.columns.components import find_components
    from graph.network.columns.positions import (
        count_partners,
        measure_newman_strength,
        measure_strength,
    )
    from graph.network.columns.shards import compute_ties

    positions = names
    for measured in (
        measure_strength(tables),
        measure_newman_strength(tables),
        count_partners(tables, compute_ties(engine, tables)),
        find_components(engine, tables),
    ):
        positions = positions.join(measured, "id")
    return positions.order_by("id")


def _compute_memberships(engine: "Engine", tables: "Tables", names: Any) -> Any:
    return tables.memberships.order_by("organisation", "partnership")


def _compute_names(engine: "Engine", tables: "Tables", names: Any) -> Any:
    return names.order_by("id")


TABLES = ("ties", "organisations", "memberships")
"""What an export holds, each in a file of its own."""

NAMES = "names"
"""The organisations without what is counted of them."""

_COMPUTED: Mapping[str, Callable[["Engine", "Tables", Any], Any]] = {
    "ties": _compute_ties,
    "organisations": _compute_organisations,
    "memberships": _compute_memberships,
    NAMES: _compute_names,
}
