"""How large the data are, and how much of it is connected."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from graph.network.components import find_components
from graph.network.incidence import Incidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """
    What is counted of the whole.

    `of_two_or_more`, `of_one`, `of_none`: partnerships by how many members they name.
    `components`: how many organisations each has, largest first; only those of two or more.
    `isolates`: organisations without a tie, sorted. `largest`: the partnership with most named
    members, the first by id; None where none has three, since it then makes no more ties than
    another. `largest_size`, `largest_ties`: its named members, and the ties between them.
    """

    organisations: int
    partnerships: int
    of_two_or_more: int
    of_one: int
    of_none: int
    memberships: int
    ties: int
    components: tuple[int, ...]
    isolates: tuple[str, ...]
    largest: str | None
    largest_size: int
    largest_ties: int


def find_size(incidence: Incidence) -> Size:
    """Count what there is."""
    sizes = Counter(map(incidence.size, incidence.partnerships))
    parts = find_components(incidence)
    largest = max(incidence.partnerships, key=incidence.size, default="")
    members = [member.organisation for member in incidence.members_of(largest)]
    return Size(
        organisations=len(incidence.organisations),
        partnerships=len(incidence.partnerships),
        of_two_or_more=sum(count for size, count in sizes.items() if size > 1),
        of_one=sizes[1],
        of_none=sizes[0],
        memberships=incidence.memberships,
        ties=len(incidence.shared),
        components=tuple(len(part) for part in parts if len(part) > 1),
        isolates=tuple(sorted(part[0] for part in parts if len(part) == 1)),
        largest=largest if incidence.size(largest) > 2 else None,
        largest_size=incidence.size(largest),
        largest_ties=sum(pair in incidence.shared for pair in combinations(members, 2)),
    )
