"""Which region lies within which."""

from collections.abc import Iterable, Mapping

from graph.model.records import Term


def list_within(regions: Mapping[str, Term], wanted: Iterable[str]) -> set[str]:
    """
    Take along every region within the wanted ones, however deep.

    >>> nl, utrecht = Term(id="nl", labels={}), Term(id="utrecht", labels={}, within="nl")
    >>> sorted(list_within({"nl": nl, "utrecht": utrecht}, ["nl"]))
    ['nl', 'utrecht']
    """
    inside: dict[str | None, list[str]] = {}
    for id, region in regions.items():
        inside.setdefault(region.within, []).append(id)
    found: set[str] = set()
    todo = list(wanted)
    while todo:
        id = todo.pop()
        if id not in found:
            found.add(id)
            todo.extend(inside.get(id, ()))
    return found


def list_around(regions: Mapping[str, Term], id: str) -> list[str]:
    """List a region and all that it lies within, from near to far."""
    found = [id]
    while (term := regions.get(found[-1])) and term.within and term.within not in found:
        found.append(term.within)
    return found


def are_related(regions: Mapping[str, Term], left: str, right: str) -> bool:
    """Tell whether two regions are the same, or one lies within the other."""
    return right in list_around(regions, left) or left in list_around(regions, right)
