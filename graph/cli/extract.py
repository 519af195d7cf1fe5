"""`collabgraph extract`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import (
    choose_speaker,
    data_option,
    language_option,
    part_options,
    selection_options,
)
from graph.cli.refusal import Refusal
from graph.cli.types import AnyFolder
from graph.model.errors import ExportError
from graph.model.message import Message
from graph.select.around import Around
from graph.select.filters import Selection, list_given


@click.command(
    "extract",
    cls=Command,
    example="collabgraph extract --data docs/example/registers/regelingen.yaml "
    "--around zandmeer --output zandmeer",
)
@click.option("--output", required=True, metavar="DIR", type=AnyFolder())
@data_option
@part_options
@selection_options
@language_option
def command(
    output: Path, data: str, around: Around | None, selection: Selection, language: str | None
) -> None:
    """Write a part of a register as a data file with its tables, to go on with by hand."""
    from graph.pipeline import explore
    from graph.read.bytes import LARGEST_DIGEST, find_real_folder, read_named
    from graph.write.answers.wording import Wording
    from graph.write.extract import keep_steps, write_extract
    from graph.write.files import write_files
    from graph.write.terminal import show

    if not around and not list_given(selection):
        raise Refusal(Message("usage.extract"))
    if output.exists() and any(output.iterdir()):
        raise ExportError(Message("write.there", file=str(output)))
    part = explore(data, selection, around=around).selected
    try:
        from graph.registers.register import NotHeldError, open_register
    except ImportError:
        raise Refusal(Message("table.extra")) from None
    try:
        with open_register(data) as register:
            tables = register.take_tables(part.organisations, part.partnerships)
            entries, names = register.entries, list(register.document.digests)
    except NotHeldError:
        raise Refusal(Message("usage.extract_tables", file=data)) from None
    folder = find_real_folder(Path(data))
    digests = {name: read_named(folder, name, most=LARGEST_DIGEST) for name in names}
    words = Wording(part, choose_speaker(language, part.language))
    remark = words.say("extracted", file=show(Path(data).name), selection=words.selection())
    files = write_extract(keep_steps(entries, part), tables, digests, remark)
    write_files({output / name: content for name, content in files.items()})
    click.echo(
        words.say(
            "extracted_into",
            place=show(str(output)),
            organisations=words.count(len(part.organisations), "organisations"),
            partnerships=words.count(len(part.partnerships), "partnerships"),
        )
    )
