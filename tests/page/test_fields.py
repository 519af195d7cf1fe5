"""Regions as fields under the map, and what no text states at a glance."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

from page.test_axe import violations
from page.test_taking import SVG, take
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

Visit = Callable[..., Watched]

FIELDS = "Object.fromEntries(collabgraph.fields().map(({ region, keys }) => [region, keys.sort()]))"


def test_fields(visit: Visit) -> None:
    """A field holds who takes part in its region; who takes part in two stands in both."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b", regions=("zandmeer",)),
            partnership("q", "b c", regions=("kustland",)),
            partnership("r", "c d", regions=("kustland",)),
            partnership("s", "d e"),
        ],
    )
    page = visit(registry)

    assert page.page.evaluate(FIELDS) == {"zandmeer": ["a", "b"], "kustland": ["b", "c", "d"]}
    names = [" ".join(rows) for rows in page.page.evaluate("collabgraph.names()")]
    assert {"Zandmeer", "Kustland"} <= set(names)


def test_fields_follow_filters_and_view(visit: Visit) -> None:
    """What the filters leave out makes no field; in the other view its partnership stands in it."""
    page = visit(hash="#view=two-mode&region=zandmeer")

    assert page.page.evaluate(FIELDS) == {"zandmeer": ["a", "b", "c", "p", "q"]}
    page.lead("#source=s2")
    assert "zandmeer" not in page.page.evaluate(FIELDS)


def test_fields_at_a_switch(visit: Visit) -> None:
    """A switch takes them away and brings them back, and the address keeps it."""
    page = visit()
    switch = page.page.get_by_role("button", name="Regio’s als vlakken")
    assert switch.get_attribute("aria-pressed") == "true"

    switch.click()

    assert page.page.evaluate(FIELDS) == {}
    assert page.read_address() == "#fields=0"
    assert page.text("#status") == "De regio’s staan niet meer op de kaart."
    assert violations(page) == []
    switch.click()
    assert page.page.evaluate(FIELDS) != {}
    assert page.read_address() == ""


def test_no_fields_in_a_crowd(visit: Visit) -> None:
    """Among very many organisations all would lie in all: there is neither field nor switch."""
    people = [organisation(f"o{n:03}") for n in range(151)]
    page = visit(make_registry(people, [partnership("p", "o000 o001", regions=("zandmeer",))]))

    assert page.page.evaluate(FIELDS) == {}
    assert not page.page.locator("#fields").is_visible()


def test_fields_in_the_picture(visit: Visit) -> None:
    """The picture that is taken away has them too, faint, with their names."""
    page = visit()

    picture = ET.fromstring(take(page, "Afbeelding (SVG)")[1])

    assert [one for one in picture.iter(f"{SVG}path") if one.get("fill-opacity")]
    assert "Zandmeer" in [one.text for one in picture.iter(f"{SVG}text")]


def test_what_is_not_stated_has_a_colour(visit: Visit) -> None:
    """A tie that no text states differs in colour, beside its dashes, on the map and in its key."""
    page = visit(kustland())

    lines = page.page.evaluate("collabgraph.lines()")

    colours = {bool(line["dashes"]): line["colour"] for line in lines}
    assert colours[True] != colours[False]
    key = "getComputedStyle(document.querySelector('.stroke [stroke-dasharray]')).stroke"
    plain = "getComputedStyle(document.querySelector('.stroke :not([stroke-dasharray])')).stroke"
    assert page.page.evaluate(key) != page.page.evaluate(plain)
