"""
Write what the documentation takes from the code: run as `make docs`.

- `entities.schema.json` and `proposals.schema.json`, from the fields in `graph.schema`;
- `docs/commands.md`, from the `--help` of each command;
- `docs/library.md`, from the docstrings of all that is public;
- the marked blocks of the pages: the tables of fields and words and the examples (from
  `docs/example/`) in `docs/data-format.md`, the ids in `docs/report.md`, the columns in
  `docs/answers.md`, the codes in `docs/problems.md`, the measures in `docs/metrics.md`, the
  attributes in `docs/exports.md`, the index of `docs/decisions/`;
- the output under `$ make build` and every `$ collabgraph ...` line in a ```console block of the
  README and docs, and what Python answers in a ```pycon block; `docs/curating.md` is walked
  through from its first block to its last.

A test writes all of it again and fails where a file differs: documentation cannot drift.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

# A checkout documents itself, whatever is installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from documentation.answers import answer_fills
from documentation.blocks import Fill, PageError, fill_page
from documentation.commands import write_commands
from documentation.consoles import CommandError, fill_console
from documentation.decisions import index_fills
from documentation.examples import example_fills, list_examples
from documentation.exports import export_fills
from documentation.library import write_library
from documentation.measures import measure_fills
from documentation.problems import problem_fills
from documentation.reports import report_fills
from documentation.sessions import Sessions
from documentation.tables import table_fills
from documentation.walk import walk_page

from graph.schema.json_schema import write_offer_schema, write_schema

ROOT = Path(__file__).resolve().parent.parent
WALKED = ("curating.md",)


def main() -> int:
    """Write every file that differs from what the code says, and name it."""
    try:
        fresh = list(fresh_files())
    except (PageError, CommandError) as error:
        print(error, file=sys.stderr)
        return 1
    for path, text in fresh:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))
    return 0


def fresh_files() -> Iterator[tuple[Path, str]]:
    """
    Yield each file that takes something from the code, with the text that it should have.

    Raises:
        PageError: A block of a page is broken, or a command in it fails.
    """
    yield ROOT / "entities.schema.json", write_schema()
    yield ROOT / "proposals.schema.json", write_offer_schema()
    yield ROOT / "docs" / "commands.md", write_commands()
    yield ROOT / "docs" / "library.md", write_library()
    marked = list_fills()
    for path in list_pages():
        file = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if path.name in WALKED:
            yield path, walk_page(file, text)
        else:
            fenced = {"console": fill_console, "pycon": Sessions().fill}
            yield path, fill_page(file, text, marked, fenced)


def list_fills() -> dict[str, Fill]:
    """List how to fill every block that a page can hold between marks."""
    example = ROOT / "docs" / "example" / "entities.yaml"
    return {
        **table_fills(list_examples(example)),
        **measure_fills(),
        **example_fills(example),
        **answer_fills(),
        **export_fills(),
        **report_fills(),
        **problem_fills(),
        **index_fills(ROOT / "docs" / "decisions"),
    }


def list_pages() -> list[Path]:
    """List the pages with blocks: the README and everything in docs/ that is not written whole."""
    pages = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    return [page for page in pages if page.name not in ("commands.md", "library.md")]


if __name__ == "__main__":
    sys.exit(main())
