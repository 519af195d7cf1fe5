"""Persons, mail addresses and telephone numbers: what is found, and above all what is not."""

from itertools import pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from graph.read.digest import normalise
from graph.scan.private import find_private

PAGES = ROOT / "tests" / "data" / "names"

# Every invented page on which something stands, read by hand. One is no person, and known as such:
# a shop with a given name in front, which only a file that knows the shop can tell.
FOUND = {
    "fifth/fusie-kraamzorg": ["Hoogleraar Jet de Boer"],
    "fifth/schulden-helderstad": ["wethouder Bruin"],
    "fifth/subsidie-beweegvriendelijk": ["directeur Van Houwelingen"],
    "fifth/wijk-van-morgen": ["Directeur Hanneke Schreurs"],
    "first/acute-zorg-heuvelland": ["Minister Agema"],
    "first/ggz-stad": ["dr. Els Vermeer"],
    "first/jeugd-veenrand": ["Ingrid Mulder", "burgemeester De Wit"],
    "first/ouderen-duinkant": ["info@zorgduin.example", "Meneer Pieters"],
    "first/rijnvliet": ["Albert Heijn", "Joke Hendriks"],
    "first/wijkzorg-lindewaard": ["Wethouder Karin van den Berg"],
    "fourth/boeren": ["Truus Wolters"],
    "fourth/rouw": ["Bas Vos"],
    "fourth/waterland": ["Wethouder Sanne de Boer"],
    "second/arbeidsmarkt-noordkop": ["burgemeester Marjan van Kampen"],
    "second/dak-en-thuis-havenstad": ["Rachid Amrani"],
    "second/geboorte-oosterwold": ["Wethouder Ten Brinke"],
    "second/palliatief-merenland": ["coördinator Anja Smit"],
    "third/kennis": ["hoogleraar Katrien Luijkx"],
    "third/langdurige-zorg": ["Bestuurder Ellen Maat"],
    "third/sport-en-zorg": ["Wethouder Jansen"],
    "third/vechtdelta": ["secretaris Loes Wolters"],
}


def find(text: str) -> list[str]:
    """The words of what is found."""
    return [found.words for found in find_private(text)]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Mevrouw Jansen zei dat.", ["Mevrouw Jansen"]),
        ("De heer van Dijk sprak.", ["heer van Dijk"]),
        ("Met dhr. De Wit en mw. Bakker.", ["dhr. De Wit", "mw. Bakker"]),
        ("Volgens prof. dr. P. de Boer kan het.", ["prof. dr. P. de Boer"]),
        ("Drs. J.P. van den Berg begon.", ["Drs. J.P. van den Berg"]),
        ("Wethouder Jansen (Zilt) opende.", ["Wethouder Jansen"]),
        ("Wethouder van der Zee opende.", ["Wethouder van der Zee"]),
        ("De voorzitter Piet de Groot van Zilt.", ["voorzitter Piet de Groot"]),
        ("Jan Willem van Dam sprak.", ["Jan Willem van Dam"]),
    ],
)
def test_persons(text: str, persons: list[str]) -> None:
    """A title or an office before a name, or a given name before another word."""
    assert find(text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "De wethouder Zorg en de minister van VWS",
        "De burgemeester van Zilt en de directeur van Zorggroep Duin",
        "De directeur Publieke Gezondheid, de voorzitter en de huisarts",
        "Het Dr. Leo Kannerhuis en het Jan van Es Instituut",
        "Een overleg in MS Teams, met steun van ZonMw. Eerder was dat zo",
        "Wil Almere meedoen? Mark Zorggroep",
        "Adviseurs van Raedelijn; de onderzoeker van De Bedreigde Stad",
        "De voorzitter Elaa, cliënten en mantelzorgers",
        "Anna. Visser",
    ],
)
def test_who_is_no_person(text: str) -> None:
    """An office without a name, an organisation that is named after somebody, a program."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mail a.b@zorg-groep.example.", ["a.b@zorg-groep.example"]),
        ("Bel 06-12345678 of 030 123 45 67.", ["06-12345678", "030 123 45 67"]),
        ("Bel +31 6 12345678, of 0201234567", ["+31 6 12345678", "0201234567"]),
        ("Op 01-02-2020, KvK 01234567, AGB 06010203, GM0344, 0123456789012, 2020-05-13/..", []),
        ("@zorg, a@b, v0201234567, 0201234567.8", []),
    ],
)
def test_how_somebody_is_reached(text: str, found: list[str]) -> None:
    """Addresses and Dutch numbers; no dates, no numbers of registers, no parts of longer ones."""
    assert find(text) == found


def test_invented_pages() -> None:
    """On 45 pages that were not written for it: all that is found, page by page."""
    found = {}
    for path in sorted(PAGES.glob("*/*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        words = [word for line in lines for word in find(normalise(line))]
        if words:
            found[f"{path.parent.name}/{path.stem}"] = words

    assert found == FOUND


@given(st.text(alphabet="aA. @0+-6'de VnMw\n", max_size=40))
def test_places_are_where_the_words_stand(text: str) -> None:
    """Whatever the text: nothing overlaps, and each find is a stretch of it."""
    found = sorted(find_private(text), key=lambda one: one.start)

    assert all(text[one.start : one.end] == one.words for one in found)
    persons = [one for one in found if one.sort == "person"]
    assert all(left.end <= right.start for left, right in pairwise(persons))
