"""Search works wholly from the keyboard, forgives, and says how it found."""

from collections.abc import Callable

import pytest
from page.watched import Watched
from registries import make_registry, organisation, partnership

Visit = Callable[..., Watched]


def options(page: Watched) -> list[str]:
    """The results that are listed, each on one line."""
    rows = page.page.locator("#results [role=option]").all()
    return [" | ".join(row.inner_text().split("\n")) for row in rows]


def test_keyboard_alone(visit: Visit) -> None:
    """Tab, type an alias, Enter: the organisation opens, and the keyboard stands in the panel."""
    page = visit()
    keyboard = page.page.keyboard
    for _ in range(6):
        keyboard.press("Tab")

    keyboard.type("de vuurbaak")
    assert options(page)[0] == ("Ziekenhuis De Vuurbaak | ziekenhuis · gevonden als ‘⁨De Vuurbaak⁩’")
    assert page.text("#status") == "2 resultaten"
    keyboard.press("Enter")

    assert page.text("#panel-title") == "Ziekenhuis De Vuurbaak"
    assert page.page.evaluate("document.activeElement.id") == "panel-title"
    keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.id") == "search"


def test_combobox(visit: Visit) -> None:
    """Arrows move through the results, and the box says which one is meant."""
    page = visit()
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")
    box.fill("zandmeer")
    assert box.get_attribute("aria-expanded") == "true"

    box.press("ArrowDown")
    box.press("ArrowDown")

    active = box.get_attribute("aria-activedescendant")
    assert active == "result-1"
    assert page.page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert page.page.locator("[aria-selected=true]#result-0").count() == 0
    box.press("ArrowUp")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == f"result-{len(options(page)) - 1}"
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    assert box.input_value() == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CAFE EEN", "Stichting Café Één | welzijn"),
        ("zilt zoon", "Zorgverzekeraar Zilt & Zoon | zorgverzekeraar"),
        ("vuurbak", "Ziekenhuis De Vuurbaak | ziekenhuis · lijkt op uw zoekwoord"),
        ("wondpoli zand", "Wondpoli Zandmeer | samenwerking, programma"),
        ("bron 2", "Bron 2 | document"),
        ("qqqq", "Niets gevonden in deze gegevens"),
        ("zorgverzekeraarzilt", "Zorgverzekeraar Zilt & Zoon | zorgverzekeraar"),
        ("zzz", "Zorgverzekeraar Zilt & Zoon | zorgverzekeraar"),
        ("vuurbaak zandmeer", "Ziekenhuis De Vuurbaak | ziekenhuis"),
        ("zorgkantoor", "Zorgverzekeraar Zilt & Zoon | zorgverzekeraar · gevonden als soort"),
        ("huisarts", "Huisartsengroep Zandmeer | eerstelijnszorg"),
        ("eerste lijn", "eerste lijn | Thema"),
    ],
    ids=[
        *("case-and-accents", "signs", "typo", "partnership", "document", "nothing"),
        *("spaces", "initials", "region", "word-for-type", "type-in-name", "theme"),
    ],
)
def test_finds(visit: Visit, typed: str, found: str) -> None:
    """Case, accents and signs do not matter, and a slip of the finger is forgiven."""
    page = visit()

    page.page.get_by_role("combobox", name="Welke organisatie bent u?").fill(typed)

    assert options(page)[0] == found


def test_moves_the_view(visit: Visit) -> None:
    """What is found is in view, also when the map was zoomed in elsewhere."""
    page = visit()
    for _ in range(12):
        page.page.locator("[data-zoom=in]").click()
    width = page.box("#map")["width"]
    assert not 0 < page.place("h")[0] - page.box("#map")["x"] < width

    page.page.get_by_role("combobox", name="Welke organisatie bent u?").fill("kustkrant")
    page.page.locator("#result-0").click()

    box = page.box("#map")
    x, y = page.place("h")
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


def test_by_type(visit: Visit) -> None:
    """Where no name matches, the word for a type finds its organisations, and says so."""
    page = visit()
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")

    box.fill("zorgverzek")

    options = page.page.locator("#results [role=option]")
    assert options.count() == 1
    assert "zorgverzekeraar" in options.first.inner_text()


def test_what_was_typed_goes_with_the_choice(visit: Visit) -> None:
    """A choice made elsewhere empties the box, so that it never names something else."""
    page = visit()
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")
    box.fill("zilt")
    box.press("Enter")
    assert box.input_value() == "Zorgverzekeraar Zilt & Zoon"

    page.click("a")
    assert box.input_value() == ""
    page.page.go_back()
    assert box.input_value() == ""


def test_types_come_after_names(visit: Visit) -> None:
    """Who is named so comes first; who is of that type follows."""
    registry = make_registry(
        [
            organisation("a", name="Platform Welzijn", type="overig"),
            organisation("b", name="De Schakel", type="welzijn"),
        ],
        [],
    )
    page = visit(registry)

    page.page.get_by_role("combobox", name="Welke organisatie bent u?").fill("welzijn")

    found = page.page.locator("#results [role=option]").all_inner_texts()
    assert [text.split("\n")[0] for text in found] == ["Platform Welzijn", "De Schakel"]
    assert "gevonden als soort" in found[1]


def test_a_region_is_chosen_as_a_filter(visit: Visit) -> None:
    """A region comes after who bears its name; choosing it shows all that has to do with it."""
    page = visit(hash="#type=gemeente")
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")
    box.fill("zandmeer")
    found = [option.split(" | ")[0] for option in options(page)]
    assert found.index("Gemeente Zandmeer") < found.index("Zandmeer")

    page.page.locator("#results [role=option]").nth(found.index("Zandmeer")).click()

    assert page.read_address() == "#region=zandmeer"
    assert page.text("#panel-title") == "Wat bij de filters past"
    assert page.page.evaluate("document.activeElement.id") == "panel-title"
    assert box.input_value() == "Zandmeer"


def test_words_of_the_other_language(visit: Visit) -> None:
    """In English the English words for a type find it, and the Dutch ones do not."""
    page = visit(hash="#lang=en")
    box = page.page.get_by_role("combobox", name="Which organisation are you?")

    box.fill("care office")
    assert options(page)[0].startswith("Zorgverzekeraar Zilt & Zoon")
    box.fill("zorgkantoor")
    assert options(page) == ["Nothing found in this data"]


def test_another_word_for_a_kind(visit: Visit) -> None:
    """What some call a steering committee is found under the word that the data have for it."""
    people = [organisation("a"), organisation("b")]
    page = visit(make_registry(people, [partnership("p", "a b", kind="regiegroep")]))

    page.page.get_by_role("combobox", name="Welke organisatie bent u?").fill("stuurgroep")
    assert options(page) == [
        "regiegroep | Vorm van samenwerking · gevonden als ‘\u2068stuurgroep\u2069’"
    ]
    page.page.locator("#result-0").click()

    assert page.read_address() == "#kind=regiegroep"
