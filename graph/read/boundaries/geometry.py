"""Parts of both formats: what went wrong and where, numbers, rings, and regions by their codes."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.record import record

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line, without its first point again at the end."""

MOST_POINTS = 2_000_000
"""Points of all rings together: more are not drawn."""

_CODE, _NAME, _YEAR_AND_CODE = "statcode", "statnaam", "jrstatcode"


@record(frozen=True, slots=True, kw_only=True)
class RegionShape:
    """An official region: its code, name and year, as far as the file has these, and its rings."""

    code: str
    name: str
    year: int | None
    rings: tuple[Ring, ...]


class Refuser:
    """Says what is wrong with one file."""

    def __init__(self, file: str) -> None:
        self._file = file

    def refuse(self, why: Message) -> SourceError:
        """Make the error that names the file and the cause."""
        return SourceError(Message("boundaries.wrong", file=self._file, why=why))

    def read_point(self, value: Any, region: str) -> Point:
        """Read two finite numbers; a height behind them is passed over."""
        if not isinstance(value, list) or len(value) < 2:
            raise self.refuse(Message("boundaries.point", region=region))
        x, y = value[:2]
        for one in (x, y):
            if isinstance(one, bool) or not isinstance(one, int | float) or not _is_finite(one):
                raise self.refuse(Message("boundaries.point", region=region))
        return float(x), float(y)

    def close(self, points: list[Point], region: str) -> Ring:
        """Make a ring of a line that ends where it begins."""
        if not points or points[0] != points[-1]:
            raise self.refuse(Message("boundaries.open", region=region))
        return tuple(points[:-1])

    def read_properties(self, feature: Any, place: int) -> tuple[str, str, int | None]:
        """Read code, name and year of the feature in a place, counted from 1."""
        properties = feature.get("properties") if isinstance(feature, dict) else None
        found = properties if isinstance(properties, dict) else {}
        code = found.get(_CODE)
        if not isinstance(code, str) or not code.strip():
            there = ", ".join(sorted(map(str, found))[:8])
            raise self.refuse(Message("boundaries.no_code", place=place, there=there or "–"))
        code = code.strip()
        name, full = found.get(_NAME), found.get(_YEAR_AND_CODE)
        year = str(full).removesuffix(code) if full else ""
        number = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None
        return code, str(name) if name else code, number


def join_regions(
    found: Iterable[tuple[tuple[str, str, int | None], Iterable[Ring]]], refuser: Refuser
) -> tuple[RegionShape, ...]:
    """
    Put the rings of each region together, sorted by code.

    Raises:
        SourceError: No region has a shape, or all have too many points.
    """
    rings: dict[str, list[Ring]] = {}
    about: dict[str, tuple[str, int | None]] = {}
    points = 0
    for (code, name, year), its_rings in found:
        about.setdefault(code, (name, year))
        for ring in its_rings:
            if len(ring) < 3:  # what simplifying left of an islet: nothing lies within it
                continue
            points += len(ring)
            if points > MOST_POINTS:
                raise refuser.refuse(Message("boundaries.points", most=MOST_POINTS))
            rings.setdefault(code, []).append(ring)
    if not rings:
        raise refuser.refuse(Message("boundaries.empty"))
    return tuple(_make(code, about[code], rings[code]) for code in sorted(rings))


def list_polygons(geometry: Any, member: str, refuser: Refuser, region: str) -> Iterator[list[Any]]:
    """
    List the polygons of a geometry, each a list of what its rings are written as; none for null.

    Args:
        geometry: A geometry of either format.
        member: Where it has its rings: `coordinates` or `arcs`.
        refuser: Says what is wrong.
        region: Whose it is, for messages.

    Raises:
        SourceError: It is no polygon, or its lists are not nested as they should be.
    """
    if geometry is None:
        return
    kind = geometry.get("type") if isinstance(geometry, dict) else repr(geometry)[:20]
    if kind is None:
        return
    if kind not in ("Polygon", "MultiPolygon"):
        raise refuser.refuse(Message("boundaries.geometry", region=region, kind=str(kind)[:40]))
    written = geometry.get(member)
    for polygon in [written] if kind == "Polygon" else _as_list(written, refuser, region):
        yield _as_list(polygon, refuser, region)


def _as_list(value: Any, refuser: Refuser, region: str) -> list[Any]:
    if not isinstance(value, list):
        raise refuser.refuse(Message("boundaries.point", region=region))
    return value


def _make(code: str, about: tuple[str, int | None], rings: list[Ring]) -> RegionShape:
    name, year = about
    return RegionShape(code=code, name=name, year=year, rings=tuple(rings))


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # a whole number that no coordinate can be
        return False
