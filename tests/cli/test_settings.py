"""What a project sets once, and what goes before it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from graph.cli.settings import OWN_FILE, SHARED_FILE, Settings, read_settings

Run = Callable[..., Result]
DATA = ROOT / "entities.yaml"


@pytest.fixture
def folder(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder of its own, two below the one with settings; nobody asks for a language."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path


def put(place: Path, text: str) -> None:
    """Write a file of settings."""
    place.write_text(text, encoding="utf-8")


def test_settings_of_the_nearest_file(folder: Path) -> None:
    """Its paths are from its own folder; where two stand together, the one of its own counts."""
    put(folder / SHARED_FILE, "[tool.collabgraph]\ndata = 'far.yaml'\n")
    assert read_settings(Path.cwd()).data == "../../far.yaml"

    put(folder / "a" / SHARED_FILE, "[project]\nname = 'collabgraph'\n[tool.ruff]\n")
    assert read_settings(Path.cwd()).data == "../../far.yaml"

    put(folder / "a" / SHARED_FILE, "[tool.collabgraph]\ndata = 'shared.yaml'\n")
    put(folder / "a" / OWN_FILE, "data = 'own/e.yaml'\noutput = 'page'\nlanguage = 'nl'\n")
    assert read_settings(Path.cwd()) == Settings(
        folder / "a" / OWN_FILE, "../own/e.yaml", "../page", "nl", {}
    )


def test_no_settings(folder: Path) -> None:
    """Then everything is as it was."""
    assert read_settings(folder) == Settings()
    assert Settings().list_defaults(["list", "build"]) == {"list": {}, "build": {}}


def test_every_filter(folder: Path) -> None:
    """One id is a list of one; they are called as the options are."""
    put(
        folder / OWN_FILE,
        """
        [filters]
        region = "almere"
        without-role = ["facilitator", "advisor"]
        period = "2019/2021"
        certainty = "medium"
        min-weight = 2
        fold = true
        """,
    )
    assert read_settings(folder).filters == {
        "regions": ["almere"],
        "without_roles": ["facilitator", "advisor"],
        "period": "2019/2021",
        "certainty": "medium",
        "weight": 2,
        "fold": True,
    }


def test_what_goes_before_what(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line, then the environment, then the settings, then the program."""
    put(folder / OWN_FILE, f"data = '{DATA}'\nlanguage = 'en'\n[filters]\nregion = 'almere'\n")

    assert run("neighbours", "elaa").stdout.split("\n")[0] == (
        "Elaa: 6 named partners in these 5 documents (selection: region Almere)"
    )
    line = run("neighbours", "elaa", "--region", "twente", "--language", "nl").stdout
    assert line.startswith("Elaa: geen genoemde partner")
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "nl")
    assert run("neighbours", "elaa").stdout.startswith("Elaa: 6 genoemde partners")
    monkeypatch.setenv("COLLABGRAPH_DATA", "none.yaml")
    assert "none.yaml: " in run("neighbours", "elaa").stderr
    result = run("neighbours", "elaa", "--data", DATA)
    assert result.exit_code == 0


def test_the_language_of_errors_too(folder: Path, run: Run) -> None:
    """They are known before the command is."""
    put(folder / OWN_FILE, "language = 'nl'\n")

    assert "Fout: De opdracht 'lst' bestaat niet. Bedoelt u 'list'?" in run("lst").stderr
    assert "Gebruik:" in run("list", "--help").stdout


def test_build_writes_where_the_settings_say(folder: Path, run: Run) -> None:
    """Beside the settings, and not in the folder that one stands in."""
    put(folder / "a" / OWN_FILE, f"data = '{DATA}'\noutput = 'page'\n")

    assert run("build").exit_code == 0
    assert (folder / "a" / "page" / "network.html").is_file()


def test_settings_can_be_left_out(folder: Path, run: Run) -> None:
    """Also where they are wrong."""
    put(folder / OWN_FILE, "wrong = [\n")

    assert run("--no-config", "neighbours", "elaa", "--data", DATA).exit_code == 0
    refused = run("neighbours", "elaa", "--data", DATA)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Error: ../../collabgraph.toml: no TOML, ")


def test_all_that_is_wrong_at_once(folder: Path, run: Run) -> None:
    """Each with its line, and the nearest key that there is."""
    put(
        folder / SHARED_FILE,
        """[project]
data = "of another"
[tool.collabgraph] # dta
# dta = "in a comment"
dta = "e.yaml"
language = "fr"
output = 3
[tool.collabgraph.filters]
regoin = "almere"
theme = [1]
fold = "yes"
min-weight = 0
certainty = "hoog"
period = 2019
xyzzy = 1
""",
    )
    assert run("list", "ties").stderr.split("\n") == [
        "Error: ../../pyproject.toml:5: no setting 'dta', did you mean 'data'?",
        "../../pyproject.toml:6: 'language' takes one of nl, en",
        "../../pyproject.toml:7: 'output' takes a text",
        "../../pyproject.toml:9: no setting 'regoin', did you mean 'region'?",
        "../../pyproject.toml:10: 'theme' takes an id, or a list of ids",
        "../../pyproject.toml:11: 'fold' takes true or false",
        "../../pyproject.toml:12: 'min-weight' takes a whole number of 1 or more",
        "../../pyproject.toml:13: 'certainty' takes one of high, medium, low",
        "../../pyproject.toml:14: 'period' takes a text",
        "../../pyproject.toml:15: no setting 'xyzzy', use one of certainty, every-region, fold, "
        "kind, min-weight, period, region, role, source, theme, type, undated, …",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("filters = 3\n", "Error: collabgraph.toml:1: 'filters' takes a table of settings\n"),
        ("\n'data' = ''\n", "Error: collabgraph.toml:2: 'data' takes a text\n"),
        ("filters = {fold = 1}\n", "Error: collabgraph.toml:1: 'fold' takes true or false\n"),
    ],
)
def test_values_of_another_kind(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    """Wherever they stand on the line."""
    monkeypatch.chdir(folder)
    put(folder / OWN_FILE, text)

    assert run("list", "ties").stderr == said


def test_a_section_that_is_none(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as well."""
    monkeypatch.chdir(folder)
    put(folder / SHARED_FILE, "[tool]\ncollabgraph = 3\n")

    assert run("list", "ties").stderr == (
        "Error: pyproject.toml:2: 'collabgraph' takes a table of settings\n"
    )


def test_check_a_file(run: Run) -> None:
    """It can be named as for other programs that check; twice is once too much."""
    there = ROOT / "tests" / "data" / "kustland" / "entities.yaml"

    assert run("check", there).stdout == run("check", "--data", there).stdout
    refused = run("check", there, "--data", "entities.yaml")
    assert refused.exit_code == 2
    assert "are both named as the data file, name one" in refused.stderr
