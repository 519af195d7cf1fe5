"""`export parquet --engine`: the same files from Spark, or one line and what was there before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from graph.network.columns import cluster

pytest.importorskip("ibis")
pytest.importorskip("duckdb")

import pyarrow.parquet as pq

Run = Callable[..., Result]
DATA = str(ROOT / "docs" / "example" / "registers" / "regelingen.yaml")
NAMES = ("ties", "organisations", "memberships")
QUICK = (
    "--driver-java-options -XX:TieredStopAtLevel=1 --conf spark.sql.codegen.wholeStage=false "
    "--conf spark.sql.adaptive.enabled=false pyspark-shell"
)


def export(run: Run, folder: Path, *arguments: str) -> Result:
    """Export the example into a folder."""
    output = str(folder / "n.parquet")
    return run("export", "parquet", "--data", DATA, "--output", output, *arguments)


@pytest.mark.skipif(not cluster.has_java(), reason="needs Java: make test-spark")
@pytest.mark.filterwarnings("ignore")  # of Spark and what it brings
def test_the_files_of_both_engines(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spark writes one file each, with the columns and rows of DuckDB, in the same order."""
    pytest.importorskip("pyspark", reason="needs the extra spark: make test-spark")
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", QUICK)
    here, there = tmp_path / "here", tmp_path / "there"

    results = [
        export(run, here, "--largest-partnership", "2"),
        export(run, there, "--largest-partnership", "2", "--engine", "local[2]"),
    ]

    assert [result.exit_code for result in results] == [0, 0], results[1].output
    assert "1 partnership" in results[0].stderr
    assert results[1].stderr == results[0].stderr
    for name in NAMES:
        one, other = (pq.read_table(folder / f"n-{name}.parquet") for folder in (here, there))
        assert (other.schema.names, other.schema.types) == (one.schema.names, one.schema.types)
        assert other.to_pylist() == one.to_pylist() != []


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("find_spec", "Error: Spark needs an extra: pip install 'collabgraph[tables,spark]'\n"),
        (
            "has_java",
            "Error: Spark needs Java 17 or later, and none runs here: install it "
            "(Debian: default-jre-headless), or set JAVA_HOME\n",
        ),
        (
            "_is_open",
            "Error: nothing answers at spark://127.0.0.1:7077: start Spark there, "
            "or use --engine local[2]\n",
        ),
    ],
)
def test_a_spark_that_is_not_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str, said: str
) -> None:
    """Without the extra, Java or an answer one line says what to do; nothing is read or written."""
    for name in ("find_spec", "has_java", "_is_open"):
        monkeypatch.setattr(cluster, name, lambda *asked, there=name != missing: there)
    (tmp_path / "n-ties.parquet").write_text("earlier")

    result = export(run, tmp_path, "--engine", "spark://127.0.0.1:7077")

    assert result.exit_code == 1
    assert result.stderr == said
    assert [one.name for one in tmp_path.iterdir()] == ["n-ties.parquet"]


@pytest.mark.parametrize(
    "engine", ["polars", "local", "local[0]", "spark://host", "spark://host:7077/x", "yarn"]
)
def test_what_is_no_engine(run: Run, tmp_path: Path, engine: str) -> None:
    """Another word is refused, with the three forms that are taken."""
    result = export(run, tmp_path, "--engine", engine)

    assert result.exit_code == 2
    assert f"'{engine}' is no engine, write duckdb, local[2] or spark://host:7077" in result.stderr


def test_java_of_another_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Java that Spark does not take counts as none; one that it takes does not."""
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    for version, there in (("1.8.0_392", False), ("11.0.2", False), ("17.0.15", True)):
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
        java.chmod(0o755)
        assert cluster.has_java() == there
    java.write_text("#!/bin/sh\necho 'install Java first' >&2\nexit 1\n")
    assert not cluster.has_java()
