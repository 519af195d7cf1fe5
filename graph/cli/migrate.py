"""`collabgraph migrate`."""

import codecs
from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.loudness import say_done
from graph.cli.options import data_option
from graph.cli.types import NewFile


@click.command("migrate", cls=Command, example="collabgraph migrate --diff")
@data_option
@click.option("--output", metavar="FILE", type=NewFile())
@click.option("--diff", "show_diff", is_flag=True)
def command(data: str, output: Path | None, show_diff: bool) -> None:
    """Write the curated file in the present version of its format."""
    from graph.read.load import load_document
    from graph.read.text import decode_text
    from graph.validate.migrate import migrate_document
    from graph.write.changed import format_difference
    from graph.write.files import write_files

    document = load_document(data)
    content = Path(data).read_bytes()
    old = decode_text(content, data)
    new = migrate_document(document, old)
    if new is None:
        say_done(get_speaker().say("answers.migrated_before", file=data))
        return
    if show_diff:
        click.echo(format_difference(content, _encode_as(content, new), data), nl=False)
        return
    place = output or Path(data)
    write_files({place: _encode_as(content, new)})
    say_done(get_speaker().say("answers.migrated", file=str(place)))


def _encode_as(content: bytes, text: str) -> bytes:
    """Encode text with the line ends, and the mark at the start, that a file had."""
    new = text.encode()
    if b"\r\n" in content:
        new = new.replace(b"\n", b"\r\n")
    return (codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b"") + new
