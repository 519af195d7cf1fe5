"""Newman's weight, summed in whole units so that no order of adding changes it."""

from fractions import Fraction
from functools import reduce
from itertools import permutations
from operator import add

from hypothesis import given
from hypothesis import strategies as st

from graph.model.newman import count_units, weigh_newman

SIZES = st.lists(st.integers(2, 5000), max_size=30)


def test_units_by_hand() -> None:
    """A partnership of two weighs 2^40 units, one of four a third of that, cut off."""
    assert count_units([2]) == 1_099_511_627_776
    assert count_units([4]) == 366_503_875_925
    assert count_units([]) == 0
    assert weigh_newman([2, 3, 5]) == 1.75
    assert weigh_newman([4, 7]) == 0.5
    assert weigh_newman([5, 6, 2]) == 1.45


def test_no_order_of_adding_changes_a_bit() -> None:
    """Doubles of fractions differ by the order in which they are added; units do not."""
    orders = list(permutations([11, 6, 4, 8]))
    added = {reduce(add, (1 / (size - 1) for size in order)) for order in orders}
    assert len(added) > 1  # `sum` makes up for it from Python 3.12 on

    assert len({weigh_newman(order) for order in orders}) == 1


@given(SIZES)
def test_the_error_is_below_1e_12_a_partnership(sizes: list[int]) -> None:
    """Units lie below the sum of the fractions, by less than 1e-12 for each; nine decimals show."""
    exact = sum((Fraction(1, size - 1) for size in sizes), Fraction(0))

    error = exact - Fraction(count_units(sizes), 2**40)

    assert 0 <= error <= len(sizes) * Fraction(1, 10**12)
    assert abs(exact - Fraction(weigh_newman(sizes))) < Fraction(6, 10**10)
