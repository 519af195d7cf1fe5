"""Python and the page's script say every text alike, in every language: plurals, numbers, dates."""

import re
from collections.abc import Iterator
from itertools import product

from conformance.drawn import draw_all
from conformance.test_periods import PERIODS, REFUSED, TAKEN
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.page.data import GRAMMAR, PLACES
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, find_words

COUNTS = (0, 1, 2, 1200, 1234567)
NAMES = ("Zorggroep", "{n}", "{n:a|b}", "$1", "|", "")
FRACTIONS = (0.0, 0.5, 1.0, 0.125, 1.005, 2.675, 2 / 3, -0.001, -0.005, -0.125, 1234.5, 1e9 / 7)

Case = tuple[str, str, dict[str, int | str]]


def find_grammar(language: str) -> dict[str, str]:
    """The grammar of a language, as the script has it."""
    forms = {key: find_words(f"grammar.{key}", language) for key in GRAMMAR}
    return forms | {"months": " ".join(forms["months"])}


def list_cases() -> Iterator[Case]:
    """Each text of the page in each language, with few, many and one, and with hostile names."""
    for language, place in product(LANGUAGES, PLACES.values()):
        text = find_words(place, language)
        counts = set(re.findall(r"\{(\w+):", text)) | {"n"}
        gaps = set(re.findall(r"\{(\w+)\}", text))
        for number in COUNTS if gaps & counts else COUNTS[:1]:
            for name in NAMES if gaps - counts else NAMES[:1]:
                rest = dict.fromkeys(gaps - counts, name)
                yield language, place, {**rest, **dict.fromkeys(counts, number)}


def test_every_text(script: Page) -> None:
    """Plurals and hostile values give the same text on both sides."""
    cases = list(list_cases())

    said = script.evaluate(
        "(texts) => conformance.say(texts)",
        [[find_words(place, of), find_grammar(of), values] for of, place, values in cases],
    )

    assert said == [Speaker(of).say(place, **values) for of, place, values in cases]
    assert len(cases) > 500


def test_numbers(script: Page) -> None:
    """Whole numbers and fractions are written alike."""
    numbers = [
        *draw_all(st.integers(-10_000_000, 10_000_000)),
        *draw_all(st.floats(-1e6, 1e6)),
        *FRACTIONS,
    ]
    asked = list(product(numbers, LANGUAGES))

    said = script.evaluate(
        "(numbers) => conformance.format(numbers)",
        [[number, find_grammar(language)] for number, language in asked],
    )

    for (number, language), (whole, fraction) in zip(asked, said, strict=True):
        speaker = Speaker(language)
        if isinstance(number, int):
            assert whole == speaker.number(number)
        assert fraction == speaker.number(float(number)), number


def test_dates(script: Page) -> None:
    """Dates and periods are said alike, also those that are none."""
    drawn = {text for texts in draw_all(st.lists(PERIODS, min_size=5)) for text in texts}
    asked = list(product(sorted({*TAKEN, *REFUSED, *drawn}), LANGUAGES))

    said = script.evaluate(
        "(dates) => conformance.sayDates(dates)",
        [[text, find_grammar(language)] for text, language in asked],
    )

    assert said == [Speaker(language).date(text) for text, language in asked]
