"""A file of boundaries -> shapes of regions, in degrees or in the Dutch grid."""

import json
from pathlib import Path
from typing import Any

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.record import record
from graph.read.boundaries.geojson import read_geojson
from graph.read.boundaries.geometry import Refuser, RegionShape
from graph.read.boundaries.topojson import read_topojson
from graph.read.bytes import read_bytes

LARGEST_FILE = 64_000_000
"""Bytes of a file of boundaries: the generalised ones of all municipalities have 10 million."""

_READERS = {"FeatureCollection": read_geojson, "Topology": read_topojson}
_DEGREES = (-180.0, -90.0, 180.0, 90.0)
_DUTCH_GRID = (-10_000.0, 290_000.0, 310_000.0, 640_000.0)  # metres: EPSG:28992, and some around


@record(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """
    The shapes of a file, sorted by code.

    `degrees`: whether points are longitude and latitude (EPSG:4258 or 4326), else metres in the
    Dutch grid (Rijksdriehoek, EPSG:28992).
    """

    file: str
    shapes: tuple[RegionShape, ...]
    degrees: bool

    @property
    def years(self) -> tuple[int, ...]:
        """Of which years the division is; mostly one, none where the file does not say."""
        return tuple(sorted({one.year for one in self.shapes if one.year is not None}))


def read_boundaries(path: Path) -> Boundaries:
    """
    Read TopoJSON or GeoJSON whose regions have a `statcode`.

    Args:
        path: The file, as CBS and Kadaster publish it, generalised.

    Raises:
        SourceError: It cannot be read, is no such file, or its points lie in no projection that is
            known. What is wrong is said once, with the file.
    """
    file = str(path)
    refuser = Refuser(file)
    root = _parse(read_bytes(path, file, most=LARGEST_FILE), file, refuser)
    kind = root.get("type") if isinstance(root, dict) else None
    if not isinstance(kind, str) or kind not in _READERS:
        raise refuser.refuse(Message("boundaries.kind"))
    shapes = _READERS[kind](root, refuser)
    return Boundaries(file=file, shapes=shapes, degrees=_find_degrees(shapes, refuser))


def _parse(data: bytes, file: str, refuser: Refuser) -> Any:
    def refuse_constant(name: str) -> Any:
        raise refuser.refuse(Message("boundaries.constant", name=name))

    if not data.strip():
        raise SourceError(Message("source.empty", file=file))
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=refuse_constant)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(Message("source.not_utf8", file=file, line=line)) from None
    except json.JSONDecodeError as error:
        raise refuser.refuse(Message("boundaries.not_json", line=error.lineno)) from None
    except (RecursionError, ValueError):  # nested too deep, or a number of too many digits
        raise refuser.refuse(Message("boundaries.kind")) from None


def _find_degrees(shapes: tuple[RegionShape, ...], refuser: Refuser) -> bool:
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    xs, ys = zip(*points, strict=True)
    box = (min(xs), min(ys), max(xs), max(ys))
    for (left, bottom, right, top), degrees in ((_DEGREES, True), (_DUTCH_GRID, False)):
        if left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top:
            return degrees
    raise refuser.refuse(
        Message("boundaries.projection", box=", ".join(f"{one:.6g}" for one in box))
    )
