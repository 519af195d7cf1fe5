"""Positions are fixed, apart, landscape, and need neither scipy nor much time."""

import sys
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Organisation
from graph.network.networkx import build_bipartite
from graph.page.layout.positions import SPACING, compute_positions

ROOT = Path(__file__).parents[2]


def table(count: int, *, tables: int = 1) -> nx.Graph:
    """Two-mode graph of some organisations that all sit at the same tables."""
    ids = [f"o{number:03}" for number in range(count)]
    return build_bipartite(
        make_registry(
            [organisation(id) for id in ids],
            [partnership(f"t{number}", " ".join(ids)) for number in range(tables)],
        )
    )


def chain(count: int, *, size: int = 6) -> nx.Graph:
    """Two-mode graph of tables of `size`, each sharing one organisation with the next."""
    members = [range(size * n - n, size * n - n + size) for n in range(count)]
    ids = sorted({number for numbers in members for number in numbers})
    return build_bipartite(
        make_registry(
            [organisation(f"o{number:05}") for number in ids],
            [
                partnership(f"t{number:05}", " ".join(f"o{n:05}" for n in numbers))
                for number, numbers in enumerate(members)
            ],
        )
    )


def gaps(bipartite: nx.Graph) -> list[float]:
    """Distances between every two organisations, with heights counted as wide as labels are."""
    places = compute_positions(bipartite)
    points = [places[id] for id, side in bipartite.nodes(data="bipartite") if side == 0]
    return [
        ((ax - bx) ** 2 + (1.6 * (ay - by)) ** 2) ** 0.5
        for (ax, ay), (bx, by) in combinations(points, 2)
    ]


def shape(bipartite: nx.Graph) -> float:
    """Width of the picture to its height."""
    places = compute_positions(bipartite).values()
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (max(xs) - min(xs) + SPACING) / (max(ys) - min(ys) + SPACING)


def test_nothing() -> None:
    """No data, no positions."""
    assert compute_positions(nx.Graph()) == {}


def test_one_organisation() -> None:
    """One organisation stands in the middle."""
    bipartite = build_bipartite(make_registry([organisation("a")], []))

    assert compute_positions(bipartite) == {"a": (0.0, 0.0)}


def test_everything_has_a_place() -> None:
    """Organisations and partnerships all have a position, also those tied to nothing."""
    bipartite = build_bipartite(kustland())

    assert sorted(compute_positions(bipartite)) == sorted(bipartite)


def test_argument_is_not_changed() -> None:
    """The graph that is laid out stays as it was."""
    bipartite = build_bipartite(kustland())
    before = nx.to_dict_of_dicts(bipartite)

    compute_positions(bipartite)

    assert nx.to_dict_of_dicts(bipartite) == before
    assert "pos" not in bipartite.nodes["a"]


def test_rounded() -> None:
    """Positions are rounded to 0.1 and never minus zero."""
    values = [value for place in compute_positions(chain(5)).values() for value in place]

    assert all(value == round(value, 1) for value in values)
    assert "-0.0" not in {str(value) for value in values}


@pytest.mark.parametrize("count", [2, 3, 5, 12, 60])
def test_one_table_is_legible(count: int) -> None:
    """Around one table, no two organisations stand closer than their names need."""
    assert min(gaps(table(count))) >= 0.8 * SPACING


@pytest.mark.parametrize("tables", [3, 8, 40], ids=["16", "41", "201"])
def test_organisations_stand_apart(tables: int) -> None:
    """In networks of every size, marks and most names have room."""
    found = gaps(chain(tables))

    assert min(found) >= 0.7 * SPACING


@pytest.mark.parametrize("tables", [8, 40, 200], ids=["41", "201", "1001"])
def test_landscape(tables: int) -> None:
    """The picture is wider than it is high, and not a ribbon."""
    assert 1 < shape(chain(tables)) < 4


