"""A large network -> files, row by row: ids, names and both weights, in memory of one size."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.graphs.attributes import LEAN_NODE, LEAN_TIE
from graph.write.graphs.csv import CsvTable, list_csv, make_cleaner
from graph.write.graphs.fill import fill_rows, make_gap
from graph.write.graphs.flat import Edge, Flat, Node
from graph.write.graphs.graphml import CLOSING, format_edge, list_lines
from graph.write.graphs.graphml import make_cleaner as make_graphml_cleaner
from graph.write.graphs.parquet import NAMES, TABLES, say_omitted, write_columns

_BATCH = 50_000  # rows


class Lean(NamedTuple):
    """The files of an export by what their names add, and what could not be written as it is."""

    files: Mapping[str, Path]
    warnings: tuple[Message | str, ...]


def write_lean(
    format: str,
    columns: Path,
    folder: Path,
    *,
    engine: str = "duckdb",
    memory: str = "",
    largest: int | None = None,
    table: str | None = None,
    speaker: Speaker,
) -> Lean:
    """
    Write the network of a register.

    Args:
        format: One of `FORMATS` here.
        columns: The folder in which `Register.write_columns` wrote.
        folder: Where the files are written.
        engine: Where it is computed: `duckdb`, `local[2]`, or `spark://host:7077`.
        memory: The most that the engine may take, such as `1GB`; of DuckDB half of the machine
            unless given.
        largest: A partnership of more members makes no ties.
        table: Of Parquet, the only table to write; all unless given.
        speaker: Who says what the limit left out.

    Raises:
        ImportError: The extra `tables` is not installed.
        ValueError: `memory` is no amount of memory.
        ExportError: The engine is not there, has no room left, or stops halfway.
    """
    from graph.network.columns.engine import open_engine, read_tables

    is_text = format in FORMATS
    wanted = ("ties", NAMES) if is_text else (table,) if table else TABLES
    with open_engine(engine, memory) as opened:
        tables = read_tables(opened, columns, largest=largest)
        paths = write_columns(opened, tables, tables.organisations, folder, wanted)
        omitted = say_omitted(opened, tables, speaker)
    if not is_text:
        return Lean({"" if table else f"-{path.stem}": path for path in paths}, omitted)
    ties, names = paths
    written = FORMATS[format](ties, names, folder)
    return Lean(written.files, (*omitted, *written.warnings))


def _write_graphml(ties: Path, names: Path, folder: Path) -> Lean:
    cleaner = make_graphml_cleaner()
    path = folder / "network.graphml"
    flat = replace(_read_flat(ties, names), edges=iter(()))
    gaps = tuple(replace(one, kind="text") for one in flat.edge_attributes)
    edge = format_edge(_specimen(), gaps, cleaner)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(line for line in list_lines(flat, cleaner) if line != CLOSING)
        for filled in fill_rows(edge, ties):
            file.flush()
            file.buffer.write(filled)
        file.write(CLOSING)
    return Lean({"": path}, cleaner.warnings)


def _write_csv(ties: Path, names: Path, folder: Path) -> Lean:
    flat = _read_flat(ties, names)
    cleaner = make_cleaner()
    files = {}
    for table in list_csv(flat, cleaner):
        files[table.suffix] = folder / f"network{table.suffix}.csv"
        _write_table(table, files[table.suffix])
    return Lean(files, cleaner.warnings)


def _write_table(table: CsvTable, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table.write(file)


FORMATS: Mapping[str, Callable[[Path, Path, Path], Lean]] = {
    "graphml": _write_graphml,
    "csv": _write_csv,
}
"""Name of each format of text that is written row by row -> what writes it."""


def _specimen() -> Edge:
    """A tie with gaps for what stands in its columns."""
    return Edge(
        id="",
        source=make_gap("left"),
        target=make_gap("right"),
        values={name: make_gap(name) for name in ("weight", "newman")},
    )


def _read_flat(ties: Path, names: Path) -> Flat:
    return Flat(
        values={},
        nodes=(Node(id=id, values={"label": name}) for id, name in _read_rows(names, "id", "name")),
        edges=(
            Edge(
                id=f"{left}.{right}",
                source=left,
                target=right,
                values={"weight": weight, "newman": newman},
            )
            for left, right, weight, newman in _read_rows(ties, "left", "right", "weight", "newman")
        ),
        graph_attributes=(),
        node_attributes=LEAN_NODE,
        edge_attributes=LEAN_TIE,
    )


def _read_rows(path: Path, *columns: str) -> Iterator[tuple[Any, ...]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH, columns=list(columns)):
            yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
