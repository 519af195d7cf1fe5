"""Map and answer are in sight together, on a phone too; and where there is no map, no frame."""

from collections.abc import Callable

from page.watched import Watched
from registries import make_registry, partnership

Visit = Callable[..., Watched]

PHONE = {"width": 390, "height": 844}


def test_on_a_phone_the_map_stays_above_the_answer(visit: Visit) -> None:
    """Who chooses by search reads the title under the map, and the map stays while reading on."""
    page = visit(viewport=PHONE)
    page.page.locator("#search").fill("zandmeer")
    page.page.keyboard.press("Enter")
    page.wait("document.activeElement.id === 'panel-title'")

    map, title = page.box("#stage"), page.box("#panel-title")
    assert map["y"] >= 0
    assert map["y"] + map["height"] <= title["y"]
    assert title["y"] + title["height"] < PHONE["height"]
    page.page.mouse.wheel(0, 500)
    page.page.wait_for_timeout(100)
    assert page.box("#stage")["y"] == 0
    assert page.box("#panel-title")["y"] < 0


def test_what_has_the_keyboard_is_not_under_the_map(visit: Visit) -> None:
    """Going back with Tab brings each link into view below the map that stays."""
    page = visit(viewport=PHONE, hash="#organisation=c")
    page.page.locator("#details a, #details button").last.focus()
    for _ in range(12):
        page.page.keyboard.press("Shift+Tab")
        inside = page.page.evaluate(
            "document.getElementById('details').contains(document.activeElement)"
        )
        if not inside:
            break
        top = page.page.evaluate("document.activeElement.getBoundingClientRect().top")
        stage = page.box("#stage")
        assert top >= stage["y"] + stage["height"] - 1


def test_on_a_low_window_the_map_does_not_stay(visit: Visit) -> None:
    """At 400 % there is no room for both: the map goes out of sight as before."""
    page = visit(viewport={"width": 320, "height": 256}, hash="#organisation=c")

    page.page.locator("#details h3").last.scroll_into_view_if_needed()

    assert page.box("#stage")["y"] < 0


def test_without_organisations(visit: Visit) -> None:
    """A sentence and no empty frame, nothing said of lines, and no filters that do nothing."""
    page = visit(make_registry([], [partnership("p", "")]))

    assert page.text("#stage") == "Deze gegevens bevatten geen organisaties."
    assert page.box("#stage")["height"] < 140
    assert page.page.locator("#ask").is_hidden()
    assert "Een lijn betekent" not in page.text("#start")
