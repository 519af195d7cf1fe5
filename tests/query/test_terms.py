"""Lists of the words that the data can use."""

from dataclasses import replace

import pytest
from registries import make_registry

from graph.model.records import Membership, Organisation, Partnership, Registry
from graph.query.terms import Terms, list_terms
from graph.select.filters import Selection
from graph.select.selection import select_registry


def kustland() -> Registry:
    """Two organisations in two partnerships: one in both regions, one in the inner region."""
    members = (Membership(organisation="a", role="lead"), Membership(organisation="b"))
    whole = Partnership(id="p", name="P", kind="project", memberships=members, members_known="all")
    return make_registry(
        [
            Organisation(id="a", name="A", types=("gemeente", "welzijn"), region="zandmeer"),
            Organisation(id="b", name="B", types=("gemeente",)),
        ],
        [
            replace(whole, regions=("kustland", "zandmeer")),
            replace(
                whole, id="q", regions=("zandmeer",), themes=("jeugd",), memberships=members[:1]
            ),
        ],
    )


@pytest.mark.parametrize(
    ("terms", "key", "used"),
    [
        ("types", "organisations", {"gemeente": 2, "welzijn": 1}),
        ("kinds", "partnerships", {"project": 2}),
        ("roles", "memberships", {"lead": 2, "member": 1}),
        ("themes", "partnerships", {"jeugd": 1}),
        ("regions", "partnerships", {"kustland": 2, "zandmeer": 2}),
        ("regions", "organisations", {"kustland": 1, "zandmeer": 1}),
    ],
)
def test_how_often_words_are_used(terms: Terms, key: str, used: dict[str, int]) -> None:
    """A region counts what lies within it, each thing once; a word that nothing uses is there."""
    records = list_terms(kustland(), terms)
    known = getattr(kustland().vocabulary, terms)

    assert {record["id"]: record[key] for record in records if record[key]} == used
    assert [record["id"] for record in records] == sorted(known)


def test_a_region() -> None:
    """With its labels, and the region around it."""
    assert list_terms(kustland(), "regions")[1] == {
        "id": "zandmeer",
        "label_nl": "Zandmeer",
        "label_en": "Zandmeer",
        "within": "kustland",
        "partnerships": 2,
        "organisations": 1,
    }


def test_words_of_a_selection() -> None:
    """A filter changes how often they are used, and not which there are."""
    selected = select_registry(kustland(), Selection(themes=("jeugd",)))
    (lead,) = (one for one in list_terms(selected, "roles") if one["memberships"])

    assert (lead["id"], lead["memberships"]) == ("lead", 1)
    assert len(list_terms(selected, "roles")) == len(list_terms(kustland(), "roles"))
