"""The map of regions: a tile each, counted as the filters count, and chosen as a filter is."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from page.shelf import Shelf
from page.test_axe import violations
from page.watched import Watched
from registries import kustland_in_full, make_registry, organisation, partnership

from graph.model.divisions import read_region_code
from graph.model.errors import SourceError
from graph.model.records import Registry, Term
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page
from graph.reading import read_registry

Visit = Callable[..., Watched]


def region(id: str, code: str = "", within: str | None = None) -> Term:
    """A region with codes of their years, blanks between them."""
    codes = tuple(map(read_region_code, code.split()))
    return Term(id=id, labels={"nl": id.title()}, within=within, code=codes)


def place(*regions: Term, **where: str) -> Registry:
    """Partnerships under their ids, each in some regions, of two organisations of their own."""
    registry = make_registry(
        [organisation(f"{id}{n}") for id in where for n in (1, 2)],
        [
            partnership(id, f"{id}1 {id}2", regions=tuple(found.split()))
            for id, found in where.items()
        ],
    )
    known = {one.id: one for one in sorted(regions, key=lambda one: one.id)}
    return replace(registry, vocabulary=replace(registry.vocabulary, regions=known))


def on_map(page: Watched) -> dict[str, list[int]]:
    """The two numbers of each region on the map."""
    found: dict[str, list[int]] = page.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".region-map [data-region]")].map(
            (one) => [one.dataset.region, [...one.querySelectorAll("[data-number]")].map(
                (number) => Number(number.textContent))]))"""
    )
    return found


