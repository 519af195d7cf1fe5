"""`collabgraph build`."""

from pathlib import Path

import click

from graph.cli.options import data_option, selection_options
from graph.cli.printing import Teller, warn, write
from graph.select import Selection


@click.command("build")
@data_option
@click.option(
    "--output",
    default="output",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write.",
)
@selection_options
def command(data: str, output: Path, selection: Selection) -> None:
    """
    Write the page and both GraphML files.

    \b
    Example:
      collabgraph build --output output
    """
    from graph.output import list_findings, make_outputs
    from graph.pipeline import explore

    tell = Teller()
    explored = explore(data, selection, tell=tell)
    made = make_outputs(explored, tell=tell)
    warn(made.warnings)
    write({output / name: content for name, content in made.files.items()}, tell)
    sizes = ", ".join(
        f"{output / name} ({len(content) / 1000:.0f} kB)" for name, content in made.files.items()
    )
    click.echo("\n".join([f"wrote {sizes}", *list_findings(explored)]))
