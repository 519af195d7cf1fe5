"""The documentation says what the code does, and all of it."""

import csv
import io
import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from documentation.answers import QUESTIONS, list_fields
from documentation.blocks import Block, PageError, split_page
from documentation.calls import check_calls, list_options
from documentation.consoles import CommandError
from documentation.examples import list_examples
from documentation.links import check_links, list_headings, list_links
from documentation.names import check_names
from documentation.reports import list_sections
from documentation.tables import list_records
from write_docs import fresh_files, list_fills, list_pages

import graph
from graph.schema.fields import Choice
from graph.select.filter import Filter
from graph.select.filters import FILTERS
from graph.words.store import LANGUAGES

PAGES = {
    path: path.read_text(encoding="utf-8")
    for pattern in ("*.md", "docs/**/*.md", "seeds/README.md", "output/README.md")
    for path in sorted(ROOT.glob(pattern))
}
FORMAT = ROOT / "docs" / "data-format.md"
EXAMPLE = ROOT / "docs" / "example" / "entities.yaml"


def name(path: Path) -> str:
    """Name a page as messages do."""
    return path.relative_to(ROOT).as_posix()


def explained(page: Path) -> set[str]:
    """List the words in code at the head of a row of a table that was written by hand."""
    lines = [part for part in split_page(name(page), PAGES[page]) if isinstance(part, str)]
    heads = [line.split(" | ")[0] for line in lines if line.startswith("| `")]
    return {word for head in heads for word in re.findall(r"`([^`]+)`", head)}


def test_what_comes_from_the_code_is_fresh() -> None:
    """Help, tables, schema and the outputs in the README and docs are what the code says now."""
    try:
        fresh = dict(fresh_files())
    except (PageError, CommandError) as error:
        pytest.fail(f"{error}\n(mend the page, and run make docs)", pytrace=False)

    stale = [name(path) for path, text in fresh.items() if path.read_text("utf-8") != text]
    if stale:
        pytest.fail(f"stale: {', '.join(stale)}: run make docs", pytrace=False)


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


def test_every_table_stands_on_a_page() -> None:
    """Each table of fields, words, columns and attributes that can be filled has its place."""
    there = {
        part.key
        for path, text in PAGES.items()
        for part in split_page(name(path), text)
        if isinstance(part, Block) and part.marked
    }

    missing = sorted(key for key in list_fills().keys() - there if not key.startswith("example "))
    hint = "give each a heading, <!-- NAME -->, | | and <!-- end --> on the page it belongs to"
    assert not missing, f"no page has {', '.join(missing)}: {hint}, and run make docs"


def test_every_field_has_an_example() -> None:
    """The small file of the documentation shows every field that there is."""
    shown = list_examples(EXAMPLE)
    fields = [(record.name, field.name) for record in list_records() for field in record.fields]
    fields = [field for field in fields if field[1] not in LANGUAGES[2:]]  # the first two show how

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


def test_every_command_and_option_is_documented() -> None:
    """Every command has its part in docs/commands.md, and every option says what it is for."""
    from graph.cli import COMMANDS

    page = PAGES[ROOT / "docs" / "commands.md"]
    assert list_headings(page)[1:] == list(COMMANDS), "docs/commands.md: run make docs"
    for command, options in list_options().items():
        silent = sorted(option for option, help in options.items() if not help)
        hint = "give each a help=... where it is defined, and run make docs"
        assert not silent, f"{command or 'collabgraph'}: no help for {', '.join(silent)}: {hint}"
        missing = sorted(option for option in options if option not in page)
        assert not missing, f"docs/commands.md lacks {', '.join(missing)}: run make docs"


def test_every_option_in_a_page_is_there() -> None:
    """What a page shows of the command line names options that the commands have."""
    old = (ROOT / "CHANGELOG.md", ROOT / "docs" / "decisions")
    pages = {p: text for p, text in PAGES.items() if not any(p.is_relative_to(o) for o in old)}

    benchmarks = "".join(path.read_text("utf-8") for path in (ROOT / "benchmarks").glob("*.py"))
    others = set(re.findall(r"\"(--[a-z-]+)\"", benchmarks))

    faults = list(check_calls(pages, ROOT, others))
    assert not faults, "\n".join(["options that are not there (any more):", *faults])


