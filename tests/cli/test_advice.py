"""`check --advice`: what to look at next, below what is wrong."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was just started, with a second partnership, which has no theme."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--language", "nl").exit_code == 0
    place = tmp_path / "entities.yaml"
    text = place.read_text(encoding="utf-8")
    first = text.index("  stevig-op-de-been-project:")
    last = text.index("\n", text.index("Gemeente Oosterveen betaalt de zaal"))
    entry = text[first:last].replace("stevig-op-de-been-project:", "tweede:")
    told = text[first:last].replace("    kind:", "    themes: [preventie]\n    kind:")
    place.write_text(f"{text[:first]}{told}\n{entry}{text[last:]}", encoding="utf-8")
    return place


def test_it_stands_below(run: Run, project: Path) -> None:
    """Problems and their count as ever, then the advice with its place, its count and the mark."""
    result = run("check", "--advice")

    assert (result.exit_code, result.stdout) == (
        0,
        "entities.yaml: 0 problems, 0 warnings\n"
        "\n"
        "entities.yaml:62: advice A811: partnerships.tweede: "
        "has no theme: what is it about?\n"
        "entities.yaml: 1 piece of advice\n"
        "what you judged is not said again: write in its entry '# judged A811:' "
        "and the reason, as a comment\n",
    )
    assert run("check").stdout == "entities.yaml: 0 problems, 0 warnings\n"
    assert "A811: partnerships.tweede: heeft geen thema: " in (
        run("check", "--advice", "--language", "nl").stdout
    )


def test_what_was_judged_is_counted(run: Run, project: Path) -> None:
    """A mark takes one away, and the count says so."""
    text = project.read_text(encoding="utf-8")
    new = text.replace("  tweede:\n", "  tweede: # judged A811\n")
    project.write_text(new, encoding="utf-8")

    assert run("check", "--advice").stdout == (
        "entities.yaml: 0 problems, 0 warnings\n\n"
        "entities.yaml: 0 pieces of advice, 1 judged before\n"
    )


def test_names_that_were_judged(run: Run, project: Path) -> None:
    """Two names that a review found not to be the same are not asked about again."""
    text = project.read_text(encoding="utf-8")
    document = project.parent / "documents" / "stevig-op-de-been.md"
    document.write_text(
        document.read_text(encoding="utf-8") + "\nGemeente Oosterveenn kwam.\n", encoding="utf-8"
    )
    project.write_text(
        text.replace(
            "\norganisations:\n",
            "\norganisations:\n  veenn:\n    name: Gemeente Oosterveenn\n    type: gemeente\n",
        ),
        encoding="utf-8",
    )
    assert "advice A804: organisations.gemeente-oosterveen.name: looks like" in (
        run("check", "--advice").stdout
    )
    (project.parent / "judgements.yaml").write_text(
        "judgements:\n  - names: [Gemeente Oosterveen, Gemeente Oosterveenn]\n"
        '    verdict: not same\n    by: a\n    date: "2026-11-28"\n',
        encoding="utf-8",
    )

    assert "A804" not in run("check", "--advice").stdout


def test_what_programs_get(run: Run, project: Path) -> None:
    """JSON has each advice with the mark that judges it, CSV has it as a row."""
    answer = json.loads(run("check", "--advice", "--format", "json").stdout)

    assert answer["advice"] == [
        {
            "file": "entities.yaml",
            "line": 62,
            "code": "A811",
            "path": "partnerships.tweede",
            "about": "",
            "message": "has no theme: what is it about?",
            "mark": "# judged A811:",
        }
    ]
    assert answer["judged"] == 0
    assert "advice" not in json.loads(run("check", "--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(run("check", "--advice", "--format", "csv").stdout)))
    assert rows[1] == [
        *("entities.yaml", "62", "advice", "A811"),
        *("partnerships.tweede", "has no theme: what is it about?"),
    ]


def test_errors_come_first(run: Run, project: Path) -> None:
    """With an error nothing is advised: what is wrong may be what is missing."""
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("type: gemeente", "type: gemeent"), encoding="utf-8")

    result = run("check", "--advice")

    assert result.exit_code == 1
    assert result.stdout.endswith(
        "entities.yaml: 1 problem, 0 warnings\nadvice follows once there are no problems\n"
    )
    assert json.loads(run("check", "--advice", "--format", "json").stdout)["advice"] is None


def test_what_forges_get(run: Run, project: Path) -> None:
    """A notice beside the line, and a note in SARIF with what to do."""
    said = "partnerships.tweede: has no theme: what is it about?"

    assert run("check", "--advice", "--format", "github").stdout == (
        f"::notice file=entities.yaml,line=62,title=A811::{said}\n"
    )
    (found,) = json.loads(run("check", "--advice", "--format", "sarif").stdout)["runs"]
    assert [(one["ruleId"], one["level"]) for one in found["results"]] == [("A811", "note")]
    assert found["tool"]["driver"]["rules"] == [
        {
            "id": "A811",
            "shortDescription": {"text": "A partnership has no theme."},
            "help": {"text": "Write what it is about."},
        }
    ]
