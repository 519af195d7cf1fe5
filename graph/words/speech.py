"""Words, dates and numbers of the page, in Dutch and English."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from graph.model.records import LANGUAGES, Term, Vocabulary

Form = str | Mapping[str, str]
"""A text, or one text for a single thing (`one`) and one for any other number (`other`)."""

Texts = Mapping[str, Mapping[str, Form]]
"""Key -> language -> form."""

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_FORMS = {
    "nl": {"about": "circa {}", "unsure": "{} (onzeker)", "both": "{} – {}"},
    "en": {"about": "about {}", "unsure": "{} (uncertain)", "both": "{} – {}"},
}
_OPEN = {
    "nl": {"from": "vanaf {}, einde onbekend", "to": "tot en met {}, begin onbekend"},
    "en": {"from": "from {}, end unknown", "to": "until {}, start unknown"},
}


@cache
def page_words() -> Texts:
    """Read `words.json`, which holds every fixed text of the page in both languages."""
    text = (Path(__file__).parent / "page.json").read_text(encoding="utf-8")
    return cast(Texts, json.loads(text))


def collect_texts(vocabulary: Vocabulary, periods: Iterable[str]) -> dict[str, Texts]:
    """
    Gather all that the page says in two languages, by list: words, terms, and dates.

    Args:
        vocabulary: Every list of terms in force.
        periods: Dates and periods in EDTF; each becomes a text of the list `dates`.
    """
    return {
        "words": page_words(),
        "types": _labels(vocabulary.types),
        "kinds": _labels(vocabulary.kinds),
        "roles": _labels(vocabulary.roles),
        "themes": _labels(vocabulary.themes),
        "regions": _labels(vocabulary.regions),
        "dates": {
            text: {language: say_period(text, language) for language in LANGUAGES}
            for text in sorted(set(periods))
        },
    }


def _labels(terms: Mapping[str, Term]) -> Texts:
    return {id: {"nl": term.nl, "en": term.en} for id, term in sorted(terms.items())}


def say(form: Form, language: str, **values: object) -> str:
    """
    Fill a form; `n` chooses between its singular and plural, and is written as a number.

    >>> say({"one": "{n} lijn", "other": "{n} lijnen"}, "nl", n=1200)
    '1.200 lijnen'
    """
    count = values.get("n")
    if not isinstance(form, str):
        form = form["one" if count == 1 else "other"]

    def fill(place: re.Match[str]) -> str:
        value = values[place[1]]
        return say_number(value, language) if isinstance(value, int) else str(value)

    return re.sub(r"\{(\w+)\}", fill, form)  # in one pass: a value may hold braces of its own


def say_number(number: int, language: str) -> str:
    """
    Write a whole number as the language does.

    >>> say_number(1200, "nl"), say_number(1200, "en")
    ('1.200', '1,200')
    """
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def say_period(text: str, language: str) -> str:
    """
    Write a date or period (EDTF subset of the data format) as the language does.

    >>> say_period("2019-03/..", "nl")
    'vanaf maart 2019, einde onbekend'
    >>> say_period("2015-01-12/2017~", "en")
    '12 January 2015 – about 2017'
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _say_date(start, language)
    start, end = (part if part not in ("", "..") else "" for part in (start, end))
    if start and end:
        return _FORMS[language]["both"].format(_say_date(start, language), _say_date(end, language))
    side, moment = ("from", start) if start else ("to", end)
    return _OPEN[language][side].format(_say_date(moment, language))


def _say_date(text: str, language: str) -> str:
    bare = text.rstrip("?~")
    year, *rest = bare.split("-")
    words = [year]
    if rest and rest[0].isdecimal() and 1 <= int(rest[0]) <= 12:
        words.insert(0, _MONTHS[language].split()[int(rest[0]) - 1])
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])) if rest[1].isdecimal() else rest[1])
    said = " ".join(words)
    if "~" in text[len(bare) :]:
        said = _FORMS[language]["about"].format(said)
    if "?" in text[len(bare) :]:
        said = _FORMS[language]["unsure"].format(said)
    return said
