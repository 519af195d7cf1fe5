"""`collabgraph export`."""

from pathlib import Path

import click

from graph.cli.options import read_options, selection_options
from graph.cli.printing import print_bytes, warn, write
from graph.select.filters import Selection
from graph.write.graphs import FORMATS, GRAPHS, TABLES


@click.command("export")
@click.argument("format", type=click.Choice(list(FORMATS)))
@click.option(
    "--graph",
    "which",
    type=click.Choice(list(GRAPHS)),
    default="network",
    show_default=True,
    help="Organisations and their ties, organisations and partnerships, or who does what to whom.",
)
@click.option(
    "--table",
    type=click.Choice(["nodes", "edges", *TABLES]),
    help="With csv: this table alone.",
)
@click.option(
    "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - is stdout."
)
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
    """
    Write one graph in one format; csv makes a file of each table.

    The relations are a graph of their own: they have a direction, and none is a tie. Beside the
    other two graphs csv has them as a table, and barriers and groups too.

    \b
    Example:
      collabgraph export gexf --output network.gexf
    """
    from graph.pipeline import explore

    if table and format != "csv":
        raise click.UsageError(f"--table goes with csv, {format} has one file")
    if table in TABLES and which == "relations":
        raise click.UsageError(f"--table {table} goes with another --graph, relations has no such")
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
