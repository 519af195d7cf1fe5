"""Files of boundaries: both formats, both projections, and one clear error for each that is bad."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model.errors import SourceError
from graph.read.boundaries.read import read_boundaries

WEST = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
EAST = [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]


def feature(code: str | None, geometry: Any, **more: object) -> dict[str, Any]:
    """A feature of GeoJSON; without a code it has a name alone."""
    properties = {"statcode": code, **more} if code else {"naam": "West", "id": 1}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings: object) -> dict[str, object]:
    """A polygon of GeoJSON."""
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(*features: object) -> dict[str, object]:
    """Features as a file of GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features)}


def topology(**changes: object) -> dict[str, Any]:
    """Two squares that share one arc: quantised, each point a step from the one before."""
    about = {"statnaam": "West", "jrstatcode": "2016PV27"}
    layer = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"statcode": "PV27", **about}},
        {
            "type": "MultiPolygon",
            "arcs": [[[2, -1]]],
            "properties": {"statcode": "PV24", "jrstatcode": "2016PV24"},
        },
        {"type": None, "properties": {"statcode": "PV99"}},
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.25], "translate": [4, 52]},
        "arcs": [
            [[2, 0], [0, 4]],
            [[2, 4], [-2, 0], [0, -4], [2, 0]],
            [[2, 0], [2, 0], [0, 4], [-2, 0]],
        ],
        "objects": {"provincie_2016": {"type": "GeometryCollection", "geometries": layer}},
        **changes,
    }


def write(folder: Path, content: object) -> Path:
    """Write a file: JSON, but for bytes, which stay as they are."""
    path = folder / "grenzen.json"
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(data)
    return path


def test_geojson(tmp_path: Path) -> None:
    """Regions by code, with name and year; rings without their first point again; no null."""
    island = [[5, 5, 9.5], [6, 5, 9.5], [6, 6, 9.5], [5, 5, 9.5]]
    content = collection(
        feature("PV24", {"type": "MultiPolygon", "coordinates": [[EAST], [island]]}),
        feature("PV27", polygon(WEST), statnaam="West", jrstatcode="2016PV27"),
        feature("PV99", None),
    )

    boundaries = read_boundaries(write(tmp_path, content))

    east, west = boundaries.shapes
    assert (east.code, east.name, east.year) == ("PV24", "PV24", None)
    assert east.rings == (
        ((1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)),
        ((5.0, 5.0), (6.0, 5.0), (6.0, 6.0)),
    )
    assert (west.code, west.name, west.year) == ("PV27", "West", 2016)
    assert boundaries.degrees
    assert boundaries.years == (2016,)


def test_topojson(tmp_path: Path) -> None:
    """Steps are added up, scaled and shifted; an arc below 0 is read backwards."""
    boundaries = read_boundaries(write(tmp_path, topology()))

    east, west = boundaries.shapes
    assert west.rings == (((5.0, 52.0), (5.0, 53.0), (4.0, 53.0), (4.0, 52.0)),)
    assert east.rings == (((5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 53.0)),)
    assert (west.name, west.year, boundaries.years) == ("West", 2016, (2016,))


def test_topojson_that_is_not_quantised(tmp_path: Path) -> None:
    """Without a transform points are where they say, and not steps."""
    arcs = [
        [[5, 52], [5, 53]],
        [[5, 53], [4, 53], [4, 52], [5, 52]],
        [[5, 52], [6, 52], [6, 53], [5, 53]],
    ]
    content = topology(arcs=arcs)
    del content["transform"]

    east, _ = read_boundaries(write(tmp_path, content)).shapes

    assert east.rings == (((5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 53.0)),)


def test_the_dutch_grid(tmp_path: Path) -> None:
    """Metres of the Rijksdriehoek are told from degrees."""
    ring = [[100_000, 450_000], [150_000, 450_000], [150_000, 500_000], [100_000, 450_000]]

    boundaries = read_boundaries(write(tmp_path, collection(feature("GG1106", polygon(ring)))))

    assert not boundaries.degrees


def test_a_mark_of_byte_order_is_no_fault(tmp_path: Path) -> None:
    """Programs on Windows write one."""
    content = b"\xef\xbb\xbf" + json.dumps(collection(feature("PV24", polygon(WEST)))).encode()

    assert read_boundaries(write(tmp_path, content)).shapes[0].code == "PV24"


def corners(*points: object) -> dict[str, object]:
    """A collection of one region with these points."""
    return collection(feature("PV24", polygon(list(points))))


FAR = [[400_000, 6_600_000], [500_000, 6_600_000], [500_000, 6_700_000], [400_000, 6_600_000]]
LAYERS: dict[str, Any] = {"a": {"geometries": []}, "b": {"geometries": []}}
LAYER = {"type": "Polygon", "arcs": [[0, 7]], "properties": {"statcode": "PV24"}}
PARTED = {"type": "Polygon", "arcs": [[1, 2]], "properties": {"statcode": "PV24"}}
HALF = {"type": "Polygon", "arcs": [[1]], "properties": {"statcode": "PV24"}}