def in_table(page: Watched) -> dict[str, list[int]]:
    """The two numbers of each region in the table beside the map."""
    found: dict[str, list[int]] = page.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".region-list tbody tr")].map(
            (row) => [row.querySelector("[data-region]").dataset.region,
                      [...row.cells].slice(1).map((cell) => Number(cell.textContent))]))"""
    )
    return found


DELTA = (
    region("zeeland", "2022PV29 2022ZK27"),
    region("walcheren", within="zeeland"),
    region("waterland", "2022GG7306"),
    region("eiland"),
)


def test_tiles_count_what_lies_in_a_region(visit: Visit) -> None:
    """And in those within it; what has no code, and what no region, is counted beside the map."""
    registry = place(*DELTA, a="zeeland", b="walcheren eiland", c="walcheren", d="eiland", e="")

    page = visit(registry, hash="#view=regions")

    assert on_map(page) == {"zeeland": [3, 6]}
    assert in_table(page) == {
        "eiland": [2, 4],
        "zeeland": [3, 6],
        "walcheren": [2, 4],
    }
    assert page.text("#regions-without") == "Bij 1 samenwerking staat geen regio."
    assert page.page.locator("#map").is_hidden()


def test_the_division_that_holds_most(visit: Visit) -> None:
    """Of the divisions of the codes it is the one with most partnerships, then fewest tiles."""
    page = visit(place(*DELTA, a="zeeland", b="waterland", c="waterland"), hash="#view=regions")

    assert page.text(".region-map p:first-child") == "GGD-regio’s, indeling van 2022"
    assert page.page.locator(".tile").count() == 25

    page = visit(place(*DELTA, a="zeeland"), hash="#view=regions")

    assert page.text(".region-map p:first-child") == "Provincies, indeling van 2022"
    assert page.page.locator(".tile").count() == 12


def test_tiles_stand_where_they_are_told_to(visit: Visit) -> None:
    """Friesland north of Flevoland, in one column; Zeeland in the south-west corner."""
    page = visit(place(*DELTA, a="zeeland"), hash="#view=regions")

    def box(name: str) -> tuple[float, float]:
        found = page.page.locator(".tile", has_text=name).bounding_box()
        assert found
        return round(found["x"]), round(found["y"])

    assert box("Friesland")[0] == box("Flevoland")[0]
    assert box("Friesland")[1] < box("Flevoland")[1]
    assert box("Zeeland") == (
        min(box(name)[0] for name in ("Zuid-Holland", "Zeeland")),
        max(box(name)[1] for name in ("Limburg", "Zeeland")),
    )


def test_to_choose_a_tile_is_to_choose_its_region(visit: Visit) -> None:
    """One state, one address: the filter, the part that is kept, and the chip are the same."""
    registry = place(*DELTA, a="zeeland", b="walcheren", c="eiland")
    page = visit(registry, hash="#view=regions")
    tile = page.page.locator(".tile[data-region='zeeland']")

    tile.click()

    assert page.page.url.endswith("#view=regions&region=zeeland")
    assert tile.get_attribute("aria-pressed") == "true"
    assert "Zeeland" in page.text("#chips")
    assert in_table(page) == {"eiland": [1, 2], "zeeland": [2, 4], "walcheren": [1, 2]}
    page.page.locator(".region-list [data-region='eiland']").click()
    assert page.page.url.endswith("region=zeeland,eiland")
    tile.click()
    assert page.page.url.endswith("#view=regions&region=eiland")


def test_counts_follow_the_other_filters(visit: Visit) -> None:
    """What these leave out is not counted; regions of which nothing is left stay, with 0."""
    registry = place(*DELTA, a="zeeland", b="walcheren", c="eiland")
    b = replace(registry.partnerships["b"], kind="plan")
    registry = replace(registry, partnerships={**registry.partnerships, "b": b})

    page = visit(registry, hash="#view=regions&kind=plan")

    assert on_map(page) == {"zeeland": [1, 2]}
    assert in_table(page) == {"eiland": [0, 0], "zeeland": [1, 2], "walcheren": [1, 2]}


def test_by_keyboard_alone(visit: Visit) -> None:
    """One stop of Tab on the map; arrows go to the nearest region with counts, Enter chooses it."""
    registry = place(
        *(region(id, f"2022{code}") for id, code in CODES.items()),
        **{id: id for id in CODES},
    )
    page = visit(registry, hash="#view=regions")
    assert page.page.locator(".tile[tabindex='0']").count() == 1
    page.page.locator(".tile[tabindex='0']").focus()
    where = "document.activeElement.dataset.region"

    assert page.page.evaluate(where) == "friesland"
    for key, wanted in (
        ("ArrowUp", "friesland"),
        ("ArrowDown", "gelderland"),
        ("ArrowLeft", "utrecht"),
        ("ArrowRight", "gelderland"),
        ("ArrowDown", "limburg"),
    ):
        page.page.keyboard.press(key)
        assert page.page.evaluate(where) == wanted
    page.page.keyboard.press("Enter")
    assert page.page.url.endswith("region=limburg")
    page.page.keyboard.press(" ")
    assert page.page.url.endswith("#view=regions")
    assert page.page.evaluate(where) == "limburg"


CODES = {"friesland": "PV21", "gelderland": "PV25", "utrecht": "PV26", "limburg": "PV31"}


def test_without_codes_there_is_a_table_alone(visit: Visit) -> None:
    """It says why there is no map, and its regions can be chosen all the same."""
    page = visit(kustland_in_full(), hash="#view=regions")

    assert page.page.locator(".region-map").count() == 0
    assert "geen kaart" in page.text(".region-list")
    page.page.locator(".region-list [data-region='zandmeer']").click()
    assert page.page.url.endswith("region=zandmeer")
    assert violations(page) == []


def test_data_without_regions_have_no_such_view(visit: Visit) -> None:
    """An address that asks for it leads to the map."""
    page = visit(make_registry([organisation("a")], []), hash="#view=regions")

    assert page.page.locator("[data-view='regions']").count() == 0
    assert page.page.locator("#map").is_visible()


def test_without_a_script_there_is_a_table(visit: Visit) -> None:
    """Map and table stand under the picture, with the same numbers."""
    registry = place(*DELTA, a="zeeland", b="walcheren")

    page = visit(registry, java_script_enabled=False)

    assert page.page.locator(".tile b").all_text_contents() == ["2"]
    assert page.page.locator(".region-list td").all_text_contents() == ["2", "4", "1", "2"]


@pytest.mark.parametrize("width", [320, 1440])
def test_the_real_map_fits(visit: Visit, width: int) -> None:
    """At every width the page is no wider than the window, and five regions are on the map."""
    registry = read_registry(ROOT / "entities.yaml")
    page = visit(registry, hash="#view=regions&lang=en", viewport={"width": width, "height": 900})

    assert sorted(on_map(page)) == [
        *("drenthe", "flevoland", "friesland", "twente", "utrecht-midden-nederland"),
    ]
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def square(code: str, left: int) -> dict[str, object]:
    """A square of GeoJSON, two degrees wide, on a line with others."""
    ring = [[left, 50], [left + 2, 50], [left + 2, 52], [left, 52], [left, 50]]
    return {
        "properties": {"statcode": code, "statnaam": f"<b>{code}</b>", "jrstatcode": f"2024{code}"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def test_shapes_from_a_file(shelf: Shelf, tmp_path: Path) -> None:
    """They are counted and chosen as tiles are, with year and attribution; names stay text."""
    file = tmp_path / "grenzen.json"
    squares = [square("PV29", 4), square("PV24", 6), square("CR01", 8)]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": squares}))
    registry = place(
        *DELTA, region("polder", "2022PV24"), a="zeeland", b="walcheren", c="polder", d="eiland"
    )
    bipartite = build_bipartite(registry)
    content = render_page(bipartite, project_network(bipartite), boundaries=file).encode()
    page = shelf.take()
    page.open(shelf.write(content), "#view=regions")

    assert on_map(page) == {"polder": [1], "zeeland": [2]}
    assert page.page.locator(".shapes > path title").text_content() == "<b>CR01</b>"
    about = page.text(".region-map")
    assert "Provincies, indeling van 2024" in about
    assert "CBS en Kadaster (CC BY 4.0)" in about
    page.page.locator(".shapes [data-region='zeeland']").focus()
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Enter")
    assert page.page.url.endswith("#view=regions&region=polder")
    assert violations(page) == []
    assert page.trouble == []
    assert page.requests == [page.page.url.split("#")[0]]
    shelf.give_back(page)


def test_boundaries_of_other_regions(tmp_path: Path) -> None:
    """A file that holds none of the regions is refused, and so is one where none are told of."""
    file = tmp_path / "grenzen.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [square("PV31", 4)]}))

    for registry in (place(*DELTA, a="zeeland"), make_registry([organisation("a")], [])):
        with pytest.raises(SourceError, match=r"none of its codes \(such as PV31\)"):
            render_page(
                (bipartite := build_bipartite(registry)),
                project_network(bipartite),
                boundaries=file,
            )
