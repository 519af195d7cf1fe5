"""How many rows of an answer are given, and which columns: on a terminal, in a pipe, in a file."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.terminal import Terminal
from click.testing import Result
from conftest import ROOT
from elsewhere import complete

import graph.cli.metrics
from graph.network import pairs

Run = Callable[..., Result]

MEMBERS = "".join(f"  o{n:03}: {{name: Partij {n:03}, type: ggd}}\n" for n in range(60))
DATA = f"""
schema: 2
title: Zestig
language: en
sources:
  d: {{file: d.md, original: {{file: d.txt, title: Report, sha256: "{"0" * 64}"}}}}
organisations:
{MEMBERS}
partnerships:
  samen:
    name: Samen
    kind: verband
    members_known: all
    members: [{", ".join(f"{{org: o{n:03}, role: member}}" for n in range(60))}]
    evidence: [{{source: d, line: 1, quote: Zij werken samen}}]
"""
DIGEST = "# Report\n\n[r. 1] Zij werken samen: " + ", ".join(f"Partij {n:03}" for n in range(60))


@pytest.fixture
def sixty(tmp_path: Path) -> Path:
    """Sixty organisations in one partnership."""
    path = tmp_path / "entities.yaml"
    path.write_text(DATA, encoding="utf-8")
    (tmp_path / "d.md").write_text(f"{DIGEST}.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        (("list", "organisations"), 60),
        (("list", "ties"), 60 * 59 // 2),
        (("metrics",), 60),
        (("neighbours", "o000"), 59),
    ],
)
def test_a_terminal_stops_at_fifty(sixty: Path, command: tuple[str, ...], rows: int) -> None:
    """A table there has fifty rows and says how many there are; asked for, it has every one."""
    settings = {"NO_COLOR": "1", "TERM": "xterm"}
    column = {"list": "weight", "metrics": "strength"}.get(command[0], "weight")
    if command[-1] == "organisations":
        column = "partners"
    shown = {}
    for limit in ((), ("--limit", "all"), ("--limit", "3")):
        with Terminal(
            *command, "--columns", column, *limit, folder=sixty.parent, settings=settings
        ) as terminal:
            code, shown[limit] = terminal.end()
        assert code == 0, shown[limit]

    def count(text: str) -> int:
        return sum(line.strip().isdecimal() for line in text.split("\n"))

    assert {limit: count(text) for limit, text in shown.items()} == {
        (): 50,
        ("--limit", "all"): rows,
        ("--limit", "3"): 3,
    }
    of = f"{rows:,}"
    assert f"50 of {of} rows shown; --limit all shows every one" in shown[()]
    assert f"3 of {of} rows shown" in shown["--limit", "3"]
    assert "rows shown" not in shown["--limit", "all"]


@pytest.mark.parametrize("limit", [(), ("--limit", "0"), ("--limit", "all"), ("--limit", "60")])
def test_a_pipe_has_every_row(sixty: Path, run: Run, limit: tuple[str, ...]) -> None:
    """In a pipe nothing is left out unless it is asked for, and nothing is said of it."""
    table = run("list", "organisations", *limit, "--data", str(sixty))
    rows = run("list", "organisations", *limit, "--data", str(sixty), "--format", "csv")

    assert table.exit_code == rows.exit_code == 0
    assert table.stdout.count("Partij") == 60
    assert "rows shown" not in table.stdout
    assert len(rows.stdout.splitlines()) == 61


@pytest.mark.parametrize(
    ("command", "key", "total"),
    [
        (("list", "organisations"), "organisations", 60),
        (("metrics", "--sort", "name"), "organisations", 60),
        (("neighbours", "o000"), "neighbours", 59),
    ],
)
def test_a_limit_in_data(
    sixty: Path, run: Run, command: tuple[str, ...], key: str, total: int
) -> None:
    """JSON and CSV have the first rows, and JSON says how many there are."""
    asked = (*command, "--limit", "2", "--columns", "name,id", "--data", str(sixty))

    data = json.loads(run(*asked, "--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(run(*asked, "--format", "csv").stdout)))

    first = 1 if key == "neighbours" else 0
    names = [{"name": f"Partij {n:03}", "id": f"o{n:03}"} for n in (first, first + 1)]
    assert data[key] == names
    assert data["count"] == total
    assert rows == [["name", "id"], *([one["name"], one["id"]] for one in names)]


def test_columns_by_their_headings(run: Run) -> None:
    """In the language of either, each once, in the order asked for."""
    found = run("list", "organisations", "--columns", "partners,naam,name", "--limit", "1")
    lines = found.stdout.splitlines()

    assert lines[0].split() == ["partners", "name"]
    assert len(lines) == 5  # the heading, a row, a blank line, and how many there are


def test_a_measure_that_is_not_asked_for_is_not_taken(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Betweenness, which takes longest, is left alone; what it is sorted by is measured."""
    from graph.network.measures import betweenness

    monkeypatch.setattr(betweenness, "measure_betweenness", lambda *given: 1 / 0)

    found = run("metrics", "--columns", "id,strength", "--sort", "strength", "--limit", "1")

    assert found.exit_code == 0, found.output
    assert found.stdout.splitlines()[3:5] == [
        "id               strength",
        "flevoziekenhuis        10",
    ]


