"""Words that stand nowhere in a text -> the place that is most like them."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.read.digest import Passage

_LIKE = 50  # of 100: less is no place to point at


class Nearest(NamedTuple):
    """The words of a text that are most like others, and the first line that they stand on."""

    line: int
    text: str


def find_nearest(words: str, passages: Iterable[Passage]) -> Nearest | None:
    """
    Find the stretch of a text that is most like some words.

    Args:
        words: As `normalise` gives them.
        passages: The text.

    Returns:
        Whole words of one passage; None where nothing is like them.

    >>> passage = Passage("Vandaag opende de GGD een poli met Altrecht.", 3, (7,))
    >>> find_nearest("De GGD opende een poli met Altrecht", [passage])
    Nearest(line=7, text='de GGD een poli met Altrecht.')
    """
    from rapidfuzz import fuzz  # only where a quote is refused

    best, found = float(_LIKE), None
    for passage in passages:
        place = fuzz.partial_ratio_alignment(words, passage.text, score_cutoff=best)
        if place and place.score > best:
            best, found = place.score, (passage, place.dest_start, place.dest_end)
    if not found:
        return None
    passage, start, end = found
    start = passage.text.rfind(" ", 0, start + 1) + 1
    after = passage.text.find(" ", max(start, end - 1))
    end = after if after >= 0 else len(passage.text)
    return Nearest((*passage.lines_of(start, end), passage.at)[0], passage.text[start:end].strip())
