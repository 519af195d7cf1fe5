"""No disk for what does not fit: one line, the earlier output whole, nothing left."""

import sys
from pathlib import Path

import pytest
from elsewhere import run_python
from registers.filed import ROWS, THREE_TABLES, write

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

LIMITED = """
import resource, sys
import graph.registers
graph.registers.LEAST_BYTES = int(sys.argv[1])
from graph.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
main(["export", "parquet", "--data", sys.argv[2], "--output", sys.argv[3]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("least", [0, 10**9])
def test_no_disk(tmp_path: Path, least: int) -> None:
    """Where no file may pass 20 kB, ties of more end in one line; no folder is left."""
    members = [["wie", "wat", "rol", "zeker"]]
    members += [[f"x{number}", "p0", "member", "high"] for number in range(700)]
    organisations = [["id", "naam", "soort", "plaats", "kvk"]]
    organisations += [
        [f"x{number}", f"Partij {number}", "gemeente", "", ""] for number in range(700)
    ]
    tables = {**ROWS, "o.csv": organisations, "m.csv": members}
    path = write(tmp_path, THREE_TABLES, tables)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "n-ties.parquet").write_text("earlier")

    done = run_python(
        *("-W", "ignore", "-c", LIMITED, str(least), str(path), str(tmp_path / "n.parquet")),
        settings={"TMPDIR": str(tmp_path / "tmp"), "LC_ALL": "C.UTF-8"},
        code=1,
    )

    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert "too large" in said[0]
    assert (tmp_path / "n-ties.parquet").read_text() == "earlier"
    assert not list((tmp_path / "tmp").iterdir())
    assert [one.name for one in tmp_path.glob("n*")] == ["n-ties.parquet"]
