"""`collabgraph export`."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import language_option, part_options, read_options, selection_options
from graph.cli.printing import print_bytes, warn, warn_of_nothing, write, write_together
from graph.cli.refusal import Refusal
from graph.cli.types import Choice, Day, Engine, Number
from graph.model.message import Message
from graph.network.incidence import Incidence
from graph.registers import is_large_register
from graph.select.around import Around
from graph.select.filters import Selection, list_given
from graph.write.graphs import DATASETS, FORMATS, GRAPHS, TABLES, Exported
from graph.write.graphs.parquet import TABLES as OF_PARQUET

if TYPE_CHECKING:
    from graph.pipeline import Explored

PARQUET = "parquet"
"""A format of ties, organisations and memberships, which an extra writes."""

LEAN = ("graphml", "csv", PARQUET)
"""Formats of which the network of a large register is written row by row."""

CRATE = "ro-crate"
"""A folder or zip of the outputs of `build` with the data, and what describes them together."""


@click.command("export", cls=Command, example="collabgraph export gexf --output network.gexf")
@click.argument("format", type=Choice([*FORMATS, *DATASETS, CRATE, PARQUET]), metavar="FORMAT")
@click.option("--graph", "which", type=Choice(list(GRAPHS)), default="network", show_default=True)
@click.option("--table", type=Choice(list(dict.fromkeys(["nodes", "edges", *TABLES, *OF_PARQUET]))))
@click.option("--output", default="-", show_default=True, metavar="FILE", type=click.Path())
@click.option("--engine", type=Engine(), default="duckdb", show_default=True, metavar="ENGINE")
@click.option("--memory", metavar="SIZE")
@click.option("--largest-partnership", "largest", type=Number(), metavar="N")
@click.option("--evidence", is_flag=True)
@click.option("--published", type=Day(), metavar="DATE")
@language_option
@read_options
@part_options
@selection_options
def command(
    format: str,
    which: str,
    table: str | None,
    output: str,
    engine: str,
    memory: str | None,
    largest: int | None,
    evidence: bool,
    published: str | None,
    language: str | None,
    data: str,
    cache: bool,
    around: Around | None,
    selection: Selection,
) -> None:
    """Write one graph in one format, or everything; csv makes a file of each table."""
    from graph.pipeline import explore

    is_tuned = memory or largest or engine != "duckdb"
    _check_options(format, which=which, table=table, output=output, parquet=is_tuned, day=published)
    _check_there(engine)
    is_part = bool(around or list_given(selection) or (table and format != PARQUET))
    may_be_lean = format in LEAN and which == "network" and not is_part and not evidence
    if may_be_lean and _write_lean(
        format, data, Path(output), engine=engine, memory=memory or "", largest=largest, table=table
    ):
        return
    explored = explore(data, selection, cache=cache, around=around)
    if which != "relations":
        warn_of_nothing(explored.registry, explored.selected, selection)
    incidence = explored.incidence
    if format == CRATE:
        _write_crate(explored, data, published or "", Path(output))
        return
    if format == PARQUET:
        exported = _write_parquet(
            incidence, engine=engine, memory=memory or "", largest=largest, table=table
        )
    elif format in DATASETS:
        exported = _write_dataset(incidence, format, language)
    else:
        exported = FORMATS[format](GRAPHS[which](incidence))
    if table:
        exported = exported.only(f"-{table}")
    warn(exported.warnings)
    if format in DATASETS and DATASETS[format].is_folder:
        write_together(Path(output), exported.files)
    elif output != "-":
        _write_files(Path(output), exported)
    elif len(exported.files) > 1:
        raise Refusal(Message("usage.many_files", format=format, n=len(exported.files)))
    else:
        print_bytes(exported.content)


def _check_options(
    format: str,
    *,
    which: str,
    table: str | None,
    output: str,
    parquet: object,
    day: str | None,
) -> None:
    if table and format not in ("csv", PARQUET):
        raise Refusal(Message("usage.table", format=format))
    if table and (table in OF_PARQUET) != (format == PARQUET):
        raise Refusal(Message("usage.table_of", table=table, format=format))
    if table and table in TABLES and which == "relations":
        raise Refusal(Message("usage.table_elsewhere", table=table))
    if format != PARQUET and parquet:
        raise Refusal(Message("usage.parquet_only"))
    if format == PARQUET and (output == "-" or which != "network"):
        raise Refusal(Message("usage.parquet"))
    if format in (*DATASETS, CRATE) and which != "network":
        raise Refusal(Message("usage.everything", format=format))
    is_text = format not in (*DATASETS, CRATE) or (format in DATASETS and DATASETS[format].is_text)
    if output == "-" and not is_text:
        raise Refusal(Message("usage.no_text", format=format))
    if (format == CRATE) != bool(day):
        raise Refusal(Message("usage.published", format=CRATE))
    if output != "-" and not Path(output).name:
        raise Refusal(Message("usage.no_file", file=repr(output)))


def _check_there(engine: str) -> None:
    """Check that another engine than DuckDB is there, before anything is read for it."""
    if engine == "duckdb":
        return
    from graph.network.columns.cluster import check_spark

    check_spark(engine)


def _write_files(path: Path, exported: Exported) -> None:
    write({_name_beside(path, suffix): content for suffix, content in exported.files.items()})


def _write_crate(explored: "Explored", data: str, published: str, place: Path) -> None:
    from graph.outputs import make_crate
    from graph.read.bytes import read_bytes

    source = Path(data)
    if explored.selected.selection:
        warn([Message("export.without_data", file=source.name)])
    whole = {} if explored.selected.selection else {source.name: read_bytes(source, data)}
    made = make_crate(explored, published=published, data=whole)
    warn(made.warnings)
    write_together(place, made.files)


def _write_dataset(incidence: Incidence, format: str, language: str | None) -> Exported:
    chosen = DATASETS[format]
    if chosen.is_read and language:
        incidence = Incidence(replace(incidence.registry, language=language))
    try:
        return chosen.write(incidence)
    except ImportError:
        raise Refusal(Message("usage.needs_extra", format=format, extra=chosen.extra)) from None


def _write_lean(
    format: str,
    data: str,
    output: Path,
    *,
    engine: str,
    memory: str,
    largest: int | None,
    table: str | None,
) -> bool:
    """
    Write the network of a large register row by row, without a record of each.

    Returns:
        Whether that was done: it is not for other data, nor to standard output.
    """
    if str(output) == "-" or not is_large_register(data):
        return False
    from graph.registers.asked import write_columns
    from graph.write.graphs.lean import write_lean

    with TemporaryDirectory(prefix="collabgraph-") as made, TemporaryDirectory(dir=made) as columns:
        try:
            if not write_columns(data, Path(columns), memory=memory):
                return False
            lean = write_lean(
                format,
                Path(columns),
                Path(made),
                engine=engine,
                memory=memory,
                largest=largest,
                table=table,
                speaker=get_speaker(),
            )
        except ValueError:
            raise Refusal(Message("usage.memory", value=repr(memory))) from None
        warn(lean.warnings)
        if format != PARQUET:
            warn([Message("export.lean", format=format)])
        write({_name_beside(output, suffix): path for suffix, path in lean.files.items()})
    return True


def _name_beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.stem}{suffix}{path.suffix}")


def _write_parquet(
    incidence: Incidence, *, engine: str, memory: str, largest: int | None, table: str | None
) -> Exported:
    from graph.write.graphs.parquet import write_parquet

    try:
        return write_parquet(
            incidence,
            engine=engine,
            memory=memory,
            largest=largest,
            table=table,
            speaker=get_speaker(),
        )
    except ImportError:
        raise Refusal(Message("table.extra")) from None
    except ValueError:
        raise Refusal(Message("usage.memory", value=repr(memory))) from None
