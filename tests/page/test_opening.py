"""The first ten seconds: what this is, who one is, what stands out, each shown on the map."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.findings.facts import Facts
from graph.model.records import Registry
from graph.page.data import build_values
from graph.page.opening import Opening, write_opening
from graph.page.rows import count_legend

Visit = Callable[..., Watched]


def open_on(registry: Registry, language: str = "nl") -> Opening:
    """What the page of a registry says first."""
    facts = Facts(registry)
    return write_opening(facts, count_legend(facts, build_values(registry)), language)


def test_opening() -> None:
    """One sentence with the number of documents, and what stands out, as counted by hand."""
    opening = open_on(kustland())

    assert opening.lead == (
        "Wie met wie samenwerkt en waaraan, zoals het in 2 documenten staat: "
        "8 organisaties, 5 samenwerkingen."
    )
    assert [(one.sentence, one.ref, one.shows) for one in opening.highlights] == [
        (
            "Zonder Gemeente Zandmeer zijn groepen van 2 en 1 organisaties niet meer verbonden; "
            "één daarvan hangt aan een deelname die niet vaststaat.",
            "o2",
            "organisation=c&without=1",
        ),
        ("3 van de 4 verbindingen steunen op één document: Bron 1.", "s0", "document=s1"),
        (
            "1 van de 4 verbindingen staat niet letterlijk in een tekst, "
            "maar is afgeleid of terloops genoemd.",
            "",
            "certainty=high",
        ),
    ]


def test_leader_stands_out_alone() -> None:
    """Who takes part in most is named where it is one organisation, and not where it is two."""
    people = [organisation(id) for id in "abcd"]
    one = make_registry(people, [partnership("p", "a b"), partnership("q", "a c")])
    two = make_registry(people, [partnership("p", "a b c"), partnership("q", "a b d")])

    assert [one.shows for one in open_on(one).highlights] == [
        "organisation=a&without=1",
        "organisation=a",
    ]
    assert open_on(two, "en").highlights == ()


def test_nothing_stands_out() -> None:
    """Of data without ties nothing is said but what they are."""
    opening = open_on(make_registry([organisation("a")], []), "en")

    assert opening.lead == (
        "Who works with whom, and on what, as told by one document: 1 organisation, 0 partnerships."
    )
    assert opening.highlights == ()


@pytest.mark.parametrize(
    ("width", "height"), [(1440, 900), (1920, 1080), (1280, 720)], ids=["desk", "wide", "small"]
)
def test_first_screen(visit: Visit, width: int, height: int) -> None:
    """Sentence, question, what stands out and most of the map stand in the window as it opens."""
    page = visit(viewport={"width": width, "height": height})

    for selector in (".lead >> visible=true", "#search", ".highlights", "#browse"):
        box = page.box(selector)
        assert box["y"] + box["height"] < height / 3, selector
    stage = page.box("#stage")
    assert min(stage["y"] + stage["height"], height) - stage["y"] > 0.5 * height
    assert page.box("#panel")["x"] + page.box("#panel")["width"] > 0.95 * width


def test_highlight_shows_itself(visit: Visit) -> None:
    """A choice goes to the view, with map and panel in the window, and Back goes back."""
    page = visit()

    page.page.get_by_role("link", name="Zonder Gemeente Zandmeer").click()

    assert page.read_address() == "#organisation=c&without=1"
    assert page.text("#panel-title") == "Gemeente Zandmeer"
    shown = page.page.locator(".highlights [lang=nl] [aria-current]")
    assert shown.get_attribute("data-shows") == "organisation=c&without=1"
    page.page.go_back()
    page.wait("document.querySelector('#start').hidden === false")
    assert shown.count() == 0


def test_highlight_in_the_other_language(visit: Visit) -> None:
    """What stands out is read in the language of the reader, and leads to the page in it."""
    page = visit(hash="#lang=en")

    page.page.get_by_role("link", name="1 of the 4 ties").click()

    assert page.read_address() == "#certainty=high&lang=en"
    assert page.text("#panel-title") == "What fits the filters"


def test_highlight_without_script(visit: Visit) -> None:
    """Without a script it leads to the row of the tables that tells of it."""
    page = visit(java_script_enabled=False)

    page.page.get_by_role("link", name="Zonder Gemeente Zandmeer").click()

    assert "Gemeente Zandmeer" in page.text("tr:target")


def test_list_by_type(visit: Visit) -> None:
    """The list shows every organisation under its type; a choice closes it and shows the panel."""
    page = visit()

    page.page.get_by_role("button", name="Of kies uit de lijst per soort").click()

    types = [
        " ".join(one.split()) for one in page.page.locator("#by-type summary").all_inner_texts()
    ]
    assert types == [
        "eerstelijnszorg 1",
        "gemeente 1",
        "GGD 1",
        "overig 1",
        "welzijn 1",
        "ziekenhuis 2",
        "zorgverzekeraar 1",
    ]
    assert page.page.evaluate("document.activeElement.textContent") == "eerstelijnszorg 1"
    page.page.locator("#by-type").get_by_role("link", name="GGD Kustland").click()
    assert page.text("#panel-title") == "GGD Kustland"
    assert not page.page.locator("#by-type").is_visible()


def test_list_closes(visit: Visit) -> None:
    """Escape, and a click elsewhere, close the list; Escape gives the keyboard back."""
    page = visit()
    button = page.page.get_by_role("button", name="Of kies uit de lijst per soort")

    button.click()
    page.page.keyboard.press("Escape")

    assert button.get_attribute("aria-expanded") == "false"
    assert page.page.evaluate("document.activeElement.id") == "browse"
    button.click()
    page.page.locator("h1").click()
    assert not page.page.locator("#by-type").is_visible()


def test_long_list_stands_closed(visit: Visit) -> None:
    """Of many organisations the names of a type are there once it is opened."""
    people = [organisation(f"o{n:02}", name=f"Instelling {n:02}") for n in range(61)]
    page = visit(replace(make_registry(people, [partnership("p", "o00 o01")])))

    page.page.get_by_role("button", name="Of kies uit de lijst per soort").click()

    assert page.page.locator("#by-type li").count() == 0
    page.page.locator("#by-type summary").click()
    page.page.locator("#by-type").get_by_role("link", name="Instelling 60").click()
    assert page.text("#panel-title") == "Instelling 60"


@pytest.mark.parametrize("act", ["filters", "finding", "path"])
def test_answer_is_seen(visit: Visit, act: str) -> None:
    """After filters, a link in the findings or a path, map and panel stand in the window."""
    page = visit(viewport={"width": 1440, "height": 900})

    if act == "filters":
        page.page.locator("#narrow summary").first.click()
        page.page.locator("#filters .group summary").first.click()
    elif act == "finding":
        page.page.locator("#findings").get_by_role("link", name="Gemeente Zandmeer").first.click()
    else:
        page.page.locator("#between summary").click()
        page.page.locator("#between-from").fill("De Vuurbaak")
        page.page.locator("#between-to").fill("Zilt & Zoon")
        page.page.locator("#between-go").click()

    stage, panel = page.box("#stage"), page.box("#panel")
    assert stage["y"] >= -1
    assert stage["y"] + 0.6 * stage["height"] <= 900
    assert panel["y"] <= 600
    assert min(panel["y"] + panel["height"], 900) - panel["y"] >= min(300, panel["height"] - 1)
