"""Tables that cannot be used, asked through DuckDB: one clear line, the earlier output whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from registers.filed import ROWS, THREE_TABLES, write

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

import pyarrow as pa
import pyarrow.parquet as pq

import graph.registers

Run = Callable[..., Result]


def cut_in_the_middle(folder: Path) -> None:
    """Put a Parquet file there, of which the half is missing."""
    path = folder / "m.parquet"
    pq.write_table(pa.table({"wie": ["a"] * 99, "wat": ["p0"] * 99}), path)
    path.write_bytes(path.read_bytes()[:200])


def without_parts(folder: Path) -> None:
    """Put a folder there that holds no part."""
    (folder / "m.parquet").mkdir()


def with_decimals(folder: Path) -> None:
    """Put a Parquet file there whose ids are no ids."""
    pq.write_table(pa.table({"wie": [1.5, 2.5], "wat": ["p0", "p1"]}), folder / "m.parquet")


@pytest.mark.parametrize("spoil", [cut_in_the_middle, without_parts, with_decimals])
def test_parquet_that_cannot_be_used(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    """A file that is cut off, a folder without parts, a column of another type: a line each."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    text = THREE_TABLES.replace("file: m.csv", "file: m.parquet").replace(
        "wat, role: rol, certainty: zeker", "wat"
    )
    path = write(tmp_path, text, ROWS)
    spoil(tmp_path)
    (tmp_path / "n-ties.parquet").write_text("earlier")

    result = run(
        *("export", "parquet", "--data", str(path), "--output", str(tmp_path / "n.parquet"))
    )

    assert result.exit_code == 1
    said = [line for line in result.stderr.splitlines() if ": error E5" in line]
    assert len(said) == 1
    assert "Traceback" not in result.stderr
    assert (tmp_path / "n-ties.parquet").read_text() == "earlier"
    assert sorted(one.name for one in tmp_path.glob("n*")) == ["n-ties.parquet"]


def test_another_encoding(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A row that is no UTF-8 is rejected and said; the others are exported."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    path = write(tmp_path, THREE_TABLES, ROWS)
    with (tmp_path / "o.csv").open("ab") as file:
        file.write("z,Zeeën,gemeente,Kustland,\n".encode("latin-1"))

    checked = run("check", "--data", str(path))
    exported = run(
        *("export", "parquet", "--data", str(path), "--output", str(tmp_path / "n.parquet"))
    )

    assert "o.csv:10: warning W501" in checked.stdout + checked.stderr
    assert "UTF-8" in checked.stdout + checked.stderr
    assert exported.exit_code == 0
    ids = pq.read_table(tmp_path / "n-organisations.parquet").column("id").to_pylist()
    assert "o-a" in ids
    assert "o-z" not in ids
