"""A page that starts from an earlier one leaves in place what stood there."""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.errors import SourceError
from graph.model.records import Registry
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import keep_positions, render_page
from graph.page.layout.earlier import _spread, keep_places, read_places
from graph.page.layout.positions import compute_positions
from graph.write.graphs import flatten_network, flatten_two_mode, write_graphml

GRAPHML = (
    b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">'
    b"%s</graph></graphml>"
)


def write_page(path: Path, registry: Registry, **positions: tuple[float, float]) -> Path:
    """The page of a registry, with some of its positions changed by hand."""
    bipartite = build_bipartite(registry)
    places = compute_positions(bipartite) | positions
    path.write_text(
        render_page(bipartite, project_network(bipartite), places), encoding="utf-8", newline=""
    )
    return path


def grown() -> Registry:
    """The small registry with a newcomer at a known table, a new table, and two loners."""
    old = kustland()
    people = [
        *old.organisations.values(),
        organisation("n", name="Nieuw"),
        organisation("x", name="Los"),
        organisation("y", name="Ook los"),
        organisation("v", name="Ver"),
        organisation("w", name="Verder"),
    ]
    tables = [*old.partnerships.values(), partnership("z", "c n"), partnership("vw", "v w")]
    return make_registry(people, tables, sources=2)


def test_read_back(tmp_path: Path) -> None:
    """What stands on a page is read back as it was, organisations and partnerships alike."""
    page = write_page(tmp_path / "old.html", kustland(), a=(12.5, -40.0))

    places = read_places(page)

    assert places["a"] == (12.5, -40.0)
    assert places == compute_positions(build_bipartite(kustland())) | {"a": (12.5, -40.0)}


def test_a_page_of_before(tmp_path: Path) -> None:
    """A page from before the data of the page had their name of now is still read."""
    page = write_page(tmp_path / "old.html", kustland(), a=(12.5, -40.0))
    before = page.read_text(encoding="utf-8").replace('"data":{', '"told":{', 1)
    page.write_text(before, encoding="utf-8")

    assert '"told":{"' in before
    assert read_places(page)["a"] == (12.5, -40.0)


def test_nothing_moves(tmp_path: Path) -> None:
    """What was there stays, also where it was put by hand; what is new stands apart from it."""
    old = write_page(tmp_path / "old.html", kustland(), a=(500.0, 500.0))
    bipartite = build_bipartite(grown())

    places = keep_positions(bipartite, old)

    before = read_places(old)
    assert {id: places[id] for id in before} == before
    assert sorted(places) == sorted(bipartite)
    people = [id for id, side in bipartite.nodes(data="bipartite") if side == 0]
    new = {"n", "x", "y", "v", "w"}
    for one, two in combinations(people, 2):
        if {one, two} & new:
            (left, top), (right, bottom) = places[one], places[two]
            assert abs(left - right) >= 40 or abs(top - bottom) >= 40, (one, two)
    partner = math.dist(places["n"], places["c"])
    assert partner <= 300
    assert math.dist(places["v"], places["w"]) <= 300


def test_the_same_twice(tmp_path: Path) -> None:
    """The same data from the same page give the same places."""
    old = write_page(tmp_path / "old.html", kustland())
    bipartite = build_bipartite(grown())

    assert keep_positions(bipartite, old) == keep_positions(bipartite, old)


def test_a_page_from_itself_is_the_same_page(tmp_path: Path) -> None:
    """Data that did not change give the page that was there."""
    old = write_page(tmp_path / "old.html", kustland())
    bipartite = build_bipartite(kustland())

    page = render_page(bipartite, project_network(bipartite), keep_positions(bipartite, old))

    assert page.encode() == old.read_bytes()


def test_what_left_is_forgotten(tmp_path: Path) -> None:
    """An organisation that left the data leaves no place."""
    old = write_page(tmp_path / "old.html", grown())

    assert sorted(keep_positions(build_bipartite(kustland()), old)) == list("abcdefghpqrtu")


