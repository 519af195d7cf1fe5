"""Draft partnerships: who stands in a sentence with a word of working together."""

from dataclasses import replace

import pytest
from registries import make_registry, organisation, partnership

from graph.model.records import Alias, Evidence, Registry
from graph.read.digest import read_digest
from graph.scan.candidates import Text
from graph.scan.drafts import Draft, draft_partnerships
from graph.scan.said import find_collectives, find_kind, find_period
from graph.scan.survey import survey_texts

KNOWN = (
    organisation("altrecht", name="Altrecht"),
    organisation("lister", name="Lister"),
    organisation("ggd", name="GGD", aliases=(Alias(text="de dienst", source="s1", lines=(2,)),)),
)
NOBODY = make_registry(list(KNOWN), [])


def draft(text: str, registry: Registry = NOBODY) -> list[Draft]:
    """The drafts of one page, which is source s1."""
    texts = [Text("s1", read_digest("p", text).passages)]
    return list(draft_partnerships(registry, texts, survey_texts(registry, texts)))


def test_two_organisations_and_a_word_are_a_draft() -> None:
    """With line and quote, without the mark that ends the sentence."""
    (one,) = draft("Eerst dit.\nAltrecht en Lister werken samen in Zandmeer. Dan dat.")

    assert (one.document, one.line, one.quote) == (
        "s1",
        2,
        "Altrecht en Lister werken samen in Zandmeer",
    )
    assert one.context == ("Eerst dit. ", ". Dan dat.")
    assert (one.known, one.new, one.groups) == (("altrecht", "lister"), (), ())
    assert (one.kind, one.period, one.regions, one.doubts) == ("verband", "", ("zandmeer",), ())


@pytest.mark.parametrize(
    "text",
    [
        "Altrecht en Lister staan in de stad.",
        "Altrecht werkt samen.",
        "Altrecht, Altrecht en Altrecht werken samen.",
        "Altrecht ziet de Stichting Samen Vooruit.",
        "Altrecht en Lister doen niet mee.",
        "Zij werken samen.\n\nAltrecht komt.\n\nLister gaat.",
        "",
    ],
)
def test_without_all_three_there_is_none(text: str) -> None:
    """To stand in the same text is not enough, nor is a word in a name, or one that is denied."""
    assert draft(text) == []


def test_a_new_name_and_a_group_count() -> None:
    """A name that the data do not have, and parties without a name, with how many they are."""
    (one,) = draft("Zorggroep Zilt en zo'n twaalf gemeenten tekenden een convenant.")

    assert (one.known, one.new) == ((), ("Zorggroep Zilt",))
    assert [tuple(group) for group in one.groups] == [("zo'n twaalf gemeenten", "gemeente", "12~")]
    assert one.kind == "plan"


def test_what_speaks_of_two_is_no_group_beside_them() -> None:
    """'Partijen' beside Altrecht and Lister are Altrecht and Lister."""
    (one,) = draft("De partijen Altrecht en Lister werken samen.")

    assert one.groups == ()


def test_sentences_in_a_row_are_taken_together() -> None:
    """Where none of them tells it alone; up to three, of one paragraph."""
    (one,) = draft("Altrecht begon. Lister volgde. Zij vormden een kernteam. En toen?")

    assert one.quote == "Altrecht begon. Lister volgde. Zij vormden een kernteam"
    assert one.kind == "regiegroep"
    assert draft("Altrecht begon. Dan dit. Dan dat. Lister werkte samen.") == []


def test_the_name_is_that_of_the_project() -> None:
    """Where the sentence names one; a word that may turn it round is kept."""
    (one,) = draft("Altrecht en Lister bedachten samen het project Stevig Staan, niet de GGD.")

    assert one.name == "Stevig Staan"
    assert one.doubts == ("niet",)
    assert one.kind == "project"


def test_an_alias_counts_where_it_holds_at_the_line_that_is_cited() -> None:
    """So that the check finds every member named in the passage."""
    assert draft("Samen met de dienst\nkwam Altrecht.") == []
    (one,) = draft("Eerst.\nDe dienst en Altrecht werken samen.")
    assert one.known == ("ggd", "altrecht")


def test_what_is_cited_already_is_left_out() -> None:
    """A partnership with these members that cites this line is there; one without them is not."""
    evidence = (Evidence(source="s1", line=1, quote="Altrecht en Lister werken samen"),)
    both = partnership("p", "altrecht lister", evidence=evidence)
    other = partnership("p", "altrecht ggd", evidence=evidence)
    text = "Altrecht en Lister werken samen."

    known = replace(NOBODY, partnerships={"p": both})
    unlike = replace(NOBODY, partnerships={"p": other})
    assert draft(text, known) == []
    assert len(draft(text, unlike)) == 1


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Sinds 1 maart 2022 samen.", "2022-03-01/.."),
        ("In maart 2022 was er overleg.", "2022-03"),
        ("Van maart 2020 tot juni 2021.", "2020-03/2021-06"),
        ("In 2015-2017 liep het.", "2015/2017"),
        ("They started in March 2024.", "2024-03/.."),
        ("Het telt 2023x leden op de N2020.", ""),
        ("Dossier 12-2020-33.", ""),
    ],
)
def test_a_period_is_taken_from_the_words(text: str, period: str) -> None:
    """As the data write it; what begins has no end that is known."""
    assert find_period(text) == period


def test_a_kind_is_taken_from_the_words() -> None:
    """The most telling word counts."""
    assert find_kind("Een onderzoek in het programma.") == "onderzoek"
    assert find_kind("Aan de regiotafel.") == "bestuurstafel"
    assert find_kind("Zij delen bedden.") == "hulpverlening"


def test_a_number_counts_what_stands_near() -> None:
    """Not what stands behind a mark, nor a one; names behind a collective make it none."""
    assert [one.size for one in find_collectives("In 2020, gemeenten en één school.")] == [""]
    assert [one.label for one in find_collectives("Alle 14 Twentse gemeenten.")] == [
        "14 Twentse gemeenten"
    ]
    assert list(find_collectives("De gemeenten Zilt en Zout.")) == []


def test_a_year_counts_nobody() -> None:
    """Nor are 'the same partners' a group beside those that were named; 2000 of them are."""
    assert [one.size for one in find_collectives("Het begon in 2023 met oude partners.")] == [""]
    assert [one.size for one in find_collectives("Er doen 2000 huisartsen mee.")] == ["2000"]
    assert list(find_collectives("Het begint in 2023 met dezelfde partners.")) == []


def test_who_is_left_out_is_doubted() -> None:
    """'Behalve' turns a sentence round, and a curator is told."""
    (one,) = draft("De partners van Altrecht, behalve Lister, deden mee.")

    assert one.doubts == ("behalve",)
