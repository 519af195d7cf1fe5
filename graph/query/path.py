"""How to get from one organisation to another, table by table, and what hangs together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graph.model.certainty import Certainty, doubt, least_sure
from graph.model.records import (
    Registry,
    Shared,
)
from graph.query.neighbours import list_ties, shared_partnerships


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """
    One way between two organisations: `organisations` in order, and one table between each two.

    `tables[n]` is shared by `organisations[n]` (its `left`) and `organisations[n + 1]` (`right`).
    """

    organisations: tuple[str, ...]
    tables: tuple[Shared, ...]

    @property
    def certainty(self) -> Certainty:
        """The least sure table on the way."""
        return least_sure(*(table.certainty for table in self.tables))


def find_chains(registry: Registry, left: str, right: str, *, most: int = 20) -> list[Chain]:
    """
    Find the shortest chains of partnerships between two organisations.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        left: Where the chain begins.
        right: Where it ends.
        most: How many to give at the most; there can be very many.

    Returns:
        Every shortest chain, the surest first, then in the order of ids;
        nothing where no chain is stated.
    """
    before = _list_steps(registry, left, right)
    if right not in before:
        return []
    chains = list(islice(_walk(registry, before, left, right), most))
    return sorted(chains, key=lambda chain: (doubt(chain.certainty), chain.organisations))


def count_chains(registry: Registry, left: str, right: str) -> int:
    """Count the shortest chains between two organisations; 0 where none is stated."""
    before = _list_steps(registry, left, right)
    counts = {left: 1}
    for id, nearer in before.items():  # nearest first: those before it are counted already
        if id != left:
            ties = list_ties(registry, id)
            counts[id] = sum(counts[other] * ties[other].weight for other in nearer)
    return counts.get(right, 0)


def find_component(registry: Registry, id: str, *, without: str | None = None) -> tuple[str, ...]:
    """
    Find the organisations that can be reached from one, itself among them, sorted.

    Args:
        registry: Checked data.
        id: Where to begin.
        without: An organisation that is thought away.
    """
    members = _list_members(registry)
    tables = _list_tables(registry)
    found, todo = {id}, [id]
    while todo:
        for table in tables.get(todo.pop(), ()):
            for other in members[table]:
                if other not in found and other != without:
                    found.add(other)
                    todo.append(other)
    return tuple(sorted(found))


def split_without(registry: Registry, id: str) -> list[tuple[str, ...]]:
    """
    Find the parts that the component of an organisation falls into without it, largest first.

    One part, or none for an organisation without a tie: then it is no cut vertex.
    """
    rest = set(find_component(registry, id)) - {id}
    parts = []
    while rest:
        part = find_component(registry, min(rest), without=id)
        parts.append(part)
        rest -= set(part)
    return sorted(parts, key=lambda part: (-len(part), part))


def _list_steps(registry: Registry, left: str, right: str) -> dict[str, list[str]]:
    """For each organisation up to the distance of `right`: those one step nearer to `left`."""
    members, tables = _list_members(registry), _list_tables(registry)
    before: dict[str, list[str]] = {left: []}
    ring = [left]
    while ring and right not in before:
        further: dict[str, set[str]] = {}
        for id in ring:
            for table in tables.get(id, ()):
                for other in members[table]:
                    if other not in before:
                        further.setdefault(other, set()).add(id)
        ring = sorted(further)
        before.update((id, sorted(further[id])) for id in ring)
    return before


def _walk(
    registry: Registry, before: dict[str, list[str]], left: str, right: str
) -> Iterator[Chain]:
    stack: list[tuple[tuple[str, ...], tuple[Shared, ...]]] = [((right,), ())]
    while stack:
        way, tables = stack.pop()
        if way[0] == left:
            yield Chain(organisations=way, tables=tables)
        for nearer in reversed(before[way[0]]):
            for table in reversed(shared_partnerships(registry, nearer, way[0])):
                stack.append(((nearer, *way), (table, *tables)))


def _list_members(registry: Registry) -> dict[str, list[str]]:
    return {
        id: [membership.organisation for membership in partnership.memberships]
        for id, partnership in registry.partnerships.items()
    }


def _list_tables(registry: Registry) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for id, members in _list_members(registry).items():
        for member in members:
            tables.setdefault(member, []).append(id)
    return tables
