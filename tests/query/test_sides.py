"""Two selections side by side, counted by hand in Kustland and in the real data."""

from dataclasses import replace

import pytest
from conftest import ROOT
from registries import make_registry, organisation, partnership

from graph.model.errors import SelectionError, UnknownIdError
from graph.model.period import read_period
from graph.model.records import Evidence, Membership
from graph.query.sides import (
    Comparison,
    Feature,
    compare_selections,
    find_splits,
    list_features,
)
from graph.reading import read_registry
from graph.select.filters import Selection

REAL = read_registry(ROOT / "entities.yaml")


def places(comparison: Comparison, what: str) -> dict[object, str]:
    """Where each thing is."""
    return {key: held.place for key, held in getattr(comparison, what).items()}


def test_two_regions() -> None:
    """Zilveren Kruis alone takes part in both; no partnership and no tie is in both."""
    found = compare_selections(
        REAL, Selection(regions=("utrecht-stad",)), Selection(regions=("almere",))
    )
    organisations = places(found, "organisations")

    assert [id for id, place in organisations.items() if place == "both"] == ["zilveren-kruis"]
    assert sorted(organisations.values()) == ["both", *["left"] * 8, *["right"] * 6]
    assert set(places(found, "partnerships").values()) == {"left", "right"}
    assert sorted(places(found, "ties").values()) == [*["left"] * 21, *["right"] * 19]


def test_without_a_role() -> None:
    """Without facilitators Raedelijn takes part in nothing; who is only mentioned is in neither."""
    found = compare_selections(REAL, Selection(), Selection(without_roles=("facilitator",)))
    organisations = places(found, "organisations")

    assert [id for id, place in organisations.items() if place == "left"] == ["raedelijn"]
    assert set(organisations.values()) == {"left", "both"}
    assert "rivm" not in organisations
    assert [place for place in places(found, "ties").values() if place != "both"] == ["left"] * 6


def test_periods_are_not_always_known() -> None:
    """What has no end may have run later, and what has no period may have run in either."""
    names = [organisation(id) for id in "abcd"]
    dated = {"p": "2018", "q": "2018/..", "r": None, "s": "2018/2022"}
    registry = make_registry(
        names,
        [
            partnership(id, members, period=read_period(when) if when else None)
            for (id, when), members in zip(dated.items(), ("a b", "b c", "c d", "a c"), strict=True)
        ],
    )

    found = compare_selections(registry, Selection(period="2018"), Selection(period="2020"))

    assert places(found, "partnerships") == {
        **{"p": "left", "q": "not known", "r": "not known", "s": "both"},
    }
    assert places(found, "ties") == {
        ("a", "b"): "left",
        ("a", "c"): "both",
        ("b", "c"): "not known",
        ("c", "d"): "not known",
    }
    assert places(found, "organisations") == {
        **{"a": "both", "b": "not known", "c": "both", "d": "not known"},
    }
    assert (found.organisations["b"].left, found.organisations["b"].right) == ("yes", "not known")


def test_what_falls_apart() -> None:
    """Without Zilveren Kruis two memberships and nine ties go, and Almere is apart of Utrecht."""
    found = compare_selections(
        REAL, Selection(), Selection(without_organisations=("zilveren-kruis",))
    )

    lost = [ids for ids, held in found.memberships.items() if held.place == "left"]
    assert [organisation for organisation, _ in lost] == ["zilveren-kruis"] * 2
    assert [place for place in places(found, "ties").values() if place != "both"] == ["left"] * 9
    ((largest, other),) = find_splits(found)
    assert (len(largest), len(other)) == (8, 6)
    assert "gemeente-utrecht" in largest
    assert "elaa" in other


def test_what_only_one_passage_says() -> None:
    """What another passage says too stays, and so does a membership without one of its own."""
    one, two = (Evidence(source="s1", line=n, quote="Zij werken samen.") for n in (1, 2))
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b", evidence=(one, two)),
            partnership(
                "q",
                [
                    Membership(organisation="b", evidence=(one,)),
                    Membership(organisation="c", evidence=(one, two)),
                    Membership(organisation="d"),
                ],
                evidence=(two,),
            ),
            partnership("r", "a d", evidence=(one,)),
        ],
    )

    without = Selection(without_passages=("s1:1",), period="2018")
    found = compare_selections(registry, Selection(), replace(without, period=None))

    assert places(found, "partnerships") == {"p": "both", "q": "both", "r": "left"}
    assert [ids for ids, held in found.memberships.items() if held.place == "left"] == [
        *(("a", "r"), ("b", "q"), ("d", "r")),
    ]
    assert places(found, "ties") == {
        **{("a", "b"): "both", ("a", "d"): "left", ("b", "c"): "left", ("b", "d"): "left"},
        ("c", "d"): "both",
    }
    assert find_splits(found) == ((("a", "b"), ("c", "d")),)
    assert places(compare_selections(registry, Selection(), without), "partnerships") == {
        **{"p": "not known", "q": "not known", "r": "left"},
    }
    with pytest.raises(UnknownIdError, match="s1:9"):
        compare_selections(registry, Selection(), Selection(without_passages=("s1:9",)))


def test_what_two_selections_are_made_of() -> None:
    """In one order, and at least and at most where it is not known what ran."""
    registry = make_registry(
        [organisation("a", type="ggd"), organisation("b", type="gemeente")],
        [
            partnership("p", "a b", themes=("jeugd",), period=read_period("2018")),
            partnership("q", "b", kind="project"),
        ],
    )

    found = compare_selections(registry, Selection(period="2018"), Selection(types=("ggd",)))

    assert list_features(found) == [
        Feature("types", "gemeente", (1, 1), (0, 0)),
        Feature("types", "ggd", (1, 1), (1, 1)),
        Feature("themes", "jeugd", (1, 1), (1, 1)),
        Feature("kinds", "overleg", (1, 1), (1, 1)),
        Feature("kinds", "project", (0, 1), (0, 0)),
        Feature("sizes", "1", (0, 1), (1, 1)),
        Feature("sizes", "2", (1, 1), (0, 0)),
        Feature("roles", "member", (2, 3), (1, 1)),
    ]


def test_a_selection_beside_itself_is_in_both() -> None:
    """Nothing is in one alone, whatever is asked for."""
    for selection in (Selection(), Selection(themes=("ouderenzorg",)), Selection(fold=True)):
        found = compare_selections(REAL, selection, selection)
        assert {*places(found, "organisations").values()} == {"both"}
        assert len(found.ties) == len(found.left.certain.shared)


def test_what_cannot_be_asked_is_refused() -> None:
    """On either side, with a period beside it or not."""
    with pytest.raises(UnknownIdError, match="did you mean 'almere'"):
        compare_selections(REAL, Selection(), Selection(regions=("almer",)))
    with pytest.raises(UnknownIdError, match="did you mean 'almere'"):
        compare_selections(REAL, Selection(regions=("almer",), period="2020"), Selection())
    with pytest.raises(SelectionError, match="herfst"):
        compare_selections(REAL, Selection(period="herfst"), Selection())
