"""Who takes part in what, in a generated file: two variants of the same size."""

import random
from collections.abc import Callable, Mapping
from itertools import accumulate

Choose = Callable[[int], list[int]]
"""From the number of a partnership to the numbers of its members: its own organisation first."""

ACTIVE = 5  # one organisation in so many takes part in more than its own partnership
HUBS = 50  # one in so many takes part everywhere

_COMMUNITY = (3.6, 0.5)  # of the logarithm of its size: half have 37 organisations or more
_LOGNORMAL = (1.2, 0.6)  # of the logarithm of a partnership's size: half have 3 members or more
_ORDINARY = (2, 30)  # fewest and most members of a partnership that is not wide
_WIDE = (50, 150)  # of one that is
_WIDE_EVERY = 500  # one partnership in so many is wide


def choose_thinly(size: int, choice: random.Random) -> Choose:
    """
    Choose two to six members: the organisation with the same number, active ones near it, hubs.

    Args:
        size: Number of organisations, and of partnerships.
        choice: Where every choice comes from.
    """

    def choose(number: int) -> list[int]:
        members = [number]
        wanted = choice.choice((2, 2, 3, 3, 4, 5, 6))
        while len(members) < wanted:
            if choice.random() < 0.15:
                other = int(size / HUBS * choice.random() ** 2) * HUBS
            elif choice.random() < 0.6:
                other = (number + choice.randint(-100, 100)) // ACTIVE * ACTIVE % size
            else:
                other = (number + choice.randint(1, 100)) % size
            other = min(other, size - 1)
            if other not in members:
                members.append(other)
        return members

    return choose


def choose_in_communities(size: int, choice: random.Random) -> Choose:
    """
    Choose members in communities: mostly of one's own, now and then of another.

    Sizes of communities and of partnerships are lognormal. One partnership in `_WIDE_EVERY` is
    wide, with 50 to 150 members of its own community and those around it.

    Args:
        size: Number of organisations, and of partnerships.
        choice: Where every choice comes from.
    """
    first, end = _lay_out_communities(size, choice)

    def choose(number: int) -> list[int]:
        wide = number % _WIDE_EVERY == _WIDE_EVERY // 2
        if wide:
            wanted, inside, near = choice.randint(*_WIDE), 0.4, 0.9
        else:
            fewest, most = _ORDINARY
            wanted = max(fewest, min(most, round(choice.lognormvariate(*_LOGNORMAL))))
            inside, near = 0.8, 0.95
        members = dict.fromkeys([number])
        start, width = first[number], end[number] - first[number]
        while len(members) < min(wanted, size):
            where = choice.random()
            if where < inside and len(members) < width:
                other = start + int(width * choice.random() ** 2)  # the first are the active ones
            elif where < near:
                other = (number + choice.randint(-200, 200)) % size
            else:
                other = int(size / HUBS * choice.random() ** 2) * HUBS
            members.setdefault(min(other, size - 1))
        return list(members)

    return choose


def _lay_out_communities(size: int, choice: random.Random) -> tuple[list[int], list[int]]:
    """Give for each organisation where its community begins and ends."""
    sizes: list[int] = []
    while sum(sizes) < size:
        sizes.append(max(5, round(choice.lognormvariate(*_COMMUNITY))))
    ends = [min(end, size) for end in accumulate(sizes)]
    first, end = [], []
    for start, stop in zip([0, *ends], ends, strict=False):
        first.extend([start] * (stop - start))
        end.extend([stop] * (stop - start))
    return first, end


VARIANTS: Mapping[str, Callable[[int, random.Random], Choose]] = {
    "thin": choose_thinly,
    "communities": choose_in_communities,
}
"""By name: partnerships all alike and thinly spread, or in communities, a few of them wide."""
