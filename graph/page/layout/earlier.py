"""An earlier page or GraphML -> where everything stood, and a place beside it for what is new."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model.errors import SourceError
from graph.page.data import clean_text

if TYPE_CHECKING:
    import networkx as nx

Place = tuple[float, float]

_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
_ROOM = (150.0, 90.0)  # an organisation keeps this free of others: labels are wide and low
_SEAT = (60.0, 50.0)  # so much a partnership
_SHOULDER = (34.0, -26.0)  # where a partnership stands that has one member
_HEADING = 70.0  # room above a first row of what is tied to nothing
_CROWDED = 40.0  # half of all stand closer to another than this: no picture for a page


def read_places(path: Path) -> dict[str, Place]:
    """
    Read from an earlier page or a GraphML file where organisations and partnerships stood.

    Returns:
        Cleaned id (as the page holds it) -> (x, y) in pixels, y downwards.

    Raises:
        SourceError: There is no such file, or it holds no places.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file, name an earlier network.html") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path}: no page, name an earlier network.html") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}") from error
    try:
        if path.suffix.lower() == ".graphml" or "<graphml" in text[:2000]:
            return _read_graphml(text)
        return _read_page(text)
    except _NoPlacesError as found:
        raise SourceError(f"{path}: {found}") from None


class _NoPlacesError(Exception):
    """What is wrong with a file that should say where things stand."""


def _read_page(text: str) -> dict[str, Place]:
    try:
        found = _DATA.search(text)
        data = json.loads(found[1]) if found else {}
        block = data.get("data") or data["told"]  # as pages called it before 0.2
        keys = [one["key"] for one in block["organisations"]]
        places = {keys[int(node["id"][1:])]: (node["x"], node["y"]) for node in data["nodes"]}
        for one, place in zip(block["partnerships"], block.get("places", ()), strict=False):
            places[one["key"]] = (place[0], place[1])
        return {str(key): (float(x), float(y)) for key, (x, y) in places.items()}
    except (KeyError, IndexError, TypeError, ValueError):
        raise _NoPlacesError("holds no map of collabgraph, name an earlier network.html") from None


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
    except (nx.NetworkXError, ParseError, KeyError, TypeError, ValueError) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _NoPlacesError(
            f"GraphML that cannot be read ({said}), name an earlier network.html"
        ) from None
    if not places or not all(map(math.isfinite, (axis for at in places.values() for axis in at))):
        raise _NoPlacesError(
            "no node has a place (x and y): name an earlier network.html, or GraphML as build "
            "writes it or as Gephi exports it"
        )
    ours = "content_hash" in graph.graph
    cleaned = {clean_text(id): place for id, place in places.items()}
    return cleaned if ours else _spread(cleaned)


def _spread(places: dict[str, Place]) -> dict[str, Place]:
    """Blow up a drawing whose neighbours stand too close for names: other tools draw smaller."""
    if len(places) < 2:
        return places
    import numpy as np

    points = np.array(list(places.values()))
    near = [np.sort(np.hypot(*(points - point).T))[1] for point in points]
    usual = float(np.median(near))
    if not 0 < usual < _CROWDED:
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
    placed = {id: kept[id] for id in people if id in kept}
    free = _Free(_ROOM, placed.values())
    for id in _nearest_first(bipartite, [id for id in people if id not in kept], placed):
        near = [placed[one] for one in _partners(bipartite, id) if one in placed]
        start = _middle(near) if near else _next_row(bipartite, placed, id)
        placed[id] = free.take(start, rows=not near)
    tables = {id: kept[id] for id in sorted(sides) if sides[id] == 1 and id in kept}
    free = _Free(_SEAT, (*placed.values(), *tables.values()))
    for id in sorted(id for id in sides if sides[id] == 1 and id not in kept):
        members = [placed[one] for one in sorted(bipartite[id])]
        if len(members) == 1:
            start = (members[0][0] + _SHOULDER[0], members[0][1] + _SHOULDER[1])
        else:
            start = _middle(members) if members else _below([*placed.values(), *tables.values()])
        tables[id] = start if len(members) == 1 else free.take(start, rows=not members)
    return {id: (round(x, 1), round(y, 1)) for id, (x, y) in sorted({**placed, **tables}.items())}


def _partners(bipartite: "nx.Graph", id: str) -> list[str]:
    return sorted({member for table in bipartite[id] for member in bipartite[table]} - {id})


def _nearest_first(
    bipartite: "nx.Graph", new: list[str], placed: Mapping[str, Place]
) -> Iterator[str]:
    """Go outward from what is placed, so that each finds a partner in place if it can."""
    waiting = dict.fromkeys(new)
    known = set(placed)
    edge = [id for id in new if any(one in known for one in _partners(bipartite, id))]
    while waiting:
        following: list[str] = []
        for id in edge or [next(iter(waiting))]:
            if id in waiting:
                del waiting[id]
                yield id
                following += (one for one in _partners(bipartite, id) if one in waiting)
        edge = following


def _middle(places: Iterable[Place]) -> Place:
    every = list(places)
    return sum(x for x, _ in every) / len(every), sum(y for _, y in every) / len(every)


def _next_row(bipartite: "nx.Graph", placed: Mapping[str, Place], id: str) -> Place:
    """Begin where the others that are tied to nothing stand, else below everything."""
    alone = [place for one, place in placed.items() if not _partners(bipartite, one)]
    if alone and not _partners(bipartite, id):
        return min(x for x, _ in alone), min(y for _, y in alone)
    return _below(placed.values())


def _below(places: Iterable[Place]) -> Place:
    every = list(places) or [(0.0, 0.0)]
    return min(x for x, _ in every), max(y for _, y in every) + _ROOM[1] + _HEADING


class _Free:
    """What is taken, by the squares of a grid, so that a free place is found at once."""

    def __init__(self, room: Place, taken: Iterable[Place]) -> None:
        self._room = room
        self._squares: dict[tuple[int, int], list[Place]] = {}
        every = list(taken)
        self._right = max((x for x, _ in every), default=0.0)
        for place in every:
            self._keep(place)

    def take(self, start: Place, *, rows: bool) -> Place:
        """Take the first free place: around `start`, or row by row to its right and below."""
        offers = self._rows(start) if rows else self._rings(start)
        place = next(offer for offer in offers if self._is_free(offer))
        self._keep(place)
        return place

    def _rings(self, start: Place) -> Iterator[Place]:
        yield start
        for ring in count(1):  # pragma: no branch - a place is free before long
            for step in range(6 * ring):
                angle = math.tau * step / (6 * ring)
                yield (
                    start[0] + ring * 0.5 * self._room[0] * math.cos(angle),
                    start[1] + ring * 0.5 * self._room[1] * math.sin(angle),
                )

    def _rows(self, start: Place) -> Iterator[Place]:
        across = max(4, int((self._right - start[0]) / (self._room[0] + 20)) + 1)
        for number in count():  # pragma: no branch - a place is free before long
            row, column = divmod(number, across)
            yield start[0] + column * (self._room[0] + 20), start[1] + row * self._room[1]

    def _keep(self, place: Place) -> None:
        self._squares.setdefault(self._square(place), []).append(place)

    def _square(self, place: Place) -> tuple[int, int]:
        return math.floor(place[0] / self._room[0]), math.floor(place[1] / self._room[1])

    def _is_free(self, place: Place) -> bool:
        column, row = self._square(place)
        return not any(
            math.hypot(
                (place[0] - x) / self._room[0],
                (place[1] - y) / self._room[1],
            )
            < 0.999
            for near in ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
            for x, y in self._squares.get(near, ())
        )
