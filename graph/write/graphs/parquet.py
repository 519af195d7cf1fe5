"""Who takes part in what -> Parquet: ties, organisations and memberships, through an engine."""

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
        omitted = write_columns(opened, tables, named, Path(folder), speaker)
        files = {f"-{path.stem}": path.read_bytes() for path in list_written(Path(folder))}
    return Exported(files=files, warnings=omitted)


def write_columns(
    engine: "Engine", tables: "Tables", names: Any, folder: Path, speaker: Speaker
) -> tuple[str, ...]:
    """
    Compute ties, organisations and memberships, and write each into a folder as Parquet.

    Args:
        engine: Where the tables are.
        tables: Who takes part in what.
        names: `id` and `name` of each organisation, as a table of the engine.
        folder: Where to write.
        speaker: Who says what a limit left out.

    Returns:
        What a limit left out, in words; nothing where it left out nothing.
    """
    from graph.network.columns.components import find_components
    from graph.network.columns.positions import (
        count_partners,
        measure_newman_strength,
        measure_strength,
    )
    from graph.network.columns.tables import find_omitted
    from graph.network.columns.ties import project_ties

    positions = names
    for measured in (
        measure_strength(tables),
        measure_newman_strength(tables),
        count_partners(tables),
        find_components(engine, tables),
    ):
        positions = positions.join(measured, "id")
    ties, organisations, memberships = list_written(folder)
    engine.write(project_ties(tables).order_by("left", "right"), ties)
    engine.write(positions.order_by("id"), organisations)
    engine.write(tables.memberships.order_by("organisation", "partnership"), memberships)
    omitted = find_omitted(tables).to_pyarrow().to_pylist()[0]
    if not omitted["partnerships"]:
        return ()
    return (speaker.say("exports.omitted", n=omitted["partnerships"], pairs=omitted["pairs"]),)


def list_written(folder: Path) -> tuple[Path, Path, Path]:
    """List the files that `write_columns` writes: ties, organisations, memberships."""
    ties, organisations, memberships = (
        folder / f"{name}.parquet" for name in ("ties", "organisations", "memberships")
    )
    return ties, organisations, memberships