def test_of_another_network(tmp_path: Path) -> None:
    """A page that has nothing in common with the data is the wrong page."""
    old = write_page(tmp_path / "old.html", make_registry([organisation("anders")], []))

    with pytest.raises(SourceError, match=r"old\.html: holds none of these organisations"):
        keep_positions(build_bipartite(kustland()), old)


@pytest.mark.parametrize("which", ["network", "two-mode"])
def test_graphml_holds_the_places(tmp_path: Path, which: str) -> None:
    """The GraphML of a build holds the map: from it, the organisations stand where they stood."""
    bipartite = build_bipartite(kustland())
    places = compute_positions(bipartite) | {"a": (12.5, -40.0)}
    flatten = flatten_two_mode if which == "two-mode" else flatten_network
    graph = "abcdefghpqrtu" if which == "two-mode" else "abcdefgh"
    file = tmp_path / "network.graphml"
    file.write_bytes(write_graphml(flatten(kustland()), places).content)

    assert nx.read_graphml(file).nodes["a"]["y"] == 40.0  # upwards, as Gephi has it
    assert read_places(file) == {id: places[id] for id in graph}
    assert {id: keep_positions(bipartite, file)[id] for id in graph} == {
        id: places[id] for id in graph
    }


def test_places_from_gephi(tmp_path: Path) -> None:
    """A drawing of another tool is turned the right way up, and blown up where it is too small."""
    nodes = "".join(
        f'<node id="{id}"><data key="label">{id}</data>'
        f'<data key="x">{x}</data><data key="y">{y}</data></node>'
        for id, x, y in [("a", -5.0, 3.0), ("b", 5.0, 3.0), ("c", 5.0, -7.0)]
    )
    file = tmp_path / "gephi.graphml"
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        '<key attr.name="label" attr.type="string" for="node" id="label"/>'
        '<key attr.name="x" attr.type="float" for="node" id="x"/>'
        '<key attr.name="y" attr.type="float" for="node" id="y"/>'
        f'<graph edgedefault="undirected">{nodes}</graph></graphml>',
        encoding="utf-8",
    )

    assert read_places(file) == {"a": (-75.0, -45.0), "b": (75.0, -45.0), "c": (75.0, 105.0)}


@pytest.mark.parametrize(
    "places", [{"a": (1.0, 2.0)}, {"a": (0.0, 0.0), "b": (900.0, 0.0), "c": (0.0, -900.0)}]
)
def test_a_drawing_with_room_stays_as_large_as_it_is(
    tmp_path: Path, places: dict[str, tuple[float, float]]
) -> None:
    """One organisation, or several with room for their names, are only turned the right way up."""
    drawn = nx.Graph()
    for id, (x, y) in places.items():
        drawn.add_node(id, x=x, y=y)
    nx.write_graphml(drawn, tmp_path / "wide.graphml")

    assert read_places(tmp_path / "wide.graphml") == {id: (x, -y) for id, (x, y) in places.items()}


def test_nothing_that_was_there() -> None:
    """Where no organisation was there before, all stand where they would have stood anyway."""
    bipartite = build_bipartite(kustland())
    fresh = compute_positions(bipartite)

    assert keep_places(bipartite, {"p": (500.0, 500.0)}, fresh) == fresh


def test_many_newcomers() -> None:
    """A crowd of newcomers finds places of its own, quickly and without an overlap."""
    people = [organisation(f"o{n:03}") for n in range(400)]
    table = partnership("p", " ".join(one.id for one in people))
    bipartite = build_bipartite(make_registry(people, [table]))

    places = keep_places(bipartite, {"o000": (0.0, 0.0)}, {})

    assert len({places[one.id] for one in people}) == 400


