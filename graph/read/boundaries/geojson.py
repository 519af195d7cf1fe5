"""GeoJSON (RFC 7946) -> the shapes of its regions."""

from typing import Any

from graph.model.message import Message
from graph.read.boundaries.geometry import Refuser, RegionShape, Ring, join_regions, list_polygons


def read_geojson(root: dict[str, Any], refuser: Refuser) -> tuple[RegionShape, ...]:
    """
    Read a collection of features, a region each.

    Raises:
        SourceError: A feature has no code, or a shape that is none.
    """
    features = root.get("features")
    if not isinstance(features, list):
        raise refuser.refuse(Message("boundaries.empty"))
    return join_regions(
        (
            (about, _read_rings(feature.get("geometry"), refuser, about[0]))
            for place, feature in enumerate(features, 1)
            for about in [refuser.read_properties(feature, place)]
        ),
        refuser,
    )


def _read_rings(geometry: Any, refuser: Refuser, region: str) -> list[Ring]:
    rings = []
    for polygon in list_polygons(geometry, "coordinates", refuser, region):
        for ring in polygon:
            if not isinstance(ring, list):
                raise refuser.refuse(Message("boundaries.point", region=region))
            points = [refuser.read_point(point, region) for point in ring]
            rings.append(refuser.close(points, region))
    return rings
