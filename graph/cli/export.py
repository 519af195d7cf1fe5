"""`collabgraph export`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import read_options, selection_options
from graph.cli.printing import print_bytes, warn, write
from graph.cli.refusal import Refusal
from graph.cli.types import Choice
from graph.model.message import Message
from graph.select.filters import Selection
from graph.write.graphs import FORMATS, GRAPHS, TABLES


@click.command("export", cls=Command, example="collabgraph export gexf --output network.gexf")
@click.argument("format", type=Choice(list(FORMATS)))
@click.option("--graph", "which", type=Choice(list(GRAPHS)), default="network", show_default=True)
@click.option("--table", type=Choice(["nodes", "edges", *TABLES]))
@click.option("--output", default="-", show_default=True, metavar="FILE")
@read_options
@selection_options
def command(
    format: str,
    which: str,
    table: str | None,
    output: str,
    data: str,
    cache: bool,
    selection: Selection,
) -> None:
    """Write one graph in one format; csv makes a file of each table."""
    from graph.pipeline import explore

    if table and format != "csv":
        raise Refusal(Message("usage.table", format=format))
    if table and table in TABLES and which == "relations":
        raise Refusal(Message("usage.table_elsewhere", table=table))
    exported = FORMATS[format](GRAPHS[which](explore(data, selection, cache=cache).incidence))
    if table:
        exported = exported.only(f"-{table}")
    warn(exported.warnings)
    if output == "-":
        print_bytes(exported.content)
        return
    path = Path(output)
    write(
        {
            path.with_name(f"{path.stem}{suffix}{path.suffix}"): content
            for suffix, content in exported.files.items()
        }
    )
