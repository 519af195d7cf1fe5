"""Within which limits a partnership ran, from its period and from what a dated document says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from registries import make_registry, organisation, partnership

from graph.network.lifetimes import Lifetime, find_lifetime

FIRST, LAST = date(2011, 4, 1), date(2011, 4, 30)  # of the month in which the document is dated


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("active", Lifetime(date.min, LAST, FIRST, date.max)),
        ("ended", Lifetime(date.min, LAST, date.min, LAST)),
        ("planned", Lifetime(FIRST, date.max, FIRST, date.max, planned=True)),
        (None, Lifetime(date.min, date.max, date.min, date.max)),
    ],
)
def test_what_a_dated_document_says(status: Any, expected: Lifetime) -> None:
    """What is active runs then, what has ended had ended, and what is planned had not begun."""
    one = partnership("p", "a", status=status)

    assert find_lifetime(make_registry([organisation("a")], [one]), one) == expected


def test_an_undated_document_says_nothing_of_when() -> None:
    """Without a date a status sets no limit."""
    one = partnership("p", "a", status="ended")
    registry = make_registry([organisation("a")], [one])
    undated = {"s1": replace(registry.sources["s1"], date=None)}

    found = find_lifetime(replace(registry, sources=undated), one)

    assert found == Lifetime(date.min, date.max, date.min, date.max)
