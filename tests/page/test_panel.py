"""What the panel says when something is chosen: every claim with document, line and quote."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from page.watched import Watched
from registries import kustland

from graph.model.records import Source

Visit = Callable[..., Watched]


def test_start(visit: Visit) -> None:
    """Before a choice the panel says what a line means, who is busiest and what is not known."""
    page = visit()

    text = page.text("#panel")

    assert "Geen lijn betekent niet dat er geen samenwerking is" in text
    assert "Gemeente Zandmeer 2 samenwerkingen met anderen, 3 genoemde partners" in text
    assert "3 samenwerkingen met een onvolledige ledenlijst" in text
    assert "1 samenwerking zonder genoemde deelnemer" in text
    assert "4 organisaties zonder genoemde partner" in text


def test_click_on_an_organisation(visit: Visit) -> None:
    """A click on the map shows partnerships, role, certainty, period, region, theme and quote."""
    page = visit()

    page.click("c")

    assert page.text("#panel-title") == "Gemeente Zandmeer"
    cards = page.panel().locator(".card")
    assert cards.count() == 2
    assert " ".join(cards.nth(0).inner_text().split()) == (
        "Wondpoli Zandmeer programma vanaf maart 2019, einde niet bekend liep in april 2011 "
        "Zandmeer eerste lijn ledenlijst onvolledig Rol financier vermeld Toelichting: betaalt de "
        "ruimte "
        "Samen met Ziekenhuis De Vuurbaak deelnemer Huisartsengroep Zandmeer initiatiefnemer "
        "zes kustgemeenten adviseur, 6 partijen Samenvatting van regel 4: Zij zitten aan tafel p. "
        "Bron 1 · De Kustkrant, april 2011 Vindplaatsen bij deze deelname Samenvatting van "
        "regel 9: Gemeente Zandmeer betaalt. Bron 1 · De Kustkrant, april 2011 Kopieer als YAML"
    )
    assert page.page.url.endswith("#organisation=c")


def test_a_status_is_of_its_document(visit: Visit) -> None:
    """What runs is said as of the newest document on it; of what is undated, that is said."""
    registry = kustland()
    p, q = (registry.partnerships[id] for id in "pq")
    partnerships = {**registry.partnerships, "q": replace(q, status="planned"), "p": p}
    undated = replace(registry.sources["s1"], date=None)
    bare = replace(registry, sources={**registry.sources, "s1": undated})

    planned = visit(replace(registry, partnerships=partnerships), hash="#partnership=q")
    assert "was gepland in april 2011" in planned.text("#panel")
    assert "was gepland in april 2011" in planned.text("#row-p1")
    running = visit(bare, hash="#partnership=p")
    assert "liep volgens een ongedateerd document" in running.text("#panel")
    assert "liep volgens een ongedateerd document" in running.text("#row-p0")


def test_click_on_a_tie(visit: Visit) -> None:
    """A click on a line says why it is there: each shared partnership with both roles."""
    page = visit()

    page.click("a", "b")

    assert page.text("#panel-title") == "⁨Ziekenhuis De Vuurbaak⁩ en ⁨Huisartsengroep Zandmeer⁩"
    text = page.text("#panel")
    assert "Beide organisaties worden genoemd in dezelfde 2 samenwerkingen." in text
    first, second = page.panel().locator(".card").all()
    assert "Ziekenhuis De Vuurbaak deelnemer vermeld" in " ".join(first.inner_text().split())
    assert "Huisartsengroep Zandmeer initiatiefnemer vermeld" in " ".join(
        first.inner_text().split()
    )
    assert "Zij zitten aan tafel q." in second.inner_text()
    assert "ledenlijst geldt als volledig" in second.inner_text()


def test_inferred_tie(visit: Visit) -> None:
    """A tie that rests on an inferred membership says so, and on which."""
    page = visit()

    page.click("c", "c", "d")  # a third of the way: a name stands half-way

    assert "Zekerheid afgeleid" in page.text("#panel .about")
    assert "Zorgverzekeraar Zilt & Zoon deelnemer afgeleid" in page.text("#panel .card")
    assert "afgeleid uit de kop" in page.text("#panel .card")


def test_no_partner(visit: Visit) -> None:
    """An organisation without a partner is said to have none in these documents, no more."""
    page = visit(hash="#organisation=g")

    text = page.text("#panel")

    assert "Geen genoemde partner in deze 2 documenten." in text
    assert "niet over de organisatie zelf" in text
    assert "Wel genoemd, maar niet als deelnemer" in text
    assert "geen verbinding" not in text.casefold()


def test_partnership_without_members(visit: Visit) -> None:
    """A partnership without named members shows its groups, and that the members are unknown."""
    page = visit(hash="#partnership=u")

    text = page.text("#panel")

    assert "Geen deelnemer bij naam genoemd in deze 2 documenten." in text
    assert "deelnemers niet bekend" in text
    assert "zes kustgemeenten deelnemer, 6 partijen" in text
    assert "periode niet bekend" in text
    assert "Vervolg op Regietafel Kustland" in text


def test_links_lead_on(visit: Visit) -> None:
    """From an organisation to its partnership, to the document, and on to another partnership."""
    page = visit(hash="#organisation=c")

    page.panel().get_by_role("link", name="Wondpoli Zandmeer").first.click()
    assert page.text("#panel-title") == "Wondpoli Zandmeer"
    assert "3 genoemde deelnemers" in page.text("#panel")
    page.panel().get_by_role("link", name="Bron 1").first.click()
    assert page.text("#panel-title") == "Bron 1"
    assert "Gemeente Zandmeer betaalt." in page.text("#panel")
    page.panel().get_by_role("link", name="Inloop Zandmeer").click()

    assert page.text("#panel-title") == "Inloop Zandmeer"
    assert page.page.url.endswith("#partnership=t")


def test_back_and_forward(visit: Visit) -> None:
    """The browser's own buttons walk through what was chosen."""
    page = visit()
    page.click("c")
    page.click("a", "b")

    page.page.go_back()
    assert page.text("#panel-title") == "Gemeente Zandmeer"
    page.page.go_back()
    assert page.text("#panel-title") == "Wie werkt met wie samen?"
    page.page.go_forward()

    assert page.text("#panel-title") == "Gemeente Zandmeer"


