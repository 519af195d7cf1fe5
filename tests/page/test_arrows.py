"""Relations as arrows over the map: when asked for, within the filters, and never a tie."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from page.watched import Watched
from registries import kustland, kustland_in_full, with_relations

Visit = Callable[..., Watched]


def arrows(page: Watched) -> list[str]:
    """What goes from whom to whom on the map."""
    found: list[str] = page.page.evaluate(
        "collabgraph.arrows().map(({ key, ends }) => `${key}: ${ends.join(' ')}`)"
    )
    return found


def visit_in_full(visit: Visit, hash: str = "", **options: Any) -> Watched:
    """The page of the small registry with all that the format can hold."""
    return visit(kustland_in_full(), hash=hash, **options)


def test_off_until_asked_for(visit: Visit) -> None:
    """A press shows them, puts them in the address and explains them; another takes them away."""
    page = visit_in_full(visit)
    button = page.page.get_by_role("button", name="Relaties als pijlen")
    assert arrows(page) == []
    assert button.get_attribute("aria-pressed") == "false"
    assert "telt niet als verbinding" not in page.text(".legend")

    button.press("Enter")

    assert arrows(page) == ["geld: c a"]
    assert button.get_attribute("aria-pressed") == "true"
    assert page.read_address() == "#arrows=1"
    legend = page.text(".legend")
    assert "wat de ene partij voor of bij de andere doet; telt niet als verbinding" in legend
    assert "De kaart toont 1 van de 3 relaties." in page.text(".legend")
    assert "De kaart toont 1 van de 3 relaties." in page.text("#status")
    button.press("Enter")
    assert arrows(page) == []
    assert page.read_address() == ""
    assert page.text("#status") == "De relaties staan niet meer op de kaart."


def test_the_view_with_partnerships_has_all(visit: Visit) -> None:
    """Where groups and partnerships stand on the map, arrows lead to these too."""
    page = visit_in_full(visit, "#view=two-mode&arrows=1&lang=en")

    assert arrows(page) == ["geld: c a", "inkoop: d aanbieders", "toezicht: g p"]
    assert "The map shows 3 of the 3 relations." in page.text(".legend")
    dashes = "Object.fromEntries(collabgraph.arrows().map(({ key, dashes }) => [key, dashes]))"
    assert page.page.evaluate(dashes) == {"geld": [], "inkoop": [2, 4], "toezicht": []}


def test_never_counted_as_ties(visit: Visit) -> None:
    """Lines, their counts and what is said of partners stay as they are without arrows."""
    page = visit_in_full(visit)
    lines = "collabgraph.lines().map(({ ends, focused }) => `${ends} ${focused}`)"
    before = page.page.evaluate(lines)
    counts = page.text(".key-types ~ [data-in-view='network']")

    page.lead("#arrows=1")

    assert page.page.evaluate(lines) == before
    assert page.text(".key-types ~ [data-in-view='network']") == counts
    page.lead("#arrows=1&organisation=d")
    assert "1 genoemde partner" in page.text("#panel")


def test_filters_take_arrows_along(visit: Visit) -> None:
    """What is less sure than asked for goes, and what has an end that the filters leave out."""
    page = visit_in_full(visit, "#view=two-mode&arrows=1&certainty=medium")
    assert arrows(page) == ["geld: c a"]

    page.lead("#view=two-mode&arrows=1&type=zorgverzekeraar")

    assert arrows(page) == ["inkoop: d aanbieders"]
    assert "De kaart toont 1 van de ene relatie." in page.text(".legend")


def test_click_on_an_arrow(visit: Visit) -> None:
    """An arrow leads to what is told of the relation, and stands out while that is chosen."""
    page = visit_in_full(visit, "#view=two-mode&arrows=1")
    place = page.page.evaluate(
        """() => {
            const { left, top } = document.getElementById("map").getBoundingClientRect();
            const { x, y } = collabgraph.arrowAt("toezicht");
            return [left + x, top + y];
        }"""
    )

    page.page.mouse.click(*place)

    assert page.text("#panel-title") == "⁨GGD Kustland⁩ houdt toezicht op ⁨Wondpoli Zandmeer⁩"
    widths = "Object.fromEntries(collabgraph.arrows().map(({ key, width }) => [key, width]))"
    assert page.page.evaluate(widths) == {"geld": 1.6, "inkoop": 1.6, "toezicht": 3}


def test_what_is_chosen_is_drawn(visit: Visit) -> None:
    """A relation that is chosen stands on the map, also while the others do not."""
    page = visit_in_full(visit, "#relation=geld")

    assert arrows(page) == ["geld: c a"]
    focused = "collabgraph.marks().filter(({ focused }) => focused).map(({ key }) => key)"
    assert page.page.evaluate(focused) == ["a", "c"]


def test_two_between_the_same(visit: Visit) -> None:
    """Two relations between the same two go by different ways."""
    page = visit(with_relations(), hash="#arrows=1")

    assert arrows(page) == ["advies: c a", "opdracht: c a"]
    places = page.page.evaluate("['advies', 'opdracht'].map(collabgraph.arrowAt)")
    assert max(abs(places[0][axis] - places[1][axis]) for axis in "xy") > 8


def test_pictures_hold_arrows(visit: Visit, tmp_path: Path) -> None:
    """The picture that is taken away shows the arrows, and says what they are."""
    sizes, marks = {}, {}
    for hash in ("", "#arrows=1"):
        page = visit_in_full(visit, hash)
        marks[hash] = page.page.evaluate("collabgraph.marks().length")
        with page.page.expect_download() as download:
            page.page.get_by_role("button", name="SVG").click()
        download.value.save_as(tmp_path / "picture.svg")
        picture = (tmp_path / "picture.svg").read_text(encoding="utf-8")
        sizes[hash] = picture.count("<path")
    assert "telt niet als" in picture
    apart = marks["#arrows=1"] - marks[""]  # who has no partner stands there with an arrow
    drawn = 2 * apart + 3  # a rim and a mark each; line, head, and the arrow of the legend
    assert (apart, sizes["#arrows=1"]) == (1, sizes[""] + drawn)


def test_no_relations_no_switch(visit: Visit) -> None:
    """Where no document tells of a relation there is nothing to switch on; a link does no harm."""
    page = visit(kustland(), hash="#arrows=1")

    assert page.page.get_by_role("button", name="Relaties als pijlen").count() == 0
    assert arrows(page) == []
