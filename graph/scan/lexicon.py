"""
Words by which a name is told from other capitals: Dutch, and the English of the same field.

They stand in `lexicon.json`, without capitals. A head is a word that is one of `HEADS` or ends
as one of `TAILS`: what has it is a kind of organisation.
"""

import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

_STORED: Mapping[str, Any] = json.loads(
    (files(__package__) / "lexicon.json").read_text(encoding="utf-8")
)


def _words(key: str) -> frozenset[str]:
    return frozenset(" ".join(_STORED[key]).split())


def _patterns(rows: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern of words in which '*' stands for any letters."""
    words = sorted(" ".join(rows).split())
    choice = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


def _classes(key: str) -> Mapping[str, str]:
    return {word: name for name, rows in _STORED[key].items() for word in " ".join(rows).split()}


OPENERS = _words("openers")
"""Words that open a sentence and are no part of the name behind them."""

HEADS = _words("heads")
"""Kinds of organisation, as a word of a name."""

TAILS = tuple(sorted(_words("tails")))
"""Ends of words that stand for a kind of organisation."""

LEGAL = _words("legal")
"""Heads that are a part of the name also without a capital: 'gemeente Utrecht'."""

KINDS_BEFORE = _words("kinds_before")
"""Kinds of organisation that stand before a name and are no part of it: 'zorgverzekeraar Zilt'."""

DOMAINS = _words("domains")
"""What organisations are about: two of them with 'en' between are one name ('Zorg en Welzijn')."""

LINKS = _words("links")
"""Words without capital inside a name that has a head: 'Platform voor Ouderen'."""

PLACE_LINKS = ("aan den", "aan de", "aan het", "op den", "bij", "aan", "op", "over")
PLACE_ENDS = _words("place_ends")
"""Last words of a place in two or three: 'Bergen op Zoom', 'Wijk bij Duurstede'."""

PARTICLES = _words("particles")
"""Words of a family name: 'Van der Valk Zorg'."""

NOT_BEFORE = _classes("not_before")
"""Words before a name that is no organisation, with the class of what it is."""

NOT_INSIDE = _classes("not_inside")
"""Words in a name that is no organisation, with its class; ends of words too."""

PLACE_BEFORE = _words("place_before")
"""Words before a place."""

ADVERB_PLACE = _words("adverb_place")
"""Words behind a place that make a part of it: 'Utrecht Zuid'."""

PERSON_BEFORE = _words("person_before")
"""Words before a person."""

GIVEN = _words("given")
"""Given names: with a word behind it that is no head, such a name is a person."""

GENERIC = _words("generic")
"""Acronyms that are no name, in capitals as well."""

PLACES = _words("places")
"""Provinces, regions, countries and larger towns."""

NOISE = _words("noise")
"""Other words with a capital that are no name of an organisation."""

VERBS = _words("verbs")
"""Verbs whose subject is often an organisation."""

NOUN_ENDS = tuple(sorted(_words("nouns_end")))
"""Ends of common words that open a sentence before a verb without an article."""

COMPANY_ENDS = _words("company_ends")
"""What ends the name of a company."""

TYPES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (id, tuple(parts)) for id, parts in _STORED["types"].items()
)
"""Types of organisation with the words of a name, or before it, that tell; the first one counts."""

_PHRASES = "|".join(_STORED["together_phrases"])
TOGETHER = re.compile(
    rf"(?<!niet )(?<!not )(?:{_patterns(_STORED['together']).pattern}"
    rf"|(?<!\w)(?:{_PHRASES})(?!\w))",
    re.IGNORECASE,
)
"""Words that say that parties work together."""

BEGINS = _patterns(_STORED["begins"])
"""Words behind which a year is that of a beginning."""

DOUBTS = _patterns(_STORED["doubts"])
"""Words that may turn a sentence round."""

MONTHS = _classes("months")
"""Names of months, with the number of each."""

NUMBERS = _classes("numbers")
"""Numbers in words."""

ABOUT = _words("about")
"""Words before a number that is about right."""

SAID_BEFORE = _words("said_before")
"""Words before a collective that a sentence further up has named: 'dezelfde partners'."""

COLLECTIVES = _classes("collectives")
"""Plurals of parties that are not named, with the type of each; '' where it may be any."""

KINDS = {kind: _patterns(rows) for kind, rows in _STORED["kinds"].items()}
"""Kinds of partnership with the words that tell of them; the first one that is there counts."""
