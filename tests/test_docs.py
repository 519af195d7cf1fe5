"""The documentation says what the code does, and all of it."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from documentation.blocks import Block, split_page
from documentation.tables import WORDS, list_records
from write_docs import fresh_files, list_pages

PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "seeds/*.md", "output/*.md")
    for path in ROOT.glob(pattern)
)
WRITTEN = (ROOT / "entities.schema.json", ROOT / "docs" / "commands.md", *list_pages())


def name(path: Path) -> str:
    """Name a page as messages do."""
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def fresh() -> dict[Path, str]:
    """Write everything that the documentation takes from the code, once."""
    return dict(fresh_files())


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_what_comes_from_the_code_is_fresh(path: Path, fresh: dict[Path, str]) -> None:
    """Help, tables, schema and the outputs in the README and docs are what the code says now."""
    assert path.read_text(encoding="utf-8") == fresh[path], f"{name(path)} is stale: run make docs"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link and picture of a page is there."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))

    missing = [t for t in targets if "://" not in t and not (path.parent / t).exists()]
    assert missing == []


def test_every_field_and_word_is_documented() -> None:
    """The page of the data format has the table of each record and of each list of words."""
    page = ROOT / "docs" / "data-format.md"
    blocks = {
        part.key
        for part in split_page(page.name, page.read_text(encoding="utf-8"))
        if isinstance(part, Block) and part.marked
    }

    expected = {f"fields {record.name}" for record in list_records()}
    expected |= {f"words {words}" for words in WORDS}
    missing = sorted(expected - blocks)
    hint = "give each a heading, <!-- NAME -->, | | and <!-- end -->, and run make docs"
    assert not missing, f"docs/data-format.md lacks {', '.join(missing)}: {hint}"


def test_every_command_is_documented() -> None:
    """Every command of the program has its part in docs/commands.md."""
    from graph.cli import COMMANDS

    headings = re.findall(r"^## (\w+)$", (ROOT / "docs/commands.md").read_text(), re.MULTILINE)

    assert sorted(headings) == sorted(COMMANDS)


def test_examples_run(run: Callable[..., Result], tmp_path: Path) -> None:
    """Every example in the help of a command works on the real data."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    examples = re.findall(r"^    collabgraph (.+)$", text, re.MULTILINE)

    codes = {}
    for example in examples:
        arguments = shlex.split(example)
        if "--output" in arguments:
            place = arguments.index("--output") + 1
            arguments[place] = str(tmp_path / arguments[place])
        codes[example] = run(*arguments).exit_code
    assert codes == {example: 1 if "--strict" in example else 0 for example in codes}
    assert len(examples) == 12  # one for each, one for the whole


def test_decisions_are_numbered() -> None:
    """Decisions are numbered without a gap, and each title carries its number."""
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for number, page in enumerate(pages, 1):
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. ")
