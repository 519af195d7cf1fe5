"""The users' questions, answered by the page alone, in as few actions as its documentation says."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from page.watched import Watched

from graph import read_registry
from graph.model.records import Registry

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "questions" / "on-the-page.md"

Visit = Callable[..., Watched]
Act = Callable[[Watched], None]


@cache
def real() -> Registry:
    """The data of the repository."""
    return read_registry(ROOT / "entities.yaml")


def press(name: str) -> Act:
    """Click what has these words on it: a button, a fold, a choice."""

    def act(page: Watched) -> None:
        found = page.page.locator("button, summary, label, a").filter(
            has_text=re.compile(rf"^\s*{re.escape(name)}(?![^\s\d])")
        )
        found.filter(visible=True).first.click(timeout=5000)

    return act


def press_button(name: str) -> Act:
    """Press the button that has just these words on it."""
    return lambda page: page.page.get_by_role("button", name=name, exact=True).click()


def open_filter(name: str) -> Act:
    """Open one of the filters."""
    return lambda page: page.page.locator("#filters summary", has_text=name).first.click()


def search(text: str) -> Act:
    """Type into the search box."""
    return lambda page: page.page.locator("#search").fill(text)


def fill(label: str, text: str) -> Act:
    """Type into another box."""
    return lambda page: page.page.get_by_label(label, exact=True).fill(text)


def enter(page: Watched) -> None:
    """Press Enter where the keyboard is."""
    page.page.keyboard.press("Enter")


def choose(label: str, option: str) -> Act:
    """Choose in a list."""

    def act(page: Watched) -> None:
        page.page.get_by_label(label, exact=True).filter(visible=True).select_option(label=option)

    return act


def tie(left: str, right: str) -> Act:
    """Click on the line between two organisations."""
    return lambda page: page.click(left, right)


Walk = tuple[list[Act], str, list[str]]

WALKS: dict[int, Walk] = {
    1: (
        [
            press("Filters"),
            open_filter("Regio"),
            press("stad Utrecht"),
            press("Almere"),
            press("Alleen organisaties die in élk"),
        ],
        "#panel",
        ["1 van 26 organisaties", "Zilveren Kruis"],
    ),
    2: (
        [press("Zonder Zilveren Kruis")],
        "#panel",
        [
            "Waar Almere, stad Utrecht",
            "uiteen in 2 losse delen",
            "8 organisaties",
            "6 organisaties",
        ],
    ),
    4: (
        [tie("elaa", "zilveren-kruis")],
        "#panel",
        ["Bestuurlijke peiling en gesprek in Almere", "Samenvatting van regel 33", "afgeleid"],
    ),
    5: (
        [press("Tijd"), choose("Vergelijk", "2019"), choose("met", "2021")],
        "#timeline",
        ["6 nieuw", "1 begonnen en geëindigd", "24 niet bekend"],
    ),
    6: (
        [search("gemeente almere"), enter],
        "#panel",
        ["6 genoemde partners", "Programmateam Positief Gezond Almere", "eerste lijn"],
    ),
    7: (
        [
            press("Van … naar …"),
            fill("Van", "lister"),
            fill("Naar", "flevoziekenhuis"),
            press("Toon de kortste route"),
        ],
        "#panel",
        [
            "via 3 samenwerkingen na elkaar",
            "Gemeente Utrecht",
            "Stedelijke regiegroep Utrecht",
            "Zilveren Kruis",
        ],
    ),
    8: ([], "#start", ["Gemeente Utrecht 2 samenwerkingen met anderen, 8 genoemde partners"]),
    10: (
        [search("regiegroep"), enter],
        "#panel",
        ["Altrecht trekker", "Raedelijn procesbegeleider", "Gemeente Utrecht deelnemer"],
    ),
    11: (
        [press("Filters"), open_filter("Rol"), choose("Rol procesbegeleider", "weglaten")],
        "#panel",
        ["21 van 26 organisaties, 35 van 41 verbindingen"],
    ),
    12: (
        [search("regiegroep"), enter],
        "#panel",
        [
            "Niet genoemd GGD, maatschappelijke opvang, patiëntenorganisatie, ziekenhuis",
            "De ledenlijst geldt als volledig",
        ],
    ),
    13: (
        [search("gemeente utrecht"), enter],
        "#panel",
        ["uiteen in 2 losse delen", "11 organisaties", "3 organisaties"],
    ),
    15: ([], "#start", ["10 samenwerkingen zonder genoemde deelnemer"]),
    16: (
        [press("Rooster")],
        "#grid",
        ["Inspectie Gezondheidszorg en Jeugd", "RIVM"],
    ),
    17: (
        [tie("lister", "gemeente-utrecht")],
        "#panel",
        ["afgeleid", "Opvang en noodvoorziening voor dak- en thuislozen in Utrecht"],
    ),
    18: (
        [search("iza"), enter],
        "#panel",
        ["8 van 32 samenwerkingen", "Uitvoeringsagenda voor de stad Utrecht"],
    ),
    19: (
        [
            press("Vergelijk twee selecties"),
            choose("A", "stad Utrecht"),
            choose("B", "Almere"),
            press_button("Vergelijk"),
        ],
        "#panel",
        ["Zilveren Kruis", "GGD Flevoland"],
    ),
}


@pytest.mark.parametrize("question", WALKS)
def test_the_page_answers(visit: Visit, question: int) -> None:
    """Each walk leads to a place in sight that holds the answer."""
    actions, place, answer = WALKS[question]
    page = visit(real(), viewport={"width": 1440, "height": 900})

    for act in actions:
        act(page)

    said = page.text(place)
    assert [one for one in answer if one not in said] == [], said[:600]
    assert page.box(place)["y"] < 900 - 200


def test_the_guide_counts_as_the_walks_do() -> None:
    """The guide has a row for each question, with how many actions it takes."""
    rows = re.findall(r"^\| (\d+) \|.*\| (\d+|–) \|$", GUIDE.read_text(encoding="utf-8"), re.M)

    assert [int(number) for number, _ in rows] == list(range(1, 21))
    assert {int(number): int(count) for number, count in rows if count != "–"} == {
        number: len(actions) for number, (actions, _, _) in WALKS.items()
    }
