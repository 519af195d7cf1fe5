"""What a reader takes away: picture, link, paper."""

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from page.test_axe import violations
from page.test_hostile import PAYLOADS, hostile_registry
from page.watched import Watched

Visit = Callable[..., Watched]

SVG = "{http://www.w3.org/2000/svg}"


def take(page: Watched, name: str) -> tuple[str, bytes]:
    """Press a button that saves a file: its name and its bytes."""
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def texts(picture: ET.Element) -> str:
    """All that stands written in a picture."""
    return " ".join(one.text or "" for one in picture.iter(f"{SVG}text"))


def test_picture(visit: Visit) -> None:
    """The SVG holds title, marks, ties, names, legend and stamp, and needs nothing else."""
    page = visit(hash="#alone=1")

    name, content = take(page, "Afbeelding (SVG)")

    assert name == "samenwerking-in-kustland.svg"
    picture = ET.fromstring(content)
    written = texts(picture)
    for text in (
        "Samenwerking in Kustland",
        "Gemeente Zandmeer",
        "GGD Kustland",
        "Soort organisatie",
        "afgeleid (1)",
        "Zonder genoemde partner in deze 2 documenten",
        "8 organisaties",
        "Gegevensversie abababababab",
        "Geen lijn betekent niet dat er geen samenwerking is",
    ):
        assert text in written, text
    assert b"var(--" not in content
    assert b"class=" not in content
    assert b"href" not in content
    dashed = [one for one in picture.iter(f"{SVG}path") if one.get("stroke-dasharray")]
    assert dashed


def test_picture_of_the_present_view(visit: Visit) -> None:
    """The picture shows what the map shows: the other view, the selection, the filters."""
    page = visit(hash="#view=two-mode&type=gemeente&rest=hide")

    written = texts(ET.fromstring(take(page, "Afbeelding (SVG)")[1]))

    assert "Gemeente Zandmeer" in written
    assert "Wondpoli Zandmeer" in written
    assert "Zorgverzekeraar" not in written
    assert "gemeente" in written.casefold()


def test_picture_in_the_dark_is_light(visit: Visit) -> None:
    """A picture is for paper: it is on white also where the page is dark, which stays dark."""
    page = visit(color_scheme="dark")

    _, content = take(page, "Afbeelding (SVG)")

    assert b'fill="#ffffff"' in content
    assert b"#12171e" not in content
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") != "#ffffff"


def test_pixels(visit: Visit) -> None:
    """The PNG is twice as sharp as the screen and not empty."""
    page = visit()

    name, content = take(page, "Afbeelding (PNG)")

    assert name == "samenwerking-in-kustland.png"
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    stage = page.box("#map")
    assert stage
    assert abs(width - 2 * stage["width"]) <= 2
    assert height > 2 * stage["height"]
    assert len(content) > 30_000


@pytest.mark.parametrize("dark", [False, True])
def test_hostile_picture(visit: Visit, dark: bool) -> None:
    """Hostile names make a well-formed picture in which they are text."""
    page = visit(hostile_registry(), color_scheme="dark" if dark else "light")

    _, content = take(page, "Afbeelding (SVG)")

    picture = ET.fromstring(content)
    assert {one.tag.removeprefix(SVG) for one in picture.iter()} <= {
        "svg", "title", "desc", "rect", "path", "text", "circle", "line",
    }  # fmt: skip
    assert not [key for one in picture.iter() for key in one.attrib if key.startswith("on")]
    assert PAYLOADS["address"] in texts(picture) + content.decode()


def test_copy_a_link(visit: Visit) -> None:
    """The link holds the whole view, and opens it."""
    page = visit(hash="#organisation=c")
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.page.get_by_role("button", name="Kopieer een link").click()

    page.wait("document.getElementById('taken').textContent !== ''")
    assert "De link is gekopieerd." in page.text("#taken")
    assert "vanaf #" in page.text("#taken")
    link = page.page.evaluate("navigator.clipboard.readText()")
    assert link == page.page.url
    assert link.endswith("#organisation=c")


def test_link_where_copying_is_refused(visit: Visit) -> None:
    """Where the clipboard is shut, the link stands ready, selected, and axe has nothing to say."""
    page = visit(hash="#organisation=c")
    page.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )

    page.page.get_by_role("button", name="Kopieer een link").click()

    field = page.page.get_by_role("textbox", name="Link naar dit beeld")
    page.wait("!document.getElementById('link').hidden")
    assert field.input_value() == page.page.url
    assert page.page.evaluate("getSelection().toString() || document.activeElement.value") != ""
    assert violations(page) == []


