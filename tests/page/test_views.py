"""Two views of the same data, and the width of a line at a switch."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from page.watched import Watched
from registries import kustland, kustland_in_full

Visit = Callable[..., Watched]


def marks(page: Watched) -> list[str]:
    """The ids of what stands on the map."""
    found: list[str] = page.page.evaluate("collabgraph.marks().map((mark) => mark.key).sort()")
    return found


def test_switch_keeps_the_choice(visit: Visit) -> None:
    """The second view shows every partnership, also without members, and the choice stays."""
    page = visit(hash="#organisation=c&alone=1")
    assert marks(page) == list("abcdefgh")

    page.page.get_by_role("button", name="Organisaties én samenwerkingen").click()

    assert marks(page) == sorted([*"abcdefghpqrtu", "buurtbewoners", "zes-kustgemeenten-6"])
    assert page.text("#panel-title") == "Gemeente Zandmeer"
    assert page.page.url.endswith("#organisation=c&view=two-mode&alone=1")
    lines = page.page.evaluate("collabgraph.lines().map(({ ends }) => ends.join('-')).sort()")
    assert lines == [
        *("a-p", "a-q", "b-p", "b-q", "buurtbewoners-t", "c-p", "c-r", "d-r", "e-t"),
        *("zes-kustgemeenten-6-p", "zes-kustgemeenten-6-u"),
    ]
    page.page.go_back()
    assert marks(page) == list("abcdefgh")
    assert page.text("#panel-title") == "Gemeente Zandmeer"


def test_click_on_a_partnership(visit: Visit) -> None:
    """A partnership is a mark to click on, and its line leads to it too."""
    page = visit(hash="#view=two-mode&alone=1")

    page.click("u")
    assert page.text("#panel-title") == "Netwerk Kustzorg"
    page.click("c", "r")

    assert page.text("#panel-title") == "Regietafel Kustland"


def test_walk(visit: Visit) -> None:
    """The keyboard walks over organisations and partnerships alike, and says which is which."""
    page = visit(hash="#view=two-mode&alone=1")
    page.page.locator("#map").focus()
    said = []

    for _ in range(15):
        page.page.keyboard.press("PageDown")
        said.append(page.text("#status"))

    assert len(set(said)) == 15
    assert "⁨zes kustgemeenten⁩, groep, 2 samenwerkingen. Enter voor uitleg." in said
    assert any(
        "Wondpoli Zandmeer⁩, samenwerking, programma, 3 genoemde deelnemers" in one for one in said
    )
    page.page.keyboard.press("Enter")
    assert page.text("#panel-title") == "Zorgverzekeraar Zilt & Zoon"


def test_names_do_not_overlap(visit: Visit) -> None:
    """No two names stand over each other, those of groups included."""
    page = visit(hash="#view=two-mode")

    boxes = page.page.evaluate("collabgraph.nameBoxes()")

    assert len(boxes) >= 10
    for one, two in combinations(boxes, 2):
        assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
    assert "zes kustgemeenten" in page.page.evaluate("collabgraph.names().flat()")


def test_groups_stand_in_the_second_view_only(visit: Visit) -> None:
    """A group is a mark to click on, of a shape of its own; never a node or tie of the network."""
    page = visit(kustland_in_full(), hash="#view=two-mode&group=aanbieders&alone=1")
    assert page.text("#panel-title") == "zo'n 350 aanbieders van jeugdhulp"
    focused = "collabgraph.marks().filter(({ focused }) => focused).map(({ key }) => key).sort()"
    assert page.page.evaluate(focused) == ["aanbieders", "c", "d", "r"]
    lines = "collabgraph.lines().filter(({ focused }) => focused).map(({ ends }) => ends.join('-'))"
    assert sorted(page.page.evaluate(lines)) == ["aanbieders-r", "c-r", "d-r"]

    page.click("zes-kustgemeenten-6")
    assert page.text("#panel-title") == "zes kustgemeenten"
    assert "groep: partijen die niet bij naam genoemd zijn" in page.text(".legend")
    page.page.get_by_role("button", name="Organisaties", exact=True).click()

    assert marks(page) == list("abcdefgh")
    assert "groep: partijen" not in page.text(".legend")


def test_a_wanted_group_has_no_line(visit: Visit) -> None:
    """Who is wanted and was not asked takes part in nothing: no line leads there."""
    page = visit(kustland_in_full(), hash="#view=two-mode&alone=1")

    lines = page.page.evaluate("collabgraph.lines().map(({ ends }) => ends.join('-'))")

    assert [one for one in lines if "buurtbewoners" in one] == ["buurtbewoners-t"]
    assert "h-p" not in lines


def test_filters_dim_or_hide_groups(visit: Visit) -> None:
    """A group whose partnerships the filters leave out is dimmed with them, or gone."""
    page = visit(kustland_in_full(), hash="#view=two-mode&region=zandmeer&alone=1")
    out = "collabgraph.marks().filter((one) => one.out).map((one) => one.key).sort()"
    assert page.page.evaluate(out) == [
        *("aanbieders", "buurtbewoners", "d", "e", "f", "g", "h", "r", "t", "u"),
    ]

    page.lead("#view=two-mode&region=zandmeer&rest=hide&alone=1")

    assert marks(page) == ["a", "b", "c", "p", "q", "zes-kustgemeenten-6"]


def test_a_group_can_be_moved(visit: Visit) -> None:
    """What is moved stands in the address, for a group as for all else."""
    page = visit(hash="#view=two-mode&group=buurtbewoners&put=10,20,buurtbewoners")

    page.page.get_by_role("button", name="Naar rechts").click()

    [x, y] = re.findall(r"put=(\d+),(\d+),buurtbewoners", page.read_address())[0]
    assert (int(x) > 10, int(y)) == (True, 20)


def test_newman(visit: Visit) -> None:
    """The switch changes widths, and the one shown is named, pressed and in the address."""
    page = visit()
    widths = "Object.fromEntries(collabgraph.lines().map((one) => [one.ends.join(''), one.width]))"
    assert page.page.evaluate(widths) == {"ab": 3.2, "ac": 1.6, "bc": 1.6, "cd": 1.6}

    page.page.get_by_role("button", name="Newman-gewicht").click()

    shown = page.page.evaluate(widths)
    assert {pair: round(width, 1) for pair, width in shown.items()} == {
        "ab": 6.4,
        "ac": 4.8,
        "bc": 4.8,
        "cd": 6.4,
    }
    button = page.page.get_by_role("button", name="Newman-gewicht")
    assert button.get_attribute("aria-pressed") == "true"
    assert "Elke gedeelde samenwerking telt als 1 gedeeld door" in page.text(".legend")
    assert "1 tot 2 2" in page.text(".legend")
    assert page.page.url.endswith("#width=newman")


STATES = {
    "filters": "#region=zandmeer&without-role=funder",
    "two-mode": "#view=two-mode&organisation=c&width=newman",
    "two-mode partnership": "#view=two-mode&partnership=p&period=2019/2020",
    "hidden": "#type=gemeente&rest=hide&view=two-mode",
    "steps": "#organisation=d&steps=2",
    "without": "#organisation=c&without=1",
    "way": "#from=a&to=d",
    "arrows": "#arrows=1&view=two-mode",
    "no way": "#from=a&to=h&width=newman",
    "nothing": "#region=zandmeer&source=s2",
}


@pytest.mark.parametrize("name", STATES)
def test_phone(visit: Visit, name: str) -> None:
    """At 320 pixels nothing sticks out, and every target is at least 24 pixels high."""
    page = visit(kustland_in_full(), hash=STATES[name], viewport={"width": 320, "height": 700})
    page.page.evaluate(
        "document.querySelectorAll('.ask details').forEach((one) => one.open = true)"
    )

    assert page.page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.page.evaluate(
        """() => [...document.querySelectorAll(".ask summary, .ask button, .ask select, .option,"
            + " .slide input, .view button, .around button, .toggle")]
            .filter((one) => one.checkVisibility())
            .map((one) => [one.textContent, one.getBoundingClientRect().height])
            .filter(([, height]) => height < 24)"""
    )
    assert small == []


def test_more_ties_than_a_map_can_carry(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map draws the strongest, and all about what is chosen; the page says so."""
    monkeypatch.setattr("graph.page.build.TIE_LIMIT", 2)
    page = visit(kustland())
    lines = "collabgraph.lines().map(({ ends }) => ends.join('-')).sort()"
    assert page.page.evaluate(lines) == ["a-b", "a-c"]
    assert "hoogstens 2 verbindingen tegelijk" in page.text(".partial")

    page.page.evaluate("location.hash = '#organisation=d'")

    page.wait("document.getElementById('panel-title').textContent.includes('Zilt')")
    assert page.page.evaluate(lines) == ["a-b", "c-d"]
    assert page.page.locator("#sheet-ties tbody tr").count() == 4


def test_each_view_says_what_a_line_means(visit: Visit) -> None:
    """Between organisations a line is a shared partnership; to a partnership it is taking part."""
    page = visit()
    assert "beide organisaties worden in dezelfde samenwerking genoemd" in page.text("#start")

    page.page.get_by_role("button", name="Organisaties én samenwerkingen").click()

    assert (
        "deze organisatie of groep wordt als deelnemer aan deze samenwerking genoemd"
        in page.text("#start")
    )
    assert "beide organisaties" not in page.text("#start")


def test_the_legend_explains_what_is_drawn(visit: Visit) -> None:
    """Dashes of lines are explained where lines are drawn, and not beside bars, marks and tiles."""
    page = visit()
    heading = page.page.get_by_role("heading", name="Zekerheid van de verbinding")
    shown = {}
    for view in ("network", "two-mode", "grid", "time", "regions"):
        page.page.click(f"[data-view={view}]")
        shown[view] = heading.is_visible()

    assert [view for view, there in shown.items() if there] == ["network", "two-mode"]
