"""An earlier page or GraphML -> where everything stood, and a place beside it for what is new."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.page.data import clean_text
from graph.read.bytes import read_bytes

if TYPE_CHECKING:
    import networkx as nx

Place = tuple[float, float]

_OPENS, _CLOSES = '<script type="application/json" id="data">', "</script>"
_ROOM = (150.0, 90.0)  # an organisation keeps this free of others: labels are wide and low
_PARTNERSHIP_ROOM = (60.0, 50.0)  # so much a partnership
_SHOULDER = (34.0, -26.0)  # where a partnership stands that has one member
_HEADING = 70.0  # room above a first row of what is tied to nothing
_CLOSEST = 0.999  # of the room, between two places
_FINE = 5  # in so many squares each way a room is divided, to see at once what is taken
_COVERED = [  # the fine squares that lie as a whole within the room of a place, from its own
    (i, j)
    for i in range(-_FINE, _FINE + 1)
    for j in range(-_FINE, _FINE + 1)
    if math.hypot(abs(i) + 1, abs(j) + 1) < _CLOSEST * _FINE
]
_SMALLEST = 1e-6  # below this apart there is nothing to blow up
_LARGEST = 1e7  # pixels from the middle: no map is so wide
_ASKED = 1000  # places of which the nearest is looked for: among more each second, third, ...
_CROWDED = 40.0  # half of all stand closer to another than this: no picture for a page


def read_places(path: Path) -> dict[str, Place]:
    """
    Read from an earlier page or a GraphML file where organisations and partnerships stood.

    Returns:
        Cleaned id (as the page holds it) -> (x, y) in pixels, y downwards.

    Raises:
        SourceError: There is no such file, or it holds no places.
    """
    data = read_bytes(path, str(path), Message("places.hint"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(Message("places.no_page", file=str(path))) from None
    try:
        if path.suffix.lower() == ".graphml" or "<graphml" in text[:2000]:
            return _read_graphml(text)
        return _read_page(text)
    except _NoPlacesError as found:
        raise SourceError(Message("places.none", file=str(path), why=found.message)) from None


class _NoPlacesError(Exception):
    """What is wrong with a file that should say where things stand."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def _read_page(text: str) -> dict[str, Place]:
    try:
        _, _, behind = text.partition(_OPENS)
        held, closed, _ = behind.partition(_CLOSES)
        data = json.loads(held) if closed else {}
        block = data.get("data") or data["told"]  # as pages called it before 0.2
        keys = [one["key"] for one in block["organisations"]]
        places = {keys[int(node["id"][1:])]: (node["x"], node["y"]) for node in data["nodes"]}
        for one, place in zip(block["partnerships"], block.get("places", ()), strict=False):
            places[one["key"]] = (place[0], place[1])
        read = {str(key): (float(x), float(y)) for key, (x, y) in places.items()}
        if not _can_be_drawn(read):
            raise ValueError
        return read
    except (LookupError, AttributeError, TypeError, ValueError, OverflowError, RecursionError):
        raise _NoPlacesError(Message("places.no_map")) from None


def _read_graphml(text: str) -> dict[str, Place]:
    """Read `x` and `y` of each node, y upwards as Gephi and our own files have it."""
    from xml.etree.ElementTree import ParseError

    import networkx as nx

    try:
        graph = nx.parse_graphml(text)
        places = {
            str(id): (float(node["x"]), 0.0 - float(node["y"]))
            for id, node in graph.nodes(data=True)
            if "x" in node and "y" in node
        }
    except (nx.NetworkXError, ParseError, KeyError, TypeError, ValueError, RecursionError) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _NoPlacesError(Message("places.bad_graphml", said=said)) from None
    if not places or not _can_be_drawn(places):
        raise _NoPlacesError(Message("places.no_places"))
    ours = "content_hash" in graph.graph
    cleaned = {clean_text(id): place for id, place in places.items()}
    return cleaned if ours else _spread(cleaned)


def _can_be_drawn(places: dict[str, Place]) -> bool:
    """Tell whether every place is a number, and none so far out that the map would be a dot."""
    axes = (axis for at in places.values() for axis in at)
    return all(math.isfinite(axis) and abs(axis) <= _LARGEST for axis in axes)


