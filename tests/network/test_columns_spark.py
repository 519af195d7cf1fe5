"""The expressions over columns give the same on Spark, where Spark and Java are there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from network.test_columns import (
    OPENGR,
    assert_equal,
    assert_whole_shares,
    draw_once,
    read_arrangements,
    rows,
    side_by_side,
)
from registries import make_registry, organisation, partnership

from graph.network.columns import cluster
from graph.network.incidence import Incidence
from graph.select.filters import Selection
from graph.select.selection import select_registry

pytest.importorskip("ibis")
pytest.importorskip("duckdb")
pytest.importorskip("pyspark", reason="needs the extra spark: make test-spark")

from graph.network.columns.engine import Engine, fill_tables, open_duckdb
from graph.network.columns.spark import open_spark
from graph.network.columns.tables import find_omitted
from graph.network.columns.ties import project_ties

pytestmark = [
    pytest.mark.skipif(not cluster.has_java(), reason="needs Java: make test-spark"),
    pytest.mark.filterwarnings("ignore"),  # of Spark and what it brings
]

QUICK = {
    "spark.driver.defaultJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
}
"""On few rows Spark is mostly busy compiling; what it answers hangs on none of these."""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Spark on two cores of this machine, started once for all tests."""
    with open_spark("local[2]", settings=QUICK) as opened:
        yield opened


@pytest.mark.parametrize("weight", [1, 2])
def test_equal_on_any_registry(engine: Engine, weight: int) -> None:
    """On fifty drawn registries, and with a least weight, Spark says what the plain path says."""
    drawn = draw_once()

    registry = select_registry(side_by_side(drawn), Selection(weight=weight))

    assert len(drawn) >= 50
    assert assert_equal(engine, registry, asked=2) > 500


@pytest.mark.skipif(not OPENGR.exists(), reason="no ../shared here")
def test_equal_on_joint_arrangements(engine: Engine, tmp_path: Path) -> None:
    """So it is on the joint arrangements of three provinces of 2016, with their real names."""
    registry = read_arrangements(tmp_path)
    regions = ("provincie-zuid-holland", "provincie-noord-holland", "provincie-gelderland")

    found = select_registry(registry, Selection(regions=regions))

    assert 200 < len(found.partnerships) < 464
    assert assert_equal(engine, found, asked=2) > 3_000


def test_a_limit_on_partnerships(engine: Engine) -> None:
    """With a limit on partnerships, DuckDB and Spark leave the same out."""
    incidence = Incidence(side_by_side(draw_once()))

    with open_duckdb() as embedded:
        tables, others = (
            replace(fill_tables(one, incidence), largest=3) for one in (engine, embedded)
        )
        assert rows(project_ties(tables)) == rows(project_ties(others)) != set()
        assert rows(find_omitted(tables)) == rows(find_omitted(others)) != {(0, 0)}


def test_ids_in_the_order_of_code_points(engine: Engine) -> None:
    """Java orders letters beyond 2^16 before others; which end of a tie is the left does not."""
    ids = ["a", "é", "\uff21", "\U00010400"]
    registry = make_registry([organisation(id) for id in ids], [partnership("p", " ".join(ids))])

    found = rows(project_ties(fill_tables(engine, Incidence(registry))).select("left", "right"))

    assert found == {(ids[i], ids[j]) for i in range(4) for j in range(i + 1, 4)}


def test_shares_are_whole(engine: Engine) -> None:
    """The units of a partnership are divided as whole numbers, on Spark too."""
    assert_whole_shares(engine)
