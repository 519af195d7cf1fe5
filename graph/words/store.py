"""
The words for readers: one JSON file a language, nested by use.

A new language is one more file. What it lacks is taken from English, then from Dutch.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

FALLBACK = ("en", "nl")
"""Languages in which a text is sought that another language lacks."""

T = TypeVar("T")

_FOLDER = Path(__file__).parent
_FIRST = ("nl", "en")

LANGUAGES = (*_FIRST, *sorted({path.stem for path in _FOLDER.glob("*.json")} - {*_FIRST}))
"""Ids of all languages that have a file of words: Dutch, English, then the others by id."""


@cache
def read_words(language: str) -> Mapping[str, Any]:
    """Read every text of one language: maps by use, then by key; none of a language unknown."""
    if language not in LANGUAGES:
        return {}
    text = (_FOLDER / f"{language}.json").read_text(encoding="utf-8")
    words: Mapping[str, Any] = json.loads(text)
    return words


@cache
def find_words(key: str, language: str) -> Any:
    """
    Find what stands under a key, in the language or else in one that has it.

    Args:
        key: The way to it through the maps, such as `page.zoom_in`.
        language: Mostly one of `LANGUAGES`; any other lacks every text.

    Raises:
        KeyError: No language has it.

    >>> find_words("terms.roles.lead", "en")
    'lead'
    """
    for one in _languages(language):
        found: Any = read_words(one)
        for step in key.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        if found is not None:
            return found
    raise KeyError(key)


def choose(forms: Mapping[str, T], language: str, default: T) -> T:
    """
    Choose the form of a language, or else of one that has it.

    >>> choose({"nl": "Kust"}, "en", "kust"), choose({}, "en", "kust")
    ('Kust', 'kust')
    """
    return next((forms[one] for one in _languages(language) if one in forms), default)


def name_language(id: str, language: str) -> str:
    """
    Name one of `LANGUAGES` in another, or in itself where the other has no name for it.

    >>> name_language("en", "nl"), name_language("nl", "nl")
    ('Engels', 'Nederlands')
    """
    names = (read_words(one).get("languages", {}).get(id) for one in (*_languages(language), id))
    return next(filter(None, names), id)


def _languages(language: str) -> Iterator[str]:
    yield language
    yield from FALLBACK
