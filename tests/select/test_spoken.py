"""What was selected, in words for readers."""

from dataclasses import replace

import pytest
from conftest import ROOT

from graph.reading import read_registry
from graph.select.filters import FILTERS, Selection
from graph.select.selection import select_registry
from graph.select.spoken import say_selection
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, read_words

EVERY_FILTER = Selection(
    regions=("almere", "utrecht-stad"),
    every_region=True,
    themes=("iza",),
    kinds=("overleg", "programma"),
    types=("ggd",),
    roles=("member",),
    without_roles=("invited", "facilitator"),
    period="2019/2021",
    undated=True,
    sources=("bestuurstafel-2020",),
    certainty="medium",
    fold=True,
    weight=2,
)


@pytest.mark.parametrize(
    ("selection", "dutch", "english"),
    [
        (Selection(), "", ""),
        (Selection(regions=("almere",)), "regio Almere", "region Almere"),
        (
            Selection(roles=("member",), without_roles=("invited",)),
            "alleen de rol deelnemer; zonder de rol benaderd",
            "only the role member; without the role invited",
        ),
        (Selection(certainty="high"), "alleen wat vermeld is", "only what is stated"),
        (Selection(period="2020~/.."), None, "running at some time since about 2020"),
    ],
)
def test_words(selection: Selection, dutch: str | None, english: str) -> None:
    """Ids become names, and each filter a few words."""
    registry = select_registry(read_registry(ROOT / "entities.yaml"), selection)

    assert say_selection(registry, Speaker("en")) == english
    if dutch is not None:
        assert say_selection(registry, Speaker("nl")) == dutch


def test_every_filter_has_words() -> None:
    """Each filter can be said, and nothing of what programs read is left in it."""
    whole = read_registry(ROOT / "entities.yaml")
    registry = select_registry(whole, EVERY_FILTER)

    assert say_selection(registry, Speaker("nl")) == (
        "regio’s Almere of stad Utrecht; in elk van deze regio’s; thema Integraal Zorgakkoord "
        "(IZA); vorm overleg of programma; soort organisatie GGD; alleen de rol deelnemer; zonder "
        "de rol procesbegeleider of benaderd; ergens van 2019 tot en met 2021 gelopen; ook zonder "
        "bekende periode; alleen uit Bestuurstafel Gezond Utrecht; vermeld of afgeleid; onderdelen "
        "geteld bij hun organisatie; minstens 2 gedeelde samenwerkingen"
    )
    for language in LANGUAGES:
        keys = {key.partition("_high")[0] for key in read_words(language)["selection"]}
        keys.discard("certainty_medium")
        assert keys == {one.name for one in FILTERS}


def test_an_unknown_part_stays_as_it_is() -> None:
    """What no filter made is said as it stands."""
    registry = replace(read_registry(ROOT / "entities.yaml"), selection="thema {n}")

    assert say_selection(registry, Speaker("nl")) == "thema {n}"
