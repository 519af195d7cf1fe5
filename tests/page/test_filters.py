"""Filters: the answers of `graph.select`, what they do to the page, and the way back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from conftest import ROOT
from page.watched import Watched

from graph.reading import read_registry
from graph.select.filters import FILTERS, Selection
from graph.select.selection import select_registry

Visit = Callable[..., Watched]
Look = Callable[[str], Watched]

CASES = json.loads(
    (Path(__file__).parent.parent / "data" / "filters" / "cases.json").read_text(encoding="utf-8")
)
BY_NAME = {one.name: one for one in FILTERS}


KEY = """(link) => {
    link.dispatchEvent(new Event("focusin", { bubbles: true }));
    return link.href.split("=").at(-1);
}"""
"""What a link names: its address says so once it is pointed at."""


def fragment(selection: dict[str, Any]) -> str:
    """The address of a page under a selection of the filter language."""
    pairs = []
    for name, value in selection.items():
        key, on = (BY_NAME[name].key, BY_NAME[name].on) if name in BY_NAME else (name, "")
        values = value if isinstance(value, list) else [on if value is True else value]
        pairs += [(key, one) for one in values]
    return f"#{urlencode(pairs)}" if pairs else ""


def rows(page: Watched, sheet: str) -> list[list[str]]:
    """The cells of the rows that are in a table now; brings it to the front."""
    page.open_sheet(sheet)
    found: list[list[str]] = page.page.evaluate(
        """(sheet) => [...document.querySelectorAll(`#sheet-${sheet} tbody > tr`)]
            .filter((row) => !row.hidden)
            .map((row) => [...row.children].map((cell) => cell.textContent.trim()))""",
        sheet,
    )
    return found


def keys(page: Watched, kind: str) -> list[str]:
    """The ids of the organisations or partnerships whose rows are in sight."""
    page.open_sheet(kind)
    found: list[str] = page.page.evaluate(
        f"""(sheet) => [...document.querySelectorAll(`#sheet-${{sheet}} tbody > tr`)]
            .filter((row) => !row.hidden)
            .map((row) => ({KEY})(row.querySelector("th a"))).sort()""",
        kind,
    )
    return found


def tie_rows(page: Watched) -> list[list[object]]:
    """The ties whose rows are in sight, as [id, id, weight], sorted."""
    page.open_sheet("ties")
    found: list[list[object]] = page.page.evaluate(
        f"""() => [...document.querySelectorAll("#sheet-ties tbody > tr")]
            .filter((row) => !row.hidden)
            .map((row) => [
                ...[...row.querySelectorAll("th a, td:nth-child(2) a")].map({KEY}),
                Number(row.querySelector("b").textContent),
            ])"""
    )
    return sorted(found, key=str)


@pytest.mark.parametrize("rest", ["dim", "hide"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(visit: Visit, look: Look, case: dict[str, Any], rest: str) -> None:
    """The page keeps what `select_registry` keeps, opened at an address or led to it."""
    if rest == "hide":
        page = look(fragment(case["selection"] | {"rest": "hide", "alone": "1"}))
    else:
        page = visit(hash=fragment(case["selection"] | {"alone": "1"}))

    assert keys(page, "organisations") == case["organisations"]
    assert keys(page, "partnerships") == case["partnerships"]
    assert tie_rows(page) == case["ties"]
    marks = page.page.evaluate("collabgraph.marks().filter((mark) => !mark.out)")
    assert sorted(mark["key"] for mark in marks) == case["organisations"]
    lines = page.page.evaluate("collabgraph.lines().filter((line) => !line.out)")
    assert [line["ends"] for line in lines] == [tie[:2] for tie in case["ties"]]


def open_filters(page: Watched, *groups: str) -> None:
    """Open the filters, and some of their groups, as a reader does."""
    page.page.locator("#narrow > summary").click()
    for group in groups:
        page.page.locator(f"[data-group={group}] > summary").click()


def test_a_role_left_out_recomputes(visit: Visit) -> None:
    """Leaving out a role changes ties, counts, panel and address, and says what is left."""
    page = visit()
    open_filters(page, "roles")

    page.page.get_by_role("combobox", name="Rol financier").select_option("weglaten")

    said = "5 van 8 organisaties, 2 van 4 verbindingen en 5 van 5 samenwerkingen"
    assert page.text("#kept") == said
    assert page.text("#status") == said
    narrowed = f"De tabellen volgen de filters: Rol: zonder financier. {said}."
    assert page.text("#tables-narrowed") == narrowed
    assert page.page.url.endswith("#without-role=funder")
    assert page.text("#chips") == "Rol: zonder financier ×"
    page.page.get_by_role("tab", name="5 samenwerkingen").click()
    table = page.text("#row-p0 td >> nth=0")
    assert "Huisartsengroep Zandmeer (initiatiefnemer)" in table
    assert "Gemeente Zandmeer" not in table


def test_clear_one_by_one_and_all(visit: Visit) -> None:
    """Each filter has its own way out, and there is one for all."""
    page = visit(hash="#region=zandmeer&kind=project&certainty=high")
    assert page.page.locator("#chips .chip").count() == 3

    page.page.get_by_role("button", name="Filter wissen: Vorm van samenwerking: project").click()
    assert page.page.url.endswith("#region=zandmeer&certainty=high")
    assert page.page.evaluate("document.activeElement.className") == "chip"
    page.page.locator("#chosen").get_by_role("button", name="Alle filters wissen").click()

    assert "#" not in page.page.url
    assert not page.page.locator("#chosen").is_visible()
    assert len(keys(page, "organisations")) == 8


def test_keyboard_alone(visit: Visit) -> None:
    """The filters open, choose and clear without a mouse."""
    page = visit()
    page.page.locator("#narrow > summary").focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")

    page.page.keyboard.press("Space")

    assert page.text("#chips") == "Regio: Kustland ×"
    assert page.page.evaluate("document.activeElement.checked") is True
    assert page.text("#filter-count") == "1 actief"


def test_counts_follow_the_other_filters(visit: Visit) -> None:
    """Beside each word stands how many there are where the other filters hold."""
    page = visit(hash="#kind=programma")
    open_filters(page, "regions", "kinds")

    regions = page.text("[data-group=regions] .options")
    kinds = page.text("[data-group=kinds] .options")

    assert regions == "Kustland 1 Zandmeer 1"
    assert "netwerk 1" in kinds
    assert "project 1" in kinds


def test_period_keeps_the_undated_apart(visit: Visit) -> None:
    """The sliders choose years; what has no period goes, is counted, and comes back on demand."""
    page = visit()
    open_filters(page, "period")

    page.page.get_by_label("Tot en met").fill("2018")
    assert keys(page, "partnerships") == ["q"]
    assert "2018, zonder wat geen bekende periode heeft" in page.text("#chips")
    page.page.get_by_label("Ook 3 samenwerkingen zonder bekende periode").check()

    assert keys(page, "partnerships") == ["q", "r", "t", "u"]
    assert page.page.url.endswith("#period=2018&undated=1")


def test_least_weight_hides_and_recomputes_nothing(visit: Visit) -> None:
    """The least strength leaves out weaker lines; the weight of the others stays."""
    page = visit()
    open_filters(page, "weight")

    page.page.get_by_label("minstens 2 gedeelde samenwerkingen").check()

    assert tie_rows(page) == [["a", "b", 2]]
    assert keys(page, "organisations") == ["a", "b"]


def test_dim_and_hide(visit: Visit) -> None:
    """What falls outside stays on the map, dimmed, or leaves it: at a switch that says so."""
    page = visit(hash="#region=zandmeer")
    marks = "collabgraph.marks().length"
    assert page.page.evaluate(marks) == 4
    open_filters(page)

    page.page.get_by_label("verbergen: niet op de kaart").check()

    assert page.page.evaluate(marks) == 3
    assert page.page.url.endswith("#region=zandmeer&rest=hide")


def test_in_every_region(visit: Visit) -> None:
    """Two regions and one more click tell who sits at a table in both."""
    page = visit(hash="#region=zandmeer&region=kustland")
    assert keys(page, "organisations") == ["a", "b", "c", "d"]
    open_filters(page, "regions")

    page.page.get_by_label("Alleen organisaties die in élk van de gekozen regio").check()

    assert keys(page, "organisations") == ["a", "b", "c"]
    assert "Gemeente Zandmeer" in page.text("#panel .people")


def test_search_reaches_beyond_the_filters(visit: Visit) -> None:
    """What is outside the filters is still found, and is said to be outside."""
    page = visit(hash="#region=zandmeer")

    page.page.get_by_role("combobox", name="Welke organisatie bent u?").fill("kustkrant")
    assert "buiten de filters" in page.text("#result-0")
    page.page.get_by_role("combobox", name="Welke organisatie bent u?").press("Enter")

    assert "Dit valt buiten de filters." in page.text("#panel")


def test_nothing_left(visit: Visit) -> None:
    """Filters that leave nothing say so, of these documents."""
    page = visit(hash="#region=zandmeer&source=s2")

    assert "Geen organisatie in deze 2 documenten past bij deze filters." in page.text("#panel")


def test_legend_filters(visit: Visit) -> None:
    """A row of the legend filters by mouse or Enter, tells that it does, and its counts follow."""
    page = visit()
    row = page.page.get_by_role("button", name="gemeente 1", exact=True)
    assert row.get_attribute("aria-pressed") == "false"

    row.focus()
    page.page.keyboard.press("Enter")

    assert row.get_attribute("aria-pressed") == "true"
    assert keys(page, "organisations") == ["c"]
    assert page.text("[data-pick=types][data-value=ziekenhuis]") == "ziekenhuis 0"
    row.click()
    page.page.get_by_role("button", name="vermeld 3").click()
    assert tie_rows(page) == [["a", "b", 2], ["a", "c", 1], ["b", "c", 1]]


def test_legend_of_a_strong_part(visit: Visit) -> None:
    """Taking a width back leaves the ties that the page was built with, and no weaker one."""
    registry = read_registry(ROOT / "tests" / "data" / "strong" / "entities.yaml")
    page = visit(select_registry(registry, Selection(weight=2)))
    built = [["anker", "baken", 2], ["baken", "kompas", 2], ["eb", "vloed", 3]]
    assert tie_rows(page) == built
    assert page.page.locator("[data-pick=weight] button").all_inner_texts() == [
        "3 gedeelde samenwerkingen 1"
    ]
    row = page.page.get_by_role("button", name="3 gedeelde samenwerkingen 1", exact=True)

    row.click()
    assert (row.get_attribute("aria-pressed"), tie_rows(page)) == ("true", built[2:])
    row.click()

    assert (row.get_attribute("aria-pressed"), tie_rows(page)) == ("false", built)
    assert page.read_address() == ""


def test_unknown_values_are_passed_over(visit: Visit) -> None:
    """A fragment that names what is not there, or makes no sense, opens the page as it is."""
    page = visit(
        hash="#region=atlantis&type=__proto__&period=gisteren&certainty=9&weight=-1&view=3d"
        "&steps=x&from=a&to=nobody&source=s9&role=%00&width=big&rest=no&organisation=nobody"
    )

    assert page.text("#panel-title") == "Wie werkt met wie samen?"
    assert len(keys(page, "organisations")) == 8


def test_back_and_forward(visit: Visit) -> None:
    """Back takes the last filter away again, and forward brings it back."""
    page = visit()
    open_filters(page, "regions")
    page.page.get_by_role("checkbox", name="Zandmeer").check()
    assert len(keys(page, "organisations")) == 3

    page.page.go_back()
    assert len(keys(page, "organisations")) == 8
    page.page.go_forward()

    assert len(keys(page, "organisations")) == 3
    assert page.page.get_by_role("checkbox", name="Zandmeer").is_checked()


def test_language(visit: Visit) -> None:
    """In English the filters speak English, and keep what was chosen and opened."""
    page = visit(hash="#region=zandmeer&lang=en")
    open_filters(page, "regions")

    assert page.text("#kept") == "3 of 8 organisations, 3 of 4 ties and 2 of 5 partnerships"
    page.page.get_by_role("button", name="Nederlands").click()

    assert (
        page.text("#kept") == "3 van 8 organisaties, 3 van 4 verbindingen en 2 van 5 samenwerkingen"
    )
    assert page.page.get_by_role("checkbox", name="Zandmeer").is_checked()


def test_which_types_a_region_does_not_name(visit: Visit) -> None:
    """Where filters keep a part, it is said which types are not named in it, as not known."""
    page = visit(hash="#region=zandmeer")

    text = page.text("#panel")

    assert "Niet genoemd GGD, overig, welzijn" in text
    assert "Of zij ontbreken, is niet bekend." in text
    page.page.evaluate("location.hash = '#type=gemeente'")
    page.wait("!document.getElementById('details').textContent.includes('Niet genoemd')")


def test_what_filters_leave_out_is_not_said_to_be_absent(visit: Visit) -> None:
    """Partners and members outside the filters are told as such, in panel, table and CSV."""
    page = visit(hash="#type=zorgverzekeraar&organisation=d")
    panel = page.text("#panel")
    assert "Geen genoemde partner binnen deze filters." in panel
    assert "in deze 2 documenten" not in panel
    assert rows(page, "organisations")[0][-1] == "geen genoemde partner binnen deze filters"

    page.page.evaluate("location.hash = '#type=gemeente&partnership=p'")

    page.wait("document.getElementById('panel-title').textContent === 'Wondpoli Zandmeer'")
    assert "ledenlijst beperkt door de filters" in page.text("#panel")
    assert "ledenlijst beperkt door de filters" in rows(page, "partnerships")[-1][1]
    page.page.evaluate("location.hash = '#without-role=lead&organisation=h'")
    page.wait("document.getElementById('panel-title').textContent === 'De Kustkrant'")
    assert "geen genoemde partner in deze 2 documenten" in page.text("#panel").lower()


def test_documents_follow_the_filters(visit: Visit) -> None:
    """The panel of a document tells the passages that count."""
    page = visit(hash="#document=s1")
    every = page.page.locator("#panel .card").count()
    page.page.evaluate("location.hash = '#document=s1&type=gemeente'")

    page.wait("location.hash.includes('type') && document.getElementById('kept').textContent")
    assert 0 < page.page.locator("#panel .card").count() < every


def test_a_page_of_the_strong_part(visit: Visit) -> None:
    """A page that is built of strong ties alone finds no other, and the strength of each whole."""
    registry = read_registry(ROOT / "tests" / "data" / "strong" / "entities.yaml")
    page = visit(select_registry(registry, Selection(weight=2)), hash="#weight=1&width=newman")

    assert tie_rows(page) == [["anker", "baken", 2], ["baken", "kompas", 2], ["eb", "vloed", 3]]
    lines = page.page.evaluate("collabgraph.lines().filter((line) => !line.out)")
    assert sorted(line["ends"] for line in lines) == [tie[:2] for tie in tie_rows(page)]
    assert page.text("#chips") == ""
    open_filters(page, "weight")
    page.page.get_by_label("minstens 3 gedeelde samenwerkingen").check()

    assert keys(page, "organisations") == ["eb", "vloed"]
    assert page.page.url.endswith("#weight=3&width=newman")


def test_members_outside_a_least_weight_are_said_to_be_cut(visit: Visit) -> None:
    """A partnership that stays names its strong members, and says that filters leave others out."""
    page = visit(hash="#weight=2&partnership=p")

    assert "ledenlijst beperkt door de filters" in page.text("#panel")
    members = page.text("#panel .people >> nth=0")
    assert members == ("Ziekenhuis De Vuurbaak deelnemer Huisartsengroep Zandmeer initiatiefnemer")
