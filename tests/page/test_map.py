"""The map: the keyboard walks it, the wheel leaves the page alone, nothing moves by itself."""

from collections.abc import Callable
from itertools import combinations

from page.watched import Watched
from registries import make_registry, organisation, partnership

Visit = Callable[..., Watched]


def test_name_and_instructions(visit: Visit) -> None:
    """The map is one stop for the keyboard, with a role, a name and instructions."""
    page = visit()

    stage = page.page.get_by_role("application", name="Netwerkkaart van organisaties")

    assert stage.get_attribute("tabindex") == "0"
    assert stage.locator("[tabindex]").count() == 0
    help_id = stage.get_attribute("aria-describedby")
    assert "pijltjestoetsen lopen" in (page.page.locator(f"#{help_id}").text_content() or "")


def test_walk(visit: Visit) -> None:
    """Arrows walk from organisation to organisation; Enter opens, Escape goes back and leaves."""
    page = visit()
    keyboard = page.page.keyboard
    page.page.locator("#map").focus()

    keyboard.press("ArrowRight")
    first = page.text("#status")
    keyboard.press("ArrowLeft")
    second = page.text("#status")
    assert first.endswith("Enter voor uitleg.")
    assert second != first
    keyboard.press("Enter")
    name = second.split(",")[0].strip("\u2068\u2069")
    assert page.text("#panel-title") == name
    assert page.page.evaluate("document.activeElement.id") == "panel-title"
    keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.id") == "map"
    assert page.text("#panel-title") == "Wie werkt met wie samen?"
    keyboard.press("Escape")
    keyboard.press("Escape")

    assert page.page.evaluate("document.activeElement.dataset.zoom") == "in"


def test_walk_by_name(visit: Visit) -> None:
    """Page Down meets every organisation, in the order of the names, and starts again."""
    page = visit(hash="#alone=1")
    page.page.locator("#map").focus()
    names = []

    for _ in range(9):
        page.page.keyboard.press("PageDown")
        names.append(page.text("#status").split(",")[0].strip("\u2068\u2069"))
    page.page.keyboard.press("PageUp")

    assert names[:3] == ["De Kustkrant", "Gemeente Zandmeer", "GGD Kustland"]
    assert len(set(names)) == 8
    assert names[8] == names[0]
    assert "Zorgverzekeraar" in page.text("#status")


def test_zoom_by_keyboard(visit: Visit) -> None:
    """Plus and minus zoom, zero shows all."""
    page = visit()
    before = page.place("a")
    page.page.locator("#map").focus()

    page.page.keyboard.press("+")
    assert page.place("a") != before
    page.page.keyboard.press("0")

    assert page.place("a") == before


def test_wheel_belongs_to_the_page(visit: Visit) -> None:
    """The wheel scrolls the page; with Ctrl, or once the map has focus, it zooms."""
    page = visit()
    mouse = page.page.mouse
    box = page.box("#map")
    mouse.move(box["x"] + 40, box["y"] + 40)
    before = page.page.evaluate("collabgraph.placeOf('a').x - collabgraph.placeOf('d').x")

    mouse.wheel(0, 200)
    page.wait("scrollY > 0")
    distance = "collabgraph.placeOf('a').x - collabgraph.placeOf('d').x"
    assert page.page.evaluate(distance) == before
    page.page.evaluate("scrollTo(0, 0)")
    page.page.keyboard.down("Control")
    mouse.wheel(0, -200)
    page.wait(f"{distance} !== {before}")
    page.page.keyboard.up("Control")
    zoomed = page.page.evaluate(distance)
    page.page.locator("#map").focus()
    mouse.wheel(0, -200)
    page.wait(f"{distance} !== {zoomed}")

    assert page.page.evaluate("scrollY") == 0


def test_nothing_moves_by_itself(visit: Visit) -> None:
    """A choice made on the map leaves every position as it is."""
    page = visit()
    before = [page.place(id) for id in "abcdefgh"]

    page.click("c")
    page.page.wait_for_timeout(300)

    assert [page.place(id) for id in "abcdefgh"] == before


def test_a_click_on_a_name_counts(visit: Visit) -> None:
    """A name on the map is part of its organisation."""
    page = visit(hash="#alone=1")
    page.page.wait_for_function("collabgraph.names().flat().join(' ').includes('GGD Kustland')")
    names = [" ".join(rows) for rows in page.page.evaluate("collabgraph.names()")]
    box = page.page.evaluate("collabgraph.nameBoxes()")[names.index("GGD Kustland")]
    stage = page.box("#map")

    page.page.mouse.click(stage["x"] + (box[0] + box[2]) / 2, stage["y"] + (box[1] + box[3]) / 2)

    assert page.text("#panel-title") == "GGD Kustland"


def test_a_click_beside_everything_clears(visit: Visit) -> None:
    """A click on the empty ground takes the choice away."""
    page = visit(hash="#organisation=c")
    box = page.box("#map")

    page.page.mouse.click(box["x"] + 8, box["y"] + 8)

    assert page.text("#panel-title") == "Wie werkt met wie samen?"


def test_names_do_not_overlap(visit: Visit) -> None:
    """No two names on the map stand over each other, in a picture full of them."""
    people = [organisation(f"o{n:02}", name=f"Stichting Zorg en Welzijn {n}") for n in range(40)]
    ids = [one.id for one in people]
    page = visit(
        make_registry(
            people,
            [partnership(f"p{n}", " ".join(ids[n : n + 6])) for n in range(0, 36, 3)],
        )
    )

    boxes = page.page.evaluate("collabgraph.nameBoxes()")

    assert len(boxes) >= 15
    for one, two in combinations(boxes, 2):
        apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        assert apart


def test_more_names_as_one_zooms_in(visit: Visit) -> None:
    """Where names have no room, zooming in brings them out."""
    people = [organisation(f"o{n:03}", name=f"Stichting Zorg {n}") for n in range(200)]
    ids = [one.id for one in people]
    page = visit(
        make_registry(
            people, [partnership(f"p{n}", " ".join(ids[n : n + 9])) for n in range(0, 190, 6)]
        ),
        hash="#organisation=o000",
    )
    hidden = 200 - len(page.page.evaluate("collabgraph.nameBoxes()"))
    assert hidden > 20

    for _ in range(4):
        page.page.locator("[data-zoom=in]").click()

    inside = page.page.evaluate(
        """() => {
            const { clientWidth: width, clientHeight: height } = document.getElementById("map");
            return Array.from({ length: 200 }, (_, n) =>
                collabgraph.placeOf(`o${String(n).padStart(3, "0")}`),
            ).filter(({ x, y }) => x > 90 && y > 50 && x < width - 90 && y < height - 50).length;
        }"""
    )
    shown = len(page.page.evaluate("collabgraph.nameBoxes()"))
    assert 0 < inside <= shown
