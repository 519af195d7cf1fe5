"""The documentation says what the code does, and all of it."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from documentation.blocks import Block, split_page
from documentation.examples import list_examples
from documentation.links import check_links, list_links
from documentation.tables import WORDS, list_records
from write_docs import fresh_files, list_pages

from graph.schema.fields import Choice

PAGES = {
    path: path.read_text(encoding="utf-8")
    for pattern in ("*.md", "docs/**/*.md", "seeds/README.md", "output/README.md")
    for path in sorted(ROOT.glob(pattern))
}
FORMAT = ROOT / "docs" / "data-format.md"
EXAMPLE = ROOT / "docs" / "example" / "entities.yaml"
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


def test_every_link_leads_somewhere() -> None:
    """Every link, picture and anchor within and between the pages leads to what is there."""
    faults = list(check_links(PAGES, ROOT))

    assert not faults, "\n".join(["links that lead nowhere:", *faults])


def test_every_page_is_found_from_the_readme() -> None:
    """From the README every page of the documentation can be reached by links."""
    readme = ROOT / "README.md"
    reached, todo = {readme}, [readme]
    while todo:
        page = todo.pop()
        places = {
            (page.parent / target.partition("#")[0]).resolve()
            for _, target in list_links(PAGES[page])
        }
        new = {place for place in places if place in PAGES} - reached
        reached |= new
        todo += sorted(new)

    alone = sorted(name(page) for page in PAGES.keys() - reached)
    assert not alone, f"no page links to {', '.join(alone)}: link it from the README or docs/"


def test_every_field_and_word_is_documented() -> None:
    """The page of the data format has the table of each record and of each list of words."""
    blocks = {
        part.key
        for part in split_page("docs/data-format.md", PAGES[FORMAT])
        if isinstance(part, Block) and part.marked
    }

    expected = {f"fields {record.name}" for record in list_records()}
    expected |= {f"words {words}" for words in WORDS}
    missing = sorted(expected - blocks)
    hint = "give each a heading, <!-- NAME -->, | | and <!-- end -->, and run make docs"
    assert not missing, f"docs/data-format.md lacks {', '.join(missing)}: {hint}"


def test_every_field_has_an_example() -> None:
    """The small file of the documentation shows every field that there is."""
    shown = list_examples(EXAMPLE)
    fields = [(record.name, field.name) for record in list_records() for field in record.fields]

    missing = [".".join(field) for field in fields if field not in shown]
    hint = f"give {name(EXAMPLE)} an entry with it, and run make docs"
    assert not missing, f"no example of {', '.join(missing)}: {hint}"


def test_the_example_is_right(run: Callable[..., Result]) -> None:
    """The small file of the documentation breaks no rule and gives no warning."""
    result = run("check", "--strict", "--data", name(EXAMPLE))

    assert result.exit_code == 0, result.output


def test_every_choice_is_explained() -> None:
    """Each word of a field with a closed list has a row that says what it means."""
    explained = set(re.findall(r"^\| `([^`]+)` \|", PAGES[FORMAT], re.MULTILINE))
    words = {
        word
        for record in list_records()
        for field in record.fields
        if isinstance(field.shape, Choice) and record.name != "file"
        for word in field.shape.words
    }

    missing = sorted(words - explained)
    hint = "give each a row '| `word` | meaning |' in a table of docs/data-format.md"
    assert not missing, f"not explained: {', '.join(missing)}: {hint}"


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


def test_decisions_are_listed() -> None:
    """Decisions are numbered without a gap, and the index has a line for each."""
    folder = ROOT / "docs" / "decisions"
    listed = [target for _, target in list_links(PAGES[folder / "README.md"])]

    missing = sorted({path.name for path in folder.glob("[0-9]*.md")} - set(listed))
    assert not missing, f"docs/decisions/README.md lacks {', '.join(missing)}: run make docs"
    assert [int(target[:4]) for target in listed] == list(range(1, len(listed) + 1))
