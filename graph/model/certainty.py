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


def join_ends(
    partnership: Certainty, left: Certainty, right: Certainty, *, compound: bool = True
) -> Certainty:
    """
    Combine what a tie through one partnership rests on: the partnership and both memberships.

    As sure as the least of the three. Two memberships that are each inferred are two steps, and
    make a tie that is less sure than either.

    Args:
        partnership: How sure it is that the partnership exists.
        left: How sure the membership of one end is, with who that end is.
        right: How sure that of the other end is.
        compound: Whether two steps count as more than one: not in a file of `schema: 1`.

    >>> join_ends("high", "medium", "high"), join_ends("high", "medium", "medium")
    ('medium', 'low')
    """
    if compound and left != "high" and right != "high":
        return "low"
    return least_sure(partnership, left, right)
