"""New names by rule: how they are written, what stands around them, and what is no name."""

import pytest
from scan.names import SETS, count_names

from graph.read.digest import read_digest
from graph.scan.candidates import Candidate, Text, find_candidates


def find(text: str) -> list[Candidate]:
    """The candidates of one page."""
    return find_candidates([Text("page", read_digest("page", text).passages)])


def names(text: str) -> set[str]:
    """The names of a page that may be organisations."""
    return {one.name for one in find(text) if not one.kind}


def kinds(text: str) -> dict[str, str]:
    """What a page has of names that are no organisation, with what each is instead."""
    return {one.name: one.kind for one in find(text) if one.kind}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bij Organisatie voor Zorg en Jeugd Zilt.", "Organisatie voor Zorg en Jeugd Zilt"),
        ("Zij belt de GGD Hoge Veld.", "GGD Hoge Veld"),
        ("Daar is de gemeente Zilt bij.", "gemeente Zilt"),
        ("Het komt van stichting De Brug.", "stichting De Brug"),
        ("Dat is ministerie van Zorg, Welzijn en Sport.", "ministerie van Zorg, Welzijn en Sport"),
        ("Hij werkt bij Van der Valk Zorg.", "Van der Valk Zorg"),
        ("Zij woont bij 's Heeren Loo.", "'s Heeren Loo"),
        ("Men belt gemeente 's-Gravenmeer.", "gemeente 's-Gravenmeer"),
        ("De zorg komt van IJsselheem.", "IJsselheem"),
        ("Dat doet Zorgcentrum aan de Vaart.", "Zorgcentrum aan de Vaart"),
        ("Men belt het Trimbos-instituut.", "Trimbos-instituut"),
        ("Zij vroegen het Zorg- en Veiligheidshuis Zilt.", "Zorg- en Veiligheidshuis Zilt"),
        ("Wij zagen Bureau Jeugd & Gezin.", "Bureau Jeugd & Gezin"),
        ("Dat is van Elaa's adviseurs.", "Elaa"),
        ("Volgens Altrecht lukt het.", "Altrecht"),
        ("Men sprak met De Tussenvoorziening.", "De Tussenvoorziening"),
        ("Partners: Altrecht en Lister.", "Lister"),
        ("Wie zag Save the Children?", "Children"),
        ("Men las over Defence for Children.", "Defence for Children"),
    ],
)
def test_a_name_is_whole(text: str, found: str) -> None:
    """Linking words, particles and the words of a type or a legal form stay in the name."""
    assert found in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Samenwerken kost tijd. Daarna komt het wel.",
        "Gemeenten en aanbieders dragen dat samen.",
        "De ROS'en helpen, en GGD-artsen ook.",
        "Men werkt met de WMO, de VVT en IZA-middelen.",
        "Karin van den Berg vertelt. Dat zei mevrouw De Wit.",
        "Wethouder Jansen lacht.",
        "Utrechtse ziekenhuizen en Nederlandse artsen.",
        "Lees verder op www.Zilt.example of mail Info@Zilt.example.",
        "Een regionale overlegtafel (RO) helpt. De RO komt.",
        "# WAT ALTRECHT LEERDE VAN SAMENWERKEN",
        "- Hoog\n\nHet is hoog.\n- Succes van velen\n- Beschermingsmiddelen!",
        "Jitse Bakker kwam. Daarna sprak Jitse.",
        "",
    ],
)
def test_a_capital_is_not_yet_a_name(text: str) -> None:
    """What opens a sentence, persons, adjectives, compounds, general acronyms, addresses."""
    assert names(text) == set()


def test_what_opens_a_sentence_counts_when_something_speaks_for_it() -> None:
    """It is a name where it stands elsewhere too, has a word of the sector, or does something."""
    assert names("Proscoop, zo heet het. Dat doet Proscoop.") == {"Proscoop"}
    assert names("Zorggroepen. Thuiszorgteam Zilt begon.") == {"Thuiszorgteam Zilt"}
    assert names("Nevi plaatste dit.") == {"Nevi"}
    assert names("Overleg hielp. Het overleg hielp.") == set()


def test_a_line_begins_something_of_its_own_or_goes_on() -> None:
    """A wrapped line goes on in the next; an item of a list can be a name alone."""
    wrapped = (
        "Daar werkt sinds vorig jaar een groep verpleegkundigen van\nLister, en dat gaat goed."
    )

    assert names(wrapped) == {"Lister"}
    assert names("Zij zijn er:\n- Altrecht\n- Lister") == {"Altrecht", "Lister"}
    assert names("Kort.\nVerder gaat het goed") == set()


def test_what_is_no_organisation_has_its_class() -> None:
    """The word before a name tells, or a word in it."""
    assert kinds("In de regio Zilt en in Zout ligt het Integraal Zorgakkoord.") == {
        "Zilt": "place",
        "Zout": "place",
        "Integraal Zorgakkoord": "agreement",
    }
    assert kinds("Daar draait het project Stevig op de Been.") == {"Stevig op de Been": "programme"}
    assert kinds("Volgens de Jeugdwet mag het. De app WijkZicht meldt het.") == {
        "Jeugdwet": "law",
        "WijkZicht": "product",
    }


def test_an_acronym_goes_with_its_expansion() -> None:
    """Both count as one name, in whatever order they stand."""
    (one,) = find("De Huisartsencoöperatie Duinkant (HCD) wacht. Wat wil de HCD?")
    (other,) = find("Zij belde PZN (Palliatief Zorgnetwerk Noord) op.")
    (placed,) = find("Het Verloskundig Verband Zilt (VV Zilt) praat. Wat wil het VV Zilt?")

    assert (one.name, one.aliases, len(one.sightings)) == (
        "Huisartsencoöperatie Duinkant",
        ["HCD"],
        3,
    )
    assert (other.name, other.aliases) == ("Palliatief Zorgnetwerk Noord", ["PZN"])
    assert (placed.name, placed.aliases, len(placed.sightings)) == (
        "Verloskundig Verband Zilt",
        ["VV Zilt"],
        3,
    )


def test_the_likeliest_is_first() -> None:
    """A word of the sector and a second mention go before a lone capital."""
    found = find("Wij zagen Brandstof. Daar helpt Zorggroep Zilt. Men belt Zorggroep Zilt.")

    assert [one.name for one in found] == ["Zorggroep Zilt", "Brandstof"]
    assert [one.type for one in found] == ["eerstelijn", "overig"]


def test_lines_are_those_of_the_document() -> None:
    """Each sighting knows its line, in a digest and in a document itself."""
    marked = find("[r. 7] Dat doet Zorggroep Zilt.")
    plain = find("# Kop\n\nDat is lang geleden,\ntoen Zorggroep Zilt begon.")

    assert [one.sightings[0].line for one in (*marked, *plain)] == [7, 4]


@pytest.mark.parametrize("name", SETS)
def test_how_much_is_found(name: str) -> None:
    """At least 95 of 100 names of a page, and at least half of what is said are names."""
    counted = count_names(name)

    assert counted.names >= 90
    assert counted.recall >= 0.95, counted.missed
    assert counted.precision >= 0.5, counted.extra
