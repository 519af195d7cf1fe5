"""Names of a table -> the organisations that are known by them, and those that look like them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.model.records import Organisation
from graph.scan.near import MOST_PAIRS, Neighbourhood


class Likeness(NamedTuple):
    """A name of a table that looks like that of a known organisation, and how much."""

    name: str
    other: str
    id: str
    likeness: int


def match_names(
    names: Iterable[str], organisations: Mapping[str, Organisation]
) -> Mapping[str, Organisation]:
    """
    Find the known organisation with exactly that name, or an alias that holds everywhere.

    A name that two of them have fits neither.
    """
    owners: dict[str, dict[str, Organisation]] = defaultdict(dict)
    for one in organisations.values():
        for form in (one.name, *(alias.text for alias in one.aliases if alias.source is None)):
            owners[form][one.id] = one
    found = {name: owners[name] for name in names if name in owners}
    return {name: next(iter(ones.values())) for name, ones in found.items() if len(ones) == 1}


def find_near(
    names: Sequence[str], organisations: Mapping[str, Organisation]
) -> tuple[Likeness, ...]:
    """
    Find the known organisations that names look like; they are never taken to be the same.

    Nothing is found where there are too many to compare.
    """
    if len(names) * len(organisations) > MOST_PAIRS:
        return ()
    around = Neighbourhood(organisations.values())
    return tuple(
        Likeness(name, near.name, near.organisation, near.likeness)
        for name in names
        for near in around.find(name)
    )
