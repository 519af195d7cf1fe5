"""Python and the page's script say the same of when partnerships ran and what became of them."""

from dataclasses import replace
from functools import cache
from typing import Any

from conformance.drawn import EVIDENCE, PERIODS, draw_all
from conformance.expected import write_registry, write_selection
from hypothesis import strategies as st
from playwright.sync_api import Page
from registries import make_registry, organisation, partnership

from graph.findings.changes import CHANGES, find_changes
from graph.model.period import comes_after, read_period
from graph.model.records import Membership, Registry
from graph.network.citations import find_told
from graph.network.lifetimes import find_lifetime
from graph.select.filters import Selection
from graph.select.selection import select_registry

MOMENTS = ("2017", "2018", "2018-06", "2018-12-31", "2019-03~", "2020", "2021")
BETWEEN = [
    (before, after)
    for before in MOMENTS
    for after in MOMENTS
    if comes_after(read_period(after), read_period(before))
]
DATES = (None, "2018", "2018-06", "2018-06-30", "2019-03-01?", "2019~", "2019-12-31")
STATUSES = ("active", "ended", "planned", "unknown")
MORE_PERIODS = (*PERIODS, "2018/2020", "2018?/..", "/2019~", "2019-05-20", "0001/..", "/9999")
SELECTIONS = (
    Selection(),
    Selection(sources=("s1",)),
    Selection(sources=("s2", "s3"), roles=("lead",)),
    Selection(fold=True, certainty="high"),
)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Up to eight partnerships of any status and period, told by documents of any date."""
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [
            replace(
                partnership(
                    f"p{n}",
                    "",
                    period=(text := draw(st.sampled_from(MORE_PERIODS))) and read_period(text),
                    status=draw(st.sampled_from(STATUSES)),
                    evidence=draw(st.sampled_from(EVIDENCE[1:])),
                ),
                memberships=tuple(
                    Membership(organisation=id, role=role, evidence=passages)
                    for id, role in (("a", "lead"), ("b", "member"))
                    for passages in [draw(st.sampled_from(EVIDENCE))]
                ),
            )
            for n in range(draw(st.integers(1, 8)))
        ],
        sources=3,
    )
    dated = {
        id: replace(source, date=draw(st.sampled_from(DATES)))
        for id, source in registry.sources.items()
    }
    return replace(registry, sources=dated)


@cache
def draw_cases() -> list[tuple[Registry, Selection]]:
    """What is asked, once for all tests of this file."""
    return draw_all(st.tuples(registries(), st.sampled_from(SELECTIONS)))


def answer(registry: Registry, selection: Selection) -> list[dict[str, Any]]:
    """What Python says of each partnership that the selection keeps."""
    selected = select_registry(registry, selection)
    changes = [find_changes(selected, *map(read_period, pair)) for pair in BETWEEN]
    return [
        {
            "key": id,
            "told": find_told(selected, one),
            "lifetime": write_lifetime(selected, id),
            "changes": [found[id]._asdict() for found in changes],
        }
        for id, one in sorted(selected.partnerships.items())
    ]


def write_lifetime(registry: Registry, id: str) -> dict[str, int | bool]:
    """The limits as the script has them: days as numbers."""
    begins, begins_by, ends, ends_by, planned = find_lifetime(registry, registry.partnerships[id])
    days = {"begins": begins, "beginsBy": begins_by, "ends": ends, "endsBy": ends_by}
    numbers = {name: day.year * 10000 + day.month * 100 + day.day for name, day in days.items()}
    return {**numbers, "planned": planned}


def test_changes(script: Page) -> None:
    """Of every partnership, under filters too, between every two of seven moments."""
    asked = [
        {
            "registry": write_registry(registry),
            "selection": write_selection(selection),
            "between": BETWEEN,
        }
        for registry, selection in draw_cases()
    ]

    answered = script.evaluate("(cases) => conformance.findChanges(cases)", asked)

    assert answered == [answer(registry, selection) for registry, selection in draw_cases()]


def test_cases_are_worth_asking() -> None:
    """Every kind of change is among them, and what a document says of a status counts."""
    said = [one for case in draw_cases() for one in answer(*case)]

    assert {change["kind"] for one in said for change in one["changes"]} == {*CHANGES}
    assert {one["told"] for one in said} >= {None, "2018", "2018-06", "2019-03?", "2019~"}