@pytest.mark.parametrize(
    ("command", "columns", "said"),
    [
        (("list", "ties"), "wieght", "no column 'wieght', did you mean 'weight'?"),
        (("list", "organisations"), "name,", "no column ''"),
        (("metrics",), "strenght", "no column 'strenght', did you mean 'strength'?"),
        (("neighbours", "elaa"), "id,throug", "no column 'throug', did you mean 'through'?"),
    ],
)
def test_a_column_that_is_not_there(
    run: Run, command: tuple[str, ...], columns: str, said: str
) -> None:
    """It is refused with the nearest, and nothing is answered."""
    found = run(*command, "--columns", columns)

    assert found.exit_code == 1
    assert found.stdout == ""
    assert said in found.stderr


@pytest.mark.parametrize("limit", ["-1", "many", "1.5", "²", ""])
def test_a_limit_that_is_none(run: Run, limit: str) -> None:
    """It is refused with what would do."""
    found = run("list", "ties", "--limit", limit)

    assert found.exit_code == 2
    assert f"{limit!r} is no number of rows: give one such as 50, or all" in found.stderr


def test_columns_complete_behind_a_comma() -> None:
    """In a shell the last of several columns completes."""
    words = f"collabgraph list ties --data {ROOT / 'entities.yaml'} --columns weight,ne"

    assert complete("bash", "weight,ne", words) == ["plain,weight,newman"]


def test_a_measure_of_too_many_ties(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is left out with the reason, unless it is asked for; nothing else changes."""
    whole = json.loads(run("metrics", "--format", "json").stdout)
    monkeypatch.setattr(graph.cli.metrics, "MOST", 45)
    monkeypatch.setattr(pairs, "MOST", 45)

    table = run("metrics").stdout
    found = json.loads(run("metrics", "--format", "json").stdout)
    asked = run("metrics", "--columns", "name,effective_size").stdout
    by_it = run("metrics", "--sort", "effective_size", "--limit", "1").stdout

    assert "effective size" not in table.splitlines()[2]
    assert table.splitlines()[-1] == (
        "effective size: left out at this size: it looks at every tie, and the partnerships have "
        "48 pairs of members; --columns effective_size measures it all the same, a filter such as "
        "--region measures a part"
    )
    assert [*found["left_out"]] == ["effective_size"]
    assert "left_out" not in whole
    for one in whole["organisations"]:
        del one["effective_size"]
    assert found["organisations"] == whole["organisations"]
    assert "left out at" not in asked + by_it
    assert asked.splitlines()[2].split() == ["name", "effective", "size"]
