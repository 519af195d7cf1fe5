"""What single measures count and show, by hand."""

from dataclasses import replace

from registries import kustland, make_registry, organisation, partnership

from graph.network.counts import rank_counts
from graph.network.incidence import Incidence
from graph.network.measures.betweenness import (
    SAMPLE,
    Betweenness,
    _choose_sources,
    _remark,
    _show,
)
from graph.network.measures.component import COMPONENT, Place
from graph.network.measures.measure import Shown
from graph.network.measures.newman_strength import sum_newman_weights
from graph.network.positions import Position, list_records
from graph.network.types import find_company
from graph.network.undertakings import find_undertakings


def test_an_estimate_is_shown_as_one() -> None:
    """A number that is exact stands alone, an estimate has its error and a remark."""
    exact, estimate = Betweenness(2.0), Betweenness(30.0, 8.4)

    assert _show(exact) == 2.0
    assert _show(estimate) == Shown("estimate", {"pairs": 30.0, "error": 8.4})
    assert _remark([exact, exact]) is None
    assert _remark([exact, estimate]) == Shown("estimated", {"sample": SAMPLE})


def test_the_largest_component_ranks_first() -> None:
    """The first component ranks above the second, and who is alone has no rank."""
    assert [COMPONENT.rank(Place(number, 4)) for number in (1, 2, None)] == [-1, -2, None]


def test_newman_strength_of_a_strong_part() -> None:
    """With two partnerships each counts for one partner: of three members a half, of two one."""
    registry = make_registry(
        [organisation(id) for id in "abc"], [partnership("p", "a b c"), partnership("q", "a b")]
    )

    found = sum_newman_weights(Incidence(replace(registry, least_weight=2)))

    assert found == {"a": 1.5, "b": 1.5, "c": 0.0}


def test_company_is_that_of_others() -> None:
    """A type is company for itself only where two of it meet."""
    registry = make_registry(
        [
            organisation("a", type="ggz"),
            organisation("b", type="gemeente"),
            organisation("c", type="gemeente"),
            organisation("d", type="ros"),
        ],
        [partnership("p", "a b"), partnership("q", "b c"), partnership("r", "d")],
    )

    assert find_company(Incidence(registry)) == {
        "gemeente": {"ggz", "gemeente"},
        "ggz": {"gemeente"},
        "ros": set(),
    }


def test_who_takes_part_most_comes_first() -> None:
    """By how much each takes part in, then by name: b and c alike in two, then a and d."""
    registry = kustland()

    counts = rank_counts(Incidence(registry), find_undertakings(registry))

    assert [one.organisation for one in counts][:3] == ["c", "b", "a"]
    assert [one.undertakings for one in counts] == sorted(
        (one.undertakings for one in counts), reverse=True
    )


def test_an_error_stands_beside_every_number_where_one_is_an_estimate() -> None:
    """Where one number is an estimate, each record has the error: null of those that are exact."""
    exact = Position(id="a", name="A", type="ggz", values={"betweenness": Betweenness(0.0)})
    estimate = Position(
        id="b", name="B", type="ggz", values={"betweenness": Betweenness(30.0, 8.4)}
    )

    assert [one["betweenness_error"] for one in list_records([exact, estimate])] == [None, 8.4]
    assert "betweenness_error" not in list_records([exact])[0]


def test_a_minute_and_a_half_of_work_is_exact() -> None:
    """Of 15,000 organisations with 60,000 memberships each is a source; of many more a sample."""
    assert len(_choose_sources(15_000, 60_000)) == 15_000
    assert len(_choose_sources(40_000, 100_000)) == SAMPLE
