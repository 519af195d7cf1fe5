"""Every command answers from tables of a register as from what is written by hand."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from click.testing import Result
from conftest import ROOT

EXAMPLE = "docs/example/entities.yaml"
ONE_TABLE = "docs/example/registers/regelingen.yaml"
Run = Callable[..., Result]


@pytest.mark.parametrize(
    "question",
    [
        "neighbours duindorp",
        "why duindorp wierhaven",
        "show duindorp",
        "show reiniging-kust",
        "show regelingen",
        "path duindorp waterschap-kust",
        "list organisations",
        "list partnerships",
        "list sources",
        "list ties",
        "metrics",
        "report",
        "export graphml --graph two-mode",
        "export gexf",
        "export csv --table edges",
        "export json",
    ],
)
@pytest.mark.parametrize("filters", ["", "--region kustland", "--min-weight 1 --certainty high"])
def test_every_question(run: Run, question: str, filters: str) -> None:
    """A question answers, with and without filters, in English and in Dutch."""
    for language in ("en", "nl"):
        said = [] if question.startswith("export") else ["--language", language]

        result = run(*question.split(), *filters.split(), *said, "--data", ONE_TABLE)

        assert result.exit_code == 0, result.output
        assert result.stdout.strip()


def test_why_answers_with_the_rows(run: Run) -> None:
    """The evidence is the row: its place in the table and its cells, without quotation marks."""
    asked = ("why", "zandmeer", "waterschap kust", "--data", ONE_TABLE)

    english, dutch = (run(*asked, "--language", language).stdout for language in ("en", "nl"))
    data = json.loads(run(*asked, "--format", "json").stdout)

    row = "Deelnemer: Waterschap Kust; Regeling: Muskusrattenbestrijding; Provincie: Kustland"
    assert f"row 6:\n    {row}\n" in english
    assert f"rij 6:\n    {row}\n" in dutch
    passage = data["partnerships"][0]["evidence"][1]
    assert {key: passage[key] for key in ("source", "line", "quote", "is_row", "is_summary")} == {
        **{"source": "regelingen", "line": 6, "quote": row},
        **{"is_row": True, "is_summary": False},
    }


def test_check_counts_and_writes_what_is_rejected(run: Run, tmp_path: Path) -> None:
    """Rows read are rows used and rejected, in text and JSON; all rejected ones go to a file."""
    file = tmp_path / "rejected.csv"

    text = run("check", "--data", ONE_TABLE, "--rejects", str(file), "--language", "en")
    data = json.loads(run("check", "--data", ONE_TABLE, "--format", "json").stdout)

    assert text.exit_code == 0
    assert "deelnames.csv (memberships): 7 rows read = 5 used + 2 rejected\n" in text.stdout
    assert data["tables"][2] == {
        **{"table": "memberships", "file": "deelnames.csv"},
        **{"read": 7, "used": 5, "rejected": 2},
    }
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
    assert rows == [
        ["file", "row", "table", "message", "cell_1", "cell_2", "cell_3"],
        [
            *("deelnames.csv", "8", "organisations", "nothing in 'Deelnemer'"),
            *("", "Muskusrattenbestrijding", "Kustland"),
        ],
        [
            *("deelnames.csv", "7", "memberships"),
            *("'zandmeer' in 'reiniging-kust' is on row 2 already", "zandmeer"),
            *("Reiniging Kust", "Kustland"),
        ],
        [
            *("deelnames.csv", "8", "memberships", "nothing in 'Deelnemer'"),
            *("", "Muskusrattenbestrijding", "Kustland"),
        ],
    ]
    assert run("check", "--data", ONE_TABLE, "--strict").exit_code == 1


def test_declared_attributes_are_shown_and_exported(run: Run, tmp_path: Path) -> None:
    """What a table declares stands in answers under its label, and in a graph under its name."""
    english = run("show", "partij-1", "--data", EXAMPLE, "--language", "en").stdout
    dutch = run("show", "partij-1", "--data", EXAMPLE, "--language", "nl").stdout
    data = json.loads(run("show", "regeling-1", "--data", EXAMPLE, "--format", "json").stdout)
    path = tmp_path / "two.graphml"
    run("export", "graphml", "--graph", "two-mode", "--data", EXAMPLE, "--output", str(path))
    graph = nx.read_graphml(path)

    assert "  inhabitants: 12000\n" in english
    assert "  inwoners: 12000\n" in dutch
    assert data["attributes"] == {"begroting": 1250000.5}
    assert [member.get("attributes") for member in data["members"]] == [
        {"aandeel": 60.0},
        {"aandeel": 40.0},
    ]
    assert graph.nodes["partij-1"]["inwoners"] == 12000
    assert graph.nodes["regeling-2"]["begroting"] == 310000.0
    assert graph.edges["regeling-1", "partij-2"]["aandeel"] == 40.0
    assert "inwoners" not in graph.nodes["partij-3"]


def test_build_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    """The last line of `build` counts the rejected rows."""
    result = run("build", "--data", ONE_TABLE, "--output", str(tmp_path), "--language", "en")

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == (
        "3 rows of deelnames.csv rejected, and not in these numbers: see 'collabgraph check'"
    )
    assert "Rij 6" in (tmp_path / "network.html").read_text("utf-8")


def test_a_difference_between_two_versions(run: Run, tmp_path: Path) -> None:
    """A row that came is a membership that came."""
    folder = ROOT / "docs/example/registers"
    for name in ("regelingen.yaml", "deelnames.csv"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    table = tmp_path / "deelnames.csv"
    table.write_text(table.read_text("utf-8") + "Duindorp,Muskusrattenbestrijding,Kustland\n")

    result = run("diff", ONE_TABLE, str(tmp_path / "regelingen.yaml"), "--format", "json")

    assert result.exit_code == 0, result.output
    changes = json.loads(result.stdout)["changes"]
    assert [(one["id"], one["field"], one["change"]) for one in changes] == [
        ("muskusrattenbestrijding", ["members", "duindorp"], "added")
    ]
