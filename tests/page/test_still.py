"""What a reader sees without a script, on paper, on a phone and without data."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.page.still import Line, Mark, draw_picture
from graph.page.style.looks import Look

Visit = Callable[..., Watched]


def test_without_script(visit: Visit) -> None:
    """The still picture and the tables hold the same answers, and nothing dead is shown."""
    page = visit(java_script_enabled=False)

    assert page.page.get_by_role("img").first.is_visible()
    assert not page.page.locator("#tools").is_visible()
    assert not page.page.locator("#map").is_visible()
    assert not page.page.locator("#under").is_visible()
    assert page.page.locator("svg.still .marks use").count() == 4
    paths = page.page.locator("svg.still .lines path").evaluate_all(
        "(all) => all.map((one) => [one.getAttribute('stroke-width'),"
        " one.getAttribute('stroke-dasharray'), one.getAttribute('d').split('M').length - 1])"
    )
    assert paths == [["1.6", None, 2], ["1.6", "8 5", 1], ["3.2", None, 1]]
    table = page.text("#sheet-partnerships")
    assert "Gemeente Zandmeer (financier)" in table
    assert "Samenvatting van regel 9: Gemeente Zandmeer betaalt. Bron 1" in table
    assert "geen deelnemer bij naam genoemd in deze 2 documenten" in table
    assert "periode niet bekend" in table
    assert "geen genoemde partner in deze 2 documenten" in page.text("#sheet-organisations")
    assert "geen verbinding" not in page.text("body").casefold()


def test_links_without_script(visit: Visit) -> None:
    """Without a script a link leads to the row of what it names."""
    page = visit(java_script_enabled=False)

    page.page.locator("#sheet-organisations").get_by_role("link", name="Wondpoli").first.click()

    assert "Wondpoli Zandmeer" in page.text("tr:target")


def test_print(visit: Visit) -> None:
    """On paper stand picture, legend, and findings or what is chosen; the tables on request."""
    page = visit()
    page.page.emulate_media(media="print")
    assert page.page.locator("#findings").is_visible()
    page.page.evaluate("location.hash = '#organisation=c'")
    page.wait("document.getElementById('panel-title').textContent.includes('Zandmeer')")
    assert not page.page.locator("#findings").is_visible()
    assert page.page.locator("#legend-title").is_visible()
    assert not page.page.locator("#tables").is_visible()

    page.page.emulate_media(media="screen")
    page.page.get_by_role("checkbox", name="Tabellen mee afdrukken").check()
    page.page.emulate_media(media="print")

    assert page.page.locator("svg.still").is_visible()
    for hidden in ("#map", "#tools", "#under", ".jump"):
        assert not page.page.locator(hidden).is_visible()
    for sheet in ("organisations", "ties", "partnerships", "documents"):
        assert page.page.locator(f"#sheet-{sheet}").is_visible()
    assert page.text("#panel-title") == "Gemeente Zandmeer"


@pytest.mark.parametrize("width", [320, 640, 1024])
def test_reflow(visit: Visit, width: int) -> None:
    """At every width the page itself never scrolls sideways (WCAG 1.4.10)."""
    page = visit(hash="#organisation=c", viewport={"width": width, "height": 700})

    assert page.page.evaluate("document.documentElement.scrollWidth") == width


def odd_registries() -> dict[str, Registry]:
    """Data that hold next to nothing, or one thing only."""
    crowd = [organisation(f"o{n:02}", name=f"Organisatie {n}") for n in range(200)]
    return {
        "empty": make_registry([], [], sources=0),
        "one": make_registry([organisation("a", name="Alleen")], []),
        "isolates": make_registry([organisation(f"o{n}", name=f"Los {n}") for n in range(7)], []),
        "crowd": make_registry(crowd, [partnership("p", " ".join(o.id for o in crowd))]),
        "memberless": make_registry([], [partnership("p", "")]),
    }


@pytest.mark.parametrize("name", odd_registries())
@pytest.mark.parametrize("script", [True, False], ids=["script", "still"])
def test_odd_data(visit: Visit, name: str, script: bool) -> None:
    """A page about nothing, one, loners or one crowd says so and works."""
    registry = odd_registries()[name]
    page = visit(registry, java_script_enabled=script)

    text = page.text("body")

    count = len(registry.organisations)
    assert f"{count} organisatie" in text
    if not count:
        assert "Deze gegevens bevatten geen organisaties." in text
    elif script:
        first = next(iter(registry.organisations))
        page.click(first)
        assert page.text("#panel-title") == registry.organisations[first].name
        if name == "crowd":
            assert "199 genoemde partners" in page.text("#panel")


def test_search_without_a_map(visit: Visit) -> None:
    """With no organisation there is no map, and a partnership can still be found and opened."""
    page = visit(odd_registries()["memberless"])
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")

    box.fill("tafel")
    box.press("Enter")

    assert page.text("#panel-title") == "Tafel p"
    page.page.keyboard.press("Escape")
    assert page.text("#panel-title") == "Wie werkt met wie samen?"


def test_picture_is_well_formed(visit: Visit) -> None:
    """The still picture is XML that can stand on its own."""
    page = visit(kustland(), java_script_enabled=False)

    drawing = page.page.content()
    start = drawing.index('<svg class="still"')

    ET.fromstring(drawing[start : drawing.index("</svg>", start) + 6])


def test_dark(visit: Visit) -> None:
    """In the dark the map is dark too, and paper stays white."""
    page = visit(color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).getPropertyValue('--ground')"

    assert page.page.evaluate(ground) == "#12171e"
    page.page.emulate_media(media="print")
    assert page.page.evaluate(ground) == "#ffffff"


def test_large_picture_can_be_read() -> None:
    """A wide network is drawn smaller; its letters, its smallest marks and lines are not."""

    def mark(x: float) -> Mark:
        return Mark(
            x=x,
            y=0.0,
            radius=8.0,
            name=f"Los {x:g}",
            look=Look("red", "circle"),
            partnerships=1,
            partners=1,
        )

    ends = mark(0.0), mark(14000.0)
    drawing = ET.fromstring(
        draw_picture(ends, [Line(*ends, 1, "high")], caption="Kaart", heading="Alleen")
    )

    assert 1400 < float(drawing.attrib["viewBox"].split()[2]) < 1600
    [line] = drawing.findall(".//*[@class='lines']/*")
    assert line.attrib["d"] == "M0 0L1400 0"
    assert line.attrib["stroke-width"] == "0.88"
    marks = drawing.findall(".//*[@class='marks']/*")
    assert [one.attrib["transform"] for one in marks] == [
        "translate(0 0) scale(0.55)",
        "translate(1400 0) scale(0.55)",
    ]
    assert [text.text for text in drawing.iter() if text.tag.endswith("tspan")] == [
        "Los 0",
        "Los 14000",
    ]


@pytest.mark.parametrize(
    "hash",
    [
        "",
        "#organisation=c",
        "#organisation=a&with=b",
        "#view=two-mode",
        "#region=zandmeer&type=ggd",
    ],
)
def test_two_pages_of_paper(look: Callable[[str], Watched], hash: str) -> None:
    """Map and legend on one sheet; findings, or what is chosen, on a second."""
    page = look(hash)

    pdf = page.page.pdf(prefer_css_page_size=True)

    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
