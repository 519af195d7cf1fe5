"""`collabgraph import`."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, data_option, format_option, language_option
from graph.cli.printing import print_answer, write
from graph.cli.refusal import Refusal, suggest_words
from graph.cli.types import Choice, NewFile, WordType
from graph.intake.against import Register
from graph.intake.columns import FIELDS
from graph.intake.plan import Usual
from graph.intake.take import Taken, take_tables
from graph.intake.told import Told
from graph.model.errors import DataError, ExportError, nearest
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.bytes import read_bytes
from graph.read.tables.files import open_tables
from graph.read.tables.opened import Opened
from graph.read.tables.text import SEPARATORS
from graph.reading import read_registry
from graph.schema.upgrade import name_group
from graph.words.speak import Speaker
from graph.write.answers.imported import answer_import
from graph.write.terminal import show

_FOLDER = "registers"
_LANGUAGE = "nl"  # of a file that is started
_PARTS = ("nodes", "edges")


class Given(NamedTuple):
    """A file that was given: where it is, its bytes, and its tables by the ids of their sources."""

    path: Path
    content: bytes
    opened: Opened
    sources: tuple[str, ...]


def _read_columns(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> Mapping[str, str]:
    found = {}
    for value in values:
        field, sign, heading = value.partition("=")
        if not sign or not heading.strip():
            raise Refusal(Message("usage.column", value=repr(value)), ctx)
        if field not in FIELDS:
            hint = suggest_words(nearest(field, FIELDS)) or " " + ", ".join(FIELDS)
            raise Refusal(Message("usage.no_field", name=repr(field), hint=hint), ctx)
        found[field] = heading.strip()
    return found


@click.command("import", cls=Command, example="collabgraph import table.csv --write region.yaml")
@click.argument(
    "files", metavar="TABLE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--column", "columns", metavar="FIELD=COLUMN", multiple=True, callback=_read_columns)
@click.option("--sheet", metavar="NAME", default="")
@click.option("--separator", type=Choice(list(SEPARATORS)))
@click.option("--encoding", metavar="NAME", default="")
@click.option("--against", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--year", metavar="YEAR", default="")
@click.option("--partnership-type", "kinds", metavar="WORD", multiple=True)
@click.option(
    "--usual-type", type=WordType("types"), metavar="ID", default="overig", show_default=True
)
@click.option(
    "--usual-kind", type=WordType("kinds"), metavar="ID", default="verband", show_default=True
)
@click.option("--members-known", type=Choice(["all", "some"]), default="some", show_default=True)
@click.option("--title", metavar="TEXT", default="")
@click.option("--write", "target", metavar="FILE", type=NewFile())
@click.option("--dry-run", is_flag=True)
@data_option
@language_option
@format_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    columns: Mapping[str, str],
    sheet: str,
    separator: str | None,
    encoding: str,
    against: Path | None,
    year: str,
    kinds: tuple[str, ...],
    usual_type: str,
    usual_kind: str,
    members_known: str,
    title: str,
    target: Path | None,
    dry_run: bool,
    data: str,
    language: str | None,
    form: str,
) -> None:
    """Say what a table holds and what would come in; with --write make a data file of it."""
    if target and (target.exists() or target.is_symlink()):
        raise ExportError(Message("write.there", file=str(target)))
    known = _read_known(ctx, data)
    sign = SEPARATORS.get(separator or "", "")
    given: list[Given] = []
    for path in dict.fromkeys(files):
        given.append(_open(path, given, separator=sign, encoding=encoding, sheet=sheet))
    tables = {
        id: table for one in given for id, table in zip(one.sources, one.opened.tables, strict=True)
    }
    noted = [
        Told(str(one.path), note.line, "noted", note.said)
        for one in given
        for note in one.opened.notes
    ]
    usual = Usual(usual_type, usual_kind, members_known)
    register = Register(_open(against, []).opened.tables[0], year) if against else None
    taken = take_tables(tables, columns, usual, known, kinds, noted, register)
    named = known.language if known else _LANGUAGE
    contents = _compose(target, given, taken, title, named) if target else {}
    dry = dry_run or not target
    if not dry:
        write(contents)
    opened = [one.opened for one in given]
    speaker = choose_speaker(language, named)
    print_answer(answer_import(taken, opened, known, list(contents), speaker, dry=dry), form)


def _read_known(ctx: click.Context, data: str) -> Registry | None:
    """Read the data that there are; none have to be, unless they are named."""
    is_given = ctx.get_parameter_source("data") != click.core.ParameterSource.DEFAULT
    return read_registry(data, cache=True) if is_given or Path(data).exists() else None


def _open(
    path: Path, before: list[Given], *, separator: str = "", encoding: str = "", sheet: str = ""
) -> Given:
    content = read_bytes(path, str(path))
    try:
        opened = open_tables(
            content, str(path), separator=separator, encoding=encoding, sheet=sheet
        )
    except LookupError:
        raise Refusal(Message("usage.encoding", value=repr(encoding))) from None
    taken = {id for one in before for id in one.sources}
    stem = name_group(path.stem, taken)
    if len(opened.tables) == 1:
        return Given(path, content, opened, (stem,))
    return Given(path, content, opened, tuple(f"{stem}-{part}" for part in _PARTS))


def _compose(
    target: Path, given: list[Given], taken: Taken, title: str, language: str
) -> dict[Path, bytes]:
    """Make the data file and, where rows cannot be cited as they stand, copies of the tables."""
    from graph.intake.compose import compose_file
    from graph.read.document import Document
    from graph.read.tables.delimited import read_delimited
    from graph.read.yaml import parse_yaml
    from graph.validate import check_document
    from graph.write.entries import write_entries
    from graph.write.rows import write_rows

    folder = target.parent
    contents: dict[Path, bytes] = {}
    sources, registers = {}, {}
    for one in given:
        digest = sha256(one.content).hexdigest()
        is_plain = one.opened.is_text and not taken.is_mended
        inside = _find_inside(one.path, folder) if is_plain else ""
        for id in one.sources:
            original = {"title": title or one.path.stem}
            if inside:
                file, rows = inside, one.content
            else:
                file, rows = f"{_FOLDER}/{id}.csv", write_rows(taken.tables[id])
                original["file"] = one.path.name
                if (folder / file).exists():
                    raise ExportError(Message("write.there", file=str(folder / file)))
                contents[folder / file] = rows
            original["sha256"] = digest
            sources[id] = {"kind": "register", "file": file, "original": original}
            separator = "\t" if file.lower().endswith(".tsv") else ","
            registers[id] = read_delimited(rows, file, separator)
    title = title or given[0].path.stem
    speaker = Speaker(language)
    root = compose_file(taken.draft, taken.vocab, sources, title, speaker)
    names = ", ".join(one.path.name for one in given)
    remark = speaker.say("desk.imported", file=names)
    text = write_entries(root, [show(remark)], _doubt(taken, speaker))
    parsed, problems = parse_yaml(text, str(target))
    document = Document(str(target), parsed, {}, problems=tuple(problems), registers=registers)
    _, found = check_document(document)
    if wrong := [one for one in found if one.severity == "error"]:
        raise DataError(str(target), wrong)
    return {**contents, target: text.encode()}


def _doubt(taken: Taken, speaker: Speaker) -> dict[str, str]:
    """Say beside an organisation whom it looks like, for the curator to judge."""
    ids = {entry["name"]: id for id, entry in taken.draft.organisations.items()}
    return {
        ids[near.name]: show(speaker.say("import.beside", name=near.other, id=near.id))
        for near in reversed(taken.near)
        if near.name in ids
    }


def _find_inside(path: Path, folder: Path) -> str:
    """Name a file as a data file in a folder does, where it lies there or below."""
    whole, around = path.resolve(), folder.resolve()
    return whole.relative_to(around).as_posix() if whole.is_relative_to(around) else ""
