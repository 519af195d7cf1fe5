"""Where a quote stands in a document, told apart by the words around it."""

import pytest

from graph.read.digest import read_digest
from graph.read.places import Context, choose_places, find_places, fits

DOCUMENT = """\
In Zeist doet Elaa mee. In Soest
doet Elaa mee, en Elaassen niet.

In Zeist doet Elaa mee.
"""
PASSAGES = read_digest("d.md", DOCUMENT).passages
PLACES = list(find_places(PASSAGES, "doet Elaa mee"))


def test_a_quote_is_found_at_every_place_with_its_lines() -> None:
    """A line of a document is a line of its file, in each paragraph."""
    assert [place.lines for place in PLACES] == [(1,), (2,), (4,)]


@pytest.mark.parametrize("words", ["Ela", "oet Elaa", "Elaa me", "niet gevonden"])
def test_part_of_a_word_is_no_place(words: str) -> None:
    """Only whole words are the same words."""
    assert list(find_places(PASSAGES, words)) == []


CHOSEN = {
    "before": (Context(before="In Soest "), [(2,)]),
    "before, without its blank": (Context(before="In Soest"), [(2,)]),
    "before, over the end of a line": (Context(before="In\n  Soest"), [(2,)]),
    "after": (Context(after=", en Elaassen"), [(2,)]),
    "some of it": (Context(after=", en Elaassen wel."), [(2,)]),
    "nearly nothing of it": (Context(before="Ook in Soest"), [(2,)]),
    "both, of two places": (Context("In Zeist", "."), [(1,), (4,)]),
    "a longer stretch": (Context("In Zeist", ". In"), [(1,)]),
    "nothing": (Context(), [(1,), (2,), (4,)]),
    "other words": (Context("Vroeger", "!"), [(1,), (2,), (4,)]),
}


@pytest.mark.parametrize(("context", "lines"), CHOSEN.values(), ids=list(CHOSEN))
def test_the_words_around_tell_places_apart(context: Context, lines: list[tuple[int, ...]]) -> None:
    """The place that agrees over the longest stretch is the one; several that agree alike stay."""
    assert [place.lines for place in choose_places(PLACES, context)] == lines


def test_a_place_fits_its_own_context_and_no_other() -> None:
    """What is stored with a quote is found again, and something else is not taken for it."""
    first, second, last = PLACES

    assert first.context == Context("In Zeist ", ". In Soest doet Elaa mee, en Elaassen")
    assert last.context == Context("In Zeist ", ".")
    assert fits(first, first.context)
    assert not fits(last, first.context)
    assert fits(first, last.context)
    assert not fits(second, last.context)


def test_context_stays_in_its_paragraph_and_breaks_no_word() -> None:
    """A quote that fills its paragraph has none; of a word that is too long nothing is kept."""
    whole, long = read_digest("d.md", f"Elaa.\n\n{'x' * 60} Elaa {'y' * 60}").passages
    [alone] = find_places([whole], "Elaa.")
    [between] = find_places([long], "Elaa")

    assert alone.context == Context("", "")
    assert between.context == Context("", "")
