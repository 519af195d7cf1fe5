"""What colour and shape of the marks say: type, home or certainty, as the reader chooses."""

from collections.abc import Callable

from page.test_axe import violations
from page.test_taking import take
from page.watched import Watched

Visit = Callable[..., Watched]


def rows(page: Watched) -> list[str]:
    """The rows of the legend for the marks, as they are seen."""
    return page.page.locator(".key-types:visible li").all_inner_texts()


def test_by_home(visit: Visit) -> None:
    """The legend counts regions, no two of one colour or one shape; it is in the link."""
    page = visit()
    page.page.get_by_role("group", name="Kleur en vorm naar").get_by_text("Regio").click()

    assert page.read_address() == "#colour=region"
    assert page.text("#status") == "Kleur en vorm naar: Regio"
    assert rows(page) == ["Zandmeer 3", "Kustland 2", "regio niet bekend 3"]
    drawn = page.page.evaluate(
        "[...document.querySelectorAll('.key-types li path')].filter((one) => one.closest('ul')"
        ".getClientRects().length).map((one) => [one.getAttribute('class'), one.getAttribute('d')])"
    )
    assert len({colour for colour, _ in drawn}) == len({shape for _, shape in drawn}) == 3
    assert violations(page) == []


def test_by_certainty(visit: Visit) -> None:
    """The surest membership of each organisation counts; the picture has the same legend."""
    page = visit(hash="#colour=certainty&alone=1")

    assert rows(page) == ["vermeld 4", "afgeleid 1", "neemt nergens aan deel 3"]
    assert b"Hoe zeker is dat zij deelneemt" in take(page, "Afbeelding (SVG)")[1]
    page.page.get_by_role("button", name="English").click()
    assert rows(page)[0] == "stated 4"


def test_filters_and_undo(visit: Visit) -> None:
    """The legend follows the filters, and what is undone is by type again."""
    page = visit()
    page.page.get_by_role("group", name="Kleur en vorm naar").get_by_text("Zekerheid").click()
    page.page.keyboard.press("Control+z")
    page.wait("location.hash === ''")
    page.page.wait_for_timeout(30)
    assert "gemeente 1" in rows(page)

    page.lead("#colour=region&type=gemeente")

    assert rows(page) == ["Zandmeer 1"]


def test_in_the_grid(visit: Visit) -> None:
    """The marks before its rows follow the choice too: two of one region look alike."""
    page = visit(hash="#view=grid&colour=region")

    drawn = page.page.locator("#grid .stop[data-x='-1'] > path").evaluate_all(
        "(all) => all.map((one) => [one.closest('.stop').getAttribute('aria-label'),"
        " one.getAttribute('class')])"
    )

    colours = dict(drawn)
    assert colours["Gemeente Zandmeer"] == colours["Ziekenhuis De Vuurbaak"]
