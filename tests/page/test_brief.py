"""An organisation in brief, on a page of its own."""

from collections.abc import Callable

from page.watched import Watched

Visit = Callable[..., Watched]


def read_brief(page: Watched) -> dict[str, str]:
    """What stands in brief, by its label."""
    rows: dict[str, str] = page.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".brief .row")].map((row) =>
            [...row.children].map((part) => part.innerText.trim())))"""
    )
    return rows


def test_brief(visit: Visit) -> None:
    """With whom, on what, where, which documents say so, and what is not known."""
    assert read_brief(visit(hash="#organisation=d")) == {
        "Met wie": "Gemeente Zandmeer",
        "Waar": "Kustland",
        "Volgens": "Bron 2",
        "Niet bekend": "bij 1 samenwerking wie er nog meer meedoet; bij 1 samenwerking wanneer; "
        "1 deelname staat niet letterlijk in de tekst",
    }


def test_nothing_in_brief(visit: Visit) -> None:
    """Of who takes part in nothing there is nothing to say in brief."""
    assert read_brief(visit(hash="#organisation=g")) == {}


def test_one_sheet(visit: Visit) -> None:
    """It is printed alone, on one sheet, and the page is as it was afterwards."""
    page = visit(hash="#organisation=c")
    page.page.evaluate("window.print = () => {}")

    page.page.get_by_role("button", name="Druk dit af op één vel").click()

    assert page.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.page.locator("body.one-sheet").count() == 0