def test_paper(visit: Visit) -> None:
    """On paper: two pages with the present view; with the tables on request, more."""
    page = visit(hash="#view=two-mode")

    short = page.page.pdf(prefer_css_page_size=True)
    page.page.get_by_role("checkbox", name="Tabellen mee afdrukken").check()
    long = page.page.pdf(prefer_css_page_size=True)

    assert short.count(b"/Type /Page\n") == 2
    assert long.count(b"/Type /Page\n") > 2
    assert page.page.locator(".on-paper").count() == 0


def test_without_a_map(visit: Visit) -> None:
    """Where there is no map, nothing offers to take it away."""
    from registries import make_registry, partnership

    page = visit(make_registry([], [partnership("p", "")]))

    assert page.page.locator("#take:visible").count() == 0


def test_a_picture_names_its_filters(visit: Visit) -> None:
    """Who gets a picture of a part of the data reads which part."""
    page = visit(hash="#region=zandmeer&without-role=funder")

    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="Afbeelding (SVG)").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")

    assert "Filters: Regio: Zandmeer; Rol: zonder financier." in text


def test_slide(visit: Visit) -> None:
    """A PNG of 16 by 9, twice as sharp, with what is shown in its name."""
    page = visit(hash="#organisation=c&region=zandmeer")

    name, content = take(page, "Dia (16:9)")

    assert name == "samenwerking-in-kustland-gemeente-zandmeer-regio-zandmeer.16x9.png"
    assert struct.unpack(">II", content[16:24]) == (3200, 1800)
    assert len(content) > 60_000


def test_picture_says_what_is_shown(visit: Visit) -> None:
    """Under the title and in the name: the focus and the filters, in the other view too."""
    page = visit(hash="#view=two-mode&from=a&to=d&certainty=medium")

    name, content = take(page, "Afbeelding (SVG)")

    assert name == (
        "samenwerking-in-kustland-organisaties-en-samenwerkingen-van-ziekenhuis-de-vuurbaak-naar-"
        "zorgverzekeraar-zilt-zoon-zekerh.svg"
    )
    written = texts(ET.fromstring(content)).translate({0x2068: None, 0x2069: None})
    assert "Van Ziekenhuis De Vuurbaak naar Zorgverzekeraar" in written


def test_legend_of_a_picture_holds_what_is_visible(visit: Visit) -> None:
    """Types that the filters leave out are not in it; the width of a line is said in words."""
    page = visit(hash="#type=gemeente&type=ziekenhuis")

    written = texts(ET.fromstring(take(page, "Afbeelding (SVG)")[1]))

    assert "gemeente (1)" in written
    assert "ziekenhuis (2)" in written
    assert "zorgverzekeraar" not in written
    assert "(0)" not in written
    assert "1 gedeelde samenwerking (1)" in written


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_of_the_grid(visit: Visit, scheme: str) -> None:
    """Names as text, its own legend and sentence; light also where the page is dark."""
    page = visit(hash="#view=grid", color_scheme=scheme)

    name, content = take(page, "Afbeelding (SVG)")

    assert name == "samenwerking-in-kustland-rooster.svg"
    picture = ET.fromstring(content)
    written = texts(picture)
    for text in ("Gemeente Zandmeer", "Wondpoli Zandmeer", "trekker", "Geen teken betekent"):
        assert text in written, text
    assert "Geen lijn betekent" not in written
    assert "Soort organisatie" in written
    assert "Zekerheid van de verbinding" not in written
    assert b"class=" not in content
    assert b"role=" not in content
    fills = {one.get("fill") for one in picture.iter(f"{SVG}text")}
    assert fills == {"#17202a", "#55606c", "rgb(23, 32, 42)", "rgb(85, 96, 108)"}
    assert take(page, "Dia (16:9)")[0] == "samenwerking-in-kustland-rooster.16x9.png"
    assert page.page.evaluate("document.documentElement.getAttribute('style')") in ("", None)


def test_slide_of_a_view_with_a_legend_of_its_own(visit: Visit) -> None:
    """A view that came later has all three pictures, with its own legend and no other."""
    page = visit(hash="#view=time")

    name, content = take(page, "Afbeelding (SVG)")

    assert name == "samenwerking-in-kustland-tijd.svg"
    written = texts(ET.fromstring(content))
    assert "liep al die tijd" in written
    assert "Soort organisatie" not in written
