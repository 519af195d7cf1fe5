"""Which region lies within which."""

import pytest
from registries import REGIONS

from graph.model.records import Term
from graph.model.regions import are_related, list_around, list_within

NESTED = {
    id: Term(id=id, labels={}, within=within)
    for id, within in [("stad", "streek"), ("streek", "land"), ("land", None), ("dorp", "streek")]
}


@pytest.mark.parametrize(
    ("left", "right", "related"),
    [
        ("zandmeer", "zandmeer", True),
        ("zandmeer", "kustland", True),
        ("kustland", "zandmeer", True),
        ("zandmeer", "elders", False),
    ],
)
def test_related_regions(left: str, right: str, related: bool) -> None:
    """A region is related to itself, to what lies within it and to what lies around it."""
    assert are_related(REGIONS, left, right) is related


def test_within_and_around() -> None:
    """What lies within is taken along however deep, and what lies around stands near to far."""
    assert list_within(NESTED, ["land"]) == {"stad", "dorp", "streek", "land"}
    assert list_within(NESTED, ["stad", "nergens"]) == {"stad", "nergens"}
    assert list_within(NESTED, []) == set()
    assert list_around(NESTED, "stad") == ["stad", "streek", "land"]


def test_regions_in_a_circle() -> None:
    """Regions that lie within each other, which the check refuses, hang nothing."""
    circle = {id: Term(id=id, labels={}, within=other) for id, other in ("ab", "ba")}

    assert list_within(circle, ["a"]) == {"a", "b"}
    assert list_around(circle, "a") == ["a", "b"]
