"""Who takes part in what -> Parquet: ties, organisations and memberships, through DuckDB."""

from pathlib import Path

from graph.model.message import ENGLISH
from graph.network.incidence import Incidence
from graph.words.speak import Speaker
from graph.write.graphs.exported import Exported


def write_parquet(
    incidence: Incidence,
    *,
    memory: str = "",
    largest: int | None = None,
    speaker: Speaker = ENGLISH,
) -> Exported:
    """
    Write the network as Parquet; the same data give the same rows in the same order.

    Args:
        incidence: Of checked data, perhaps narrowed by `select_registry`.
        memory: The most that DuckDB may take, such as `1GB`; half of the machine unless given.
        largest: A partnership of more members makes no ties.
        speaker: Who says what the limit left out.

    Returns:
        `-ties` (`left`, `right`, `weight`, `newman`), `-organisations` (`id`, `name`, `strength`,
        `newman_strength`, `partners`, `component`) and `-memberships` (`organisation`,
        `partnership`).

    Raises:
        ImportError: The extra `tables` is not installed.
        ValueError: `memory` is no amount of memory.
    """
    import pyarrow as pa

    from graph.network.columns.components import find_components
    from graph.network.columns.engine import fill_tables, open_duckdb
    from graph.network.columns.positions import (
        count_partners,
        measure_newman_strength,
        measure_strength,
    )
    from graph.network.columns.tables import find_omitted
    from graph.network.columns.ties import project_ties

    organisations = incidence.registry.organisations
    names = pa.table(
        {
            "id": pa.array(incidence.organisations, pa.string()),
            "name": pa.array(
                (organisations[id].name for id in incidence.organisations), pa.string()
            ),
        }
    )
    with open_duckdb(memory) as engine:
        tables = fill_tables(engine, incidence, largest=largest)
        positions = engine.add("names", names)
        for measured in (
            measure_strength(tables),
            measure_newman_strength(tables),
            count_partners(tables),
            find_components(engine, tables),
        ):
            positions = positions.join(measured, "id")
        written = {
            "-ties": project_ties(tables).order_by("left", "right"),
            "-organisations": positions.order_by("id"),
            "-memberships": tables.memberships.order_by("organisation", "partnership"),
        }
        files = {}
        for suffix, rows in written.items():
            path = Path(engine.folder / f"written{suffix}.parquet")
            rows.to_parquet(path)
            files[suffix] = path.read_bytes()
        omitted = find_omitted(tables).to_pyarrow().to_pylist()[0]
    if not omitted["partnerships"]:
        return Exported(files=files)
    said = speaker.say("exports.omitted", n=omitted["partnerships"], pairs=omitted["pairs"])
    return Exported(files=files, warnings=(said,))