BAD: dict[str, tuple[object, str]] = {
    "empty": (b" \n", "empty"),
    "not JSON": (b'{"type": "FeatureCollection",\n "features": [}', "not JSON, see line 2"),
    "not UTF-8": (b'{"type":\n "\xff"}', "not UTF-8"),
    "NaN": (b'{"type": "FeatureCollection", "features": [NaN]}', "NaN is no number"),
    "another kind": ({"type": "Feature"}, "neither TopoJSON nor GeoJSON"),
    "a list": ([1], "neither TopoJSON nor GeoJSON"),
    "deep": (b"[" * 100_000, "neither TopoJSON nor GeoJSON"),
    "a number of too many digits": (
        b'{"type": ' + b"9" * 5_000 + b"}",
        "neither TopoJSON nor GeoJSON",
    ),
    "no features": ({"type": "FeatureCollection"}, "holds no region with a shape"),
    "no region": (collection(), "holds no region with a shape"),
    "null alone": (collection(feature("PV24", None)), "holds no region with a shape"),
    "no code": (
        collection(feature("PV24", polygon(WEST)), feature(None, polygon(EAST))),
        "region 2 has no 'statcode' (it has: id, naam)",
    ),
    "a code that is a number": (
        collection({"properties": {"statcode": 24}, "geometry": None}),
        "region 1 has no 'statcode'",
    ),
    "points": (
        collection(feature("PV24", {"type": "Point", "coordinates": [5, 52]})),
        "PV24 is a Point",
    ),
    "text for a shape": (collection(feature("PV24", "vorm")), "PV24 is a 'vorm'"),
    "no lists": (collection(feature("PV24", {"type": "Polygon", "coordinates": 3})), "no pair"),
    "a line that is open": (corners([0, 0], [1, 0], [1, 1], [0, 1]), "does not come back"),
    "no points": (corners(), "does not come back"),
    "two points alone": (corners([0, 0], [1, 0], [0, 0]), "holds no region with a shape"),
    "a point of one number": (corners([0], [1, 0], [1, 1], [0]), "no pair of finite numbers"),
    "text for a number": (corners(["0", 0], [1, 0], [1, 1], ["0", 0]), "no pair"),
    "a truth for a number": (corners([True, 0], [1, 0], [1, 1], [True, 0]), "no pair"),
    "too large a number": (
        b'{"type": "FeatureCollection", "features": [{"properties": {"statcode": "PV24"},'
        b' "geometry": {"type": "Polygon", "coordinates": [[[1e999, 0], [1, 1], [2, 2],'
        b" [1e999, 0]]]}}]}",
        "no pair of finite numbers",
    ),
    "Mercator": (corners(*FAR), "neither degrees nor metres in the Dutch grid"),
    "no layer": (topology(objects={}), "holds no region"),
    "two layers": (topology(objects=LAYERS), "holds several layers (a, b)"),
    "no arcs": (topology(arcs=None), "without a list of arcs"),
    "an arc of a point": (topology(arcs=[[[0, 0]]]), "arc 0 is no line"),
    "a bad transform": (topology(transform={"scale": [1]}), "no pair of finite numbers"),
    "an arc that is not there": (
        topology(objects={"a": {"geometries": [LAYER]}}),
        "PV24 names arc 7, and there are 3",
    ),
    "arcs that do not join": (
        topology(objects={"a": {"geometries": [PARTED]}}, arcs=[
            [[2, 0], [0, 4]], [[2, 4], [-2, 0]], [[2, 0], [2, 0]],
        ]),
        "PV24 has arcs that do not join",
    ),
    "arcs that do not close": (topology(objects={"a": {"geometries": [HALF]}}), "come back"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_clear_error(tmp_path: Path, name: str) -> None:
    """It names the file and the cause, in one line."""
    content, cause = BAD[name]
    path = write(tmp_path, content)

    with pytest.raises(SourceError) as caught:
        read_boundaries(path)

    said = str(caught.value)
    assert said.startswith(str(path))
    assert cause in said
    assert "\n" not in said


def test_what_is_not_there(tmp_path: Path) -> None:
    """A file that is missing, and a folder."""
    with pytest.raises(SourceError, match="no such file"):
        read_boundaries(tmp_path / "weg.json")
    with pytest.raises(SourceError, match="a folder"):
        read_boundaries(tmp_path)


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more bytes than are read, and shapes of more points than are drawn."""
    path = write(tmp_path, collection(feature("PV24", polygon(WEST))))

    monkeypatch.setattr("graph.read.boundaries.geometry.MOST_POINTS", 3)
    with pytest.raises(SourceError, match="more than 3 points"):
        read_boundaries(path)
    monkeypatch.setattr("graph.read.boundaries.read.LARGEST_FILE", 10)
    with pytest.raises(SourceError, match="larger than"):
        read_boundaries(path)
