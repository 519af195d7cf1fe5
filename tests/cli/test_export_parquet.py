"""`export parquet` and the walk of docs/registers.md, tried as they stand there."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import ROOT

pytest.importorskip("ibis")
pq = pytest.importorskip("pyarrow.parquet")

PAGE = (ROOT / "docs" / "registers.md").read_text(encoding="utf-8")
DATA = "docs/example/registers/regelingen.yaml"
Run = Callable[..., Result]


def read(path: Path) -> list[dict[str, Any]]:
    """Read the rows of a file."""
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def test_the_walk_of_the_page(run: Run, tmp_path: Path) -> None:
    """The command that the page shows writes three files, with the weights worked out by hand."""
    (line,) = re.findall(r"^collabgraph (export parquet --data .*)$", PAGE, re.MULTILINE)
    arguments = [
        str(tmp_path / one) if one == "regelingen.parquet" else one for one in shlex.split(line)
    ]

    result = run(*arguments)

    assert (result.exit_code, result.output) == (0, "")
    ties = [tuple(row.values()) for row in read(tmp_path / "regelingen-ties.parquet")]
    assert ties == [
        ("duindorp", "wierhaven", 1, 0.5),
        ("duindorp", "zandmeer", 1, 0.5),
        ("waterschap-kust", "zandmeer", 1, 1.0),
        ("wierhaven", "zandmeer", 1, 0.5),
    ]
    assert len(read(tmp_path / "regelingen-memberships.parquet")) == 5
    assert {row["component"] for row in read(tmp_path / "regelingen-organisations.parquet")} == {
        "duindorp"
    }


def test_the_python_of_the_page(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """What the page runs from Python runs."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    monkeypatch.chdir(ROOT)

    exec(code, {})

    assert "{'partner': 'waterschap-kust', 'weight': 1, 'newman': 1.0}" in capsys.readouterr().out


def test_a_limit_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    """How many partnerships make no ties stands on stderr."""
    options = ("--largest-partnership", "2", "--memory", "256MB")
    path = tmp_path / "n.parquet"

    result = run("export", "parquet", "--data", DATA, "--output", str(path), *options)

    assert result.exit_code == 0
    assert result.stderr == (
        "warning: 1 partnership of more members than asked for is left out of ties and partners: "
        "3 pairs of members. Strength, Newman strength and components hold it.\n"
    )
    assert len(read(tmp_path / "n-ties.parquet")) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("parquet",), "parquet writes files of the network, name them with --output"),
        (
            ("csv", "--memory", "1GB"),
            "--memory and --largest-partnership go with parquet",
        ),
        (
            ("parquet", "--output", "n", "--memory", "much"),
            "--memory 'much' is no size, write it like 512MB or 4GB",
        ),
    ],
)
def test_what_is_refused(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    """Options that do not go together are refused, and nothing is written."""
    monkeypatch.chdir(tmp_path)

    result = run("export", *arguments, "--data", str(ROOT / DATA))

    assert result.exit_code == 2
    assert message in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_room(run: Run, tmp_path: Path) -> None:
    """Where DuckDB has too little memory, one line says so, and an earlier file stays."""
    earlier = tmp_path / "n-ties.parquet"
    earlier.write_text("earlier")

    result = run(
        *("export", "parquet", "--data", str(ROOT / DATA), "--memory", "1MB"),
        *("--output", str(tmp_path / "n.parquet")),
    )

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: DuckDB has no room left (")
    assert "--memory" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["n-ties.parquet"]
    assert earlier.read_text() == "earlier"