def test_hostile_ids_keep_their_place(tmp_path: Path) -> None:
    """Ids that HTML cannot hold as they are find their places all the same."""
    registry = make_registry([organisation("nul\x00"), organisation("__proto__")], [])
    old = write_page(tmp_path / "old.html", registry)

    bipartite = build_bipartite(registry)

    assert keep_positions(bipartite, old) == compute_positions(bipartite)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.html", None, "no such file"),
        ("x.html", b"<!doctype html><p>iets anders", "holds no map of collabgraph"),
        ("x.html", b"\xff\xfe", "no page"),
        ("x.graphml", b"<graphml/>", "GraphML that cannot be read"),
        ("x.graphml", b"<graphml", "GraphML that cannot be read"),
        ("x.graphml", GRAPHML % b"", r"no node has a place \(x and y\)"),
        ("x.xml", GRAPHML % b'<node id="a"/>', "no node has a place"),
        (
            "x.html",
            b'<script type="application/json" id="data">{"told":[]}</script>',
            "holds no map of collabgraph",
        ),
    ],
)
def test_not_a_page(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    """What is no earlier page is refused, with what to name instead."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SourceError, match=message) as caught:
        read_places(path)

    assert "network.html" in str(caught.value)


def test_what_is_no_file_is_no_page(tmp_path: Path) -> None:
    """A folder and a device without end are refused before they are read."""
    with pytest.raises(SourceError, match="a folder, not a file"):
        read_places(tmp_path)
    with pytest.raises(SourceError, match="is no file but a device or a pipe"):
        read_places(Path("/dev/zero"))


BROKEN_NUMBERS = ["NaN", "-Infinity", "1e308", "1e999", "9" * 400, "9" * 5000, "1e7000"]


@pytest.mark.parametrize("number", [*BROKEN_NUMBERS, "[" * 100_000], ids=lambda text: text[:8])
def test_a_page_with_broken_places(tmp_path: Path, number: str) -> None:
    """Places that no map can have, and nesting without end, are refused in a sentence."""
    data = (
        '{"data":{"organisations":[{"key":"a"}],"partnerships":[]},'
        f'"nodes":[{{"id":"o0","x":{number},"y":0}}]}}'
    )
    page = tmp_path / "x.html"
    page.write_text(f'<script type="application/json" id="data">{data}</script>')

    with pytest.raises(SourceError, match=r"x\.html: holds no map of collabgraph"):
        read_places(page)


@pytest.mark.parametrize("number", ["NaN", "inf", "1e308", "-1e99"])
def test_a_graph_with_broken_places(tmp_path: Path, number: str) -> None:
    """GraphML with places that no map can have is refused in a sentence."""
    graph = nx.Graph()
    graph.add_node("a", x=float(number), y=0.0)
    nx.write_graphml(graph, tmp_path / "x.graphml")

    with pytest.raises(SourceError, match="no node has a place"):
        read_places(tmp_path / "x.graphml")


def test_a_graph_drawn_in_a_point(tmp_path: Path) -> None:
    """A drawing too small to be blown up stays as it is."""
    graph = nx.Graph()
    for place, id in enumerate("abc"):
        graph.add_node(id, x=5e-324 * place, y=0.0)
    nx.write_graphml(graph, tmp_path / "x.graphml")

    assert read_places(tmp_path / "x.graphml")["c"] == (1e-323, 0.0)


def test_a_large_drawing_is_asked_at_a_thousand_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """How close places stand is measured at so many at the most, however many there are."""
    asked = []
    partition: Callable[..., object] = np.partition

    def count(distances: object, kth: int) -> object:
        asked.append(kth)
        return partition(distances, kth)

    monkeypatch.setattr(np, "partition", count)
    row = {f"o{place}": (2.0 * place, 0.0) for place in range(4500)}

    assert _spread(row)["o2"] == (300.0, 0.0)
    assert len(asked) == 900


def test_positions_of_a_selection(tmp_path: Path) -> None:
    """A part of the data stands where the whole stood."""
    old = write_page(tmp_path / "old.html", kustland())
    part = replace(kustland(), organisations={"a": kustland().organisations["a"]}, partnerships={})

    places = keep_positions(build_bipartite(part), old)

    assert places == {"a": read_places(old)["a"]}
