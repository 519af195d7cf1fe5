"""An organisation can be moved on the map, by every means, and put back."""

from collections.abc import Callable

import pytest
from page.test_axe import violations
from page.watched import Watched

Visit = Callable[..., Watched]


HOLD = 400
"""How long a press takes that the map does not hold for a quick click any more, in ms."""


def drag(page: Watched, id: str, right: int, down: int, hold: int = 0) -> None:
    """Drag what stands on the map, after holding it for some milliseconds."""
    x, y = page.place(id)
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.wait_for_timeout(hold)
    page.page.mouse.move(x + right / 2, y + down / 2, steps=4)
    page.page.mouse.move(x + right, y + down, steps=4)
    page.page.mouse.up()
    page.page.wait_for_timeout(50)


def on_map(page: Watched, id: str) -> tuple[float, float]:
    """Where something stands in the map, wherever the page is scrolled to."""
    place = page.page.evaluate("(id) => collabgraph.placeOf(id)", id)
    return place["x"], place["y"]


def test_drag_and_put_back(visit: Visit) -> None:
    """An organisation goes where it is dragged, alone, and back where it was."""
    page = visit()
    before, other = on_map(page, "c"), on_map(page, "a")
    assert not page.page.get_by_role("button", name="Terugzetten").is_visible()

    drag(page, "c", 70, -40)

    x, y = on_map(page, "c")
    assert (x - before[0], y - before[1]) == pytest.approx((70, -40), abs=1.5)
    assert on_map(page, "a") == other
    assert "Gemeente Zandmeer" in page.text("#status")
    assert page.text("#panel-title") == "Wie werkt met wie samen?"
    page.page.get_by_role("button", name="Terugzetten").click()
    assert on_map(page, "c") == pytest.approx(before)
    assert not page.page.get_by_role("button", name="Terugzetten").is_visible()
    assert page.page.evaluate("document.activeElement.id") == "map"


def test_a_moved_mark_is_clicked_where_it_stands(visit: Visit) -> None:
    """After a move a click finds the organisation in its new place, and its ties follow."""
    page = visit()
    drag(page, "c", 60, 60)

    page.click("c")

    assert page.text("#panel-title") == "Gemeente Zandmeer"
    page.click("a", "c")
    assert "Ziekenhuis De Vuurbaak" in page.text("#panel-title")


def test_drag_beside_a_mark_moves_the_map(visit: Visit) -> None:
    """Where nothing stands, dragging moves the view and nothing else."""
    page = visit()
    before, other = page.place("c"), page.place("h")
    box = page.box("#map")
    assert box

    page.page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + 62, box["y"] + 42, steps=4)
    page.page.mouse.up()

    assert round(page.place("c")[0] - before[0]) == round(page.place("h")[0] - other[0]) == 50
    assert not page.page.get_by_role("button", name="Terugzetten").is_visible()


def test_drag_after_a_moment(visit: Visit) -> None:
    """What is held before it is dragged moves, and what is chosen stays chosen."""
    page = visit(hash="#organisation=h")
    before = on_map(page, "c")

    drag(page, "c", 70, -40, hold=HOLD)

    x, y = on_map(page, "c")
    assert (x - before[0], y - before[1]) == pytest.approx((70, -40), abs=1.5)
    assert page.text("#panel-title") == "De Kustkrant"


def test_slow_click(visit: Visit) -> None:
    """A press that lasts chooses when it ends, and on nothing takes the choice away."""
    page = visit()
    page.page.mouse.move(*page.place("c"))
    page.page.mouse.down()
    page.page.wait_for_timeout(HOLD)
    assert page.text("#panel-title") == "Wie werkt met wie samen?"

    page.page.mouse.up()

    assert page.text("#panel-title") == "Gemeente Zandmeer"
    box = page.box("#map")
    page.page.mouse.click(box["x"] + 12, box["y"] + 12, delay=HOLD)
    assert page.text("#panel-title") == "Wie werkt met wie samen?"


def test_by_keyboard(visit: Visit) -> None:
    """Shift and an arrow move what is chosen; the arrow alone still walks."""
    page = visit(hash="#organisation=c")
    before, other = page.place("c"), page.place("d")
    page.page.locator("#map").focus()

    page.page.keyboard.press("Shift+ArrowRight")
    page.page.keyboard.press("Shift+ArrowUp")

    moved = page.place("c")
    same = page.place("d")
    assert round(moved[0] - same[0] - before[0] + other[0]) == 24
    assert round(moved[1] - same[1] - before[1] + other[1]) == -24
    assert "verplaatst" in page.text("#status")


def test_by_button(visit: Visit) -> None:
    """Buttons move what is chosen, for who cannot drag; they show when something is chosen."""
    page = visit()
    assert not page.page.get_by_role("button", name="Naar links").is_visible()
    page.click("c")
    before, other = page.place("c"), page.place("d")

    page.page.get_by_role("button", name="Naar links").click()

    moved = page.place("c")[0] - page.place("d")[0]
    assert round(moved - before[0] + other[0]) == -24
    assert violations(page) == []


def test_in_the_other_view(visit: Visit) -> None:
    """A partnership can be moved as well, and what was moved stays so in the other view."""
    page = visit(hash="#view=two-mode")
    before = on_map(page, "r")

    drag(page, "r", 30, 30)

    x, y = on_map(page, "r")
    assert (x - before[0], y - before[1]) == pytest.approx((30, 30), abs=15)
    page.page.get_by_role("button", name="Terugzetten").click()
    assert on_map(page, "r") == pytest.approx(before)


def test_link_holds_place_and_zoom(visit: Visit) -> None:
    """Where the reader went on the map and what was moved is in the address, and comes back."""
    page = visit()
    drag(page, "c", 70, -40)
    page.page.get_by_role("button", name="Inzoomen").click()
    page.page.get_by_role("button", name="Inzoomen").click()
    page.wait("location.hash.includes('at=') && location.hash.includes('put=')")
    hash = page.read_address()
    assert page.page.evaluate("history.length") == 2  # about:blank and this: no step to go back to

    other = visit(hash=hash)

    for id in ("a", "c", "d"):
        assert on_map(other, id) == pytest.approx(on_map(page, id), abs=1.5)
    other.page.get_by_role("button", name="Terugzetten").click()
    other.page.get_by_role("button", name="Alles in beeld").click()
    other.wait("location.hash === ''")
    assert on_map(other, "c") == pytest.approx(on_map(visit(), "c"), abs=0.5)


@pytest.mark.parametrize(
    "hash",
    ["#at=1,2", "#at=x,y,z", "#at=1e9,0,1", "#at=NaN,0,1", "#put=1,2", "#put=1,2,zz", "#put=,,a"],
)
def test_no_place_that_makes_no_sense(visit: Visit, hash: str) -> None:
    """An address that says nothing sensible about the map gives the map as it is."""
    assert visit(hash=hash).place("a") == visit().place("a")
