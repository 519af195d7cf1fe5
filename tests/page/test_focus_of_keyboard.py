"""The keyboard is never lost: after every step something on the page has it, and jumps jump."""

from collections.abc import Callable

import pytest
from page.watched import Watched

Visit = Callable[..., Watched]

HERE = "document.activeElement.id || document.activeElement.tagName"


@pytest.mark.parametrize(
    ("name", "there"),
    [("kaart", "map"), ("bevindingen", "findings"), ("tabellen", "tables")],
)
def test_skips_jump_and_keep_the_view(visit: Visit, name: str, there: str) -> None:
    """A skip link leads to its part of the page, and what was chosen stays chosen."""
    page = visit(hash="#type=gemeente&organisation=c")

    page.page.get_by_role("link", name=f"Naar de {name}").focus()
    page.page.keyboard.press("Enter")

    assert page.page.evaluate(HERE) == there
    assert page.page.url.endswith("#type=gemeente&organisation=c")
    assert page.text("#panel-title") == "Gemeente Zandmeer"


@pytest.mark.parametrize("key", ["+", "-", "0"])
def test_in_the_panel_the_title_keeps_it(visit: Visit, key: str) -> None:
    """Where the panel is written anew under the keyboard, its title takes over."""
    page = visit()
    page.page.locator("#search").fill("gemeente zand")
    page.page.keyboard.press("Enter")
    assert page.page.evaluate(HERE) == "panel-title"

    page.page.keyboard.press(key)

    assert page.page.evaluate(HERE) == "panel-title"


def test_back_to_where_one_came_from_or_the_map(visit: Visit) -> None:
    """Closing goes back to the row that was chosen from; where it is out of sight, to the map."""
    page = visit()
    link = page.page.locator("#sheet-organisations th a").first
    link.click()
    page.page.keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.closest('tr')?.id") == "row-o7"

    link.click()
    page.open_sheet("documents")
    page.page.get_by_role("button", name="Sluiten").click()

    assert page.page.evaluate(HERE) == "map"


def test_back_in_history(visit: Visit) -> None:
    """Going back from the panel leaves the keyboard in the panel."""
    page = visit()
    page.page.locator("#search").fill("gemeente zand")
    page.page.keyboard.press("Enter")

    page.page.go_back()

    assert page.page.evaluate(HERE) == "panel-title"
    assert page.text("#panel-title") == "Wie werkt met wie samen?"
