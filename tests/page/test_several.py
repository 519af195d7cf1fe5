"""Several organisations chosen together: what they share."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from page.test_axe import violations
from page.watched import Watched
from registries import kustland

from graph.network.incidence import Incidence

Visit = Callable[..., Watched]


def read_list(page: Watched, heading: str) -> list[str]:
    """What stands under a heading of the panel."""
    found: list[str] = page.page.evaluate(
        """(heading) => {
            const start = [...document.querySelectorAll("#details h3")]
                .find((one) => one.textContent === heading);
            const list = start.nextElementSibling;
            return [...(list.matches("ul") ? list.children : [list])]
                .map((one) => one.textContent.replace(/[\\u2068\\u2069]/g, ""));
        }""",
        heading,
    )
    return found


def test_click_with_shift_chooses_one_more(visit: Visit) -> None:
    """Partnerships of two or all of them, ties, who is not tied, and who is a partner of each."""
    page = visit()
    page.click("a")
    page.page.keyboard.down("Shift")
    page.click("b")
    page.click("d")
    page.page.keyboard.up("Shift")

    assert page.read_address() == "#organisations=a,b,d"
    assert page.text("#panel-title") == "3 organisaties"
    shared = read_list(page, "Waaraan zij samen deelnemen")
    assert [one.split("  ")[0] for one in shared] == shared
    assert len(shared) == 2
    assert len(read_list(page, "Verbindingen tussen hen")) == 1
    assert read_list(page, "Partner van elk van hen") == ["Gemeente Zandmeer"]
    apart = page.panel().locator("p.unknown").all_inner_texts()
    assert len([one for one in apart if one.startswith("Geen verbinding")]) == 2
    assert violations(page) == []


def test_the_same_is_said_two_by_two() -> None:
    """By hand: of a, b and d only a and b share a partnership, and c is a partner of each."""
    ties = {frozenset((one.left, one.right)): one for one in Incidence(kustland()).ties()}

    found = [pair for pair in combinations("abd", 2) if frozenset(pair) in ties]

    assert found == [("a", "b")]
    assert all(frozenset(("c", one)) in ties for one in "abd")


@pytest.mark.parametrize("key", ["Shift+Enter", "Control+Enter"])
def test_by_keyboard_on_the_map(visit: Visit, key: str) -> None:
    """The keyboard stays on the map; once more takes it out; Escape clears all."""
    page = visit()
    page.page.locator("#map").focus()
    for _ in range(3):
        page.page.keyboard.press("PageDown")
        page.page.keyboard.press(key)

    assert page.read_address().count(",") == 2
    assert page.page.evaluate("document.activeElement.id") == "map"
    page.page.keyboard.press(key)
    assert page.read_address().count(",") == 1
    page.page.keyboard.press("Escape")
    assert page.read_address() == ""


def test_in_the_grid(visit: Visit) -> None:
    """A row is added with Shift, by mouse and by key, and each stands out."""
    page = visit(hash="#view=grid&organisation=a")
    rows = page.page.locator("#grid .stop[data-x='-1'][data-leads^='o']")

    rows.filter(has_text="Gemeente Zandmeer").click(modifiers=["Shift"])

    assert page.read_address() == "#organisations=a,c&view=grid"
    assert page.page.locator("#grid .chosen").count() == 2


def test_without_a_mouse_or_keys(visit: Visit) -> None:
    """A button in the panel makes the next choice one more: by search, list or finger."""
    page = visit(hash="#organisation=c")
    page.page.get_by_role("button", name="Kies er een organisatie bij").click()

    page.page.locator("#search").fill("vuurbaak")
    page.page.keyboard.press("Enter")

    assert page.read_address() == "#organisations=c,a"
    page.page.get_by_role("button", name=re.compile("Gemeente Zandmeer.? eruit")).click()
    assert page.read_address() == "#organisation=a"


def test_address(visit: Visit) -> None:
    """What is there is chosen; unknown ones are passed over; a single one is none."""
    page = visit(hash="#organisations=a,nobody,c&lang=en")

    assert page.text("#panel-title") == "2 organisations"
    page.lead("#organisations=nobody,c")
    assert page.page.locator("#start").is_visible()
