"""The script of the page has the grammar of `graph/words/speak.py`: the same texts come out."""

import json
import re
from collections.abc import Iterator

from playwright.sync_api import Browser

from graph.page.bundle import SCRIPT, bundle
from graph.page.data import PLACES
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, find_words

NUMBERS = (0, 1, 2, 1200, 1234567)
NAMES = ("Zorggroep", "{n}", "{n:a|b}", "$1", "|", "")
FRACTIONS = (0.0, 0.5, 1.0, 0.125, 1.005, 2.675, 2 / 3, -0.001, -0.005, -0.125, 1234.5, 1e9 / 7)

RUN = """
([languages, words, cases]) => {
  %s
  return cases.map(([of, key, values]) => {
    const find = (key) => words[key][languages.indexOf(of)];
    const marks = { thousands: find("thousands"), decimal: find("decimal") };
    return typeof key === "number" ? formatDecimal(key, marks) : say(find(key), marks, values);
  });
}
"""

Case = tuple[str, str | float, dict[str, int | str]]


def list_cases() -> Iterator[Case]:
    """Each text of the page in each language, with few, many and one, and with hostile names."""
    for language in LANGUAGES:
        yield from ((language, fraction, {}) for fraction in FRACTIONS)
        for key, place in PLACES.items():
            text = find_words(place, language)
            counts = set(re.findall(r"\{(\w+):", text)) | {"n"}
            gaps = set(re.findall(r"\{(\w+)\}", text))
            for number in NUMBERS if gaps & counts else NUMBERS[:1]:
                for name in NAMES if gaps - counts else NAMES[:1]:
                    rest = dict.fromkeys(gaps - counts, name)
                    yield language, key, {**rest, **dict.fromkeys(counts, number)}


def test_the_script_says_what_python_says(chromium: Browser) -> None:
    """Plurals, numbers, fractions and hostile values give the same text on both sides."""
    cases = list(list_cases())
    words = {key: [find_words(place, one) for one in LANGUAGES] for key, place in PLACES.items()}
    grammar = bundle(SCRIPT / "model" / "grammar.js")
    page = chromium.new_page()

    said = page.evaluate(RUN % grammar, [list(LANGUAGES), words, cases])
    page.close()

    expected = [
        Speaker(language).number(key)
        if isinstance(key, float)
        else Speaker(language).say(PLACES[key], **values)
        for language, key, values in cases
    ]
    assert len(cases) > 500
    wrong = [
        (json.dumps(case), one, other)
        for case, one, other in zip(cases, said, expected, strict=True)
        if one != other
    ]
    assert wrong == []
