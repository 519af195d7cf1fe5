"""`collabgraph add`."""

from collections.abc import Container
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.loudness import say_done
from graph.cli.options import data_option
from graph.cli.printing import write
from graph.cli.refusal import Refusal
from graph.cli.streams import is_terminal
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.bytes import read_bytes
from graph.read.insert import insert_entry
from graph.read.originals import Original, read_original
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml
from graph.schema.upgrade import name_group
from graph.validate.originals import check_source, find_registered, list_ids
from graph.words.speak import Speaker
from graph.write.file_names import DEVICES
from graph.write.source import Details, write_source
from graph.write.terminal import show
from graph.write.transcript import write_transcript

_FOLDER = PurePosixPath("documents")


class Added(NamedTuple):
    """A document that was registered: the data file with it, and the text that is cited."""

    id: str
    file: str
    lines: int
    data: bytes
    written: bytes | None


@click.command("add", cls=Command, example='collabgraph add report.md --title "A report"')
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@data_option
@click.option("--title", metavar="TEXT", default="")
@click.option("--publisher", metavar="TEXT", default="")
@click.option("--date", metavar="TEXT", default="")
@click.option("--url", metavar="TEXT", default="")
def command(
    files: tuple[Path, ...], data: str, title: str, publisher: str, date: str, url: str
) -> None:
    """Register documents, so that passages of them can be cited."""
    given = Details(title, publisher, date, url)
    if len(files) > 1 and any(given):
        raise Refusal(Message("usage.one_document"))
    place = Path(data)
    before = content = read_bytes(place, data, Message("add.no_data"))
    contents: dict[Path, bytes] = {}
    added: list[Added] = []
    wrong: list[Message] = []
    for path in files:
        try:
            one = _register(path, place, content, given, contents)
        except SourceError as error:
            wrong.append(error.message)
        else:
            content = one.data
            added.append(one)
            if one.written is not None:
                contents[place.parent / one.file] = one.written
    if wrong:
        message = wrong[0]
        for other in wrong[1:]:
            message = Message("add.both", first=message, rest=other)
        raise SourceError(message)
    if read_bytes(place, data) != before:
        raise SourceError(Message("add.changed", file=data))
    write({**contents, place: content})
    speaker = get_speaker()
    for one in added:
        said = speaker.say("desk.added", id=one.id, file=one.file, n=one.lines)
        say_done(show(said))


def _register(
    path: Path, place: Path, content: bytes, given: Details, waiting: Container[Path]
) -> Added:
    name = str(path)
    data = read_bytes(path, name)
    original = read_original(data, name)
    root, _ = parse_yaml(decode_text(content, str(place)), str(place))
    digest = sha256(data).hexdigest()
    known = find_registered(root, digest)
    if known:
        raise SourceError(Message("add.again", file=name, id=repr(known)))
    details = _ask(name, given, original)
    taken = list_ids(root)
    id = name_group(path.stem, taken)
    written = None
    file = _find_inside(path, place) if not original.parts else ""
    if not file:
        end = path.suffix.lower() if not original.parts else ".md"
        while _is_taken(target := place.parent / _FOLDER / f"{id}{end}") or target in waiting:
            taken.add(id)
            id = name_group(path.stem, taken)
        file = str(_FOLDER / f"{id}{end}")
        spoken = Speaker(str(root.get("language"))) if isinstance(root, dict) else get_speaker()
        written = data
        if original.parts:
            written = write_transcript(original, details.title, spoken).encode()
    fields = write_source(file, path.name, digest, details)
    new = insert_entry(content, str(place), "sources", id, fields)
    check_source(new, str(place), id)
    lines = decode_text(written or data, name).rstrip("\n").count("\n") + 1
    return Added(id, file, lines, new, written)


def _is_taken(target: Path) -> bool:
    """Tell whether no file can be made there that is one of its own on every system."""
    others = target.parent.iterdir() if target.parent.is_dir() else ()
    return target.stem in DEVICES or any(
        other.name.casefold() == target.name.casefold() for other in others
    )


def _find_inside(path: Path, place: Path) -> str:
    """Name a file as the data file does, where it lies in the same folder or below it."""
    whole, folder = path.resolve(), place.parent.resolve()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else ""


def _ask(name: str, given: Details, original: Original) -> Details:
    """Ask on a terminal for what was not given; else take the title that the document has."""
    if not is_terminal():
        title = given.title or original.title
        if not title:
            raise SourceError(Message("add.no_title", file=name))
        return given._replace(title=title)
    speaker = get_speaker()
    click.echo(show(name), err=True)
    answers = {
        key: value
        or click.prompt(
            speaker.say(f"desk.ask_{key}"),
            default=getattr(original, key),
            show_default=bool(getattr(original, key)),
            err=True,
        ).strip()
        for key, value in given._asdict().items()
    }
    if not answers["title"]:
        raise SourceError(Message("add.no_title", file=name))
    return Details(**answers)
