"""`collabgraph build`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, language_option, read_options, selection_options
from graph.cli.printing import Teller, warn, warn_of_nothing
from graph.cli.types import AnyFolder
from graph.select.filters import Selection


@click.command("build", cls=Command, example="collabgraph build --output output")
@read_options
@click.option("--output", default="output", show_default=True, metavar="DIR", type=AnyFolder())
@click.option("--zip", "zipped", is_flag=True)
@click.option("--keep-positions", "keep", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--without-quotes", is_flag=True)
@click.option("--licence", default="", metavar="TEXT")
@click.option("--contact", default="", metavar="TEXT")
@selection_options
@language_option
def command(
    data: str,
    cache: bool,
    output: Path,
    selection: Selection,
    zipped: bool,
    keep: Path | None,
    without_quotes: bool,
    licence: str,
    contact: str,
    language: str | None,
) -> None:
    """Write the page and both GraphML files."""
    from graph.outputs import Wishes, make_outputs
    from graph.pipeline import explore
    from graph.write.answers.closing import say_written, write_closing
    from graph.write.folder import write_folder

    tell = Teller()
    explored = explore(data, selection, tell=tell, cache=cache)
    warn_of_nothing(explored.registry, explored.selected, selection)
    wishes = Wishes(
        keep=keep,
        zipped=zipped,
        quotes=not without_quotes,
        licence=licence,
        contact=contact,
    )
    made = make_outputs(explored, wishes, tell=tell)
    warn(made.warnings)
    tell("write")
    write_folder(output, made.files)
    speaker = choose_speaker(language, explored.registry.language)
    written = say_written(
        {output / name: len(content) for name, content in made.files.items()}, speaker
    )
    click.echo("\n".join([written, *write_closing(explored.facts, speaker)]))
