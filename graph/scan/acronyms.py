"""Texts -> which acronym stands for which name, and which stands for no name at all."""

import re
from collections.abc import Iterable

_SHORT = re.compile(r"\((?P<short>[\w&'-]+)(?P<place>(?: [\w'-]+){0,3})\)")
_LONG = re.compile(r"(?<![\w&-])([A-Z][\w&-]+) \(([^()]{6,80})\)")
_CAPITAL = re.compile("[A-Z]")
_WORD = re.compile(r"[\w'-]+")
_SKIPPED = frozenset(
    {"van", "de", "het", "en", "voor", "der", "den", "of", "the", "and", "for", "in"}
)
_MOST = 10  # words of an expansion
_FARTHEST = 200  # characters before an acronym


def find_acronyms(texts: Iterable[str]) -> tuple[dict[str, str], set[str]]:
    """
    Find acronyms between brackets behind the words that they stand for, or before them.

    Returns:
        The name of each acronym that stands for one, and the acronyms that stand for words
        without capitals, which are no name.

    >>> find_acronyms(["De Organisatie voor Zorg en Jeugdhulp Twente (OZJT) en wijkteams (WT)."])
    ({'OZJT': 'Organisatie voor Zorg en Jeugdhulp Twente'}, {'WT'})
    >>> find_acronyms(["Een regionale ondersteuningsstructuur (ROS) helpt."])
    ({}, {'ROS'})
    >>> find_acronyms(["Het Geboortezorg Overleg Zilt (GO Zilt) begon."])
    ({'GO Zilt': 'Geboortezorg Overleg Zilt'}, set())
    """
    named: dict[str, str] = {}
    generic: set[str] = set()
    for text in texts:
        for found in _SHORT.finditer(text):
            before = text[max(0, found.start() - _FARTHEST) : found.start()].rstrip()
            short, place = found["short"], found["place"]
            if _is_acronym(short) and before.endswith(place):
                full = _expand(short, before.removesuffix(place))
                _note(f"{short}{place}", f"{full}{place}" if full else "", named, generic)
        for found in _LONG.finditer(text):
            if _is_acronym(found[1]) and _expand(found[1], found[2]) == found[2]:
                _note(found[1], found[2], named, generic)
    return named, generic - named.keys()


def _is_acronym(word: str) -> bool:
    return len(_CAPITAL.findall(word)) > 1


def _note(short: str, full: str, named: dict[str, str], generic: set[str]) -> None:
    words = full.split()
    if not words:
        return
    if any(word[0].isupper() for word in words[1:]) or (len(words) == 1 and full[0].isupper()):
        named.setdefault(short, full)
    elif full[0].islower():
        generic.add(short)


def _expand(short: str, before: str) -> str:
    """Find the fewest words at the end of a text whose letters give the acronym in order."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    words = list(_WORD.finditer(before.rstrip()))[-_MOST:]
    for count in range(1, len(words) + 1):
        first = words[-count]
        if first[0][0].lower() != letters[0] or first[0].lower() in _SKIPPED:
            continue
        full = before.rstrip()[first.start() :]
        if "." not in full and _fits(letters, full):
            return full
    return ""


def _fits(letters: list[str], full: str) -> bool:
    """Tell whether each letter opens a word, or stands further on in the word before it."""
    words = [word.lower() for word in _WORD.findall(full)]
    needed = [word for word in words if word not in _SKIPPED]
    rest = iter(full.lower())
    in_order = all(any(letter == other for other in rest) for letter in letters)
    opening = sum(word[0] in letters for word in needed)
    return in_order and opening == len(needed) and 2 * len(letters) >= len(needed)
