"""The script of the page has the grammar of `graph/words/speak.py`: the same texts come out."""

import json
import re
from collections.abc import Iterator

from playwright.sync_api import Browser

from graph.page.build import PAGE
from graph.page.data import PLACES
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, find_words

NUMBERS = (0, 1, 2, 1200, 1234567)
NAMES = ("Zorggroep", "{n}", "{n:a|b}", "$1", "|", "")
FRACTIONS = (0.0, 0.5, 1.0, 0.125, 1.005, 2.675, 2 / 3, -0.001, -0.005, -0.125, 1234.5, 1e9 / 7)

RUN = """
([texts_, languages, cases]) => {
  const told = { language: languages[0], languages };
  const texts = new Map(Object.entries(texts_).map(([k, v]) => [k, new Map(Object.entries(v))]));
  %s
  return cases.map(([of, key, values]) => {
    language = of;
    return typeof key === "number" ? sayDecimal(key) : word(key, values);
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
    source = (PAGE / "script" / "language.js").read_text(encoding="utf-8")
    page = chromium.new_page()

    said = page.evaluate(RUN % source.partition("function translatePage")[0], [
        {"words": words}, list(LANGUAGES), cases
    ])  # fmt: skip
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
