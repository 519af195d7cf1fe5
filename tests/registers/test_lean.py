"""Exports of a large register are written row by row, and say what those of all records say."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from click.testing import Result
from conftest import SHARED
from registers.filed import ONE_TABLE, ROWS, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")
pytest.importorskip("ibis")
pytest.importorskip("pyarrow")

import pyarrow.parquet as pq

import graph.registers

Run = Callable[..., Result]
TWINS = """wie,wat,plaats,rol,zeker
De Kust,Afval,Kustland,,
Kust,Water,Zandmeer,,
Zandmeer,Water,,,
Zandmeer,Afval,,,
Duin & Co <x>,Water,,,
=1+1,Afval,,,
"""
"""With a name that spreadsheets could run, one with signs of XML, and another spelling of one."""


@pytest.fixture(params=["three", "one"])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A data file with three tables and entries by hand, and one with a single table."""
    path = write(tmp_path, THREE_TABLES if request.param == "three" else ONE_TABLE, ROWS)
    if request.param == "one":
        (tmp_path / "m.csv").write_text(TWINS, encoding="utf-8")
    else:  # an organisation of the name of another
        table = tmp_path / "o.csv"
        table.write_text(table.read_text("utf-8").replace("Partij 2", "de partij 1"), "utf-8")
    return str(path)


def export(
    run: Run, monkeypatch: pytest.MonkeyPatch, least: int, *arguments: str, into: Path
) -> Result:
    """Export into a folder, from tables that count as large above some bytes."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", least)
    result = run("export", *arguments, "--output", str(into))
    assert result.exit_code == 0, result.output
    return result


def test_parquet_is_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str
) -> None:
    """The three files hold the same rows in the same order, also the names of twins."""
    asked = ("parquet", "--data", data, "--largest-partnership", "4")

    lean = export(run, monkeypatch, 0, *asked, into=tmp_path / "lean.parquet")
    whole = export(run, monkeypatch, 10**9, *asked, into=tmp_path / "whole.parquet")

    for name in ("ties", "organisations", "memberships"):
        found, wanted = (
            pq.read_table(tmp_path / f"{one}-{name}.parquet").to_pylist()
            for one in ("lean", "whole")
        )
        assert found == wanted != []
    assert lean.stderr == whole.stderr


def test_graphml_is_lean(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str
) -> None:
    """Nodes have their names and edges both weights; with --evidence everything is there."""
    asked = ("graphml", "--data", data)

    said = export(run, monkeypatch, 0, *asked, into=tmp_path / "lean.graphml").stderr
    full = export(run, monkeypatch, 0, *asked, "--evidence", into=tmp_path / "full.graphml").stderr
    export(run, monkeypatch, 10**9, *asked, into=tmp_path / "whole.graphml")

    lean, whole = (nx.read_graphml(tmp_path / f"{one}.graphml") for one in ("lean", "whole"))
    assert (tmp_path / "full.graphml").read_bytes() == (tmp_path / "whole.graphml").read_bytes()
    assert {id: {"label": values["label"]} for id, values in whole.nodes(data=True)} == dict(
        lean.nodes(data=True)
    )
    ends = {
        frozenset((left, right)): (values["weight"], values["newman"])
        for left, right, values in whole.edges(data=True)
    }
    assert ends == {
        frozenset((left, right)): (values["weight"], values["newman"])
        for left, right, values in lean.edges(data=True)
    }
    assert all(set(values) == {"weight", "newman"} for *_, values in lean.edges(data=True))
    assert "--evidence writes everything" in said
    assert "--evidence" not in full


def test_csv_is_lean(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str) -> None:
    """The same two tables, without what rests on records; formulas are inert."""
    asked = ("csv", "--data", data)

    export(run, monkeypatch, 0, *asked, into=tmp_path / "lean.csv")
    export(run, monkeypatch, 10**9, *asked, into=tmp_path / "whole.csv")

    for table, columns in (
        ("nodes", ("Id", "Label")),
        ("edges", ("Id", "Source", "Target", "Type", "Weight", "newman")),
    ):
        lean, whole = (
            [
                tuple(row[column] for column in columns)
                for row in csv.DictReader(io.StringIO(text, newline=""))
            ]
            for one in ("lean", "whole")
            if (text := (tmp_path / f"{one}-{table}.csv").read_bytes().decode("utf-8-sig"))
        )
        assert lean == whole != []


@pytest.mark.parametrize(
    "more", [("--around", "o-a"), ("--region", "kustland"), ("--graph", "two-mode")]
)
def test_a_part_is_not_lean(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, more: tuple[str, ...]
) -> None:
    """A part, a selection and the two-mode graph carry their evidence."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    said = export(
        *(run, monkeypatch, 0, "graphml", "--data", str(path)), *more, into=tmp_path / "n.graphml"
    )

    assert said.stderr == ""
    assert "evidence" in (tmp_path / "n.graphml").read_text("utf-8")


def test_a_wrong_size_of_memory(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is no amount of memory is refused before anything is read or written."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    path = write(tmp_path, THREE_TABLES, ROWS)
    before = sorted(tmp_path.iterdir())

    result = run(
        *("export", "parquet", "--data", str(path), "--memory", "much"),
        *("--output", str(tmp_path / "n.parquet")),
    )

    assert result.exit_code == 2
    assert "--memory 'much' is no size" in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_what_fails_halfway_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the second of two files cannot be written, the earlier first one still stands."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    path = write(tmp_path, THREE_TABLES, ROWS)
    out = tmp_path / "out"
    (out / "n-edges.csv").mkdir(parents=True)
    (out / "n-nodes.csv").write_text("earlier")

    result = run("export", "csv", "--data", str(path), "--output", str(out / "n.csv"))

    assert result.exit_code == 1
    assert (out / "n-nodes.csv").read_text() == "earlier"
    assert sorted(one.name for one in out.iterdir()) == ["n-edges.csv", "n-nodes.csv"]


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_the_joint_arrangements(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On the joint arrangements of 2016 every row is the same."""
    path = write_arrangements(tmp_path)

    test_parquet_is_the_same(run, monkeypatch, tmp_path, str(path))


@pytest.mark.parametrize("least", [0, 10**9])
def test_one_table_of_parquet(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str, least: int
) -> None:
    """The ties alone go into the file that is named, with the rows that they have among others."""
    asked = ("parquet", "--data", data)

    export(run, monkeypatch, least, *asked, into=tmp_path / "n.parquet")
    export(run, monkeypatch, least, *asked, "--table", "ties", into=tmp_path / "ties.parquet")

    ties, others = (pq.read_table(tmp_path / f"{one}.parquet") for one in ("ties", "n-ties"))
    assert ties.to_pylist() == others.to_pylist() != []
    assert not list(tmp_path.glob("ties-*"))


@pytest.mark.parametrize(("format", "table"), [("csv", "ties"), ("parquet", "nodes")])
def test_a_table_of_another_format(run: Run, tmp_path: Path, format: str, table: str) -> None:
    """A table that the format does not have is refused."""
    result = run(
        *("export", format, "--table", table, "--data", "docs/example/entities.yaml"),
        *("--output", str(tmp_path / "n")),
    )

    assert result.exit_code == 2
    assert f"{format} has no table {table}" in result.stderr
