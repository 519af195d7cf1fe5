"""Python and the page's script keep the same, tie the same, and find the same in it."""

from functools import cache

from conformance.drawn import draw_all, fit, parts, selections
from conformance.expected import answer, write_registry, write_selection
from hypothesis import strategies as st
from playwright.sync_api import Page
from registries import make_registry, organisation, partnership

from graph.model.records import Registry
from graph.select.filters import Selection

ROUND = 4
"""Selections drawn for each registry, beside those that all are asked."""

ALWAYS = (
    Selection(),
    Selection(fold=True),
    Selection(fold=True, types=("gemeente",)),
    Selection(weight=2),
    Selection(regions=("land", "west"), every_region=True),
)
"""What is seldom drawn, and narrows much where it is."""

CASES = st.tuples(
    parts(),
    st.lists(selections(), min_size=ROUND, max_size=ROUND).map(lambda drawn: [*ALWAYS, *drawn]),
)


@cache
def draw_cases() -> list[tuple[Registry, list[Selection]]]:
    """A case with a type that is missing for certain, and those that are drawn, once for all."""
    drawn = [
        (registry, [fit(registry, one) for one in selections])
        for registry, selections in draw_all(CASES)
    ]
    return [(_miss_a_type(), [Selection()]), *drawn]


def _miss_a_type() -> Registry:
    return make_registry(
        [
            organisation("a", type="gemeente"),
            organisation("b", type="ziekenhuis"),
            organisation("c", type="ggd"),
        ],
        [partnership("p", "a b", members_known="all"), partnership("q", "a c")],
    )


def test_selections(script: Page) -> None:
    """
    What filters keep, and the types, ties, components, cut vertices and paths in it, are the same.

    All cases are asked in one call. Newman's weights are equal to the last bit.
    """
    drawn = draw_cases()
    asked = [
        {
            "registry": write_registry(registry),
            "selections": [write_selection(one) for one in selections],
        }
        for registry, selections in drawn
    ]

    answered = script.evaluate("(cases) => conformance.answer(cases)", asked)

    cases = [
        (registry, selection, said)
        for (registry, selections), answers in zip(drawn, answered, strict=True)
        for selection, said in zip(selections, answers, strict=True)
    ]
    assert len(cases) >= 500
    for registry, selection, said in cases:
        expected = answer(registry, selection)
        assert said == expected, selection.describe()


def test_cases_are_worth_asking() -> None:
    """Among the cases each filter narrows something, and there are cuts, paths and long ones."""
    answers = [
        (selection, answer(registry, selection))
        for registry, selections in draw_cases()
        for selection in selections
    ]

    given = {part.split("=")[0] for one, _ in answers for part in one.describe().split("; ")}
    assert given >= set(Selection.__dataclass_fields__)
    assert any(len(one["without"]) > 1 for _, said in answers for one in said["parts"])
    paths = [between for _, said in answers for between in said["paths"]]
    assert any(len(one["stops"]) > 3 for between in paths for one in between["paths"])
    assert any(between["count"] > 3 for between in paths)
    types = [one for _, said in answers for one in said["types"]]
    assert any(one["missing"] for one in types)
    assert any(one["stated"] and one["inferred"] for one in types)
    assert any(one["unnamed"] and one["missing"] is None for one in types)
    assert any(len(one["groups"]) > 1 for _, said in answers for one in said["groupPartners"])
    assert any(len(tie["shared"]) > 2 for _, said in answers for tie in said["ties"])
