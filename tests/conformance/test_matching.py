"""The model of the search box, in which Python has no part: how well a name answers a question."""

import pytest
from playwright.sync_api import Page

MATCHES = [
    ("Ziekenhuis Zandmeer", "ziekenhuis zandmeer", 0),
    ("Ziekenhuis Zandmeer", "zieken", 1),
    ("Ziekenhuis Zandmeer", "zand", 2),
    ("Ziekenhuis Zandmeer", "huis", 3),
    ("Ziekenhuis Zandmeer", "meer huis", 4),
    ("Ziekenhuis Zandmeer", "huis duin", None),
    ("Café Één", "cafe een", 0),
    ("Straße", "strasse", 0),
    ("Zorg-groep (Oost)", "zorg groep oost", 0),
]
NEAR = [
    ("Ziekenhuis", "zeikenhuis", 6),
    ("Ziekenhuis", "ziekenhius", 6),
    ("Ziekenhuis", "zieknhuys", 7),
    ("Ziekenhuis", "zknhs", None),
    ("GGD", "ggz", None),
    ("Zorg", "zorh", 6),
    ("Zorggroep Oost", "zorggroep ost", None),
    ("Zorggroep Oost", "zorgroep oost", 6),
]


@pytest.mark.parametrize(("name", "question", "score"), MATCHES)
def test_matches(script: Page, name: str, question: str, score: int | None) -> None:
    """The whole name before its start, that before a word, part of one, and words apart."""
    said = script.evaluate("(pair) => conformance.match(...pair)", [name, question])

    assert said["match"] == score


@pytest.mark.parametrize(("name", "question", "score"), NEAR)
def test_near(script: Page, name: str, question: str, score: int | None) -> None:
    """A slip in a word of four letters, two in one of eight; a swap is one slip."""
    said = script.evaluate("(pair) => conformance.match(...pair)", [name, question])

    assert said["near"] == score


def test_regions_in_order(script: Page) -> None:
    """Regions stand under what they lie in, however deep; a circle comes last and ends."""
    within = {"land": None, "oost": "land", "beek": "oost", "west": "land", "a": "b", "b": "a"}

    rows = script.evaluate(
        "(asked) => conformance.orderRegions([asked])[0]",
        [within, ["b", "beek", "land", "oost", "west", "a"]],
    )

    assert [(row["id"], row["depth"]) for row in rows] == [
        *(("land", 0), ("oost", 1), ("beek", 2), ("west", 1)),
        *(("b", 0), ("a", 1)),
    ]
