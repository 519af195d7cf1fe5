"""What counts and lists, read through DuckDB, says the same as the plain path, letter by letter."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from conftest import SHARED
from drawn import registries
from hypothesis import given
from hypothesis import strategies as st
from registers.filed import ONE_TABLE, ROWS, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

import graph.reading
import graph.registers
from graph.model.records import Registry
from graph.query.listing import list_strongest_ties, list_ties

Run = Callable[..., Result]

LISTS = ("organisations", "partnerships", "ties", "relations", "barriers")
WORDS = ("types", "kinds", "roles", "themes", "regions")
COMMANDS = (
    *(("list", what) for what in (*LISTS, *WORDS)),
    *(("list", what, "--region", "kustland") for what in LISTS),
    ("list", "ties", "--limit", "3"),
    ("list", "ties", "--limit", "2", "--sort", "weight", "--columns", "weight,left_name"),
    ("list", "ties", "--limit", "4", "--min-weight", "2"),
    ("list", "ties", "--limit", "2", "--certainty", "high"),
    ("list", "ties", "--limit", "2", "--region", "nowhere"),
    ("list", "organisations", "--sort", "partners", "--limit", "5"),
    ("list", "organisations", "--mentioned-only"),
    ("list", "partnerships", "--changed", "2012..2013"),
    ("list", "partnerships", "--without-type", "ggd"),
    ("metrics",),
    ("metrics", "--sort", "betweenness", "--role", "lead"),
)


@contextmanager
def read_as(least: int, *, plain: bool) -> Iterator[None]:
    """Hold tables of so many bytes for large; else the plain path may not be taken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph.registers, "LEAST_BYTES", least)
        if not plain:
            patch.setattr(graph.reading, "read_with_digests", lambda *a, **k: 1 / 0)
        yield


def assert_alike(run: Run, path: Path, command: tuple[str, ...]) -> None:
    """Hold what a command prints of a large register equal to what it prints of any data."""
    for form in ("table", "json", "csv"):
        asked = (*command, "--data", str(path), "--format", form)
        with read_as(10**9, plain=True):
            plain = run(*asked)
        with read_as(0, plain=False):
            counted = run(*asked)
        assert (counted.exit_code, counted.output) == (plain.exit_code, plain.output), asked


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_three_tables(tmp_path: Path, run: Run, command: tuple[str, ...]) -> None:
    """Beside what is written by hand, with filters and without."""
    assert_alike(run, write(tmp_path, THREE_TABLES, ROWS), command)


@pytest.mark.parametrize("command", COMMANDS[:12], ids=" ".join)
def test_one_table(tmp_path: Path, run: Run, command: tuple[str, ...]) -> None:
    """Where one table names the memberships and what they are of."""
    path = write(tmp_path, ONE_TABLE, {})
    rows = [f"Partij {n % 7},Regeling {n % 4},,,Kustland" for n in range(25)]
    (tmp_path / "m.csv").write_text("\n".join(["wie,wat,rol,zeker,plaats", *rows]), "utf-8")

    assert_alike(run, path, command)


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
@pytest.mark.parametrize(
    "command",
    [
        ("list", "organisations"),
        ("list", "partnerships"),
        ("list", "ties", "--limit", "20"),
        ("metrics",),
    ],
    ids=" ".join,
)
def test_the_joint_arrangements(tmp_path: Path, run: Run, command: tuple[str, ...]) -> None:
    """On the joint arrangements of 2016, with their dirt."""
    assert_alike(run, write_arrangements(tmp_path), command)


@given(registries(), st.integers(1, 6))
def test_the_strongest_ties(registry: Registry, most: int) -> None:
    """The first ties of any data, and how many there are, are those of the whole list."""
    whole = list_ties(registry)

    assert list_strongest_ties(registry, most) == (whole[:most], len(whole))
