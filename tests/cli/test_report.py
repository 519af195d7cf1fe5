"""The command `report`: what it prints, where it writes, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command where no variable names a language."""
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE")
    return run


def test_the_report_in_the_language_of_the_data(run: Run) -> None:
    """Without options the report is text, in the language of the data."""
    result = run("report")

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith(
        "Regionale samenwerking in zorg en welzijn: wie werkt met wie samen\n"
    )
    assert (
        "Zonder Zilveren Kruis vallen de 14 andere organisaties in dit deel van het netwerk uiteen "
        "in groepen\nvan 8 en 6; tussen die groepen (48 paren organisaties) is er in deze gegevens "
        "geen andere\nverbinding. Dat steunt op één deelname die niet letterlijk in de tekst "
        "staat: Bestuurlijke peiling\nen gesprek in Almere (benaderd, afgeleid).\n"
    ) in result.stdout


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("text", "Regionale samenwerking in zorg en welzijn: who works with whom\n"),
        ("markdown", "# Regionale samenwerking in zorg en welzijn: who works with whom\n"),
        ("html", '<!DOCTYPE html>\n<html lang="en">\n'),
        ("json", '{\n  "version": 1,\n'),
    ],
)
def test_every_form_in_english(run: Run, form: str, begin: str) -> None:
    """Each form can be had in English."""
    result = run("report", "--format", form, "--language", "en")

    assert result.exit_code == 0
    assert result.stdout.startswith(begin)


def test_a_report_in_a_file(run: Run, tmp_path: Path) -> None:
    """With --output the report is written as UTF-8, and nothing is printed."""
    path = tmp_path / "new" / "report.html"

    result = run("report", "--format", "html", "--output", str(path))

    assert result.stdout == ""
    assert path.read_text(encoding="utf-8") == run("report", "--format", "html").stdout


def test_a_report_of_a_selection(run: Run) -> None:
    """The filters narrow the report, which says so; phases are still known as phases."""
    result = run(
        "report", "--region", "almere", "--without-role", "facilitator", "--format", "json"
    )

    report = json.loads(result.stdout)
    sections = {section["id"]: section for section in report["sections"]}
    assert report["selection"] == "regions=almere; without_roles=facilitator"
    assert sections["boundary"]["figures"]["partnerships"] == 4
    assert sections["participation"]["figures"]["most_undertakings"] == 1
    assert sections["composition"]["figures"]["complete"] == 2
    assert any(
        "(regio Almere; zonder de rol procesbegeleider)" in s["text"]
        for s in sections["boundary"]["sentences"]
    )


def test_a_selection_that_leaves_nothing(run: Run) -> None:
    """Filters that leave no partnership still give a valid report, and say which emptied it."""
    result = run(
        "report", "--region", "drenthe", "--theme", "jeugd", "--format", "json", "--language", "en"
    )

    assert result.exit_code == 0
    assert result.stderr == "warning: the filters together leave nothing\n"
    boundary = json.loads(result.stdout)["sections"][1]
    assert boundary["figures"]["partnerships"] == 0
    assert {
        "kind": "finding",
        "text": "Within this selection (region Drenthe; theme youth) no partnership is left.",
    } in boundary["sentences"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--region", "almeer"], 1, "Error: no region 'almeer', did you mean 'almere'?\n"),
        (["--data", "no.yaml"], 1, "Error: no.yaml"),
        (["--language", "fr"], 2, "'fr' is not one of 'nl', 'en'"),
        (["--format", "pdf"], 2, "'pdf' is not one of 'text', 'markdown', 'html', 'json'"),
    ],
)
def test_what_is_not_there(run: Run, arguments: list[str], code: int, message: str) -> None:
    """A wrong filter or file ends with 1, a wrong call with 2; nothing is printed."""
    result = run("report", *arguments)

    assert result.exit_code == code
    assert result.stdout == ""
    assert message in result.stderr


def test_one_section(run: Run) -> None:
    """One section can be had alone, and the sections are those that the report has."""
    from graph.write.reports.make import SECTIONS

    whole = json.loads(run("report", "--format", "json").stdout)
    one = json.loads(run("report", "--section", "overlap", "--format", "json").stdout)

    assert [section["id"] for section in whole["sections"]] == list(SECTIONS)
    assert [section["id"] for section in one["sections"]] == ["overlap"]
