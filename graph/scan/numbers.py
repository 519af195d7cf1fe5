"""Years and numbers of parties that stand in a text, in digits or in words."""

import re
from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}").fullmatch
_DIGITS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3}){0,4}(?![.,]?[0-9])|[1-9][0-9]*")
_LONGEST = 15  # digits: what is longer counts nothing

_IN_WORDS = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig",
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty",
}
_NUMBERS: Mapping[str, Mapping[str, int]] = {
    language: {word: number for number, word in enumerate(words.split(), 2)}
    for language, words in _IN_WORDS.items()
}
"""Numbers in words, by language; Dutch `ten` is none."""

_LEADS = {
    "nl": "in sinds vanaf tot medio begin eind halverwege rond jaar voorjaar zomer najaar winter "
    "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "in since from until by early late mid year spring summer autumn winter january february "
    "march april may june july august september october november december",
}
_BEFORE_YEAR: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _LEADS.items()
}
"""What stands before a year: without it, four digits may be a number of anything."""

_PREPOSITIONS = "uit van in met voor die dat op bij aan tot of from with for who that at on to"
_ENDS_NOUN = frozenset(_PREPOSITIONS.split())
_NEAR = 3
"""How many words may stand between a number and what it counts, that word included."""


def find_years(text: str, language: str) -> Iterator[tuple[int, int]]:
    """
    Find the years in a text, each with where it begins.

    Args:
        text: A passage.
        language: That of the text.

    >>> list(find_years("Sinds 2016 en na mei 2018 voor 2000 inwoners.", "nl"))
    [(2016, 6), (2018, 21)]
    """
    before = ""
    for word in _WORD.finditer(text):
        if _YEAR(word[0]) and before in _BEFORE_YEAR.get(language, ()):
            yield int(word[0]), word.start()
        before = word[0].casefold()


def find_counts(text: str, label: str, language: str) -> Iterator[int]:
    """
    Find the numbers that a text gives of what a label calls by its noun.

    The noun is the last word of the label before one like `uit` or `van`. A year is no number.

    Args:
        text: A passage, or the label itself.
        label: What parties are called, such as "14 Twentse gemeenten".
        language: That of both.

    >>> list(find_counts("Binnen OZJT trekken veertien Twentse gemeenten samen op.",
    ...                  "14 Twentse gemeenten", "nl"))
    [14]
    >>> list(find_counts("Met zo'n 1.350 aanbieders.", "aanbieders van jeugdhulp", "nl"))
    [1350]
    """
    noun = _find_noun(label)
    tokens = [*_tokens(text, _NUMBERS.get(language, {}))]
    for place, (number, _, end) in enumerate(tokens):
        if number is None:
            continue
        for _, start, next_end in tokens[place + 1 : place + 1 + _NEAR]:
            if text[end:start].strip(" -"):
                break
            if noun and text[start:next_end].casefold() == noun:
                yield number
                break
            end = next_end


def _find_noun(label: str) -> str:
    noun = ""
    for word in _WORD.finditer(label):
        before = label[: word.start()].rstrip()
        if word[0].casefold() in _ENDS_NOUN or before.endswith((",", ";", "(")):
            break
        noun = word[0].casefold()
    return noun


def _tokens(text: str, words: Mapping[str, int]) -> Iterator[tuple[int | None, int, int]]:
    """Cut a text into words and numbers, each with its value, its begin and its end."""
    place = 0
    while word := _WORD.search(text, place):
        digits = _DIGITS.match(text, word.start())
        if digits and word[0][0].isdigit():
            yield _count(digits[0]), digits.start(), digits.end()
            place = max(digits.end(), word.end())
        else:
            yield words.get(word[0].casefold()), word.start(), word.end()
            place = word.end()


def _count(digits: str) -> int | None:
    plain = re.sub("[.,]", "", digits)
    return None if _YEAR(digits) or len(plain) > _LONGEST else int(plain)
