"""The grid: who takes part in what, in rows and columns."""

from collections.abc import Callable

import pytest
from conftest import ROOT
from page.watched import Watched
from registries import kustland_in_full, make_registry, organisation, partnership

from graph.model.period import read_period
from graph.reading import read_registry

Visit = Callable[..., Watched]

LIST = """() => [...document.querySelectorAll("#grid .stop")].map((one) => [
    Number(one.dataset.x), Number(one.dataset.y), one.getAttribute("aria-label"),
])"""


def stops(page: Watched) -> dict[tuple[int, int], str]:
    """What stands where: (-1, y) are names of rows, (x, -1) those of columns, the rest cells."""
    found: list[list[object]] = page.page.evaluate(LIST)
    return {(int(str(x)), int(str(y))): str(name) for x, y, name in found}


def names(page: Watched, axis: int) -> list[str]:
    """The names of the rows (1) or of the columns (0), in their order."""
    found = stops(page)
    return [found[place] for place in sorted(found) if place[1 - axis] == -1 < place[axis]]


def test_every_membership_is_a_mark(visit: Visit) -> None:
    """Rows are who takes part, columns what has a participant; the rest is counted below."""
    page = visit(hash="#view=grid")

    assert sorted(names(page, 1)) == sorted(
        [
            *("Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer", "Gemeente Zandmeer"),
            *("Stichting Café Één", "Zorgverzekeraar Zilt & Zoon"),
            *("zes kustgemeenten", "buurtbewoners"),
        ]
    )
    assert len(names(page, 0)) == 5
    cells = [name for (x, y), name in stops(page).items() if min(x, y) >= 0]
    assert len(cells) == 11
    assert page.page.locator("#map").is_hidden()
    notes = page.text("#grid .grid-notes")
    assert notes.endswith(
        "die alleen genoemd worden: Polikliniek De Vuurbaak, GGD Kustland, De Kustkrant"
    )


def test_dated_columns_stand_first_and_in_order(visit: Visit) -> None:
    """By when they began; those of which no day is known have a part of their own."""
    whens = {"late": "2021/..", "early": "2018", "none": None, "until": "/2019-06", "mid": "2019"}
    registry = make_registry(
        [organisation(id) for id in "ab"],
        [
            partnership(id, "a b", name=id, period=read_period(when) if when else None)
            for id, when in whens.items()
        ],
    )

    page = visit(registry, hash="#view=grid")

    assert names(page, 0) == ["early", "mid", "until", "late", "none"]
    heads = page.page.locator("#grid .grid-head").all_text_contents()
    assert heads == ["’18", "2019", "2021", "zonder periode"]


def test_a_mark_says_role_and_certainty(visit: Visit) -> None:
    """Its shape is the role, its form how sure it is, and its name says both."""
    page = visit(kustland_in_full(), hash="#view=grid")
    said = stops(page).values()

    assert any("in ⁨Wondpoli Zandmeer⁩: " in name for name in said)
    forms = page.page.evaluate(
        "[...document.querySelectorAll('#grid svg.flat .grid-mark')].map((m) => m.classList[1])"
    )
    assert {"sure-high", "sure-medium"} <= set(forms)


def test_by_keyboard_alone(visit: Visit) -> None:
    """One stop of Tab; arrows go from mark to mark and to the names, Enter opens."""
    page = visit(hash="#view=grid")
    page.page.locator("#grid .stop[tabindex='0']").focus()
    assert page.page.locator("#grid .stop[tabindex='0']").count() == 1
    where = "[document.activeElement.dataset.x, document.activeElement.dataset.y].map(Number)"

    assert page.page.evaluate(where) == [-1, 0]
    page.page.keyboard.press("ArrowDown")
    assert page.page.evaluate(where) == [-1, 1]
    page.page.keyboard.press("ArrowRight")
    x, y = page.page.evaluate(where)
    assert (x >= 0, y) == (True, 1)
    page.page.keyboard.press("ArrowUp")
    while page.page.evaluate(where)[1] != -1:
        page.page.keyboard.press("ArrowUp")
    name = page.page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.page.keyboard.press("Enter")

    assert page.text("#panel-title") == name
    assert page.page.locator("#grid .stop[tabindex='0']").count() == 1


def test_what_is_chosen_is_marked(visit: Visit) -> None:
    """By a click in the grid, by search or by a link: its row or column stands out."""
    page = visit(hash="#view=grid&organisation=c")
    chosen = page.page.locator("#grid .stop.chosen")

    assert chosen.get_attribute("aria-label") == "Gemeente Zandmeer"
    page.page.locator("#grid .stop[aria-label='Wondpoli Zandmeer']").click()
    assert page.text("#panel-title") == "Wondpoli Zandmeer"
    assert chosen.get_attribute("aria-label") == "Wondpoli Zandmeer"
    assert "view=grid" in page.page.url


def test_filters_narrow_the_grid(visit: Visit) -> None:
    """What they leave out has no row, no column and no mark."""
    page = visit(hash="#view=grid&period=2018")

    assert len(names(page, 0)) == 1
    assert names(page, 1) == ["Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer"]


def test_back_to_the_map(visit: Visit) -> None:
    """The map comes back whole, and a step back leads to the grid."""
    page = visit(hash="#view=grid")

    page.page.locator("[data-view='network']").click()
    assert page.page.locator("#map").is_visible()
    assert page.page.locator("#grid").is_hidden()
    assert page.page.evaluate("collabgraph.placeOf('a').x") > 0
    page.page.go_back()
    assert page.page.locator("#grid").is_visible()


def test_long_sides_are_folded(visit: Visit) -> None:
    """More than sixty rows are groups with their counts; one that is opened shows its rows."""
    regions = ("zandmeer", "kustland")
    people = [organisation(f"o{n}", region=None if n < 30 else regions[n % 2]) for n in range(90)]
    tables = [
        partnership(f"p{n}", f"o{n} o{n + 1} o{(n * 7) % 90}" if n != 0 else "o0 o1")
        for n in range(80)
    ]
    page = visit(make_registry(people, tables), hash="#view=grid")

    rows = names(page, 1)
    assert len(rows) == 2
    assert any(row.startswith("Kustland (") for row in rows)
    counts = [name for (x, y), name in stops(page).items() if min(x, y) >= 0]
    assert all("deelname" in name for name in counts)
    page.page.locator("#grid .stop[data-x='-1'][data-y='0']").click()
    assert len(names(page, 1)) > 20
    assert page.page.evaluate("document.activeElement.dataset.x") == "-1"


@pytest.mark.parametrize("width", [390, 1440])
def test_the_real_grid_is_whole(visit: Visit, width: int) -> None:
    """Every row of the real data is there, and on a phone it scrolls in its own frame."""
    registry = read_registry(ROOT / "entities.yaml")
    page = visit(registry, hash="#view=grid", viewport={"width": width, "height": 900})

    assert len(names(page, 1)) >= 22
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