def test_isolates_stand_on_a_grid() -> None:
    """Organisations without a tie form rows and columns."""
    bipartite = build_bipartite(make_registry([organisation(f"o{n:02}") for n in range(20)], []))

    places = compute_positions(bipartite).values()

    assert 3 <= len({x for x, _ in places}) <= 7
    assert len(places) == len(set(places))


def test_parts_do_not_overlap() -> None:
    """Two connected parts and the organisations without a tie keep to blocks of their own."""
    bipartite = build_bipartite(
        make_registry(
            [organisation(id) for id in "abcdefghij"],
            [partnership("p", "a b c"), partnership("q", "d e f")],
        )
    )
    places = compute_positions(bipartite)
    boxes = []

    for ids in ("abc", "def", "ghij"):
        xs, ys = zip(*(places[id] for id in ids), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))

    for one, two in combinations(boxes, 2):
        assert one[2] < two[0] or two[2] < one[0] or one[3] < two[1] or two[3] < one[1]


def test_parts_of_one_shape_look_the_same() -> None:
    """Two parts that differ in nothing but their names are drawn alike, each in its own place."""
    tables = {"p": "a b c", "q": "a b", "r": "d e f", "s": "d e"}
    registry = make_registry(
        [organisation(id) for id in "abcdef"],
        [partnership(id, members) for id, members in tables.items()],
    )

    places = compute_positions(build_bipartite(registry))

    apart = [
        (places[other][0] - places[one][0], places[other][1] - places[one][1])
        for one, other in zip("abcpq", "defrs", strict=True)
    ]
    assert max(map(abs, apart[0])) > SPACING
    for other in apart:
        assert other == pytest.approx(apart[0], abs=0.11)  # places are rounded to 0.1


def test_very_many_parts_fill_a_landscape_sheet() -> None:
    """Each keeps a room of its own, and the whole stays landscape."""
    pairs = [f"a{n:04} b{n:04}" for n in range(1000)]
    circle = " ".join(f"c{n:02}" for n in range(40))
    people = sorted({id for pair in (*pairs, circle) for id in pair.split()})
    bipartite = build_bipartite(
        make_registry(
            [organisation(id) for id in people],
            [partnership(f"p{n:04}", pair) for n, pair in enumerate((circle, *pairs))],
        )
    )

    places = compute_positions(bipartite)

    cells = {(round(x / 40), round(y / 40)) for id, (x, y) in places.items() if id in set(people)}
    assert len(cells) == len(people) == 2040
    assert 1.3 < shape(bipartite) < 1.8


def test_order_of_the_data_does_not_matter() -> None:
    """The same graph built in another order gets the same positions."""
    bipartite = build_bipartite(kustland())
    reverse = nx.Graph()
    reverse.add_nodes_from(reversed(list(bipartite.nodes(data=True))))
    reverse.add_edges_from(
        (b, a, data) for a, b, data in reversed(list(bipartite.edges(data=True)))
    )

    assert compute_positions(reverse) == compute_positions(bipartite)


def test_needs_no_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large parts are laid out without scipy, which is not a dependency."""
    monkeypatch.setitem(sys.modules, "scipy", None)

    assert len(compute_positions(chain(120))) == 721


def test_large_networks_are_linear() -> None:
    """Ten thousand organisations in one part are placed; a square of that would not fit."""
    places = compute_positions(chain(2000))

    assert len(places) == 12001


def test_no_organisation_is_lost_beside_many() -> None:
    """A unit without a table of its own still gets a place among hundreds."""
    unit = Organisation(id="unit", name="Unit", types=("overig",), part_of="o0")
    people = [organisation(f"o{n}") for n in range(300)]
    tables = [partnership(f"t{n}", f"o{n} o{n + 1}") for n in range(0, 298, 2)]

    places = compute_positions(build_bipartite(make_registry([*people, unit], tables)))

    assert len(set(places.values())) == len(places) == 450
