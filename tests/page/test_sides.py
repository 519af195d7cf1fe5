"""Two selections side by side: sentences, a table, lists, and the map in marks of two forms."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from conftest import ROOT
from page.test_hostile import hostile_registry
from page.watched import Watched
from registries import make_registry, organisation, partnership

from graph.page.data import clean_text
from graph.reading import read_registry

Visit = Callable[..., Watched]

REAL = read_registry(ROOT / "entities.yaml")
TWO_REGIONS = "#a.region=utrecht-stad&b.region=almere"


def counts(page: Watched) -> list[list[str]]:
    """The rows of the first table of the panel."""
    found: list[list[str]] = page.page.evaluate(
        "[...document.querySelector('table.sides').rows].map("
        "(row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return found


def places(page: Watched) -> dict[str, str]:
    """Where each mark of the map is, but for those that are in neither selection."""
    return {key: where for key, where in page.page.evaluate("collabgraph.wheres()") if where}


def test_two_regions_in_two_clicks(visit: Visit) -> None:
    """The lists start with the two regions in which most happens; the address holds both."""
    page = visit(REAL)
    page.page.locator("#sides > summary").click()
    page.page.locator("#sides-go").click()

    assert page.text("#panel-title") == "Almere naast stad Utrecht"
    assert page.read_address() == "#a.region=almere&b.region=utrecht-stad"
    assert page.page.locator("#sides-left").evaluate("(one) => one.value") == "regions:almere"


def test_how_two_regions_differ(visit: Visit) -> None:
    """Question 19 from the page alone: counted by hand in the data, as the command counts it."""
    page = visit(REAL, hash=TWO_REGIONS)
    said = page.text("#details")

    assert "In beide doet één organisatie mee: ⁨Zilveren Kruis⁩." in said
    assert "Soorten organisaties, alleen A: geestelijke gezondheidszorg, maatschappelijke" in said
    assert counts(page) == [
        ["Vergeleken", "alleen A", "beide", "alleen B"],
        ["Organisaties", "8", "1", "6"],
        ["Samenwerkingen", "6", "0", "4"],
        ["Deelnames", "14", "0", "13"],
        ["Verbindingen", "21", "0", "19"],
    ]
    tables = page.page.locator("table.sides").all_inner_texts()
    assert [text.split("\t")[0].split("\n")[0] for text in tables[1:]] == [
        *("Soorten organisaties", "Thema’s (samenwerkingen)", "Vormen van samenwerking"),
        *("Genoemde deelnemers per samenwerking", "Rollen (deelnames)"),
    ]
    assert "maatschappelijke opvang\t3\t0" in tables[1]


def test_the_map_tells_them_apart(visit: Visit) -> None:
    """Marks and lines say where they are; the rest is dimmed and has no name."""
    page = visit(REAL, hash=TWO_REGIONS)
    found = places(page)
    lines = page.page.evaluate("collabgraph.lines()")

    assert [key for key, where in found.items() if where == "both"] == ["zilveren-kruis"]
    assert sorted(found.values()) == ["both", *["left"] * 8, *["right"] * 6]
    assert sorted(line["where"] for line in lines if not line["out"]) == [
        *["left"] * 21,
        *["right"] * 19,
    ]
    names = page.page.evaluate("collabgraph.names().flat()")
    assert "Lister" in names
    assert "Waardigheid en trots" not in names


def test_forms_differ_without_colour(visit: Visit) -> None:
    """Each key differs from every other in what is left of it without colours."""
    page = visit(REAL, hash="#a.period=2020&b.period=2022")
    keys = page.page.evaluate(
        """[...document.querySelectorAll("#legend-sides .where")].map((key) =>
            [...key.children].map((part) => [
                part.tagName, part.getAttribute("stroke-width"),
                part.getAttribute("stroke-dasharray"),
                part.getAttribute("class").includes("fill-ground"),
            ].join()).join(";"))"""
    )

    assert len(keys) == len(set(keys)) == 4


def test_what_is_not_known(visit: Visit) -> None:
    """A column and a sentence of their own: most of the data have no period."""
    page = visit(REAL, hash="#a.period=2020&b.period=2022&lang=en")

    assert counts(page)[0] == ["Compared", "A only", "both", "B only", "not known"]
    assert counts(page)[2] == ["Partnerships", "1", "0", "1", "30"]
    assert "Of 30 partnerships the documents do not say whether they ran then." in page.text(
        "#details"
    )


def test_with_and_without_a_role(visit: Visit) -> None:
    """Of memberships too it shows where they are: those of facilitators are in A alone."""
    page = visit(REAL, hash="#b.without-role=facilitator&view=two-mode")
    lines = page.page.evaluate("collabgraph.lines()")
    alone = {tuple(line["ends"]) for line in lines if line["where"] == "left"}

    assert page.text("#panel-title") == "alles naast zonder procesbegeleider"
    assert {organisation for organisation, _ in alone} == {"raedelijn", "elaa"}
    assert places(page)["raedelijn"] == "left"
    assert places(page)["elaa"] == "both"


def test_filters_hold_for_both(visit: Visit) -> None:
    """What is stated alone: Zilveren Kruis is inferred in Almere, and of Utrecht three ties are."""
    page = visit(REAL, hash=f"{TWO_REGIONS}&certainty=high")

    assert counts(page)[1:] == [
        ["Organisaties", "9", "0", "4"],
        ["Samenwerkingen", "6", "0", "4"],
        ["Deelnames", "13", "0", "9"],
        ["Verbindingen", "18", "0", "6"],
    ]


def test_a_choice_and_back(visit: Visit) -> None:
    """What is chosen has its own panel; closing it leads back, closing that ends it."""
    page = visit(REAL, hash=TWO_REGIONS)
    page.page.locator("#details a", has_text="Lister").click()
    assert page.text("#panel-title") == "Lister"
    assert "a.region=utrecht-stad" in page.read_address()

    page.page.get_by_role("button", name="Sluiten").click()
    assert page.text("#panel-title") == "stad Utrecht naast Almere"
    page.page.get_by_role("button", name="Sluiten").click()

    assert page.page.locator("#start").is_visible()
    assert page.read_address() == ""
    assert places(page) == {}
    page.page.go_back()
    page.wait("location.hash.includes('a.region')")
    assert page.text("#panel-title") == "stad Utrecht naast Almere"


def test_other_picks_by_keyboard(visit: Visit) -> None:
    """A list that is changed compares at once, from the first time on; nothing is refused aloud."""
    page = visit(REAL)
    page.page.locator("#sides > summary").press("Enter")
    page.page.locator("#sides-left").select_option("withoutRoles:facilitator")
    page.page.locator("#sides-right").select_option("all")
    assert page.page.locator("#start").is_visible()

    page.page.locator("#sides-go").press("Enter")
    assert page.text("#panel-title") == "zonder procesbegeleider naast alles"
    page.page.locator("#sides-left").select_option("all")
    assert page.text("#sides-error") == "Kies aan minstens één kant een deel van de gegevens."
    assert page.text("#panel-title") == "zonder procesbegeleider naast alles"


def test_several_filters_on_a_side(visit: Visit) -> None:
    """A link may ask for more than the lists can; what the data do not have is passed over."""
    page = visit(REAL, hash="#a.region=almere&a.type=gemeente&b.region=nergens&b.theme=corona")

    assert page.text("#panel-title") == "Almere, gemeente naast corona"
    assert page.page.locator("#sides-left").evaluate("(one) => one.selectedIndex") == -1
    page.page.locator("#sides > summary").click()
    page.page.locator("#sides-right").select_option("themes:ouderenzorg")
    assert page.text("#panel-title") == "Almere, gemeente naast ouderenzorg"


def test_language(visit: Visit) -> None:
    """Lists, legend and panel follow, and what is compared stays."""
    page = visit(REAL, hash=TWO_REGIONS)
    page.page.get_by_role("button", name="English").click()

    assert page.text("#panel-title") == "city of Utrecht beside Almere"
    assert "A only: ⁨city of Utrecht⁩" in page.text("#legend-sides")
    chosen = "(one) => one.selectedOptions[0].textContent"
    assert page.page.locator("#sides-left").evaluate(chosen) == "city of Utrecht"


def test_what_if_an_organisation_falls_away(visit: Visit) -> None:
    """One click in its panel: what goes, what falls apart, and the parts told apart on the map."""
    page = visit(REAL, hash="#organisation=zilveren-kruis")
    page.page.get_by_role("button", name="Vergelijk met en zonder").click()

    assert page.read_address() == "#b.without-organisation=zilveren-kruis"
    said = page.text("#details")
    assert "valt in B uiteen in 2 delen: 8 organisaties" in said
    assert counts(page)[3:] == [["Deelnames", "2", "39", "0"], ["Verbindingen", "9", "32", "0"]]
    lost = [line["ends"] for line in page.page.evaluate("collabgraph.lines()") if not line["out"]]
    assert len(lost) == 41
    assert places(page)["zilveren-kruis"] == "left"
    apart = page.page.evaluate("collabgraph.apart()")
    assert len(apart) == 6
    assert "elaa" in apart
    assert "los van het grootste deel" in page.text("#legend-sides")


def test_what_only_a_document_or_a_line_says(visit: Visit) -> None:
    """34 of 41 ties rest on one document; a line has its document and number in words."""
    page = visit(REAL, hash="#document=ros-transformaties")
    page.page.get_by_role("button", name="Vergelijk met en zonder").click()
    assert counts(page)[4] == ["Verbindingen", "34", "7", "0"]

    page.lead("#b.without-passage=ros-transformaties:33")
    assert counts(page)[2] == ["Samenwerkingen", "1", "31", "0"]
    assert "transformaties in de regio⁩, regel 33" in page.text("#panel-title")


def test_nothing_to_compare(visit: Visit) -> None:
    """With nothing that a filter could tell apart there is no tool."""
    page = visit(make_registry([organisation("a")], [partnership("p", "a")]))

    assert page.page.locator("#sides").is_hidden()


def test_text_of_the_data_stays_text(visit: Visit) -> None:
    """Whatever a region or a theme is called, and whatever its id is."""
    registry = hostile_registry()
    tables = registry.partnerships.values()
    region = next(id for one in tables for id in one.regions if "<" in id)
    theme = next(id for one in tables for id in one.themes if "script" in id)
    ids = {"a.region": clean_text(region), "b.theme": clean_text(theme)}
    page = visit(registry)
    counted = "document.querySelectorAll('script,img,iframe,object,style,form').length"
    before = page.page.evaluate(counted)

    page.lead(f"#{urlencode(ids)}")

    assert page.page.locator("table.sides").count() > 1
    assert page.page.evaluate(counted) == before


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits(visit: Visit, width: int) -> None:
    """No table of the panel is wider than the panel."""
    page = visit(
        REAL, hash="#a.period=2020&b.period=2022", viewport={"width": width, "height": 800}
    )

    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "(one) => one.scrollWidth > one.clientWidth"
    assert not page.page.locator("#panel").evaluate(wide)
