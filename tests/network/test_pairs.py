"""Pairs of members are counted, and ties of two partnerships or more found, by either way."""

import pytest
from drawn import registries
from hypothesis import given
from hypothesis import strategies as st
from registries import make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network import pairs
from graph.network.incidence import Incidence
from graph.network.pairs import count_pairs, find_repeated


def test_pairs_by_hand() -> None:
    """A partnership of three has three pairs; of two it has one, and of one none."""
    incidence = Incidence(
        make_registry(
            [organisation(id) for id in "abcd"],
            [
                *(partnership("p", "a b c"), partnership("q", "a b")),
                *(partnership("r", "a b d"), partnership("s", "d")),
            ],
        )
    )

    assert count_pairs(incidence) == 3 + 1 + 3
    assert find_repeated(incidence) == {("a", "b"): ("p", "q", "r")}


@given(st.one_of(registries(), registries(least_weight=2)))
def test_both_ways_find_the_same(registry: Registry) -> None:
    """Where pairs are too many for memory DuckDB finds the same, in the same order."""
    pytest.importorskip("duckdb")
    pytest.importorskip("ibis")
    incidence = Incidence(registry)
    plain = list(find_repeated(incidence).items())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "MOST", -1)
        by_columns = list(find_repeated(Incidence(registry)).items())

    assert by_columns == plain
    assert plain == sorted((ends, ids) for ends, ids in incidence.shared.items() if len(ids) > 1)
