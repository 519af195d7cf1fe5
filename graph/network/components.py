"""What is connected, and which organisations alone hold a component together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.network.incidence import Incidence
from graph.network.joined import join_groups

Part = tuple[str, ...]
"""Ids of organisations that are connected, sorted."""

LISTED = 100
"""A part of more organisations is counted, not listed: all parts of all cut vertices together grow
with the square of the data, and the listed ones hold no organisation more often than this."""


def find_components(incidence: Incidence) -> tuple[Part, ...]:
    """
    Find the sets of organisations that are connected by ties, those of one included.

    Args:
        incidence: Who takes part in what.

    Returns:
        Largest first, then by id; every organisation stands in just one of them.
    """
    parts: dict[str, list[str]] = {}
    for id, head in join_groups(incidence.organisations, incidence.cliques).items():
        parts.setdefault(head, []).append(id)
    return _largest_first(tuple(part) for part in parts.values())


def find_component(incidence: Incidence, id: str, *, without: str | None = None) -> Part:
    """
    Find the organisations that can be reached from one by ties, itself among them.

    Args:
        incidence: Who takes part in what.
        id: Where to begin.
        without: An organisation that is removed.

    Returns:
        Their ids, sorted.
    """
    found, seen, todo = {id}, set(), [id]
    while todo:
        for place in incidence.cliques_of.get(todo.pop(), ()):
            if place not in seen:
                seen.add(place)
                more = {other for other in incidence.cliques[place] if other != without} - found
                found |= more
                todo.extend(more)
    return tuple(sorted(found))


def split_component(incidence: Incidence, id: str) -> tuple[Part, ...]:
    """
    Find the parts that the component of an organisation falls into without it.

    Args:
        incidence: Who takes part in what.
        id: The organisation that is removed.

    Returns:
        The parts, the largest first. One, or none for an organisation without a tie: then it is
        no cut vertex.
    """
    parts: list[Part] = []
    found: set[str] = set()
    for other in incidence.partners_of(id):
        if other not in found:
            parts.append(find_component(incidence, other, without=id))
            found.update(parts[-1])
    return _largest_first(parts)


@dataclass(frozen=True, slots=True)
class CutVertex:
    """
    An organisation without which its component falls apart.

    `sizes`: how many organisations each part then has, largest first, two parts or more. What
    is in a part is listed when asked for: to list the parts of all of them is quadratic.
    """

    id: str
    sizes: tuple[int, ...]
    _tiles: "_Tiles" = field(repr=False, compare=False)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts, largest first, those of equal size by id."""
        return _largest_first(self.list_parts(self.sizes[0]).values())

    @property
    def lesser_parts(self) -> tuple[Part, ...]:
        """The parts but for the first, in the same order; as much work as there are ids in them."""
        first, second, *_ = self.sizes
        listed = _largest_first(self.list_parts(second).values())
        return listed if second < first else listed[1:]

    @property
    def listed(self) -> tuple[Part | None, ...]:
        """The parts in the order of `parts`, with None for one of more than `LISTED`."""
        found = _largest_first(self.list_parts(LISTED).values())
        return (*(None for _ in self.sizes[len(found) :]), *found)

    @property
    def pairs(self) -> int:
        """How many pairs of other organisations are connected through this one alone."""
        others = sum(self.sizes)
        return (others * others - sum(size * size for size in self.sizes)) // 2

    def find_part(self, other: str) -> int:
        """Find in which part another organisation of the component is: its place in `sizes`."""
        tile = bisect_right(self._tiles.starts, self._tiles.places[other]) - 1
        return self._tiles.parts[tile]

    def list_parts(self, most: int) -> dict[int, Part]:
        """List the parts of at most so many organisations, by place in `sizes`; linear in them."""
        found: dict[int, list[str]] = {
            part: [] for part, size in enumerate(self.sizes) if size <= most
        }
        order, starts, parts = self._tiles.order, self._tiles.starts, self._tiles.parts
        for start, end, part in zip(starts, (*starts[1:], len(order)), parts, strict=True):
            if part in found:
                found[part] += order[start:end]
        return {part: tuple(sorted(ids)) for part, ids in found.items()}


