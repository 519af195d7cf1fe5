"""The words of a passage as names are made of them: where each stands, and how it is written."""

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.read.digest import Passage
from graph.scan.lexicon import DOMAINS, HEADS, TAILS

_TOKEN = re.compile(r"(?<!\w)'[sStT](?:-\w+)?(?!\w)|\w+(?:[&'.-]\w+)*\+?")
_ADDRESS = re.compile(r"(?<!\S)(?=\S*?(?:https?://|www\.|@))\S+|\]\([^)\]]*\)")
_MARKUP = re.compile(r"[*`#>_]")
_BULLET = re.compile(r"(?:(?<=^)|(?<=\s))(?:[-•–]|\d+[.)])(?=\s)|\|")
ITEM = "¶"
"""What stands in a masked text where an item of a list or a cell of a table begins."""

_ENDS = frozenset(f".?!…{ITEM}")
_WRAPPED = (50, 120)  # characters of a line that goes on in the next
_OPENERS = " \"'“”„«([—"
_SHORT = re.compile(r"(?:\b\w|\b(?:bijv|bv|dr|drs|ing|ir|mr|prof|st|nl|ca|nr|incl|excl|mw|dhr))\.$")


class Token(NamedTuple):
    """
    One word: its place, and what makes it a part of a name.

    `capital` where it is written as a name; `opens` 2 where it opens a sentence, 1 where it stands
    behind a colon or opens an item of a list, else 0.
    """

    text: str
    start: int
    end: int
    capital: bool
    opens: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_acronym(self) -> bool:
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 1 and all(letter.isupper() for letter in letters)


def mask(text: str) -> str:
    """
    Blank out what is no text (addresses, marks of Markdown), so that every place stays the same.

    >>> mask("**Elaa** | a@b.nl")
    '  Elaa   ¶       '
    """
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    text = _MARKUP.sub(" ", text)
    return _BULLET.sub(lambda found: ITEM.ljust(len(found[0])), text)


def split_tokens(text: str, starts: Container[int] = ()) -> list[Token]:
    """
    Split a text that `mask` gave into its words.

    Args:
        text: The text.
        starts: Where a line begins that is not the rest of a sentence, from `find_starts`.

    >>> [token.text for token in split_tokens("Bij 's Heeren Loo, in 's-Hertogenbosch.")]
    ['Bij', "'s", 'Heeren', 'Loo', 'in', "'s-Hertogenbosch"]
    """
    return [
        Token(
            found[0],
            found.start(),
            found.end(),
            _is_capital(found[0]),
            2 if found.start() in starts else _opens(text, found),
        )
        for found in _TOKEN.finditer(text)
    ]


def find_starts(passage: Passage) -> set[int]:
    """
    Find the lines of a document that begin something of their own.

    A line goes on in the next where it is as long as wrapped lines are and ends in a letter; a
    short one is an item or a heading, and a very long one a paragraph.
    """
    return {
        start
        for before, start in pairwise(passage.starts)
        if not (_WRAPPED[0] <= start - before <= _WRAPPED[1])
        or passage.text[start - 2 : start - 1] in _ENDS
    }


def is_head(word: str) -> bool:
    """
    Tell whether a word stands for a kind of organisation.

    >>> is_head("Zorggroep"), is_head("Flevoziekenhuis"), is_head("Almere")
    (True, True, False)
    """
    lower = word.lower()
    if lower in HEADS:
        return True
    last = lower.rpartition("-")[2]
    return last in HEADS or any(last.endswith(end) and len(last) > len(end) + 1 for end in TAILS)


def is_domain(word: str) -> bool:
    """Tell whether a word says what organisations are about: 'Jeugd', 'Gezondheidszorg'."""
    lower = word.lower()
    return lower in DOMAINS or lower.endswith(("zorg", "hulp"))


def initials(words: Iterator[str]) -> str:
    """Take the first letter of each word, and of each part of a compound with a hyphen."""
    return "".join(part[0] for word in words for part in word.split("-") if part).lower()


def _is_capital(word: str) -> bool:
    if word[0] == "'":
        return len(word) > 3 and word[3].isupper()
    first, *rest = word.split("-")
    if rest and first[0].isupper() and any(part and part[0].islower() for part in rest):
        return rest[-1] in HEADS - DOMAINS - {
            "zorg"
        }  # 'IZA-middelen' is no name, 'Trimbos-instituut' is one
    return word[0].isupper() or (word[0].isalpha() and any(letter.isupper() for letter in word))


def _opens(text: str, found: re.Match[str]) -> int:
    before = found.start()
    while before and text[before - 1] in _OPENERS:
        before -= 1
    if not before:
        return 2
    if text[before - 1] in ":;":
        return 1
    if text[before - 1] not in _ENDS:
        return 0
    return 0 if _SHORT.search(text, max(0, before - 6), before) else 2
