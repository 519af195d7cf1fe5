"""A page that was built with a least weight filters on in the strong part as Python does."""

from conformance.drawn import draw_all, fit, registries, selections
from conformance.expected import answer, write_registry, write_selection
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.select.filters import Selection
from graph.select.selection import select_registry

CASES = st.tuples(registries(), st.lists(selections(), min_size=4, max_size=4))


def test_selections_of_the_strong_part(script: Page) -> None:
    """Filters keep the same of ties that are strong already, and none of these changes."""
    drawn = [
        (strong, [Selection(), *(fit(strong, one) for one in chosen)])
        for registry, chosen in draw_all(CASES)
        for strong in [select_registry(registry, Selection(weight=2))]
    ]
    asked = [
        {"registry": write_registry(strong), "selections": [write_selection(one) for one in chosen]}
        for strong, chosen in drawn
    ]

    answered = script.evaluate("(cases) => conformance.answer(cases)", asked)

    assert any(partnership.unseen for one, _ in drawn for partnership in one.partnerships.values())
    for (strong, chosen), answers in zip(drawn, answered, strict=True):
        for selection, said in zip(chosen, answers, strict=True):
            expected = answer(strong, selection)
            assert said == expected, selection.describe()
