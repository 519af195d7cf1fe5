"""The expressions over columns give the answers of the plain path, to the last bit."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conformance.drawn import draw_all
from conftest import SHARED
from drawn import registries
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.components import find_components as find_plain
from graph.network.incidence import Incidence
from graph.network.measure import measure_network
from graph.reading import read_registry
from graph.select.filters import Selection
from graph.select.selection import select_registry

pytest.importorskip("ibis")
pytest.importorskip("duckdb")

import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.operations import Equals, JoinLink

from graph.network.columns.components import find_components
from graph.network.columns.engine import Engine, fill_tables, open_duckdb
from graph.network.columns.positions import (
    count_partners,
    measure_newman_strength,
    measure_strength,
    share_units,
)
from graph.network.columns.shards import compute_ties
from graph.network.columns.sums import add
from graph.network.columns.tables import find_omitted
from graph.network.columns.ties import (
    find_neighbours,
    find_shared_by,
    project_ties,
)
from graph.write.graphs.parquet import write_parquet


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """DuckDB, opened once for all tests."""
    with open_duckdb("512MB") as opened:
        yield opened


def rows(table: Any) -> set[tuple[Any, ...]]:
    """The rows of an expression; each is there once."""
    found = [tuple(row.values()) for row in table.to_pyarrow().to_pylist()]
    assert len(found) == len(set(found))
    return set(found)


def assert_equal(engine: Engine, registry: Registry, *, asked: int = 4) -> int:
    """Hold every expression equal to the plain path; give how many answers were compared."""
    incidence = Incidence(registry)
    tables = fill_tables(engine, incidence)
    measures = measure_network(incidence).organisations
    ties = {(tie.left, tie.right, tie.weight, tie.newman) for tie in incidence.ties()}
    heads = {id: min(part) for part in find_plain(incidence) for id in part}

    assert rows(project_ties(tables)) == ties
    assert rows(measure_strength(tables)) == {(id, one.strength) for id, one in measures.items()}
    assert rows(measure_newman_strength(tables)) == {
        (id, one.newman_strength) for id, one in measures.items()
    }
    assert rows(count_partners(tables)) == {(id, one.partners) for id, one in measures.items()}
    assert rows(find_components(engine, tables)) == set(heads.items())
    some = incidence.organisations[:asked]
    for one in some:
        assert rows(find_neighbours(tables, one)) == {
            (other, tie.weight, tie.newman) for other, tie in incidence.ties_of(one).items()
        }
        for other in some:
            if one != other:
                shared = {(id,) for id in incidence.shared_by(one, other)}
                assert rows(find_shared_by(tables, one, other)) == shared
    return 4 * len(measures) + len(ties)


def assert_whole_shares(engine: Engine) -> None:
    """Hold what partners in a partnership weigh equal to Python's division of whole numbers."""
    sizes = (2, 3, 7, 10_000, 99_991, 300_007)
    numbers = sorted({(n, k) for k in sizes for n in (1, k // 2 + 1, k - 1, k)})
    partners, others = zip(*numbers, strict=True)
    given = engine.add("given", pa.table({"partners": partners, "others": others}))

    found = given.select("partners", "others", units=share_units(given.partners, given.others))

    assert rows(found) == {(n, k, n * 2**40 // k) for n, k in numbers}


def side_by_side(drawn: list[Registry]) -> Registry:
    """Put registries into one, each with ids of its own, so that an engine is asked once."""
    organisations, partnerships = [], []
    for number, registry in enumerate(drawn):
        for one in registry.organisations.values():
            organisations.append(organisation(f"r{number}-{one.id}"))
        for table in registry.partnerships.values():
            members = tuple(
                replace(member, organisation=f"r{number}-{member.organisation}")
                for member in table.memberships
            )
            partnerships.append(partnership(f"r{number}-{table.id}", list(members)))
    return make_registry(organisations, partnerships)


@cache
def draw_once() -> list[Registry]:
    """Draw the registries once for every weight."""
    return draw_all(registries())


@pytest.mark.parametrize("weight", [1, 2, 3])
def test_equal_on_any_registry(engine: Engine, weight: int) -> None:
    """Whatever takes part in what, and with any least weight, both paths say the same."""
    drawn = draw_once()

    registry = select_registry(side_by_side(drawn), Selection(weight=weight))

    assert len(drawn) >= 50
    assert assert_equal(engine, registry) > 100
    if weight == 2:
        assert any(table.unseen for table in registry.partnerships.values())


def test_ties_in_shards(engine: Engine) -> None:
    """Where memory takes few pairs at once, the ties of all shards are those of one."""
    tables = fill_tables(engine, Incidence(side_by_side(draw_once())))
    at_once = rows(project_ties(tables))

    in_shards = rows(compute_ties(engine._replace(most_pairs=40), tables))

    assert len(rows(project_ties(tables, 0, 4))) < len(at_once)
    assert in_shards == at_once


def test_numbers_by_hand(engine: Engine) -> None:
    """Of kustland the ties with both weights, as they are worked out by hand."""
    tables = fill_tables(engine, Incidence(kustland()))

    assert rows(project_ties(tables)) == {
        ("a", "b", 2, 1.5),
        ("a", "c", 1, 0.5),
        ("b", "c", 1, 0.5),
        ("c", "d", 1, 1.0),
    }
    assert rows(find_components(engine, tables)) == {
        *(("a", "a"), ("b", "a"), ("c", "a"), ("d", "a")),
        *(("e", "e"), ("f", "f"), ("g", "g"), ("h", "h")),
    }


def test_a_long_chain(engine: Engine) -> None:
    """What hangs together by way of very many others has the least id of all."""
    ids = [f"o{number:03}" for number in range(120)]
    tables = [partnership(f"p{n}", f"{one} {two}") for n, (one, two) in enumerate(pairwise(ids))]
    registry = make_registry([organisation(id) for id in ids], tables)

    found = rows(find_components(engine, fill_tables(engine, Incidence(registry))))

    assert found == {(id, "o000") for id in ids}


def test_a_limit_on_partnerships(engine: Engine) -> None:
    """A partnership over the limit makes no ties, is counted, and still connects and counts."""
    registry = make_registry(
        [organisation(id) for id in "abcd"], [partnership("p", "a b c d"), partnership("q", "a b")]
    )
    tables = fill_tables(engine, Incidence(registry), largest=3)

    assert rows(project_ties(tables)) == {("a", "b", 1, 1.0)}
    assert rows(find_omitted(tables)) == {(1, 6)}
    assert rows(measure_strength(tables)) == {("a", 4), ("b", 4), ("c", 3), ("d", 3)}
    assert rows(find_components(engine, tables)) == {(id, "a") for id in "abcd"}
    assert rows(find_omitted(replace(tables, largest=None))) == {(0, 0)}


def test_shares_are_whole(engine: Engine) -> None:
    """The units of a partnership are divided as whole numbers, also beyond 2^53."""
    assert_whole_shares(engine)


def test_sums_are_whole(engine: Engine, tmp_path: Path) -> None:
    """
    Units are summed exactly beyond 2^53, and land in Parquet as 64 bits, not as a double.

    Summed as doubles, 2^40 // 3 three million times is wrong, in another way with each order.
    """
    given = engine.add("units", pa.table({"units": pa.array([2**40 // 3] * 3_000_001, pa.int64())}))

    engine.write(given.agg(units=add(given.units)), tmp_path / "summed.parquet")

    summed = pq.read_table(tmp_path / "summed.parquet")
    assert str(summed.schema.field("units").type) == "int64"
    assert summed.to_pylist() == [{"units": 3_000_001 * (2**40 // 3)}]


def test_pairs_are_filtered_after_the_join(engine: Engine) -> None:
    """Members are joined on their partnership alone: not every engine joins on another sign."""
    tables = fill_tables(engine, Incidence(kustland()))

    joins = project_ties(tables).op().find(JoinLink)

    assert joins
    assert {type(one) for join in joins for one in join.predicates} == {Equals}


@pytest.mark.parametrize("memory", ["1", "GB", "1 XB", "-1GB", "1GB'; DROP TABLE x"])
def test_what_is_no_memory(memory: str) -> None:
    """An amount that DuckDB would not take, or would run, is refused before it is asked."""
    with pytest.raises(ValueError, match=re.escape(memory)), open_duckdb(memory):
        pass


def test_nothing_is_left_behind() -> None:
    """The folder of the engine is gone when it is closed."""
    with open_duckdb() as opened:
        fill_tables(opened, Incidence(kustland()))
        assert list(opened.folder.iterdir())

    assert not opened.folder.exists()


def test_parquet() -> None:
    """The same data give the same files, with the columns and rows in their order."""
    once, twice = (write_parquet(Incidence(kustland())) for _ in range(2))

    assert once.files == twice.files
    read = {name: pq.read_table(io.BytesIO(data)) for name, data in once.files.items()}
    assert read["-ties"].to_pylist()[0] == {"left": "a", "right": "b", "weight": 2, "newman": 1.5}
    assert [str(kind) for kind in read["-ties"].schema.types] == [
        *("string", "string", "int64", "double")
    ]
    assert read["-organisations"].to_pylist()[0] == {
        **{
            "id": "a",
            "name": "Ziekenhuis De Vuurbaak",
            "strength": 3,
            "newman_strength": 2.0,
            "partners": 2,
        },
        "component": "a",
    }
    assert read["-memberships"].num_rows == Incidence(kustland()).memberships


OPENGR = SHARED / "data" / "opengr_provincies.csv"


def read_arrangements(folder: Path) -> Registry:
    """Read the joint arrangements of provinces of 2016, each in its province."""
    (folder / "opengr.csv").write_bytes(OPENGR.read_bytes())
    (folder / "e.yaml").write_text(
        """schema: 2
title: Gemeenschappelijke regelingen
language: nl
sources: {r: {kind: register, file: opengr.csv, original: {title: Regelingen}}}
tables:
  organisations: {source: r, columns: {name: Deelnemer}, prefix: o-}
  partnerships:
    source: r
    prefix: p-
    columns: {name: Gemeenschappelijke regeling, region: Provincie}
  memberships:
    source: r
    columns: {organisation: Deelnemer, partnership: Gemeenschappelijke regeling}
""",
        encoding="utf-8",
    )
    return read_registry(folder / "e.yaml")


@pytest.mark.skipif(not OPENGR.exists(), reason="no ../shared/data here")
def test_equal_on_joint_arrangements(engine: Engine, tmp_path: Path) -> None:
    """
    The joint arrangements of 2016, with their dirt, go the whole way.

    Published: 464 arrangements on 3,752 rows, of which 85 in Zuid-Holland, 77 in Noord-Holland
    and 68 in Gelderland; two of them lie in two provinces.
    """
    with OPENGR.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))

    registry = read_arrangements(tmp_path)

    members = registry.tallies[2]
    assert members.read == len(written) == 3752
    assert members.used == Incidence(registry).memberships
    assert members.used + len(members.rejected) == 3752
    assert {str(row.message).rpartition(" on row ")[2].split()[-1] for row in members.rejected} == {
        "already"
    }
    assert len(registry.partnerships) == 464
    by_region = Counter(id for one in registry.partnerships.values() for id in one.regions)
    assert [by_region[f"provincie-{id}"] for id in ("zuid-holland", "noord-holland")] == [85, 77]
    assert by_region["provincie-gelderland"] == 68
    assert assert_equal(engine, registry) > 10_000
