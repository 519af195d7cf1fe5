"""Characters that nobody sees, and letters that look like others of another script."""

import re
import unicodedata

INVISIBLE = "\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f"
"""What takes no place and says nothing, as ranges of a pattern; joiners of letters are not here."""

OVERRIDES = "\u202d\u202e"
"""What turns the order of the letters behind it round."""

_UNSEEN = re.compile(f"[{INVISIBLE}{OVERRIDES}]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("CYRILLIC", "GREEK", "CHEROKEE", "ARMENIAN")
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаесорхуѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοՕօ",
    "ABESIJKMHOPCTYXaecopxysijABEZHIKMNOPTYXoOo",
)


def find_unseen(text: str) -> str:
    r"""
    Find the first character that nobody sees; empty where there is none.

    >>> find_unseen("Elaa\u200b") == "\u200b", find_unseen("Één")
    (True, '')
    """
    if text.isascii():
        return ""
    found = _UNSEEN.search(text)
    return found[0] if found else ""


def find_foreign(text: str) -> str:
    r"""
    Find a letter of another script in a word of Latin letters; empty where there is none.

    >>> find_foreign("El\u0430\u0430") == "\u0430", find_foreign("Één"), find_foreign("Ελλάς")
    (True, '', '')
    """
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        foreign = [letter for letter in word if _name_script(letter) in _SCRIPTS]
        if foreign and any(_name_script(letter) == "LATIN" for letter in word):
            return str(foreign[0])
    return ""


def unmask(text: str) -> str:
    r"""
    Write a text with what an eye sees of it: no unseen characters, and Latin for what looks so.

    >>> unmask("El\u0430\u0430\u200b BV")
    'Elaa BV'
    """
    return text if text.isascii() else _UNSEEN.sub("", text).translate(_LOOKALIKES)


def name_character(letter: str) -> str:
    r"""
    Name a character for people.

    >>> name_character("\u200b"), name_character("\U000e0041")
    ('U+200B ZERO WIDTH SPACE', 'U+E0041 TAG LATIN CAPITAL LETTER A')
    """
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def _name_script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
