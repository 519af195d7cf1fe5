"""Where the words of a quote stand in a document, told apart by the words around them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from graph.read.digest import Passage, normalise

_LONGEST = 40
"""Characters of context on either side; whole words, as many as fit."""


class Context(NamedTuple):
    """The words right before and right after a quote, in its paragraph; empty where none stand."""

    before: str = ""
    after: str = ""


class Place(NamedTuple):
    """Where a quote stands: the stretch `start` to `end` of the text of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the original that it renders; none where those are not known."""
        return self.passage.lines_of(self.start, self.end)

    @property
    def context(self) -> Context:
        """The words around it, with the blank between them and the quote where there is one."""
        text = self.passage.text
        before = text[max(0, self.start - _LONGEST - 1) : self.start]
        after = text[self.end : self.end + _LONGEST + 1]
        if len(before) > _LONGEST:
            before = before.partition(" ")[2]
        if len(after) > _LONGEST:
            after = after.rpartition(" ")[0]
        return Context(before, after)


def find_places(passages: Iterable[Passage], quote: str) -> Iterator[Place]:
    """
    Find where a quote stands as whole words.

    Args:
        passages: Where to look, in order.
        quote: Words as `normalise` gives them.

    >>> passage = Passage("Elaa doet mee. Ook Elaassen doet mee.", 3, (3,))
    >>> [(place.start, place.lines) for place in find_places([passage], "Elaa")]
    [(0, (3,))]
    """
    for passage in passages:
        start = passage.text.find(quote)
        while start >= 0:
            end = start + len(quote)
            if not _cuts(passage.text, start) and not _cuts(passage.text, end):
                yield Place(passage, start, end)
            start = passage.text.find(quote, start + 1)


def fits(place: Place, context: Context) -> bool:
    """Tell whether the words around a place are those of a context, whatever the blanks."""
    return _agree(place, context) == sum(map(len, map(normalise, context)))


def choose_places(places: Sequence[Place], context: Context) -> list[Place]:
    """
    Choose the places whose surroundings agree with a context over the longest stretch.

    Without anything to tell them apart these are all of them.

    >>> passage = Passage("In Zeist doet Elaa mee. In Soest doet Elaa mee.", 3, (3,))
    >>> both = list(find_places([passage], "doet Elaa mee"))
    >>> [place.start for place in choose_places(both, Context("Nu in Soest "))]
    [33]
    """
    agreed = [_agree(place, context) for place in places]
    most = max(agreed, default=0)
    return [place for place, length in zip(places, agreed, strict=True) if length == most]


def _agree(place: Place, context: Context) -> int:
    """Count the characters around a place that are those of a context, outwards from the place."""
    text, (before, after) = place.passage.text, map(normalise, context)
    left = text[max(0, place.start - len(before) - 1) : place.start].rstrip()
    right = text[place.end : place.end + len(after) + 1].lstrip()
    return _count_same(left[::-1], before[::-1]) + _count_same(right, after)


def _count_same(left: str, right: str) -> int:
    """Count the characters with which two texts begin alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
    )


def _cuts(text: str, at: int) -> bool:
    """Tell whether a word goes on from one side of a place in a text to the other."""
    return 0 < at < len(text) and _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
