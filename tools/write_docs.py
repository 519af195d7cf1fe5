"""
Write what the documentation takes from the code: run as `make docs`.

- `entities.schema.json`, from `graph.schema.fields`;
- `docs/commands.md`, from the `--help` of each command;
- the tables of fields and words in `docs/data-format.md`;
- the output under `$ make build` and every `$ collabgraph ...` line in a ```console block of the
  README and docs.

A test writes all of it again and fails where a file differs: documentation cannot drift.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from graph.cli import main as collabgraph
from graph.model import vocabulary
from graph.schema.fields import (
    FILE,
    Choice,
    Field,
    ListOf,
    MapOf,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
)
from graph.schema.json_schema import write_schema

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    *("build", "check", "neighbours", "why", "show", "path"),
    *("list", "metrics", "diff", "report", "export"),
)


def main() -> int:
    """Write every file that differs from what the code says, and name it."""
    for path, text in fresh_files():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))
    return 0


def fresh_files() -> Iterator[tuple[Path, str]]:
    """Yield each file that takes something from the code, with the text that it should have."""
    yield ROOT / "entities.schema.json", write_schema()
    yield ROOT / "docs" / "commands.md", write_commands()
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        if path.name != "commands.md":
            text = fill_tables(path.read_text(encoding="utf-8"))
            yield path, fill_consoles(text)


def write_commands() -> str:
    """Write the page of commands: the help of the whole, then of each."""
    parts = ["# Commands\n", "This page is what `--help` prints; `make docs` writes it.\n"]
    parts += [f"```\n{run('--help')}```\n"]
    parts += [f"## {name}\n\n```\n{run(f'{name} --help')}```\n" for name in COMMANDS]
    return "\n".join(parts)


def fill_consoles(text: str) -> str:
    """Put the real output under every `$ collabgraph` line of the console blocks in a page."""

    def fill(block: re.Match[str]) -> str:
        if block[1].startswith("$ make build\n"):
            return f"```console\n$ make build\n{run_build()}```"
        commands = [line for line in block[1].split("\n") if line.startswith("$ ")]
        if not commands or not all(line.startswith("$ collabgraph ") for line in commands):
            return block[0]
        outputs = [f"{line}\n{run(line.removeprefix('$ collabgraph '))}" for line in commands]
        return "```console\n" + "\n".join(outputs) + "```"

    return re.sub(r"```console\n(.*?)```", fill, text, flags=re.DOTALL)


def run(arguments: str) -> str:
    """Run `collabgraph` in the root of the checkout; what it prints."""
    import os

    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return (
            CliRunner().invoke(collabgraph, shlex.split(arguments), prog_name="collabgraph").output
        )
    finally:
        os.chdir(here)


def run_build() -> str:
    """Say what `make build` says, without touching output/."""
    with TemporaryDirectory() as folder:
        return run(f"build --output {folder}").replace(folder, "output")


def fill_tables(text: str) -> str:
    """Put the tables of fields and words between the marks of a page."""
    tables = {f"fields {record.name}": list(_field_rows(record)) for record in _list_records(FILE)}
    for name in ("types", "kinds", "roles", "themes", "classes"):
        words = getattr(vocabulary, name.upper())
        tables[f"words {name}"] = [
            "| id | Nederlands | English | meaning |",
            "| --- | --- | --- | --- |",
            *(f"| `{t.id}` | {t.nl} | {t.en} | {t.definition} |" for t in words.values()),
        ]

    def fill(mark: re.Match[str]) -> str:
        return "\n".join([f"<!-- {mark[1]} -->", *tables[mark[1]], "<!-- end -->"])

    pattern = r"<!-- ((?:fields|words) [a-z_]+) -->\n(?:.*?\n)?<!-- end -->"
    return re.sub(pattern, fill, text, flags=re.DOTALL)


def _list_records(record: Record) -> list[Record]:
    found = {record.name: record}
    for field in record.fields:
        shape: Shape = field.shape
        while isinstance(shape, ListOf | MapOf):
            shape = shape.item if isinstance(shape, ListOf) else shape.record
        if isinstance(shape, Record):
            found |= {inner.name: inner for inner in _list_records(shape)}
    return list(found.values())


def _field_rows(record: Record) -> Iterator[str]:
    yield "| field | what it holds | meaning |"
    yield "| --- | --- | --- |"
    for field in record.fields:
        star = "*" if field.required else ""
        yield f"| `{field.name}`{star} | {_say(field)} | {field.meaning} |"


def _say(field: Field) -> str:
    return _say_shape(field.shape).replace("|", "\\|")


def _say_shape(shape: Shape) -> str:
    match shape:
        case Text():
            return shape.hint or "text"
        case Whole():
            return f"whole number, {shape.minimum} or more"
        case Choice():
            return ", ".join(f"`{word}`" for word in shape.words)
        case Reference():
            return f"id of a {shape.noun}".replace("a organisation", "an organisation")
        case ListOf():
            one = "one, or a list" if shape.or_one else "list"
            least = f" ({shape.minimum} or more)" if shape.minimum and not shape.or_one else ""
            return f"{one} of: {_say_shape(shape.item)}{least}"
        case Record():
            short = f", or its `{shape.short}` alone" if shape.short else ""
            return f"[{shape.name}](#{shape.name}){short}"
        case MapOf():
            return f"map from id to [{shape.record.name}](#{shape.record.name})"


if __name__ == "__main__":
    sys.exit(main())
