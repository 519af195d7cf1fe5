"""Tables of very many rows: those that are seen are there, and every other is a step away."""

from collections.abc import Callable

import pytest
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry

Visit = Callable[..., Watched]

CROWD = 520
TIES = CROWD * (CROWD - 1) // 2  # 134,940: a call takes no more than some 124,500 values


def crowd() -> Registry:
    """A partnership of 520, and one of the last two of them."""
    people = [organisation(f"o{n:03}", name=f"Organisatie {n:03}") for n in range(CROWD)]
    everyone = " ".join(one.id for one in people)
    return make_registry(people, [partnership("p", everyone), partnership("q", "o518 o519")])


def heads(page: Watched, sheet: str) -> list[str]:
    """The first cells of the rows of a table that are there."""
    cells = page.page.locator(f"#sheet-{sheet} tbody th")
    return [" ".join(text.split()) for text in cells.all_text_contents()]


def test_opens_with_more_ties_than_a_call_takes(visit: Visit) -> None:
    """With 134,940 ties the page lives, says how many rows there are, and holds few elements."""
    page = visit(crowd())

    page.open_sheet("ties")

    assert page.text("#sheet-ties .rows") == "rij 1 tot en met 50; alle 134.940 rijen"
    assert page.page.locator("#sheet-ties tbody tr").count() == 50
    assert heads(page, "ties")[0] == "Organisatie 518"  # with 519 it shares two partnerships
    assert page.page.evaluate("document.querySelectorAll('*').length") < 20_000
    page.page.locator("#search").fill("organisatie 007")
    assert page.page.locator("#results li").first.inner_text().startswith("Organisatie 007")


def test_every_row_is_a_step_away(visit: Visit) -> None:
    """Buttons go to the rows before and after, which are said, in either language."""
    page = visit(crowd())
    tools = page.page.locator("#sheet-organisations .sheet-tools")

    assert tools.get_by_role("button", name="Vorige rijen").is_disabled()
    for _ in range(10):
        tools.get_by_role("button", name="Volgende rijen").click()

    assert heads(page, "organisations") == [f"Organisatie {n}" for n in range(500, 520)]
    assert page.text("#status") == "rij 501 tot en met 520"
    assert tools.get_by_role("button", name="Volgende rijen").is_disabled()
    page.page.get_by_role("button", name="English").click()
    assert page.text("#sheet-organisations .rows") == "rows 1 to 50; all 520 rows"
    page.page.locator("#sheet-organisations thead button").first.click()
    assert heads(page, "organisations")[0] == "Organisatie 519"


def test_filters_and_files_take_all_rows(visit: Visit) -> None:
    """What the filters keep is counted over all rows, and a file holds every one of them."""
    page = visit(crowd(), hash="#weight=2")
    page.open_sheet("ties")
    assert page.text("#sheet-ties .rows") == "1 rij van 134.940; de filters laten de rest weg"
    assert not page.page.locator("#sheet-ties .pages").is_visible()

    page.lead("")
    page.open_sheet("organisations")
    with page.page.expect_download() as download:
        page.page.locator("#sheet-organisations").get_by_role(
            "button", name="Bewaar als CSV"
        ).click()

    assert download.value.path().read_text(encoding="utf-8-sig").count("\n") == 1 + CROWD


def test_words_of_passages_are_there(visit: Visit) -> None:
    """What a document says is in the panel, though the table with it has other rows."""
    names = " ".join(f"o{n}" for n in range(46))
    people = [organisation(id) for id in names.split()]
    tables = [partnership(f"p{n}", names if n == 60 else "o1 o2") for n in range(61)]

    page = visit(make_registry(people, tables), hash="#partnership=p60")

    passage = tables[60].evidence[0].quote
    assert passage in page.text("#panel")
    assert page.page.locator("#row-p60").count() == 0


def test_without_script(visit: Visit) -> None:
    """Without a script the first rows stand there, and where the others are."""
    page = visit(crowd(), java_script_enabled=False)

    assert page.page.locator("#sheet-ties tbody tr").count() == 50
    assert page.text(".stopgap") == (
        "Van elke tabel staan hier zonder script de eerste 50 rijen."
        " Alle rijen staan in de CSV van ‘collabgraph export’."
    )


@pytest.mark.parametrize("script", [True, False])
def test_few_rows_are_all_there(visit: Visit, script: bool) -> None:
    """The page of a small network holds every row, and offers no steps."""
    page = visit(kustland(), java_script_enabled=script)

    assert page.page.locator("#sheet-ties tbody tr").count() == 4
    assert page.page.locator(".stopgap").count() == 0
    assert page.page.locator(".pages:visible").count() == 0


def test_long_lists_of_the_panel_unfold(visit: Visit) -> None:
    """Of 39 partners 25 stand there at first; a button shows the others, and paper all of them."""
    people = [organisation(f"o{n:02}", name=f"Organisatie {n:02}") for n in range(40)]
    registry = make_registry(people, [partnership("p", " ".join(one.id for one in people))])
    page = visit(registry, hash="#organisation=o00")
    partners = page.page.locator("#details > ul.people > li")
    assert partners.count() == 25

    page.page.locator("#details > button.unfold").focus()
    page.page.keyboard.press("Enter")

    assert partners.count() == 39
    assert "Organisatie 26" in page.page.evaluate("document.activeElement.textContent")
    assert page.page.locator("#details > button.unfold").count() == 0
    assert page.page.locator(".card button.unfold").inner_text() == "Toon de andere 14"
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.page.locator("#details .unfold").count() == 0
    assert page.page.locator(".card ul.people > li").count() == 39
