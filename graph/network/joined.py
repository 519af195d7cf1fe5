"""What belongs together when groups that overlap are joined."""

from collections.abc import Iterable
from itertools import pairwise


def join_groups(ids: Iterable[str], groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """
    Join the groups that have an id in common, directly or by way of others.

    Args:
        ids: All that there are.
        groups: Those that belong together; each holds only ids that there are.

    Returns:
        Every id, in the order given -> the least of all that it is joined with, itself included.

    Reference: Tarjan and Van Leeuwen 1984, J. ACM 31:245-281, for the halving of paths.

    >>> join_groups("abcde", ["bd", "ed"])
    {'a': 'a', 'b': 'b', 'c': 'c', 'd': 'b', 'e': 'b'}
    """
    head = {id: id for id in ids}

    def find(id: str) -> str:
        while head[id] != id:
            head[id] = head[head[id]]
            id = head[id]
        return id

    for group in groups:
        for one, other in pairwise(group):
            least, more = sorted((find(one), find(other)))
            head[more] = least
    return {id: find(id) for id in head}
