"""Units and their parents: never at one table, since folding them would make a self-loop."""

from collections.abc import Iterable, Iterator, Mapping

from graph.model.message import Message
from graph.model.records import Registry
from graph.schema.finding import Finding


def check_units(registry: Registry) -> Iterator[Finding]:
    """A unit and its parent do not sit at one table: folding them would make a self-loop."""
    spans = _find_spans(registry)
    for id, partnership in registry.partnerships.items():
        present = {membership.organisation for membership in partnership.memberships}
        parents = _find_parents(present, spans)
        for position, membership in enumerate(partnership.memberships):
            unit = membership.organisation
            if unit in parents:
                message = Message("rule.with_parent", unit=repr(unit), parent=repr(parents[unit]))
                yield Finding(("partnerships", id, "members", position), message)


def _find_spans(registry: Registry) -> dict[str, tuple[int, int]]:
    """
    Number organisations so that the span of each holds those of its units, and theirs.

    What is in a circle, or a unit of it, has none: `check_circles` says so.
    """
    units: dict[str | None, list[str]] = {}
    for id, organisation in registry.organisations.items():
        known = organisation.part_of in registry.organisations
        units.setdefault(organisation.part_of if known else None, []).append(id)
    firsts: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    todo = units.get(None, [])[::-1]
    while todo:
        id = todo.pop()
        if id in firsts:  # all its units have been numbered
            spans[id] = (firsts[id], len(firsts))
            continue
        firsts[id] = len(firsts)
        todo += [id, *units.get(id, ())]
    return spans


def _find_parents(present: Iterable[str], spans: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """Find of each unit that is present the nearest parent that is, going by where spans begin."""
    parents: dict[str, str] = {}
    around: list[str] = []
    for id in sorted((one for one in present if one in spans), key=lambda one: spans[one]):
        while around and spans[around[-1]][1] <= spans[id][0]:
            around.pop()
        if around:
            parents[id] = around[-1]
        around.append(id)
    return parents
