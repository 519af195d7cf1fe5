"""Errors in the language of the user: what is asked for, else that of the locale."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from graph.cli.language import find_language

Run = Callable[..., Result]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command where no variable names a language."""
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE")
    return run


UNKNOWN = "Fout: geen organisatie 'raedelyn', bedoelt u 'Raedelijn'?\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "nl_NL.UTF-8"}, "nl"),
        ([], {"LANG": "nl"}, "nl"),
        ([], {"LANG": "nl_BE@euro"}, "nl"),
        ([], {"LANG": "nlx_NL"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "C", "LC_MESSAGES": "nl_NL", "LANG": "nl_NL"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "nl_NL", "LANG": "en_GB"}, "nl"),
        ([], {"COLLABGRAPH_LANGUAGE": "nl", "LANG": "en_GB.UTF-8"}, "nl"),
        ([], {"COLLABGRAPH_LANGUAGE": "en", "LC_ALL": "nl_NL.UTF-8"}, "en"),
        ([], {"COLLABGRAPH_LANGUAGE": "xx", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
        (["why", "a", "b", "--language", "nl"], {"COLLABGRAPH_LANGUAGE": "en"}, "nl"),
        (["why", "--language=en", "a", "b"], {"COLLABGRAPH_LANGUAGE": "nl"}, "en"),
        (["why", "--language"], {}, "en"),
        (["why", "--language", "xx"], {"LANG": "nl_NL"}, "nl"),
    ],
)
def test_the_language_of_errors(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    """The option goes before the variable, the variable before the locale, else it is English."""
    assert find_language(arguments, environment) == language


def test_an_error_follows_the_variable_and_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same mistake is said in Dutch to who speaks Dutch, with the same exit code."""
    english = run("neighbours", "raedelyn")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    by_locale = run("neighbours", "raedelyn")
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "en")
    asked = run("neighbours", "raedelyn")

    assert english.stderr == "Error: no organisation 'raedelyn', did you mean 'Raedelijn'?\n"
    assert (by_locale.stderr, by_locale.exit_code) == (UNKNOWN, 1)
    assert asked.stderr == english.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["neighbours", "gemeente"],
            "Fout: 'gemeente' past bij 2 organisaties, gebruik een id:\n"
            "  gemeente-almere  (Gemeente Almere)\n"
            "  gemeente-utrecht  (Gemeente Utrecht)\n",
        ),
        (
            ["show", "raedelyn-beraad"],
            "Fout: geen organisatie, samenwerking, bron, groep, regio of thema 'raedelyn-beraad'\n",
        ),
        (
            ["list", "ties", "--region", "almeer"],
            "Fout: geen regio 'almeer', bedoelt u 'almere'?\n",
        ),
        (
            ["why", "elaa", "lister", "--period", "vorig jaar"],
            "Fout: 'vorig jaar' is geen periode, schrijf haar als 2016, 2015-01/2017-10 of "
            "2018/..\n",
        ),
        (
            ["why", "elaa", "lister", "--period", "2019/2018"],
            "Fout: '2019/2018' eindigt voordat zij begint\n",
        ),
        (
            ["list", "organisations", "--match", "geen.csv"],
            "Fout: geen.csv: dit bestand is er niet\n",
        ),
        (
            ["list", "organisations", "--sort", "nam"],
            "Fout: geen kolom 'nam', bedoelt u 'name'?\n",
        ),
        (
            ["build", "--keep-positions", "geen.html"],
            "Fout: geen.html: dit bestand is er niet, noem een eerdere network.html\n",
        ),
        (["check", "--data", "docs"], "Fout: docs: een map, geen bestand, noem het bestand erin\n"),
    ],
)
def test_errors_in_dutch(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    """What is wrong with a question, a filter or a file is said in Dutch, and so is what to do."""
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "nl")

    result = run(*arguments)

    assert (result.stderr, result.stdout, result.exit_code) == (said, "", 1)


def test_check_in_dutch(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is in Dutch, with its counts; what programs read stays English."""
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    data = tmp_path / "e.yaml"
    data.write_text(
        "schema: 2\ntitle: x\nlanguage: nl\nsources: {}\norganisations: {}\n", encoding="utf-8"
    )

    text = run("check", "--data", str(data))
    table = run("check", "--data", str(data), "--format", "csv")
    asked = run("neighbours", "x", "--data", str(data))
    odd = run("check", "--data", str(ROOT / "tests" / "data" / "kustland" / "entities.yaml"))

    assert (
        text.stdout
        == f"{data}:1: fout E204: 'partnerships' ontbreekt\n{data}: 1 fout, 0 waarschuwingen\n"
    )
    assert table.stdout.splitlines()[1] == f"{data},1,error,E204,,'partnerships' is missing"
    assert asked.stderr == f"{data}:1: fout E204: 'partnerships' ontbreekt\n"
    assert "waarschuwing W319: organisations.ggd-kustland: in geen samenwerking" in odd.stdout


def test_warnings_in_dutch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `build`, `export` and `report` warn of is said in Dutch, the word before it too."""
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "nl")

    result = run("report", "--region", "almere", "--kind", "inkoop")

    assert result.stderr == "waarschuwing: met deze filters samen blijft niets over\n"