class _Tiles(NamedTuple):
    """
    The organisations of a component side by side, cut into spans; each belongs to one part.

    `order` and `places` (id -> place in `order`) are shared by the cut vertices of a component. The
    span of the cut vertex itself belongs to part -1.
    """

    order: tuple[str, ...]
    places: Mapping[str, int]
    starts: tuple[int, ...]
    parts: tuple[int, ...]


def find_cut_vertices(incidence: Incidence) -> tuple[CutVertex, ...]:
    """
    Find the organisations without which their component falls apart, by id.

    One walk over the two-mode graph of organisations and `cliques`, linear in the memberships.
    A partnership of one named member ties nobody and is left out; so the organisations that cut
    the two-mode graph are just those that cut the network of ties, which has d(d-1)/2 ties where
    a partnership has d memberships.

    Args:
        incidence: Who takes part in what.

    Returns:
        The cut vertices by id, each with the parts that are left without it.

    Reference: Hopcroft and Tarjan 1973, CACM 16:372-378.
    """
    organisations = incidence.organisations
    place = {id: number for number, id in enumerate(organisations)}
    joins: list[list[int]] = [[] for _ in organisations]
    for clique in incidence.cliques:
        members = [place[id] for id in clique]
        for member in members:
            joins[member].append(len(joins))
        joins.append(members)
    entered = [-1] * len(joins)
    found: list[CutVertex] = []
    for root in range(len(organisations)):
        if entered[root] < 0:
            found.extend(_walk_component(joins, organisations, root, entered))
    return tuple(sorted(found, key=lambda cut: cut.id))


def _walk_component(
    joins: list[list[int]], organisations: tuple[str, ...], root: int, entered: list[int]
) -> Iterator[CutVertex]:
    """
    Walk one component depth first, and give its cut vertices.

    Nodes are numbers: organisations first, cliques behind them. The organisations below a
    node of the walk stand side by side in `order`, so a part is a span of it.
    """
    count = len(organisations)
    order: list[str] = [organisations[root]]
    spans: dict[int, list[tuple[int, int]]] = {}
    low = {root: 0}
    entered[root] = 0
    stack = [(root, -1, iter(joins[root]), 0)]
    while stack:
        node, above, others, start = stack[-1]
        for other in others:
            if entered[other] < 0:
                entered[other] = low[other] = len(low)
                stack.append((other, node, iter(joins[other]), len(order)))
                if other < count:
                    order.append(organisations[other])
                break
            if other != above and entered[other] < low[node]:
                low[node] = entered[other]
        else:
            stack.pop()
            if above >= 0:
                low[above] = min(low[above], low[node])
                if above < count and low[node] >= entered[above]:
                    spans.setdefault(above, []).append((start, len(order)))
    if len(order) > 2:
        whole, places = tuple(order), {id: place for place, id in enumerate(order)}
        uncut = _Tiles(whole, places, starts=(), parts=())
        for node, below in spans.items():
            cut = _cut_order(organisations[node], below, uncut)
            if len(cut.sizes) > 1:
                yield cut


def _cut_order(id: str, below: list[tuple[int, int]], uncut: _Tiles) -> CutVertex:
    """Cut the walk of a component at one organisation: spans below it, and all that is left."""
    own, rest = -1, len(below)
    place = uncut.places[id]
    tiles = [(0, rest), (place, own)]
    after = place + 1
    for part, (start, end) in enumerate(below):
        tiles += [(after, rest), (start, part)]
        after = end
    tiles.append((after, rest))
    sizes = [end - start for start, end in below]
    sizes.append(len(uncut.order) - 1 - sum(sizes))
    largest_first = sorted(filter(sizes.__getitem__, range(rest + 1)), key=lambda n: -sizes[n])
    number = {part: place for place, part in enumerate(largest_first)}
    return CutVertex(
        id,
        tuple(sizes[part] for part in largest_first),
        uncut._replace(
            starts=tuple(start for start, _ in tiles),
            parts=tuple(number.get(part, own) for _, part in tiles),
        ),
    )


def _largest_first(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))
