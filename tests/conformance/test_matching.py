"""The model of the search box: how well a name answers a question; spaces as in Python."""

from random import Random

import pytest
from playwright.sync_api import Page

from graph.model.names import squeeze

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
    ("Zilveren Kruis", "zilverenkruis", 5),
    ("Flevoziekenhuis", "flevo ziekenhuis", 4),
    ("Oost Zorg", "otz", None),
    ("Zilveren Kruis", "zk", 6),
    ("Leger des Heils", "ldh", 6),
    ("Leger des Heils", "lh", 6),
    ("Leger des Heils", "l", 1),
]
NEAR = [
    ("Ziekenhuis", "zeikenhuis", 8),
    ("Ziekenhuis", "ziekenhius", 8),
    ("Ziekenhuis", "zieknhuys", 9),
    ("Ziekenhuis", "zknhs", None),
    ("GGD", "ggz", None),
    ("Zorg", "zorh", 8),
    ("Zorggroep Oost", "zorggroep ost", None),
    ("Zorggroep Oost", "zorgroep oost", 8),
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


def test_spaces_make_no_difference(script: Page) -> None:
    """What Python takes for one name but for its spaces, the search box finds."""
    random = Random(11)
    parts = ["zorg", "Zorg", "gröep", "oost", "kust", "huis", "Duin", "op", "aan zee"]
    pairs = []
    for _ in range(300):
        words = random.sample(parts, random.randint(2, 4))
        others = words if random.random() < 0.5 else random.sample(parts, len(words))
        name = " ".join(words)
        typed = "".join(one if random.random() < 0.7 else f"{one} " for one in others).strip()
        pairs.append((name, typed))

    found = script.evaluate(
        "(pairs) => pairs.map((pair) => conformance.match(...pair).match)", [[*p] for p in pairs]
    )

    same = [squeeze(name) == squeeze(typed) for name, typed in pairs]
    assert 100 < sum(same) < 200
    for (name, typed), alike, score in zip(pairs, same, found, strict=True):
        assert score is not None or not alike, (name, typed)
        assert alike or score != 0, (name, typed)
