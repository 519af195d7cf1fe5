"""Members of partnerships -> which two organisations share which: the one-mode projection."""

from collections.abc import Iterable, Sequence
from itertools import combinations

Pair = tuple[str, str]
"""Two ids of organisations, the lesser first: the ends of a tie."""


def find_shared(members: Iterable[tuple[str, Sequence[str]]]) -> dict[Pair, tuple[str, ...]]:
    """
    Project the two-mode relation: tie every two organisations that share a partnership.

    One pass, linear in the pairs of members. networkx's own projections intersect the neighbours
    of every pair, and leave the order of ties to the hash seed.

    Args:
        members: Ids of partnerships in order, each with the sorted ids of its members.

    Returns:
        Each pair that shares a partnership -> the ids of those, in the order given. The pairs
        stand in the order in which they are found. The length is the weight of the tie.

    Reference: Breiger 1974, Social Forces 53:181-190.

    >>> find_shared([("p", "abc"), ("q", "ab")])
    {('a', 'b'): ('p', 'q'), ('a', 'c'): ('p',), ('b', 'c'): ('p',)}
    """
    found: dict[Pair, tuple[str, ...]] = {}
    for id, inside in members:
        only = (id,)  # one tuple for all pairs of this partnership: most share no other
        for pair in combinations(inside, 2):
            found[pair] = (*found[pair], id) if pair in found else only
    return found


def sort_ends(one: str, other: str) -> Pair:
    """Put the ends of a tie in their order."""
    return (one, other) if one < other else (other, one)
