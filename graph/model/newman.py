"""
Newman's weight: 1/(k-1) for a shared partnership of k named members; the large ones tie less.

Summed in whole units of 2^-40, then divided and rounded to nine decimals, so that the order in
which shared partnerships are added changes no bit of it, here, in the page's script and in a
database, and so that a third and a sixth make a half.

Reference: Newman 2001, Phys. Rev. E 64:016132, doi:10.1103/PhysRevE.64.016132.
"""

from collections.abc import Iterable
from math import floor

UNIT = 2**40
"""What a partnership of two members weighs; the error of a larger one is below 1e-12."""

DECIMALS = 10**9
"""One in the last decimal of a weight that is shown."""


def count_units(sizes: Iterable[int]) -> int:
    """
    Sum the weights of partnerships of k named members, 2 or more, in units of 2^-40.

    >>> count_units([4, 4]) == 2 * (2**40 // 3)
    True
    """
    return sum(UNIT // (size - 1) for size in sizes)


def weigh_newman(sizes: Iterable[int]) -> float:
    """
    Sum 1/(k-1) over partnerships of k named members, 2 or more.

    >>> weigh_newman([3, 2]), weigh_newman([4, 7])
    (1.5, 0.5)
    """
    return divide_units(count_units(sizes))


def divide_units(units: int) -> float:
    """
    Make a weight of units of 2^-40, rounded to nine decimals, as the page's script does.

    >>> divide_units(UNIT // 3)
    0.333333333
    """
    return floor(units / UNIT * DECIMALS + 0.5) / DECIMALS