def test_every_name_in_a_page_is_there() -> None:
    """The files and dotted names that a page mentions are where it says."""
    pages = {path: text for path, text in PAGES.items() if path != ROOT / "CHANGELOG.md"}

    faults = list(check_names(pages, ROOT))
    assert not faults, "\n".join(["names of what is not there (any more):", *faults])


def test_a_page_says_in_which_language_its_answers_are() -> None:
    """A page with answers on Dutch data says what has them in English: who types it gets them."""
    asks = re.compile(
        r"^\$ (make build|collabgraph (build|neighbours|why|show|path|list|metrics|diff|report)\b)",
        re.MULTILINE,
    )

    silent = [
        name(page)
        for page, text in PAGES.items()
        if asks.search(text) and "$ collabgraph init" not in text
        if "export COLLABGRAPH_LANGUAGE=en" not in text
    ]
    assert silent == []


def test_every_setting_is_documented() -> None:
    """Every environment variable of the program is explained on some page."""
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "graph").rglob("*.py")))
    named = set(re.findall(r"\bCOLLABGRAPH_[A-Z_]+", source))

    missing = sorted(word for word in named if not any(f"`{word}`" in t for t in PAGES.values()))
    hint = "say in README.md or docs/ what each is for"
    assert not missing, f"no page explains {', '.join(missing)}: {hint}"


@pytest.mark.parametrize("answer", QUESTIONS)
def test_every_field_of_an_answer_is_documented(answer: str) -> None:
    """Every field of every answer in JSON is named on the page of the answers."""
    page = ROOT / "docs" / ("metrics.md" if answer == "metrics" else "answers.md")
    code = re.findall(r"^```json$(.*?)^```$|`([^`\n]+)`", PAGES[page], re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"\w+", str(code)))

    missing = sorted(list_fields(answer) - named)
    hint = f"name each in backticks under '{answer.split()[0].strip(',')}'"
    assert not missing, f"{name(page)} says nothing of {', '.join(missing)}: {hint}"


def test_every_measure_is_documented(run: Callable[..., Result]) -> None:
    """Every column of `metrics`, in the table, JSON and CSV, is explained in docs/metrics.md."""
    page = ROOT / "docs" / "metrics.md"
    rows = csv.reader(io.StringIO(run("metrics", "--format", "csv").stdout.lstrip("\ufeff")))
    record = json.loads(run("metrics", "--format", "json").stdout)["organisations"][0]
    sorts = re.findall(r"[a-z_]+", list_options()["metrics"]["--sort"].partition("One of: ")[2])

    assert len(sorts) > 5
    missing = sorted({*sorts} - {"name"} - {*re.findall(r"(?m)^\| `([a-z_]+)` \|", PAGES[page])})
    hint = "run make docs, which makes a row of what each measure says of itself"
    assert not missing, f"docs/metrics.md does not explain {', '.join(missing)}: {hint}"
    columns = {*next(rows), *record}
    unnamed = sorted(columns - set(re.findall(r"`([a-z_]+)`", PAGES[page])))
    hint = "name each in backticks under 'JSON and CSV'"
    assert not unnamed, f"docs/metrics.md says nothing of {', '.join(unnamed)}: {hint}"


def test_every_finding_is_documented() -> None:
    """Every section of `report` has a row in docs/report.md."""
    page = ROOT / "docs" / "report.md"
    sections = set(list_sections())

    missing = sorted(sections - explained(page))
    hint = "give each a row '| `section` | question | figures and formula |' under 'The sections'"
    assert not missing, f"docs/report.md does not explain {', '.join(missing)}: {hint}"
    gone = sorted(word for word in explained(page) if word not in sections)
    assert not gone, f"docs/report.md explains {', '.join(gone)}, which no report has: take it out"