def _spread(places: dict[str, Place]) -> dict[str, Place]:
    """Blow up a drawing whose neighbours stand too close for names: other tools draw smaller."""
    if len(places) < 2:
        return places
    import numpy as np

    points = np.array(list(places.values()))
    asked = points[:: -(-len(points) // _ASKED)]
    near = [np.partition(np.hypot(*(points - point).T), 1)[1] for point in asked]
    usual = float(np.median(near))
    if not _SMALLEST < usual < _CROWDED:
        return places
    factor = _ROOM[0] / usual
    return {id: (x * factor, y * factor) for id, (x, y) in places.items()}


def keep_places(
    bipartite: "nx.Graph", earlier: Mapping[str, Place], fresh: Mapping[str, Place]
) -> dict[str, Place]:
    """
    Leave what was there in its place, and find a place for what is new.

    A new organisation stands as near as there is room to those it shares a table with; one that
    shares none stands in a row below. Nothing that was there moves.

    Args:
        bipartite: Two-mode graph from `build_bipartite`.
        earlier: From `read_places`.
        fresh: Positions as they would be without an earlier page; used where nothing is kept.

    Returns:
        Id -> (x, y) in pixels, rounded to 0.1.
    """
    kept = {id: earlier[clean_text(id)] for id in bipartite if clean_text(id) in earlier}
    sides = {id: int(side) for id, side in bipartite.nodes(data="bipartite")}
    people = [id for id in sorted(sides) if sides[id] == 0]
    if not any(id in kept for id in people):
        return dict(fresh)
    partners = {id: _list_partners(bipartite, id) for id in people}
    placed = {id: kept[id] for id in people if id in kept}
    alone = _Bounds(place for id, place in placed.items() if not partners[id])
    free = _Free(_ROOM, placed.values())
    for id in _nearest_first(partners, [id for id in people if id not in kept]):
        near = [placed[one] for one in partners[id] if one in placed]
        if near:
            placed[id] = free.take(_middle(near), rows=False)
        elif alone.any and not partners[id]:  # where the others stand that are tied to nothing
            placed[id] = free.take((alone.left, alone.top), rows=True)
        else:
            placed[id] = free.take(free.below(), rows=True)
        if not partners[id]:
            alone.add(placed[id])
    tables = {id: kept[id] for id in sorted(sides) if sides[id] == 1 and id in kept}
    free = _Free(_PARTNERSHIP_ROOM, (*placed.values(), *tables.values()))
    for id in sorted(id for id in sides if sides[id] == 1 and id not in kept):
        members = [placed[one] for one in sorted(bipartite[id])]
        if len(members) == 1:
            tables[id] = (members[0][0] + _SHOULDER[0], members[0][1] + _SHOULDER[1])
            free.bounds.add(tables[id])
        else:
            start = _middle(members) if members else free.below()
            tables[id] = free.take(start, rows=not members)
    return {id: (round(x, 1), round(y, 1)) for id, (x, y) in sorted({**placed, **tables}.items())}


def _list_partners(bipartite: "nx.Graph", id: str) -> list[str]:
    return sorted({member for table in bipartite[id] for member in bipartite[table]} - {id})


def _nearest_first(partners: Mapping[str, list[str]], new: list[str]) -> Iterator[str]:
    """Go outward from what is placed, so that each finds a partner in place if it can."""
    waiting = set(new)
    following = [id for id in new if any(one not in waiting for one in partners[id])]
    others = iter(new)
    while waiting:
        edge = following or [next(id for id in others if id in waiting)]
        following = []
        for id in edge:
            if id in waiting:
                waiting.remove(id)
                yield id
                following += (one for one in partners[id] if one in waiting)


def _middle(places: Iterable[Place]) -> Place:
    every = list(places)
    return sum(x for x, _ in every) / len(every), sum(y for _, y in every) / len(every)


class _Bounds:
    """The smallest upright rectangle around places."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.left = self.top = math.inf
        self.right = self.bottom = -math.inf
        for place in places:
            self.add(place)

    @property
    def any(self) -> bool:
        return self.left < math.inf

    def add(self, place: Place) -> None:
        self.left, self.right = min(self.left, place[0]), max(self.right, place[0])
        self.top, self.bottom = min(self.top, place[1]), max(self.bottom, place[1])


class _Free:
    """What is taken, by the squares of a grid, so that a free place is found at once."""

    def __init__(self, room: Place, taken: Iterable[Place]) -> None:
        self._room = room
        self._squares: dict[tuple[int, int], list[Place]] = {}
        self.bounds = _Bounds(())
        self._covered: set[tuple[int, int]] = set()  # fine squares without any free place
        for place in taken:
            self._keep(place)
        self._right = self.bounds.right if self.bounds.any else 0.0
        self._filled: dict[Place, int] = {}  # by where rows begin: places that are taken

    def take(self, start: Place, *, rows: bool) -> Place:
        """Take the first free place: around `start`, or row by row to its right and below."""
        place = self._take_in_rows(start) if rows else self._take_around(start)
        self._keep(place)
        return place

    def below(self) -> Place:
        """Find where a first row begins below everything."""
        left, bottom = (self.bounds.left, self.bounds.bottom) if self.bounds.any else (0.0, 0.0)
        return left, bottom + _ROOM[1] + _HEADING

    def _take_around(self, start: Place) -> Place:
        offers = (offer for ring in count() for offer in self._ring(start, ring))
        return next(offer for offer in offers if self._is_free(offer))

    def _ring(self, start: Place, ring: int) -> Iterator[Place]:
        for step in range(6 * ring or 1):
            angle = math.tau * step / (6 * ring or 1)
            yield (
                start[0] + ring * 0.5 * self._room[0] * math.cos(angle),
                start[1] + ring * 0.5 * self._room[1] * math.sin(angle),
            )

    def _take_in_rows(self, start: Place) -> Place:
        across = max(4, int((self._right - start[0]) / (self._room[0] + 20)) + 1)
        offers = (
            (number, (start[0] + column * (self._room[0] + 20), start[1] + row * self._room[1]))
            for number in count(self._filled.get(start, 0))
            for row, column in [divmod(number, across)]
        )
        number, place = next((number, offer) for number, offer in offers if self._is_free(offer))
        self._filled[start] = number + 1
        return place

    def _keep(self, place: Place) -> None:
        self.bounds.add(place)
        self._squares.setdefault(self._square(place), []).append(place)
        column, row = self._square(place, _FINE)
        self._covered.update((column + i, row + j) for i, j in _COVERED)

    def _square(self, place: Place, parts: int = 1) -> tuple[int, int]:
        """Name the square of a place, where the room is divided into so many parts."""
        return (
            math.floor(place[0] / self._room[0] * parts),
            math.floor(place[1] / self._room[1] * parts),
        )

    def _is_free(self, place: Place) -> bool:
        if self._square(place, _FINE) in self._covered:
            return False
        column, row = self._square(place)
        return not any(
            math.hypot(
                (place[0] - x) / self._room[0],
                (place[1] - y) / self._room[1],
            )
            < _CLOSEST
            for near in ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
            for x, y in self._squares.get(near, ())
        )
