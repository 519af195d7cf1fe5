"""Lists as plain records, and the questions that have three answers."""

import pytest
from registries import (
    group,
    kustland,
    make_registry,
    organisation,
    partnership,
    with_relations,
)

from graph.model.records import GroupMembership
from graph.query.listing import (
    find_mentioned_only,
    lacks_type,
    list_barriers,
    list_organisations,
    list_partnerships,
    list_relations,
    list_sources,
    list_ties,
)
from graph.select.filters import Selection
from graph.select.selection import select_registry


def test_organisations() -> None:
    """Each organisation has its tables, its partners and the regions it reaches."""
    records = list_organisations(kustland())

    assert records[2] == {
        "id": "c",
        "name": "Gemeente Zandmeer",
        "type": "gemeente",
        "region": "zandmeer",
        "partnerships": 2,
        "partners": 3,
        "regions": ["kustland", "zandmeer"],
        "undertakings": 2,
        "with_others": 2,
        "alone": 0,
    }
    assert [(r["id"], r["partnerships"], r["partners"]) for r in records[4:]] == [
        ("e", 1, 0),
        ("f", 0, 0),
        ("g", 0, 0),
        ("h", 0, 0),
    ]


def test_relations() -> None:
    """Each relation says who does what to whom, and which documents say so."""
    records = list_relations(with_relations())

    assert records[1] == {
        "id": "huur",
        "from": "c",
        "from_name": "Gemeente Zandmeer",
        "kind": "funds",
        "to": "p",
        "to_name": "Wondpoli Zandmeer",
        "period": "2019-03/..",
        "certainty": "high",
        "sources": ["s1"],
        "note": "De huur.",
    }
    assert [(r["id"], r["from_name"], r["certainty"], r["period"]) for r in records] == [
        ("advies", "Gemeente Zandmeer", "high", None),
        ("huur", "Gemeente Zandmeer", "high", "2019-03/.."),
        ("opdracht", "Gemeente Zandmeer", "high", None),
        ("raad", "zes kustgemeenten", "low", None),
    ]
    assert list_relations(kustland()) == []


def test_barriers() -> None:
    """What hampers is listed with what it hampers: partnerships, regions, documents."""
    records = list_barriers(with_relations())

    assert [tuple(record.values()) for record in records] == [
        ("tijdnood", "partnership", "p", "Wondpoli Zandmeer", "high", ["s1"], None),
        ("mist", "region", "zandmeer", "Zandmeer", "high", ["s1"], None),
        ("vloed", "region", "zandmeer", "Zandmeer", "high", ["s2"], None),
        ("geldnood", "source", "s2", "Bron 2", "medium", ["s2"], None),
    ]


@pytest.mark.parametrize(
    ("selection", "labels"),
    [
        (Selection(regions=("zandmeer",)), ["tijdnood", "mist", "vloed", "geldnood"]),
        (Selection(regions=("kustland",)), ["tijdnood", "mist", "vloed", "geldnood"]),
        (Selection(themes=("jeugd",)), ["geldnood"]),
        (Selection(sources=("s1",)), ["tijdnood", "mist"]),
        (Selection(sources=("s2",)), ["geldnood"]),
        (Selection(certainty="high"), ["tijdnood", "mist", "vloed"]),
    ],
)
def test_selected_barriers(selection: Selection, labels: list[str]) -> None:
    """A filter keeps what hampers with what it hampers, by its passages and its certainty."""
    records = list_barriers(select_registry(with_relations(), selection))

    assert [record["label"] for record in records] == labels


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(certainty="high"), ["advies", "huur", "opdracht"]),
        (Selection(regions=("zandmeer",)), ["advies", "huur", "opdracht"]),
        (Selection(sources=("s2",)), []),
        (Selection(types=("gemeente",)), ["huur"]),
        (Selection(period="2020"), ["huur"]),
        (Selection(period="2020", undated=True), ["advies", "huur", "opdracht", "raad"]),
        (Selection(period="2018"), []),
    ],
)
def test_selected_relations(selection: Selection, ids: list[str]) -> None:
    """A relation stays while both its ends do, as sure and as cited as asked, in the period."""
    records = list_relations(select_registry(with_relations(), selection))

    assert [record["id"] for record in records] == ids


def test_partnerships() -> None:
    """Each partnership says how complete its list is, its groups, and what is not known."""
    records = {record["id"]: record for record in list_partnerships(kustland())}

    assert records["u"] == {
        "id": "u",
        "name": "Netwerk Kustzorg",
        "kind": "netwerk",
        "members": 0,
        "members_known": "none",
        "groups": ["zes kustgemeenten"],
        "regions": [],
        "themes": [],
        "period": None,
        "status": "unknown",
        "certainty": "high",
        "follows": ["r"],
        "sources": ["s1"],
    }
    assert records["p"]["period"] == "2019-03/.."


def test_sources() -> None:
    """Each document has what it supports, whom it places, and whom it only mentions."""
    records = list_sources(kustland(), [])

    assert [(r["id"], r["partnerships"], r["placed"], r["mentioned"]) for r in records] == [
        ("s1", 4, 4, 0),
        ("s2", 1, 2, 0),
    ]


def test_ties() -> None:
    """Ties come strongest first, with names, partnerships, sources and years."""
    records = list_ties(kustland())

    assert [(r["left"], r["right"], r["weight"], r["newman"]) for r in records] == [
        ("a", "b", 2, 1.5),
        ("c", "d", 1, 1.0),
        ("a", "c", 1, 0.5),
        ("b", "c", 1, 0.5),
    ]
    assert records[0]["left_name"] == "Ziekenhuis De Vuurbaak"
    assert (records[0]["first_year"], records[0]["last_year"]) == (2018, 2019)
    assert (records[1]["first_year"], records[1]["sources"]) == (None, ["s2"])


@pytest.mark.parametrize(
    ("type", "known", "groups", "verdict"),
    [
        ("gemeente", "all", (), "no"),
        ("gemeente", "some", (), "no"),
        ("ggd", "all", (), "yes"),
        ("ggd", "some", (), "not known"),
        ("ggd", "all", (group(label="partijen"),), "not known"),
    ],
)
def test_absence_has_three_answers(
    type: str, known: str, groups: tuple[GroupMembership, ...], verdict: str
) -> None:
    """Absence is said only where every member is known and nobody stands behind a group."""
    table = partnership("p", "a", members_known=known, groups=groups)
    registry = make_registry([organisation("a", type="gemeente")], [table])

    assert lacks_type(registry, table, type) == verdict


def test_absence_where_nobody_is_named() -> None:
    """Where no member is named nothing is known about absence."""
    table = partnership("p", "")

    assert lacks_type(make_registry([], [table]), table, "gemeente") == "not known"


def test_mentioned_only() -> None:
    """Who sits in no partnership is only mentioned."""
    assert find_mentioned_only(kustland()) == {"f", "g", "h"}


def test_an_empty_registry() -> None:
    """Lists of nothing are empty lists."""
    empty = make_registry([], [], sources=0)

    assert list_organisations(empty) == list_partnerships(empty) == list_ties(empty) == []
    assert list_sources(empty, []) == []
