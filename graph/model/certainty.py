"""How sure a claim is, and how claims that rest on each other combine."""

from typing import Literal

Certainty = Literal["high", "medium", "low"]
CERTAINTIES: tuple[Certainty, ...] = ("high", "medium", "low")
"""From most to least sure: stated; one step of inference; a passing mention."""

_DOUBT = {certainty: doubt for doubt, certainty in enumerate(CERTAINTIES)}


def doubt(certainty: Certainty) -> int:
    """Give the place of a certainty from 0, the surest: to sort by."""
    return _DOUBT[certainty]


def least_sure(*certainties: Certainty) -> Certainty:
    """
    Combine claims that must all hold; `high` where there are none.

    >>> least_sure("high", "low", "medium"), least_sure()
    ('low', 'high')
    """
    return max(certainties, key=_DOUBT.__getitem__, default="high")


def surest(*certainties: Certainty) -> Certainty:
    """
    Combine claims of which one is enough.

    Raises:
        ValueError: There are none.

    >>> surest("low", "medium")
    'medium'
    """
    return min(certainties, key=_DOUBT.__getitem__)


def is_as_sure(certainty: Certainty, least: Certainty) -> bool:
    """
    Tell whether a claim is at least as sure as asked for.

    >>> is_as_sure("medium", "low"), is_as_sure("low", "medium")
    (True, False)
    """
    return _DOUBT[certainty] <= _DOUBT[least]
