"""A word that a reader may not know opens to what it means, where it stands."""

from collections.abc import Callable

import pytest
from page.test_in_full import visit_in_full
from page.watched import Watched

Visit = Callable[..., Watched]


@pytest.mark.parametrize(
    ("hash", "word", "meaning"),
    [
        ("#organisation=c", "named partners", "To stand in the same text is not enough."),
        ("#organisation=c", "partnerships", "of which a document says who takes part"),
        ("#organisation=a", "What if", "connected by way of this one alone, it is a cut vertex"),
        ("#organisation=d", "Relations", "A relation has a direction"),
        ("#organisation=b&with=c", "stated", "Uncertain: it is mentioned in passing"),
        ("#organisation=b&with=c", "Newman weight", "divided by the number of other members"),
        ("#partnership=p", "named members", "Who else takes part is often not known."),
        ("#partnership=p", "Not by name", "Who is in this group is not said by name."),
        ("#partnership=p", "Wanted", "It does not take part yet, and is not counted in ties."),
    ],
)
def test_what_a_word_means(visit: Visit, hash: str, word: str, meaning: str) -> None:
    """The sentence is there on Enter, and away again on the next."""
    page = visit_in_full(visit, f"{hash}&lang=en")
    explained = page.panel().locator(".what", has_text=word).first
    summary, sentence = explained.locator("summary"), explained.locator("p")
    assert not sentence.is_visible()

    summary.focus()
    page.page.keyboard.press("Enter")

    assert meaning in sentence.inner_text()
    page.page.keyboard.press("Enter")
    assert not sentence.is_visible()
