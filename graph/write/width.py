"""How many columns text takes on a terminal, and how it is broken to fit so many."""

import re
import unicodedata
from collections.abc import Iterator

_WIDE = frozenset("WF")
_LAID_OVER = frozenset(("Mn", "Me", "Cf"))  # categories of marks, joiners and signs of direction
_FIRST_MARK = "\u0300"  # before it every character takes one column
_SOFT_HYPHEN, _JOINER, _AS_EMOJI = "\u00ad", "\u200d", "\ufe0f"
_SKINS = range(0x1F3FB, 0x1F400)
_VOWELS_BELOW = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))  # of Hangul, and final consonants
_PIECE = re.compile(r"(?<!\s)\s*\S+?(?:(?<=\w[-/;,])(?=\w)|(?=\s)|$)")


def width_of(text: str) -> int:
    """
    Count the columns that text takes on a terminal.

    Marks are laid over the letter before them, and so is what a joiner adds to a picture.

    >>> width_of("Één"), width_of("e\u0301"), width_of("東"), width_of("👩\u200d👧")
    (3, 1, 2, 2)
    """
    if not text or max(text) < _FIRST_MARK:
        return len(text)
    return sum(map(_measure, _split_clusters(text)))


def fold(text: str, width: int) -> list[str]:
    """
    Break text into lines of so many columns: between words, else where it must, never in a letter.

    A word may be broken behind a hyphen, a slash or a separator of a list.

    Args:
        text: One line.
        width: Columns; a letter that is wider stands alone.

    >>> fold("Bestuurlijke peiling in Almere", 14), fold("東京都", 4), fold("anw-diensten", 8)
    (['Bestuurlijke', 'peiling in', 'Almere'], ['東京', '都'], ['anw-', 'diensten'])
    """
    if width_of(text) <= width:
        return [text]
    lines, taken = [""], 0
    for found in _PIECE.finditer(text):
        piece = found[0] if lines[-1] else found[0].lstrip()
        if taken + width_of(piece) > width and lines[-1]:
            piece, taken = piece.lstrip(), 0
            lines.append("")
        for part in [piece] if width_of(piece) <= width else _split_clusters(piece):
            if taken + width_of(part) > width and lines[-1]:
                lines.append("")
                taken = 0
            lines[-1] += part
            taken += width_of(part)
    return lines


def longest_piece(text: str) -> int:
    """
    Count the columns of the longest piece at which `fold` breaks nothing.

    >>> longest_piece("anw-diensten Achterhoek"), longest_piece("")
    (10, 0)
    """
    return max((width_of(piece.strip()) for piece in _PIECE.findall(text)), default=0)


def _split_clusters(text: str) -> Iterator[str]:
    """Split text into what a reader takes for letters, each with what is laid over it."""
    start = 0
    for place in range(1, len(text)):
        if text[place - 1] != _JOINER and not _is_laid_over(text[place]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _is_laid_over(character: str) -> bool:
    if character.isascii() or character == _SOFT_HYPHEN:
        return False
    code = ord(character)
    return (
        unicodedata.category(character) in _LAID_OVER
        or code in _SKINS
        or any(code in vowels for vowels in _VOWELS_BELOW)
    )


def _measure(cluster: str) -> int:
    if _AS_EMOJI in cluster:
        return 2
    if _is_laid_over(cluster[0]):
        return 0
    return 2 if unicodedata.east_asian_width(cluster[0]) in _WIDE else 1
