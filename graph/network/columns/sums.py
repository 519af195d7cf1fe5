"""Sums of whole numbers that are whole on every engine."""

from typing import Any


def add(numbers: Any) -> Any:
    """
    Sum whole numbers as whole numbers, so that no order of adding shows: up to 2^63.

    DuckDB's own sum of them is a HUGEINT, which Parquet takes as a double. Ibis takes it for an
    `int64` and leaves out a cast to one, but not a cast by way of a DECIMAL.
    """
    return numbers.sum().cast("decimal(38, 0)").cast("int64")
