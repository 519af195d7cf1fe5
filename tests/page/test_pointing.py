"""What a reader sees of what the mouse or the keyboard points at, before choosing it."""

from collections.abc import Callable

from page.test_axe import violations
from page.watched import Watched

Visit = Callable[..., Watched]

WIDE = (
    "collabgraph.lines().filter((one) => one.layer === 2).map((one) => one.ends.join('-')).sort()"
)


def rest(page: Watched, *ids: str) -> None:
    """Let the mouse rest on an organisation, or in the middle of a tie, and the page follow."""
    page.page.mouse.move(*page.place(*ids))
    page.page.wait_for_timeout(60)


def test_a_card_says_what_it_is(visit: Visit) -> None:
    """Name, type, region, partners and what a click does; the lines to its neighbours stand out."""
    page = visit()

    rest(page, "c")

    assert page.page.locator(".tip > *").all_inner_texts() == [
        "Gemeente Zandmeer",
        "gemeente · Zandmeer",
        "3 genoemde partners",
        "Klik voor uitleg en vindplaatsen",
    ]
    assert page.page.evaluate(WIDE) == ["a-c", "b-c", "c-d"]
    assert violations(page) == []
    page.page.mouse.move(5, 5)
    page.page.wait_for_timeout(60)
    assert page.page.locator(".tip").is_hidden()
    assert page.page.evaluate(WIDE) == []


def test_a_card_of_a_line(visit: Visit) -> None:
    """Both ends, how many partnerships, how sure; a line of the other view says the role."""
    page = visit()
    rest(page, "c", "d")
    assert page.text(".tip").endswith("1 samenwerking · afgeleid Klik: waarom deze lijn?")

    page.lead("#view=two-mode")
    rest(page, "r", "d")

    assert "afgeleid" in page.text(".tip")
    assert " – " in page.text(".tip b")


def test_the_card_goes_where_the_panel_says_it(visit: Visit) -> None:
    """What is chosen has all of it beside the map; the keyboard gets a card too."""
    page = visit()
    rest(page, "c")
    page.click("c")
    page.page.wait_for_timeout(60)
    assert page.page.locator(".tip").is_hidden()
    page.page.mouse.move(5, 5)

    page.page.keyboard.press("PageDown")
    page.page.keyboard.press("PageDown")
    page.page.wait_for_timeout(60)

    assert page.page.locator(".tip").is_visible()
    box, stage = page.box(".tip"), page.box("#stage")
    assert box["x"] >= stage["x"]
    assert box["y"] >= stage["y"]
    assert box["x"] + box["width"] <= stage["x"] + stage["width"]


def test_buttons_say_what_a_click_does(visit: Visit) -> None:
    """In the language of the reader."""
    page = visit()
    title = "document.querySelector('[data-view=grid]').title"
    assert page.page.evaluate(title) == "Het rooster toont wie aan welke samenwerking deelneemt."

    page.page.get_by_role("button", name="English").click()

    assert page.page.evaluate(title) == "The grid shows who takes part in which partnership."
    pick = page.page.locator("[data-pick='types'] button").first
    assert pick.get_attribute("title") == "Show these alone, or all again"
