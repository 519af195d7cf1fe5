"""A real register goes the whole way: check, questions, a part, a page, Parquet, a report."""

import csv
import json
import re
import shlex
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import ROOT, SHARED

from graph.registers import is_large_register

pytest.importorskip("duckdb")
pytest.importorskip("ibis")
pq = pytest.importorskip("pyarrow.parquet")

Run = Callable[..., Result]

TABLE = SHARED / "data" / "opengr_provincies.csv"
DATA = """\
schema: 2
title: Gemeenschappelijke regelingen
language: nl
sources:
  regelingen:
    kind: register
    file: regelingen.csv
    original: {title: Register van gemeenschappelijke regelingen, version: "2016"}
tables:
  organisations:
    source: regelingen
    columns: {name: Deelnemer}
  partnerships:
    source: regelingen
    prefix: gr-
    columns: {name: Gemeenschappelijke regeling, region: Provincie}
  memberships:
    source: regelingen
    columns: {organisation: Deelnemer, partnership: Gemeenschappelijke regeling}
organisations: {}
partnerships: {}
"""

needs_table = pytest.mark.skipif(not TABLE.exists(), reason="no ../shared here")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The joint arrangements of 2016 as a register."""
    shutil.copy(TABLE, tmp_path / "regelingen.csv")
    data = tmp_path / "regelingen.yaml"
    data.write_text(DATA, encoding="utf-8")
    return data


@pytest.fixture
def members() -> dict[str, set[str]]:
    """Who takes part in what, read by the csv module alone."""
    found: dict[str, set[str]] = defaultdict(set)
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            name = row["Gemeenschappelijke regeling"].strip()
            found[name].add(row["Deelnemer"].strip().casefold())
    return found


def ask(run: Run, path: Path, *command: str) -> Any:
    """Ask in English, as data."""
    result = run(*command, "--data", str(path), "--language", "en", "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@needs_table
def test_check_reports_the_dirt(path: Path, run: Run, members: dict[str, set[str]]) -> None:
    """Every row is used or rejected: ten tell a membership twice, each with its row."""
    found = ask(run, path, "check")
    rejects = path.parent / "rejects.csv"
    run("check", "--data", str(path), "--rejects", str(rejects))

    assert [(one["read"], one["used"], one["rejected"]) for one in found["tables"]] == [
        *((3752, 3752, 0), (3752, 3752, 0), (3752, 3742, 10))
    ]
    assert sum(map(len, members.values())) == 3742
    assert len(members) == 464
    assert (found["errors"], found["warnings"]) == (0, 10)
    assert {one["line"] for one in found["problems"]} == {
        *(911, 1203, 1205, 1207, 1556, 1557, 1558, 1560, 1561, 1562)
    }
    assert len(rejects.read_text("utf-8").splitlines()) == 11


@needs_table
def test_questions(path: Path, run: Run, members: dict[str, set[str]]) -> None:
    """Partners, weights and counts are those that are counted from the rows by hand."""
    assert is_large_register(path)
    weights = Counter[str]()
    newman: dict[str, float] = defaultdict(float)
    for inside in members.values():
        for other in inside - {"zwolle"} if "zwolle" in inside else ():
            weights[other] += 1
            newman[other] += 1 / (len(inside) - 1)

    near = ask(run, path, "neighbours", "zwolle")["neighbours"]
    why = ask(run, path, "why", "zwolle", "dalfsen")
    (first, *_) = ask(run, path, "list", "organisations", "--sort", "partnerships")["organisations"]
    ties = ask(run, path, "list", "ties", "--limit", "1")
    measured = ask(run, path, "metrics", "--columns", "id,partnerships,partners,strength")
    unknown = run("neighbours", "zwole", "--data", str(path), "--language", "en")

    assert {one["name"].casefold(): one["weight"] for one in near} == weights
    assert {one["name"].casefold(): round(one["newman"], 9) for one in near} == {
        name: round(weight, 9) for name, weight in newman.items()
    }
    assert len(why["partnerships"]) == weights["dalfsen"] == 6
    assert (first["name"], first["partnerships"]) == ("Provincie Zuid-Holland", 22)
    (tie,) = ties["ties"]
    assert (tie["left_name"], tie["right_name"], tie["weight"]) == ("Beuningen", "Wijchen", 14)
    assert tie["weight"] == sum({"beuningen", "wijchen"} <= inside for inside in members.values())
    (zwolle,) = (one for one in measured["organisations"] if one["id"] == "zwolle")
    assert zwolle == {
        "id": "zwolle",
        "partnerships": sum("zwolle" in inside for inside in members.values()),
        "partners": len(weights),
        "strength": weights.total(),
    }
    assert unknown.stderr.startswith("Error: no organisation 'zwole', did you mean 'Zwolle'")


@needs_table
def test_a_part_and_its_page(path: Path, run: Run, members: dict[str, set[str]]) -> None:
    """The part around Zwolle is a data file without a problem, and its page opens with it."""
    of_zwolle = [inside for inside in members.values() if "zwolle" in inside]
    part, page = path.parent / "zwolle", path.parent / "output"
    around = ("--data", str(path), "--around", "zwolle", "--language", "en")

    taken = run("extract", *around, "--output", str(part))
    checked = ask(run, part / "entities.yaml", "check", "--strict")
    built = run("build", *around, "--output", str(page))

    assert taken.exit_code == built.exit_code == 0, taken.output + built.output
    assert checked["problems"] == []
    organisations, memberships = len(set().union(*of_zwolle)), sum(map(len, of_zwolle))
    ties = len({pair for inside in of_zwolle for pair in combinations(sorted(inside), 2)})
    assert (
        f"found {organisations} organisations, {len(of_zwolle)} partnerships ({len(of_zwolle)} "
        f"with two or more named members), {memberships} memberships and {ties} ties in 1 register"
    ) in built.stdout
    shown = (page / "network.html").read_text("utf-8")
    assert "Veiligheidsregio IJsselland" in shown
    assert "Menterwolde" not in shown
    assert len(shown.encode()) < 1_000_000


@needs_table
def test_parquet_and_a_report(path: Path, run: Run, members: dict[str, set[str]]) -> None:
    """The ties in Parquet are those of the whole, and the report counts the same."""
    place = path.parent / "regelingen.parquet"

    written = run("export", "parquet", "--data", str(path), "--output", str(place))
    report = ask(run, path, "report", "--section", "boundary")
    ties = pq.read_table(place.with_name("regelingen-ties.parquet")).to_pylist()

    assert (written.exit_code, written.stdout) == (0, "")
    (boundary,) = report["sections"]
    figures = boundary["figures"]
    assert figures["ties"] == len(ties)
    assert (figures["partnerships"], figures["memberships"]) == (464, 3742)
    heaviest = max(ties, key=lambda one: one["weight"])
    assert (heaviest["left"], heaviest["right"], heaviest["weight"]) == ("beuningen", "wijchen", 14)


PAGE = (ROOT / "docs" / "registers.md").read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("collabgraph ") and "--engine" not in line
]


@pytest.mark.parametrize("line", LINES)
def test_the_page_of_registers_word_for_word(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the page says to type works where the reader stands, and writes what it names."""
    shutil.copytree(ROOT / "docs" / "example", tmp_path / "docs" / "example")
    monkeypatch.chdir(tmp_path)
    before = {*tmp_path.rglob("*")}

    result = run(*shlex.split(line)[1:])

    assert result.exit_code == 0, result.output
    made = {one.name for one in {*tmp_path.rglob("*")} - before}
    wanted = {"build": "network.html", "extract": "entities.yaml"}
    assert wanted.get(line.split()[1], "regelingen-ties.parquet") in made


def test_the_page_has_commands_to_try() -> None:
    """A page, a part and Parquet are among them."""
    assert {line.split()[1] for line in LINES} >= {"build", "extract", "export"}
