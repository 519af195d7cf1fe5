"""`collabgraph import`."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, data_option, format_option, language_option
from graph.cli.printing import print_answer, write
from graph.cli.refusal import Refusal, suggest_words
from graph.cli.types import Choice
from graph.intake.columns import FIELDS
from graph.intake.plan import Usual
from graph.intake.take import Taken, take_rows
from graph.model.errors import DataError, ExportError, SourceError, nearest
from graph.model.message import Message
from graph.model.records import Registry
from graph.pipeline import read_registry
from graph.read.bytes import read_bytes
from graph.read.tables.table import TableError
from graph.read.tables.text import SEPARATORS, Text, read_text
from graph.schema.upgrade import name_group
from graph.words.speak import Speaker
from graph.write.answers.imported import answer_import

_FOLDER = "registers"
_LANGUAGE = "nl"  # of a file that is started


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
@click.argument("table", metavar="TABLE", type=click.Path(path_type=Path))
@click.option("--column", "columns", metavar="FIELD=COLUMN", multiple=True, callback=_read_columns)
@click.option("--separator", type=Choice(list(SEPARATORS)))
@click.option("--encoding", metavar="NAME", default="")
@click.option("--usual-type", metavar="ID", default="overig", show_default=True)
@click.option("--usual-kind", metavar="ID", default="verband", show_default=True)
@click.option("--members-known", type=Choice(["all", "some"]), default="some", show_default=True)
@click.option("--title", metavar="TEXT", default="")
@click.option("--write", "target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True)
@data_option
@language_option
@format_option
@click.pass_context
def command(
    ctx: click.Context,
    table: Path,
    columns: Mapping[str, str],
    separator: str | None,
    encoding: str,
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
    content = read_bytes(table, str(table))
    read = _read_table(content, str(table), SEPARATORS.get(separator or "", ""), encoding)
    source = name_group(table.stem, set())
    usual = Usual(usual_type, usual_kind, members_known)
    taken = take_rows(source, read.table, columns, usual, known)
    named = known.language if known else _LANGUAGE
    speaker = choose_speaker(language, named)
    contents: dict[Path, bytes] = {}
    if target:
        contents = _compose(target, table, content, read, source, taken, title, named, speaker)
    dry = dry_run or not target
    if not dry:
        write(contents)
    print_answer(answer_import(taken, read, known, list(contents), speaker, dry=dry), form)


def _read_known(ctx: click.Context, data: str) -> Registry | None:
    """Read the data that there are; none have to be, unless they are named."""
    given = ctx.get_parameter_source("data") != click.core.ParameterSource.DEFAULT
    return read_registry(data, cache=True) if given or Path(data).exists() else None


def _read_table(data: bytes, name: str, separator: str, encoding: str) -> Text:
    try:
        return read_text(data, name, separator=separator, encoding=encoding)
    except LookupError:
        raise Refusal(Message("usage.encoding", value=repr(encoding))) from None
    except TableError as error:
        where = f"{name}:{error.line}" if error.line else name
        raise SourceError(Message("import.table", file=where, said=error.message)) from None


def _compose(
    target: Path,
    table: Path,
    content: bytes,
    read: Text,
    source: str,
    taken: Taken,
    title: str,
    language: str,
    speaker: Speaker,
) -> dict[Path, bytes]:
    """Make the data file and, where its rows cannot be cited as they stand, a copy of the table."""
    from graph.intake.compose import compose_file
    from graph.read.document import Document
    from graph.read.tables.delimited import read_delimited
    from graph.read.yaml import parse_yaml
    from graph.validate import check_document
    from graph.write.entries import write_entries
    from graph.write.rows import write_rows

    folder = target.parent
    original: dict[str, Any] = {"title": title or table.stem}
    digest = sha256(content).hexdigest()
    inside = _find_inside(table, folder) if _is_plain(table, read, taken) else ""
    contents: dict[Path, bytes] = {}
    if inside:
        file, rows = inside, content
        original["sha256"] = digest
    else:
        file, rows = f"{_FOLDER}/{source}.csv", write_rows(taken.table)
        original |= {"file": table.name, "sha256": digest}
        if (folder / file).exists():
            raise ExportError(Message("write.there", file=str(folder / file)))
        contents[folder / file] = rows
    sources = {source: {"kind": "register", "file": file, "original": original}}
    root = compose_file(taken.draft, taken.vocab, sources, title or table.stem, language)
    remark = Speaker(language).say("desk.imported", file=table.name)
    text = write_entries(root, [remark])
    parsed, problems = parse_yaml(text, str(target))
    separator = "\t" if file.lower().endswith(".tsv") else ","
    registers = {source: read_delimited(rows, file, separator)}
    document = Document(str(target), parsed, {}, problems=tuple(problems), registers=registers)
    _, found = check_document(document)
    if wrong := [one for one in found if one.severity == "error"]:
        raise DataError(str(target), wrong)
    return {**contents, target: text.encode()}


def _is_plain(table: Path, read: Text, taken: Taken) -> bool:
    """Tell whether a data file can name a table as it stands."""
    usual = {".csv": ",", ".tsv": "\t"}.get(table.suffix.lower())
    return read.encoding == "utf-8" and read.separator == usual and not taken.is_mended


def _find_inside(path: Path, folder: Path) -> str:
    """Name a file as a data file in a folder does, where it lies there or below."""
    whole, around = path.resolve(), folder.resolve()
    return whole.relative_to(around).as_posix() if whole.is_relative_to(around) else ""
