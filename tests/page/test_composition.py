"""The map uses its frame: the network fills it, and what is tied to nothing stands in a list."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from page.watched import Watched
from registries import make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.networkx import build_bipartite
from graph.page.layout.composing import Block, compose
from graph.page.layout.positions import compute_positions
from graph.reading import read_registry

Visit = Callable[..., Watched]

ROOT = Path(__file__).parents[2]

KEYS = "collabgraph.marks().map((mark) => mark.key)"


def real() -> Registry:
    """The data of the repository."""
    return read_registry(ROOT / "entities.yaml")


@pytest.mark.parametrize(
    ("width", "height"), [(1440, 900), (1920, 1080), (1280, 720)], ids=["desk", "wide", "small"]
)
def test_network_fills_its_frame(visit: Visit, width: int, height: int) -> None:
    """Marks and names of the real network take at least two thirds of the frame, all in sight."""
    page = visit(real(), viewport={"width": width, "height": height})

    boxes = page.page.evaluate("collabgraph.nameBoxes()")

    stage = page.box("#map")
    left, top, right, bottom = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    assert (right - left) * (bottom - top) > 0.65 * stage["width"] * stage["height"]
    assert left >= 0
    assert top >= 0
    assert right <= stage["width"]
    assert bottom <= stage["height"]
    names = [" ".join(rows) for rows in page.page.evaluate("collabgraph.names()")]
    for name in ("Zilveren Kruis", "De Tussenvoorziening", "Flevolandse Patiëntenfederatie"):
        assert name in names


def test_names_keep_off_lines(visit: Visit) -> None:
    """In the square of four, each name stands outside, where no line runs."""
    corners = {"a": (-200, -150), "b": (200, -150), "c": (200, 150), "d": (-200, 150)}
    people = [organisation(id, name=f"Organisatie {id.upper()}") for id in corners]
    puts = "&".join(f"put={x},{y},{id}" for id, (x, y) in corners.items())
    page = visit(
        make_registry(people, [partnership("p", "a b c d")]), hash=f"#fields=0&at=0,0,1&{puts}"
    )

    boxes = page.page.evaluate("collabgraph.nameBoxes()")

    middle = page.box("#map")["height"] / 2
    assert len(boxes) == 4
    for _, top, _, bottom in boxes:
        assert bottom < middle - 150 or top > middle + 150


def test_what_is_tied_to_nothing_stands_in_a_list(visit: Visit) -> None:
    """It is not on the map until it is asked for; the address keeps that it was."""
    page = visit()
    strip = page.page.locator("#beside")

    assert page.page.evaluate(KEYS) == ["a", "b", "c", "d"]
    assert page.text("#beside summary") == "Nog 4 organisaties zonder genoemde partner"
    assert strip.get_by_role("link").all_inner_texts() == [
        *("De Kustkrant", "GGD Kustland", "Polikliniek De Vuurbaak", "Stichting Café Één"),
    ]
    strip.get_by_role("button", name="Toon ze ook op de kaart").click()

    assert page.page.evaluate(KEYS) == list("abcdefgh")
    assert page.read_address() == "#alone=1"
    strip.get_by_role("button", name="Toon ze ook op de kaart").click()
    assert page.page.evaluate(KEYS) == ["a", "b", "c", "d"]


def test_a_choice_brings_it_to_the_map(visit: Visit) -> None:
    """What is chosen stands on the map as long as it is, with its partnerships in that view."""
    page = visit()

    page.page.locator("#beside").get_by_role("link", name="Stichting Café Één").click()

    assert page.page.evaluate(KEYS) == ["a", "b", "c", "d", "e"]
    assert page.text("#panel-title") == "Stichting Café Één"
    page.page.get_by_role("button", name="Organisaties én samenwerkingen").click()
    assert {"e", "t"} <= set(page.page.evaluate(KEYS))
    page.page.get_by_role("button", name="Sluiten").click()
    assert not {"e", "t", "u"} & set(page.page.evaluate(KEYS))


def test_all_stand_on_the_map_where_nothing_is_tied(visit: Visit) -> None:
    """With no tie at all there is no list, and the map shows what there is."""
    page = visit(make_registry([organisation("a"), organisation("b")], []))

    assert page.page.evaluate(KEYS) == ["a", "b"]
    assert page.page.locator("#beside").count() == 0


def test_list_without_script(visit: Visit) -> None:
    """Without a script the picture leaves them out too, and the list leads to their rows."""
    page = visit(java_script_enabled=False)

    assert page.page.locator("svg.still .marks use").count() == 4
    assert not page.page.locator("#alone").is_visible()
    page.page.locator("#beside").get_by_role("link", name="GGD Kustland").click()
    assert "GGD Kustland" in page.text("tr:target")


def test_zoom_keeps_the_middle_of_the_marks(visit: Visit) -> None:
    """The button comes closer to where the marks are, not to an empty middle of the frame."""
    page = visit(hash="#at=300,0,0.5")
    places = "['a', 'b', 'c', 'd'].map((id) => Object.values(collabgraph.placeOf(id)))"
    before = np.mean(page.page.evaluate(places), axis=0)

    page.page.get_by_role("button", name="Inzoomen").click()

    after = np.mean(page.page.evaluate(places), axis=0)
    assert after == pytest.approx(before, abs=1.5)


def test_small_parts_stand_in_hollows() -> None:
    """A pair stands inside the frame of a part that leaves room, apart from its marks and lines."""
    corner = np.array([(0.0, 0.0), (0.0, 400.0), (0.0, 800.0), (500.0, 800.0), (1000.0, 800.0)])
    shown = np.array([True, False, True, False, True])
    pair = np.array([(0.0, 0.0), (150.0, 0.0), (300.0, 0.0)])
    blocks = [
        Block(corner, shown, ((1, 0), (1, 2), (3, 2), (3, 4))),
        Block(pair, np.array([True, False, True]), ((1, 0), (1, 2))),
    ]

    (largest, small), width, height = compose(blocks)

    assert [width, height] == pytest.approx([1150.0, 896.0])
    assert np.ptp(small, axis=0).tolist() == [300.0, 0.0]
    assert largest.min(axis=0)[0] + 70 <= small.min(axis=0)[0]
    assert small.max(axis=0)[0] <= largest.max(axis=0)[0]
    assert small.max(axis=0)[1] + 44 <= largest.max(axis=0)[1]


def test_the_largest_part_is_stretched_to_the_frame() -> None:
    """A flat part gets as high as the frame allows, and no wider."""
    flat = np.array([(0.0, 0.0), (500.0, 100.0), (1000.0, 0.0), (500.0, 200.0)])
    block = Block(flat, np.array([True, False, True, True]), ((1, 0), (1, 2), (1, 3)))

    ((points,), width, height) = compose([block])

    assert np.ptp(points, axis=0) == pytest.approx([1000.0, 440.0])
    assert [width, height] == pytest.approx([1150.0, 536.0])


def test_places_do_not_depend_on_isolates() -> None:
    """The network stands as it does without them: they come under it."""
    tied = [partnership("p", "a b c"), partnership("q", "c d")]
    people = [organisation(id) for id in "abcd"]
    loose = [organisation(f"x{n}") for n in range(9)]

    alone = compute_positions(build_bipartite(make_registry(people, tied)))
    beside = compute_positions(build_bipartite(make_registry([*people, *loose], tied)))

    shift = np.subtract(beside["a"], alone["a"])
    for id in "abcdpq":
        assert np.subtract(beside[id], alone[id]) == pytest.approx(shift, abs=0.11)
    assert max(y for id, (_, y) in beside.items() if id in "abcd") < min(
        beside[one.id][1] for one in loose
    )
