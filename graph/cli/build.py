"""`collabgraph build`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.loudness import say_done
from graph.cli.options import (
    choose_speaker,
    language_option,
    part_options,
    read_options,
    selection_options,
)
from graph.cli.printing import warn, warn_of_nothing
from graph.cli.progress import Steps
from graph.cli.types import AnyFolder
from graph.model.errors import ExportError
from graph.model.message import Message
from graph.registers import is_large_register
from graph.select.around import Around
from graph.select.filters import Selection, list_given


@click.command("build", cls=Command, example="collabgraph build --output output")
@read_options
@click.option("--output", default="output", show_default=True, metavar="DIR", type=AnyFolder())
@click.option("--zip", "zipped", is_flag=True)
@click.option("--keep-positions", "keep", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--boundaries", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--without-quotes", is_flag=True)
@click.option("--licence", default="", metavar="TEXT")
@click.option("--contact", default="", metavar="TEXT")
@click.option("--whole", is_flag=True)
@part_options
@selection_options
@language_option
def command(
    data: str,
    cache: bool,
    output: Path,
    selection: Selection,
    zipped: bool,
    keep: Path | None,
    boundaries: Path | None,
    without_quotes: bool,
    licence: str,
    contact: str,
    whole: bool,
    around: Around | None,
    language: str | None,
) -> None:
    """Write the page and both GraphML files."""
    from graph.outputs import MOST_BYTES, Wishes, make_outputs
    from graph.pipeline import explore
    from graph.write.answers.closing import say_written, write_closing
    from graph.write.folder import write_folder

    if not (whole or around or list_given(selection)):
        _check_part(data)
    wishes = Wishes(
        keep=keep,
        zipped=zipped,
        quotes=not without_quotes,
        licence=licence,
        contact=contact,
        most_bytes=None if whole else MOST_BYTES,
        boundaries=boundaries,
    )
    with Steps() as tell:
        explored = explore(data, selection, tell=tell, cache=cache, around=around)
        made = make_outputs(explored, wishes, tell=tell)
        tell("write")
        write_folder(output, made.files)
    warn_of_nothing(explored.registry, explored.selected, selection)
    warn(made.warnings)
    speaker = choose_speaker(language, explored.registry.language)
    written = say_written(
        {output / name: len(content) for name, content in made.files.items()}, speaker
    )
    say_done("\n".join([written, *write_closing(explored.facts, speaker)]))


def _check_part(data: str) -> None:
    """
    Refuse a page of a whole register that would be too large, before it is read.

    Raises:
        ExportError: It has more memberships than a page of that size can hold.
    """
    if not is_large_register(data):
        return
    from graph.outputs import MOST_MEMBERSHIPS
    from graph.registers.asked import measure_register

    size = measure_register(data)
    if size and size.memberships > MOST_MEMBERSHIPS:
        raise ExportError(
            Message(
                "write.wants_part",
                organisations=size.organisations,
                memberships=size.memberships,
            )
        )
