"""What a text says of persons: their names, and where they can be reached."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from graph.scan.lexicon import GIVEN, PARTICLES, PERSON_BEFORE, PLACES
from graph.scan.tokens import Token, is_domain, is_head, split_tokens

Sort = Literal["person", "mail", "phone"]

_POLITE = frozenset(
    {"dhr", "doctor", "dr", "drs", "heer", "ing", "ir", "meneer", "mevr", "mevrouw", "mr", "mrs"}
    | {"ms", "mw", "prof"}
)
_OFFICES = frozenset({"burgemeester", "minister", "staatssecretaris", "wethouder"})
_OPENS_TOO = frozenset({"ad", "mark", "rob", "roos", "tom", "ton", "wil"})
"""Given names that are another word where they open a sentence."""

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
_PHONE = re.compile(
    r"(?<![\w+./-])(?:(?:\+|00)31[ -]?(?:\(0\))?|0)[1-9](?:[ -]?\d){8}(?![\w-]|[.,/]\d)"
)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*[A-Z]")


class Private(NamedTuple):
    """A stretch of a text that names a person, or says where somebody can be reached."""

    sort: Sort
    words: str
    start: int
    end: int


def find_private(text: str) -> Iterator[Private]:
    """
    Find names of persons, mail addresses and Dutch telephone numbers.

    A person is told by what stands before the name (mevrouw, dr., wethouder, voorzitter) or by a
    given name before another word with a capital. A name with a word for a kind of organisation,
    for what organisations are about, or for a place in it is none.

    >>> [(one.sort, one.words) for one in find_private("Bel wethouder De Vries: 030-123 45 67.")]
    [('phone', '030-123 45 67'), ('person', 'wethouder De Vries')]
    """
    sorts: tuple[tuple[Sort, re.Pattern[str]], ...] = (("mail", _MAIL), ("phone", _PHONE))
    for sort, pattern in sorts:
        for found in pattern.finditer(text):
            yield Private(sort, found[0], found.start(), found.end())
    tokens = split_tokens(text)
    end = 0
    for place, token in enumerate(tokens):
        if token.start < end:
            continue
        name = _find_name(text, tokens, place)
        if name:
            end = name[-1].end
            yield Private("person", text[token.start : end], token.start, end)


def _find_name(text: str, tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Find a person whose title or given name stands at a place; nothing where there is none."""
    token = tokens[place]
    if token.lower in PERSON_BEFORE and not token.is_acronym:  # 'MS' is no 'Ms'
        name = _follow(text, tokens, place + 1)
        particles = [one for one in name if not one.capital]
        first = name[0] if name else token
        if token.lower in _POLITE:
            enough = bool(name)
        elif token.lower in _OFFICES:
            enough = bool(name) and not (first.lower == "van" and len(particles) == 1)
        else:
            enough = len(name) > 1 and first.capital
    elif token.lower in GIVEN and token.capital:
        name = _follow(text, tokens, place)
        enough = len(name) > 1 and not (token.opens == 2 and token.lower in _OPENS_TOO)
    else:
        return ()
    return name if enough and not any(map(_is_other, name)) else ()


def _follow(text: str, tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Take the words of a name from a place on: capitals, initials, and particles between them."""
    end = last = place
    while end < len(tokens):
        token, before = tokens[end], tokens[end - 1]
        gap = text[before.end : token.start]
        dotted = gap == ". " and (_INITIALS.fullmatch(before.text) or before.lower in _POLITE)
        if end and gap != " " and not dotted:
            break
        if token.capital or (end == place and token.lower in _POLITE):
            last = end + 1
        elif token.lower not in PARTICLES - {"het", "in"} or _is_whole(tokens[place:last]):
            break
        end += 1
    return tokens[place:last]


def _is_whole(name: Sequence[Token]) -> bool:
    """Tell whether a name ends in a surname: what 'van' brings behind it is where someone works."""
    if len(name) < 2:
        return False
    last = name[-1]
    return last.lower not in GIVEN | _POLITE and not _INITIALS.fullmatch(last.text)


def _is_other(token: Token) -> bool:
    """Tell whether a word of a name says that it is no person's."""
    shouted = token.is_acronym and not _INITIALS.fullmatch(token.text)
    return shouted or is_head(token.text) or is_domain(token.text) or token.lower in PLACES
