"""TopoJSON (Bostock 2013) -> the shapes of its regions."""

from typing import Any

from graph.model.message import Message
from graph.read.boundaries.geometry import (
    Point,
    Refuser,
    RegionShape,
    Ring,
    join_regions,
    list_polygons,
)

Line = tuple[Point, ...]


def read_topojson(root: dict[str, Any], refuser: Refuser) -> tuple[RegionShape, ...]:
    """
    Read the one layer of a topology, a region each.

    Raises:
        SourceError: It has no layer or several, a region has no code, or arcs do not join.
    """
    lines = _read_arcs(root, refuser)
    return join_regions(
        (
            (about, _read_rings(geometry, lines, refuser, about[0]))
            for place, geometry in enumerate(_find_layer(root, refuser), 1)
            for about in [refuser.read_properties(geometry, place)]
        ),
        refuser,
    )


def _find_layer(root: dict[str, Any], refuser: Refuser) -> list[Any]:
    layers = root.get("objects")
    if not isinstance(layers, dict) or not layers:
        raise refuser.refuse(Message("boundaries.empty"))
    if len(layers) > 1:
        raise refuser.refuse(Message("boundaries.layers", names=", ".join(sorted(layers))))
    (layer,) = layers.values()
    inside = layer.get("geometries") if isinstance(layer, dict) else None
    if not isinstance(inside, list):
        raise refuser.refuse(Message("boundaries.empty"))
    return inside


def _read_arcs(root: dict[str, Any], refuser: Refuser) -> list[Line]:
    arcs = root.get("arcs")
    if not isinstance(arcs, list):
        raise refuser.refuse(Message("boundaries.no_arcs"))
    transform = root.get("transform")
    scale, shift = (1.0, 1.0), (0.0, 0.0)
    if transform is not None:
        if not isinstance(transform, dict):
            raise refuser.refuse(Message("boundaries.point", region="transform"))
        scale = refuser.read_point(transform.get("scale"), "transform")
        shift = refuser.read_point(transform.get("translate"), "transform")
    lines = []
    for place, arc in enumerate(arcs):
        if not isinstance(arc, list) or len(arc) < 2:
            raise refuser.refuse(Message("boundaries.arcs", place=place))
        points = [refuser.read_point(point, f"arc {place}") for point in arc]
        if transform is not None:
            points = _add_up(points)
        lines.append(tuple((x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in points))
    return lines


def _add_up(steps: list[Point]) -> list[Point]:
    """Turn steps from point to point into points."""
    x = y = 0.0
    points = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def _read_rings(geometry: Any, lines: list[Line], refuser: Refuser, region: str) -> list[Ring]:
    return [
        refuser.close(_join(ring, lines, refuser, region), region)
        for polygon in list_polygons(geometry, "arcs", refuser, region)
        for ring in polygon
    ]


def _join(ring: Any, lines: list[Line], refuser: Refuser, region: str) -> list[Point]:
    """Join arcs into one line; one below 0 is that of its complement, backwards."""
    if not isinstance(ring, list):
        raise refuser.refuse(Message("boundaries.joined", region=region))
    points: list[Point] = []
    for index in ring:
        if type(index) is not int or not -len(lines) <= index < len(lines):
            raise refuser.refuse(
                Message("boundaries.no_arc", region=region, index=str(index)[:20], count=len(lines))
            )
        line = lines[index] if index >= 0 else lines[~index][::-1]
        if points and points[-1] != line[0]:
            raise refuser.refuse(Message("boundaries.joined", region=region))
        points.extend(line[1:] if points else line)
    return points
