"""Who takes part in what, in a generated file: three variants of the same size."""

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

_REGION = 25  # organisations a region, on average; the sizes of regions follow Zipf's law
_NATIONAL = 20  # one organisation in so many takes part in any region
_IN_REGION = (1.0, 0.7)  # of the logarithm of a partnership's size
_WIDE_IN_REGION_EVERY = 250
_FROM_ELSEWHERE = (0.05, 0.6)  # of a partnership's members; where a national one keeps it


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


def choose_in_regions(size: int, choice: random.Random) -> Choose:
    """
    Choose members by region: most from that of the first, and others from anywhere.

    Of the partnership of a national organisation most come from elsewhere. One in
    `_WIDE_IN_REGION_EVERY` is wide.

    Args:
        size: Number of organisations, and of partnerships.
        choice: Where every choice comes from.
    """
    regions = lay_out_regions(size)
    members_of: dict[int, list[int]] = {}
    for number, region in enumerate(regions):
        members_of.setdefault(region, []).append(number)

    def choose(number: int) -> list[int]:
        wide = number % _WIDE_IN_REGION_EVERY == _WIDE_IN_REGION_EVERY // 2
        fewest, most = _WIDE if wide else _ORDINARY
        drawn = choice.randint(*_WIDE) if wide else round(choice.lognormvariate(*_IN_REGION))
        wanted = min(max(fewest, min(most, drawn)), size // 4)
        own, elsewhere = members_of[regions[number]], _FROM_ELSEWHERE[number % _NATIONAL == 0]
        members = dict.fromkeys([number])
        while len(members) < wanted:
            if choice.random() > elsewhere and len(members) < len(own):
                other = own[int(len(own) * choice.random() ** 2)]
            elif choice.random() < 0.3:
                other = choice.randrange(0, size, _NATIONAL)
            else:
                other = choice.randrange(size)
            members.setdefault(other)
        return list(members)

    return choose


def lay_out_regions(size: int) -> list[int]:
    """Give for each organisation the number of its region: few regions are large, many small."""
    count = max(2, size // _REGION)
    shares = list(accumulate(1 / (place + 1) for place in range(count)))
    return [
        next(place for place, share in enumerate(shares) if number < share / shares[-1] * size)
        for number in range(size)
    ]


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
    "regions": choose_in_regions,
}
"""By name: partnerships all alike and thinly spread, in communities, or in regions of the data."""