def test_close(visit: Visit) -> None:
    """Closing goes back to the start, takes the choice out of the address, and scrolls nowhere."""
    page = visit()
    page.click("c")

    page.page.get_by_role("button", name="Sluiten").click()

    assert page.text("#panel-title") == "Wie werkt met wie samen?"
    assert "#" not in page.page.url
    assert page.page.evaluate("scrollY") == 0


def test_aliases_and_units(visit: Visit) -> None:
    """Other names say where they hold; a unit and its parent lead to each other."""
    page = visit(hash="#organisation=a")

    text = page.text("#panel")
    assert "Ook genoemd De Vuurbaak; ziekenhuis (alleen in ‘⁨Bron 1⁩’)" in text
    assert "Onderdelen Polikliniek De Vuurbaak" in text
    page.panel().get_by_role("link", name="Polikliniek De Vuurbaak").click()

    assert "Onderdeel van Ziekenhuis De Vuurbaak" in page.text("#panel")


def test_only_web_addresses_become_links(visit: Visit) -> None:
    """An address that is not of the web stays text."""
    registry = kustland()
    sources = {
        "s1": replace(registry.sources["s1"], url="https://example.org/krant"),
        "s2": Source(
            id="s2",
            file="seeds/s2.md",
            title="Bron 2",
            original_file="s2.txt",
            sha256="0" * 64,
            url="javascript:alert(1)",
        ),
    }
    page = visit(replace(registry, sources=sources), hash="#document=s2")

    assert "javascript:alert(1)" in page.text("#panel")
    assert "uitgever niet bekend" in page.text("#panel")
    assert page.page.locator("a[href^='javascript']").count() == 0
    page.page.evaluate("location.hash = 'document=s1'")

    assert page.panel().get_by_role("link", name="https://example.org/krant").count() == 1


def test_unknown_address(visit: Visit) -> None:
    """A link to what is no longer in the data opens the page as it is."""
    page = visit(hash="#organisation=gone")

    assert page.text("#panel-title") == "Wie werkt met wie samen?"


def test_link_to_a_tie(visit: Visit) -> None:
    """A link to a tie works from both ends."""
    page = visit(hash="#organisation=d&with=c")

    assert page.text("#panel-title") == "⁨Gemeente Zandmeer⁩ en ⁨Zorgverzekeraar Zilt & Zoon⁩"


@pytest.mark.parametrize("hash", ["#organisation=weg", "#from=a&to=weg", "#document=weg"])
def test_a_link_to_what_is_not_there(visit: Visit, hash: str) -> None:
    """A link to something that left the data says so, until something else is chosen."""
    page = visit(hash=hash)
    assert page.text("#broken") == "Deze link verwijst naar iets wat niet in deze gegevens staat."

    page.click("c")

    assert not page.page.locator("#broken").is_visible()


def test_on_a_phone_there_is_a_way_to_the_panel(visit: Visit) -> None:
    """Where the panel stands below the map, what is tapped gets a button that leads there."""
    page = visit(viewport={"width": 390, "height": 800}, has_touch=True)
    page.page.locator("#map").scroll_into_view_if_needed()

    page.page.touchscreen.tap(*page.place("c"))
    button = page.page.get_by_role("button", name="Lees meer over")
    button.click()

    assert page.page.evaluate("document.activeElement.id") == "panel-title"
    assert page.page.locator("#panel-title").evaluate(
        "(one) => one.getBoundingClientRect().top >= 0 && "
        "one.getBoundingClientRect().bottom <= innerHeight"
    )


def test_search_on_a_phone_leads_to_the_panel(visit: Visit) -> None:
    """Who searches on a narrow screen sees what was found."""
    page = visit(viewport={"width": 320, "height": 640})
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")

    box.fill("zilt")
    box.press("Enter")

    top = page.page.locator("#panel-title").evaluate("(one) => one.getBoundingClientRect().top")
    assert 0 <= top < 640
