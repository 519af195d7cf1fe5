"""The report of a large register: what it says, and what it leaves out with the reason."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import SHARED
from registers.filed import ONE_TABLE, ROWS, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

import graph.reading
import graph.registers
from graph.write.reports import left_out

Run = Callable[..., Result]

BY_PAIRS = ("brokers_regions", "brokers_themes", "overlap")
BY_DOCUMENTS = ("confirmation", "voices")


def report(run: Run, path: Path, *more: str) -> dict[str, Any]:
    """Write the report as data, by section."""
    result = run("report", "--data", str(path), "--language", "en", "--format", "json", *more)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    return {one["id"]: one for one in found["sections"]}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold every register for large, and more than ten memberships for very many."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    monkeypatch.setattr(left_out, "LARGE", 10)


def test_both_ways_say_the_same(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read through DuckDB or as any data, every section is the same."""
    path = write(tmp_path, THREE_TABLES, ROWS)
    plain = report(run, path)
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    monkeypatch.setattr(graph.reading, "read_with_digests", lambda *a, **k: 1 / 0)

    assert report(run, path) == plain
    text = run("report", "--data", str(path), "--language", "en").stdout
    title = "Register: who works with whom"
    assert text.splitlines()[:4] == [title, "=" * len(title), "", "In brief"]


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_the_joint_arrangements(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the joint arrangements of 2016 too."""
    path = write_arrangements(tmp_path)
    plain = report(run, path)
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)

    assert report(run, path) == plain


@pytest.mark.usefixtures("large")
def test_what_compares_pairs_is_left_out(tmp_path: Path, run: Run) -> None:
    """Each such section stands in its place, with how many pairs and how to have it; no other."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    found = report(run, path)

    # six organisations in three partnerships make three pairs each, two in two make one
    for id in BY_PAIRS:
        (sentence,) = found[id]["sentences"]
        assert sentence == {
            "kind": "caveat",
            "text": "left out at this size: it compares every two partnerships that an "
            "organisation takes part in, 20 pairs. 'collabgraph report --around NAME' says it of "
            f"a part, 'collabgraph report --section {id}' of everything.",
        }
        assert found[id]["tables"] == []
    assert "left out at this size" not in json.dumps(
        [one for id, one in found.items() if id not in BY_PAIRS]
    )
    assert found["participation"]["figures"]["most_undertakings"] == 3


@pytest.mark.usefixtures("large")
def test_a_register_confirms_nothing(tmp_path: Path, run: Run) -> None:
    """Where there are registers alone, no section compares documents."""
    path = write(tmp_path, ONE_TABLE, {})
    rows = [f"Partij {n % 7},Regeling {n % 4},,,Kustland" for n in range(25)]
    (tmp_path / "m.csv").write_text("\n".join(["wie,wat,rol,zeker,plaats", *rows]), "utf-8")

    found = report(run, path)

    for id in BY_DOCUMENTS:
        (sentence,) = found[id]["sentences"]
        assert sentence["text"].startswith(
            "left out at this size: each of the 25 memberships stands in a register on a row of "
            "its own"
        )
        assert "'collabgraph list sources'" in sentence["text"]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("id", BY_PAIRS)
def test_a_section_that_is_asked_for_is_written(tmp_path: Path, run: Run, id: str) -> None:
    """Named by its id it says what it says of any data, and stands alone."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    found = report(run, path, "--section", id)

    assert [*found] == [id]
    assert found[id]["figures"]
    assert "left out at this size" not in json.dumps(found)


@pytest.mark.usefixtures("large")
def test_a_part_leaves_nothing_out(tmp_path: Path, run: Run) -> None:
    """Of a part or a selection that is small, everything is said."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    assert "left out at this size" not in json.dumps(
        report(run, path, "--certainty", "high", "--role", "lead")
    )


def test_only_what_is_asked_for_is_found(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report of one section looks for nothing that another needs."""
    from graph.findings import facts

    monkeypatch.setattr(facts, "find_overlaps", lambda *given: 1 / 0)

    assert [*report(run, write(tmp_path, THREE_TABLES, ROWS), "--section", "cuts")] == ["cuts"]
