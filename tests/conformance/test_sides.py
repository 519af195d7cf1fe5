"""Python and the page's script find the same in one of two selections, in both, and not known."""

from functools import cache
from typing import Any

from conformance.drawn import draw_all, fit, parts, selections
from conformance.expected import write_registry, write_selection
from hypothesis import strategies as st
from playwright.sync_api import Page
from registries import make_registry, organisation, partnership

from graph.model.period import read_period
from graph.model.records import Registry
from graph.query.sides import Held, compare_selections, find_splits, list_features
from graph.select.filters import Selection
from graph.select.selection import select_registry

Pair = tuple[Selection, Selection]

ALWAYS: list[Pair] = [
    (Selection(period="2018"), Selection(period="2019")),
    (Selection(period="2018-06/2019-03"), Selection()),
    (Selection(regions=("oost",)), Selection(regions=("west",), period="2018")),
    (Selection(), Selection(without_organisations=("o1",))),
    (Selection(), Selection(without_sources=("s1",))),
    (Selection(), Selection(without_passages=("s2:2",), period="2019")),
    (Selection(), Selection(without_roles=("facilitator", "member"))),
]
"""What is seldom drawn: above all periods, by which something may be not known."""

CASES = st.tuples(
    parts(),
    st.lists(st.tuples(selections(), selections()), min_size=2, max_size=2).map(
        lambda drawn: [*ALWAYS, *drawn]
    ),
)


@cache
def draw_cases() -> list[tuple[Registry, list[Pair]]]:
    """The cases, drawn once for both tests."""
    drawn = [
        (registry, [(fit(registry, left), fit(registry, right)) for left, right in pairs])
        for registry, pairs in draw_all(CASES)
    ]
    return [
        (_make_star(), [*STAR]),
        (select_registry(_make_star(), Selection(weight=2)), [*STAR[:1]]),
        *drawn,
    ]


STAR: list[Pair] = [
    (Selection(period="2018"), Selection(period="2019")),
    (Selection(), Selection(without_organisations=("a",))),
]


def _make_star() -> Registry:
    """Three that are tied through one alone, and two of which it is not known when they were."""
    return make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b", period=read_period("2018")),
            partnership("q", "a c", period=read_period("2018/2019")),
            partnership("r", "a d"),
            partnership("s", "a b", period=read_period("2018/2019")),
        ],
    )


def compare(registry: Registry, pair: Pair) -> dict[str, Any]:
    """What Python answers, in the form in which `answers.js` writes it."""
    found = compare_selections(registry, *pair)
    return {
        "organisations": {id: write(held) for id, held in found.organisations.items()},
        "partnerships": {id: write(held) for id, held in found.partnerships.items()},
        "ties": {" ".join(ends): write(held) for ends, held in found.ties.items()},
        "memberships": {" ".join(ids): write(held) for ids, held in found.memberships.items()},
        "splits": [[list(part) for part in parts] for parts in find_splits(found)],
        "features": [
            {"list": one.list, "id": one.id, "left": [*one.left], "right": [*one.right]}
            for one in list_features(found)
        ],
    }


def write(held: Held) -> dict[str, str]:
    """Where something is, and whether it is in either selection."""
    return {"left": held.left, "right": held.right, "place": held.place}


def test_comparisons(script: Page) -> None:
    """Of every two selections the same is in one, in the other, in both, and not known."""
    drawn = draw_cases()
    asked = [
        {
            "registry": write_registry(registry),
            "pairs": [[write_selection(one) for one in pair] for pair in pairs],
        }
        for registry, pairs in drawn
    ]

    answered = script.evaluate("(cases) => conformance.compare(cases)", asked)

    cases = [
        (registry, pair, said)
        for (registry, pairs), answers in zip(drawn, answered, strict=True)
        for pair, said in zip(pairs, answers, strict=True)
    ]
    assert len(cases) >= 500
    for registry, pair, said in cases:
        assert said == compare(registry, pair), [one.describe() for one in pair]


def test_comparisons_are_worth_asking() -> None:
    """Each of the places occurs, of organisations, partnerships and ties alike."""
    answers = [compare(registry, pair) for registry, pairs in draw_cases() for pair in pairs]

    for what in ("organisations", "partnerships", "ties"):
        places = {held["place"] for one in answers for held in one[what].values()}
        assert places == {"left", "both", "right", "not known"}, what
    assert any(len(parts) > 2 for one in answers for parts in one["splits"])
    features = [feature for one in answers for feature in one["features"]]
    assert {one["list"] for one in features} == {"types", "themes", "kinds", "sizes", "roles"}
    assert any(least < most for one in features for least, most in [one["left"]])
