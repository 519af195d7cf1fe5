"""To undo a choice and to do it again, and the list of the keys."""

from collections.abc import Callable

import pytest
from page.test_axe import violations
from page.watched import Watched

Visit = Callable[..., Watched]


def at(page: Watched, hash: str) -> None:
    """Wait until the page stands at an address, and has followed it."""
    page.wait(f"location.hash === '{hash}'")
    page.page.wait_for_timeout(30)


def at_rest(page: Watched) -> list[str | None]:
    """Whether undo and redo are at rest."""
    return [page.page.locator(id).get_attribute("aria-disabled") for id in ("#undo", "#redo")]


def test_every_choice_is_undone_and_done_again(visit: Visit) -> None:
    """An organisation, a view, a filter and the language: one by one back, and on again."""
    page = visit()
    assert at_rest(page) == ["true", "true"]
    page.click("c")
    page.page.get_by_role("button", name="Organisaties én samenwerkingen").click()
    page.page.locator("[data-pick='certainty'][data-value='high'] button").click()
    page.page.get_by_role("button", name="English").click()
    there = page.read_address()
    assert there == "#organisation=c&view=two-mode&certainty=high&lang=en"

    undo = page.page.locator("#undo")
    undo.click()
    at(page, "#organisation=c&view=two-mode&certainty=high")
    undo.click()
    at(page, "#organisation=c&view=two-mode")
    undo.click()
    at(page, "#organisation=c")
    assert at_rest(page) == ["false", "false"]
    undo.click()
    at(page, "")

    assert page.page.locator("#start").is_visible()
    assert at_rest(page) == ["true", "false"]
    for _ in range(4):
        page.page.keyboard.press("Control+Shift+Z")
    at(page, there)
    assert at_rest(page) == ["false", "true"]


def test_undo_is_the_way_back_of_the_browser(visit: Visit) -> None:
    """Back and undo may be mixed; undo never leaves the page, and a new choice ends redo."""
    page = visit()
    for name in ("a", "b", "c"):
        page.click(name)
    page.page.go_back()
    at(page, "#organisation=b")
    page.page.keyboard.press("Control+z")
    at(page, "#organisation=a")
    page.page.go_forward()
    at(page, "#organisation=b")

    for _ in range(5):
        page.page.keyboard.press("Control+z")
    at(page, "")

    assert page.text("#status") == "Er is niets om ongedaan te maken."
    page.click("d")
    assert at_rest(page) == ["false", "true"]


def test_in_a_text_field_the_keys_belong_to_the_text(visit: Visit) -> None:
    """Ctrl+Z there undoes what is typed, and a question mark is one; a checkbox has no text."""
    page = visit(hash="#organisation=c")
    page.page.evaluate("location.hash = '#organisation=d'")
    at(page, "#organisation=d")
    search = page.page.locator("#search")
    search.focus()
    page.page.keyboard.type("zand?")
    page.page.keyboard.press("Control+z")

    assert page.read_address() == "#organisation=d"
    assert page.page.locator("dialog").count() == 0
    page.page.locator("#print-tables").focus()
    page.page.keyboard.press("Control+z")
    at(page, "#organisation=c")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keys_are_listed(visit: Visit, scheme: str) -> None:
    """At ? and at a button; Escape closes the list, and the keyboard is where it was."""
    page = visit(color_scheme=scheme)
    page.page.locator("#map").focus()
    page.page.keyboard.press("?")

    dialog = page.page.get_by_role("dialog", name="Toetsen")
    assert "Ctrl Z Ongedaan maken" in page.text("dialog")
    assert violations(page) == []
    page.page.keyboard.press("Escape")

    assert dialog.count() == 0
    assert page.page.evaluate("document.activeElement.id") == "map"
    page.page.get_by_role("button", name="Toetsen").click()
    assert dialog.is_visible()


def test_the_key_can_be_put_off(visit: Visit) -> None:
    """Speech that types a question mark then opens nothing; the button still does."""
    page = visit()
    page.page.keyboard.press("?")
    page.page.get_by_role("checkbox", name="De toets ? opent deze lijst").uncheck()
    page.page.get_by_role("dialog").get_by_role("button", name="Sluiten").click()

    page.page.keyboard.press("?")

    assert page.page.locator("dialog").count() == 0
