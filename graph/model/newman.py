"""
Newman's weight: 1/(k-1) for a shared partnership of k named members; the large ones tie less.

Summed in whole units of 2^-40 and divided when it is shown, so that the order in which shared
partnerships are added changes no bit of it, here, in the page's script and in a database.

Reference: Newman 2001, Phys. Rev. E 64:016132, doi:10.1103/PhysRevE.64.016132.
"""

from collections.abc import Iterable

UNIT = 2**40
"""What a partnership of two members weighs; the error of a larger one is below 1e-12."""


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

    >>> weigh_newman([3, 2])
    1.5
    """
    return count_units(sizes) / UNIT
