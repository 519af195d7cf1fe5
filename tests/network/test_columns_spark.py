"""The expressions over columns give the same on Spark, where Spark and Java are there."""

import shutil
from collections.abc import Iterator

import pytest
from network.test_columns import assert_equal, draw_once, side_by_side

from graph.network.columns.engine import Engine
from graph.select.filters import Selection
from graph.select.selection import select_registry

pytest.importorskip("pyspark", reason="needs the extra spark")
pytestmark = [
    pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java"),
    pytest.mark.filterwarnings("ignore"),  # of Spark and what it brings
]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Spark on two cores of this machine, started once for all tests."""
    from graph.network.columns.spark import open_spark

    with open_spark("local[2]") as opened:
        yield opened


@pytest.mark.parametrize("weight", [1, 2])
def test_equal_on_any_registry(engine: Engine, weight: int) -> None:
    """Whatever takes part in what, and with a least weight, Spark says what the plain path says."""
    registry = select_registry(side_by_side(draw_once()), Selection(weight=weight))

    assert assert_equal(engine, registry, asked=2) > 100