def test_every_public_name_is_documented() -> None:
    """Every public name of the package has a section in docs/library.md, with what it is for."""
    headings = list_headings(PAGES[ROOT / "docs" / "library.md"])
    silent = [name for name in graph.__all__ if not getattr(graph, name).__doc__]

    assert not silent, f"no docstring: {', '.join(silent)}: write one, and run make docs"
    missing = [name for name in graph.__all__ if name not in headings]
    assert not missing, f"docs/library.md lacks {', '.join(missing)}: run make docs"


EXAMPLES = [
    pytest.param(part, id=f"{name(path)}:{part.line}")
    for path in list_pages()
    for part in split_page(name(path), PAGES[path])
    if isinstance(part, Block) and part.key == "python"
]


@pytest.mark.parametrize("block", EXAMPLES)
def test_python_in_a_page_runs(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every piece of Python in the documentation runs, in the root of the checkout."""
    monkeypatch.chdir(ROOT)

    exec(compile("\n".join(block.lines), f"{block.file}:{block.line}", "exec"), {})


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.flag)
def test_every_filter_is_documented(one: Filter) -> None:
    """Every filter has its row in docs/filters.md, and its option with each command that has it."""
    filters = (ROOT / "docs/filters.md").read_text(encoding="utf-8")
    commands = (ROOT / "docs/commands.md").read_text(encoding="utf-8")

    assert len(re.findall(rf"^\| `{one.flag}[` ].*`{one.key}=.*`{one.name}`", filters, re.M)) == 1
    assert len(re.findall(rf"^  {one.flag}\b", commands, re.M)) == 13


WRITE_HERE = ("init", "add", "import")
"""Commands that write into the folder of the data: their examples run in a copy of it."""


def test_examples_run(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example in the help of a command works on the real data."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    examples = re.findall(r"^    collabgraph (.+)$", text, re.MULTILINE)

    shutil.copy(ROOT / "entities.yaml", tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "report.md").write_text("Een verslag.\n", encoding="utf-8")
    (tmp_path / "table.csv").write_text("Deelnemer,Regeling\nLeek,Afval\n", encoding="utf-8")
    codes = {}
    for example in examples:
        arguments = shlex.split(example)
        if arguments == ["serve"]:  # goes on until it is stopped: tests/cli/test_serve.py
            continue
        if "--output" in arguments:
            place = arguments.index("--output") + 1
            arguments[place] = str(tmp_path / arguments[place])
        monkeypatch.chdir(tmp_path if arguments[0] in WRITE_HERE else ROOT)
        codes[example] = run(*arguments).exit_code
    other = {"review": 2}  # this is no terminal
    assert codes == {example: other.get(example, 0) for example in codes}
    assert len(examples) == 23  # one for each, one for the whole


def test_decisions_are_listed() -> None:
    """Decisions are numbered without a gap, and the index has a line for each."""
    folder = ROOT / "docs" / "decisions"
    listed = [target for _, target in list_links(PAGES[folder / "README.md"])]

    missing = sorted({path.name for path in folder.glob("[0-9]*.md")} - set(listed))
    assert not missing, f"docs/decisions/README.md lacks {', '.join(missing)}: run make docs"
    assert [int(target[:4]) for target in listed] == list(range(1, len(listed) + 1))


def test_the_readme_says_where_the_command_is() -> None:
    """Before it shows the command, the README says where it stands and how else to call it."""
    before, _, _ = PAGES[ROOT / "README.md"].partition("$ collabgraph ")

    for words in (".venv/bin/collabgraph", "source .venv/bin/activate", "python -m collabgraph"):
        assert f"`{words}`" in before


def test_the_readme_has_no_figures_of_the_tests() -> None:
    """The README says how the tests end, and neither how many there are nor how long they take."""
    found = re.findall(r"\d[\d.,]* (?:tests|passed)|passed in \d", PAGES[ROOT / "README.md"])

    assert not found, f"README.md: {found[0]!r} goes stale with the next test, leave figures out"
