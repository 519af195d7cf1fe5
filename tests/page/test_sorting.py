"""The tables in any order, as far as the filters leave them, and as CSV that is safe to open."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from page.test_axe import violations
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.page.data import clean_text
from graph.write.graphs.csv import make_inert

Visit = Callable[..., Watched]

NAUGHTY = ROOT.parent / "shared" / "data" / "blns.txt"


def names(page: Watched, sheet: str = "organisations", column: str = "th") -> list[str]:
    """The first words of each row of a table that is in sight, from top to bottom."""
    page.open_sheet(sheet)
    cells = page.page.locator(f"#sheet-{sheet} tbody tr:visible > {column}")
    return [text.split("\n")[0].strip() for text in cells.all_inner_texts()]


def sort(page: Watched, sheet: str, heading: str) -> str:
    """Press the heading of a column, and say how the table is then sorted."""
    page.open_sheet(sheet)
    cell = page.page.locator(f"#sheet-{sheet} thead th", has_text=heading).first
    cell.get_by_role("button").click()
    return cell.get_attribute("aria-sort") or ""


def save(page: Watched, sheet: str) -> tuple[str, bytes]:
    """Save a table as CSV: the name of the file and its bytes."""
    page.open_sheet(sheet)
    with page.page.expect_download() as waiting:
        page.page.locator(f"#sheet-{sheet}").get_by_role("button", name="Bewaar als CSV").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_by_every_column(visit: Visit) -> None:
    """Each heading of each table is a button that sorts, and sorts the other way when pressed."""
    page = visit()
    for sheet in ("organisations", "ties", "partnerships", "documents"):
        page.open_sheet(sheet)
        headings = page.page.locator(f"#sheet-{sheet} thead th")
        buttons = page.page.locator(f"#sheet-{sheet} thead th button")
        assert buttons.count() == headings.count() >= 4
        for place in range(buttons.count()):
            buttons.nth(place).click()
            first = headings.nth(place).get_attribute("aria-sort")
            buttons.nth(place).click()
            second = headings.nth(place).get_attribute("aria-sort")
            assert {first, second} == {"ascending", "descending"}
            assert page.page.locator(f"#sheet-{sheet} thead [aria-sort]").count() == 1


def test_numbers_texts_and_what_is_unknown(visit: Visit) -> None:
    """Numbers start at the most, texts at a; what is not known stays last either way."""
    page = visit()

    assert sort(page, "organisations", "Samenwerkingen") == "descending"
    assert names(page)[3:] != names(page)[:5]
    assert set(names(page)[:3]) == {
        "Gemeente Zandmeer",
        "Huisartsengroep Zandmeer",
        "Ziekenhuis De Vuurbaak",
    }
    assert sort(page, "organisations", "Organisatie") == "ascending"
    assert names(page)[0] == "De Kustkrant"
    assert sort(page, "organisations", "Organisatie") == "descending"
    assert names(page)[0] == "Zorgverzekeraar Zilt & Zoon"
    for _ in range(2):
        sort(page, "partnerships", "Periode")
        assert {"Regietafel Kustland", "Netwerk Kustzorg"} <= set(
            "".join(names(page, "partnerships")[2:]).split("afgeleid")
            + names(page, "partnerships")[2:]
        )
    assert sort(page, "ties", "Zekerheid") == "ascending"
    assert names(page, "ties", "td:last-child")[-1].startswith("afgeleid")


def test_by_keyboard(visit: Visit) -> None:
    """A heading is reached with Tab, sorts with Enter, and says so."""
    page = visit()
    page.page.locator("#sheet-organisations thead button").first.focus()

    page.page.keyboard.press("Enter")

    assert page.page.locator("#status").inner_text() == "Gesorteerd op Organisatie, aflopend."
    assert page.page.evaluate("document.activeElement.className") == "by"


def test_how_many_rows(visit: Visit) -> None:
    """A table says how many of its rows the filters leave, in either language."""
    page = visit()
    count = "#sheet-organisations .rows"
    assert page.text(count) == "alle 8 rijen"

    page = visit(hash="#type=gemeente")

    assert page.text(count) == "1 rij van 8; de filters laten de rest weg"
    assert "De bevindingen gaan over alle gegevens" in page.text("#findings")
    page.page.get_by_role("button", name="English").click()
    assert page.text(count) == "1 row of 8; the filters leave out the rest"


def test_save_what_is_in_sight(visit: Visit) -> None:
    """The file holds the rows that the filters leave, in the order of the table."""
    page = visit(hash="#region=kustland&without-role=funder")
    sort(page, "organisations", "Organisatie")

    name, content = save(page, "organisations")

    assert name == "organisaties.csv"
    assert content.startswith(b"\xef\xbb\xbfOrganisatie,")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["Organisatie"] for row in rows] == names(page)
    assert rows[0]["Sleutel"] == "d"
    assert b"\r\n" in content


def test_every_table_can_be_saved(visit: Visit) -> None:
    """Each of the four tables makes a file with a row for each of its rows."""
    page = visit()

    sizes = {}
    for sheet in ("organisations", "ties", "partnerships", "documents"):
        name, content = save(page, sheet)
        sizes[name] = len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))))

    assert sizes == {
        "organisaties.csv": 9,
        "verbindingen.csv": 5,
        "samenwerkingen.csv": 6,
        "documenten.csv": 3,
    }


@pytest.mark.skipif(not NAUGHTY.exists(), reason="../shared/data is not there")
def test_inert_as_in_python(visit: Visit) -> None:
    """Text that a spreadsheet could take for a formula is made inert just as the export does."""
    texts = NAUGHTY.read_text(encoding="utf-8").split("\n")
    texts += ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "'=1", "\uff1d1", 'a"b', "a,b", "«+x"]
    texts = [text for text in dict.fromkeys(texts) if text]
    people = [organisation(f"o{n:04}", name=text) for n, text in enumerate(texts)]
    page = visit(make_registry(people, []))

    _, content = save(page, "organisations")

    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    found = {row["Sleutel"]: row["Organisatie"] for row in rows}
    for one in people:
        assert found[one.id] == make_inert(clean_text(one.name))


def test_without_script(visit: Visit) -> None:
    """Without a script no heading pretends to be a button."""
    page = visit(java_script_enabled=False)

    assert page.page.locator("table button, .sheet-tools").count() == 0


def test_axe_when_sorted(visit: Visit) -> None:
    """No rule is broken in a table that was sorted and narrowed."""
    page = visit(kustland(), hash="#type=gemeente")
    sort(page, "partnerships", "Deelnemers")

    assert violations(page) == []


def test_one_large_table(visit: Visit) -> None:
    """A partnership of 200 makes 19,900 ties: the page opens, sorts and says how many."""
    crowd = [organisation(f"o{n:03}", name=f"Organisatie {n}") for n in range(200)]
    page = visit(make_registry(crowd, [partnership("p", " ".join(one.id for one in crowd))]))

    assert page.text("#sheet-ties .rows") in ("alle 19.900 rijen", "")
    assert sort(page, "organisations", "Organisatie") == "descending"
    assert names(page)[0] == "Organisatie 199"


def test_link_of_a_row(visit: Visit) -> None:
    """A link in a table leads to its row, and to the view that lasts once it is pointed at."""
    page = visit()
    link = page.page.locator("#sheet-organisations th a").first
    assert link.evaluate("(one) => one.getAttribute('href')").startswith("#row-o")

    link.focus()

    assert link.evaluate("(one) => one.getAttribute('href')") == "#organisation=h"


def test_an_address_opens_its_table(visit: Visit) -> None:
    """A link to one of the tables brings that table to the front, at once and later."""
    page = visit(hash="#sheet-ties")
    chosen = page.page.locator("#sheets [aria-selected=true]")
    assert chosen.inner_text() == "4 verbindingen"

    page.page.evaluate("location.hash = '#sheet-documents'")

    page.wait("!document.getElementById('sheet-documents').hidden")
    assert chosen.inner_text() == "2 documenten"


def test_note_on_the_filters_speaks_the_language(visit: Visit) -> None:
    """What the tables leave out is said in the language that is chosen afterwards too."""
    page = visit(hash="#type=gemeente")
    narrowed = page.page.locator("#tables-narrowed")
    assert "volgen de filters: Soort organisatie: gemeente. 1 van 8" in narrowed.inner_text()

    page.page.get_by_role("button", name="English").click()

    assert "follow the filters: Type of organisation: " in narrowed.inner_text()
    assert ". 1 of 8" in narrowed.inner_text()


def test_csv_tells_what_is_not_sure(visit: Visit) -> None:
    """In CSV a role that is not stated outright says so, as it does on the page."""
    rows = list(csv.reader(io.StringIO(save(visit(), "organisations")[1].decode("utf-8-sig"))))

    told = {row[0]: row[rows[0].index("Samenwerkingen")] for row in rows}

    assert told["Zorgverzekeraar Zilt & Zoon"] == "Regietafel Kustland (deelnemer, afgeleid)"
    assert told["Huisartsengroep Zandmeer"] == (
        "Wondpoli Zandmeer (initiatiefnemer); Voorbereiding wondpoli (deelnemer)"
    )


def test_language_where_a_table_is_empty(visit: Visit) -> None:
    """A page without organisations, or without ties, changes language and tabs all the same."""
    page = visit(make_registry([], [partnership("p", "")]))
    page.page.get_by_role("button", name="English").click()
    assert page.text("#tab-sheet-organisations") == "0 organisations"

    page = visit(make_registry([organisation("a")], []), hash="#type=overig")
    for sheet in ("ties", "partnerships", "documents", "organisations"):
        page.open_sheet(sheet)
    page.page.get_by_role("button", name="English").click()
    assert page.text("#sheet-organisations .rows") == "1 row"


def test_language_after_rows_that_went(visit: Visit) -> None:
    """Ties that only folding makes leave the table with it, also while it waits behind another."""
    page = visit(folding(), hash="#fold=1")
    page.open_sheet("ties")
    assert names(page, "ties") == ["Moeder"]
    page.open_sheet("organisations")
    page.page.evaluate("location.hash = ''")
    page.wait("document.getElementById('chosen').hidden")

    page.page.get_by_role("button", name="English").click()

    assert names(page, "ties") == ["Dochter"]


def folding() -> Registry:
    """A unit at a table with another: folded, the tie is its parent's."""
    people = [
        organisation("d", name="Dochter", part_of="m"),
        organisation("m", name="Moeder"),
        organisation("x", name="Xander"),
    ]
    return make_registry(people, [partnership("p", "d x")])
