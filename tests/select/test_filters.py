"""The list of filters: what every one of them must say, and what holds of all selections."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from registries import REGIONS, kustland, make_registry, organisation, partnership

from graph.model.errors import SelectionError
from graph.model.period import read_period
from graph.model.records import Evidence, Membership, Registry
from graph.network.incidence import Incidence
from graph.select.filter import Filter
from graph.select.filters import DEFAULTS, EVERYTHING, FILTERS, Selection, list_given
from graph.select.selection import find_emptier, select_registry

ROLES = ("lead", "convener", "member", "funder")
TYPES = ("gemeente", "ggd", "ziekenhuis")
KINDS = ("overleg", "project")
THEMES = ("jeugd", "corona")
CERTAINTIES = ("high", "medium", "low")
PERIODS = (None, "2018", "2019-03/..", "2017/2019-06", "/2018")


def some(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of these words in some order, or none."""
    return st.lists(st.sampled_from(words), unique=True).map(tuple)


EVIDENCE = st.lists(st.sampled_from(("s1", "s2")), unique=True).map(
    lambda ids: tuple(Evidence(source=id, line=3, quote="Zij werken samen.") for id in ids)
)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Up to seven organisations, some of them units, in up to seven partnerships."""
    ids = [f"o{n}" for n in range(draw(st.integers(1, 7)))]
    partnerships = []
    for n in range(draw(st.integers(0, 7))):
        members = [
            Membership(
                organisation=id,
                role=draw(st.sampled_from(ROLES)),
                certainty=draw(st.sampled_from(CERTAINTIES)),
                evidence=draw(EVIDENCE),
            )
            for id in draw(st.sets(st.sampled_from(ids)))
        ]
        period = draw(st.sampled_from(PERIODS))
        partnerships.append(
            partnership(
                f"p{n}",
                members,
                kind=draw(st.sampled_from(KINDS)),
                themes=tuple(sorted(draw(some(THEMES)))),
                regions=tuple(sorted(draw(some(tuple(REGIONS))))),
                period=read_period(period) if period else None,
                certainty=draw(st.sampled_from(CERTAINTIES)),
                evidence=draw(EVIDENCE.filter(bool)),
            )
        )
    organisations = [
        organisation(
            id,
            type=draw(st.sampled_from(TYPES)),
            part_of=draw(st.sampled_from([None, None, *ids[:place]])),
        )
        for place, id in enumerate(ids)
    ]
    return make_registry(organisations, partnerships, sources=2)


SELECTIONS = st.builds(
    Selection,
    regions=some(tuple(REGIONS)),
    every_region=st.booleans(),
    themes=some(THEMES),
    kinds=some(KINDS),
    types=some(TYPES),
    roles=some(ROLES),
    without_roles=some(ROLES),
    period=st.sampled_from((None, "2018", "2019/..")),
    undated=st.booleans(),
    sources=some(("s1", "s2")),
    certainty=st.sampled_from(CERTAINTIES),
    fold=st.booleans(),
    weight=st.integers(1, 3),
)
NARROWING = tuple(one.name for one in FILTERS if one.name not in ("fold", "undated"))


def ties(registry: Registry) -> dict[tuple[str, str], tuple[int, float, str]]:
    """The ties with their weight, Newman's weight and certainty."""
    return {
        (tie.left, tie.right): (tie.weight, tie.newman, tie.certainty)
        for tie in Incidence(registry).ties()
    }


def test_every_field_has_one_filter() -> None:
    """The list holds every field of a selection once, in its order."""
    assert [one.name for one in FILTERS] == list(Selection.__dataclass_fields__) == list(DEFAULTS)


def test_names_are_told_apart() -> None:
    """No two filters have one flag or one key in the address of the page."""
    assert len({one.flag for one in FILTERS}) == len({one.key for one in FILTERS}) == len(FILTERS)


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.name)
def test_every_filter_does_something(one: Filter) -> None:
    """A filter has tests or a step, or is part of one that has; ids have a noun for messages."""
    part = {other.name: other for other in FILTERS}.get(one.of, one)
    assert part.keeps or part.first or part.last
    assert bool(one.noun) == one.takes_words
    assert one.label


def test_what_can_be_named() -> None:
    """A filter knows the words of its list, the documents, or the certainties; others none."""
    known = {one.name: one.list_known(kustland()) for one in FILTERS}

    assert set(known["regions"]) == {"kustland", "zandmeer"}
    assert set(known["sources"]) == {"s1", "s2"}
    assert list(known["without_passages"]) == ["s1:4", "s1:9", "s2:2"]
    assert set(known["without_organisations"]) == set("abcdefgh")
    assert tuple(known["certainty"]) == CERTAINTIES
    assert known["weight"] == known["period"] == known["fold"] == {}


def test_a_part_without_its_filter_says_nothing() -> None:
    """Undated without a period, and every region of one, narrow nothing and are not said."""
    one = Selection(undated=True, every_region=True, regions=("zandmeer", "zandmeer"))

    assert [each.name for each in list_given(one)] == ["regions"]
    assert one.describe() == "regions=zandmeer,zandmeer"
    registry = kustland()
    assert select_registry(registry, Selection(undated=True, every_region=True)) is registry


def test_new_filters_say_themselves() -> None:
    """Every region and a least weight stand in the description of a selection."""
    one = Selection(regions=("zandmeer", "kustland"), every_region=True, weight=2)

    assert one.describe() == "regions=kustland,zandmeer; every_region=true; weight=2"


@pytest.mark.parametrize("weight", [0, -2])
def test_a_weight_below_one_is_an_error(weight: int) -> None:
    """A least weight that every pair would have is an error."""
    with pytest.raises(SelectionError, match=f"weight {weight} is too little, use 1 or more"):
        select_registry(kustland(), Selection(weight=weight))


def test_the_emptier_is_tried_with_its_parts() -> None:
    """Whether a filter alone leaves nothing is asked with what is part of it."""
    registry = kustland()
    without = Selection(period="2012", undated=True, kinds=("project",))
    strong = Selection(regions=("zandmeer", "kustland"), every_region=True, weight=3)

    def leaves(selection: Selection) -> object:
        return select_registry(registry, selection).partnerships

    assert str(find_emptier(without, leaves)) == "the filters together leave nothing"
    assert str(find_emptier(strong, leaves)) == "the filter on weight leaves nothing"
    assert find_emptier(Selection(undated=True), leaves) is None


@given(registries(), SELECTIONS, st.randoms(use_true_random=False))
def test_order_of_words_changes_nothing(
    registry: Registry, one: Selection, chance: random.Random
) -> None:
    """In which order the words of a filter are named makes no difference."""
    words = {name: getattr(one, name) for name in DEFAULTS}
    mixed: dict[str, Any] = {
        name: tuple(chance.sample(value, len(value)))
        for name, value in words.items()
        if isinstance(value, tuple)
    }

    assert select_registry(registry, replace(one, **mixed)) == select_registry(registry, one)


@given(registries(), SELECTIONS, st.sampled_from(NARROWING))
def test_one_filter_more_adds_nothing(registry: Registry, one: Selection, name: str) -> None:
    """What a filter keeps is kept without it as well: nothing is added by narrowing."""
    changes: dict[str, Any] = {name: DEFAULTS[name]}
    less = replace(one, **changes)

    narrow, wide = select_registry(registry, one), select_registry(registry, less)

    assert narrow.organisations.keys() <= wide.organisations.keys()
    assert narrow.partnerships.keys() <= wide.partnerships.keys()
    assert narrow.sources.keys() <= wide.sources.keys()
    assert ties(narrow).keys() <= ties(wide).keys()
    for id, kept in narrow.partnerships.items():
        assert set(kept.groups) <= set(wide.partnerships[id].groups)
        members = {m.organisation for m in wide.partnerships[id].memberships}
        assert {m.organisation for m in kept.memberships} <= members


@given(registries(), SELECTIONS)
def test_what_is_kept_hangs_together(registry: Registry, one: Selection) -> None:
    """Every member and passage that is kept is of an organisation and document that is kept."""
    kept = select_registry(registry, one)

    for partnership_ in kept.partnerships.values():
        for membership in partnership_.memberships:
            assert membership.organisation in kept.organisations
            assert all(passage.source in kept.sources for passage in membership.evidence)
        assert all(passage.source in kept.sources for passage in partnership_.evidence)


@given(registries(), SELECTIONS, SELECTIONS)
def test_filters_on_partnerships_commute(
    registry: Registry, one: Selection, two: Selection
) -> None:
    """Filters on partnerships give the same whichever comes first, and both at once."""
    first = Selection(regions=one.regions, kinds=one.kinds, sources=one.sources)
    second = Selection(themes=two.themes, certainty=two.certainty, period=two.period)
    both = Selection(
        regions=one.regions,
        kinds=one.kinds,
        sources=one.sources,
        themes=two.themes,
        certainty=two.certainty,
        period=two.period,
    )

    here = select_registry(select_registry(registry, first), second)
    there = select_registry(select_registry(registry, second), first)

    assert here.partnerships == there.partnerships
    assert here.partnerships == select_registry(registry, both).partnerships


@given(registries())
def test_all_words_keep_all_that_has_one(registry: Registry) -> None:
    """To name every kind, and every document, keeps every partnership as it is."""
    for every in (Selection(kinds=KINDS), Selection(sources=("s1", "s2"))):
        assert select_registry(registry, every).partnerships == registry.partnerships
    assert select_registry(registry, EVERYTHING) is registry
    assert select_registry(registry, Selection(types=TYPES)).organisations == registry.organisations


@given(registries(), SELECTIONS, st.integers(2, 4))
def test_a_least_weight_keeps_ties_as_they_are(
    registry: Registry, one: Selection, weight: int
) -> None:
    """The strong part is the ties of that weight or more, each as it was, and their ends."""
    whole = select_registry(registry, replace(one, weight=1))
    expected = {ends: tie for ends, tie in ties(whole).items() if tie[0] >= weight}

    strong = select_registry(registry, replace(one, weight=weight))

    assert ties(strong) == expected
    assert set(strong.organisations) == {id for ends in expected for id in ends}
    shared = Incidence(whole).shared
    assert set(strong.partnerships) == {id for ends in expected for id in shared[ends]}


@given(registries(), SELECTIONS)
def test_every_region_is_one_region_after_another(registry: Registry, one: Selection) -> None:
    """Who is kept in every region is who has a membership in each, of those that are kept."""
    regions = tuple(REGIONS)
    wide = select_registry(registry, replace(one, regions=regions, every_region=False, weight=1))
    inside = {"kustland": {"kustland", "zandmeer"}, "zandmeer": {"zandmeer"}}
    expected = {
        id
        for id in wide.organisations
        if all(
            any(
                m.organisation == id and inside[region] & set(p.regions)
                for p in wide.partnerships.values()
                for m in p.memberships
            )
            for region in regions
        )
    }

    kept = select_registry(registry, replace(one, regions=regions, every_region=True, weight=1))

    assert set(kept.organisations) == expected
    assert set(kept.partnerships) == {
        id
        for id, p in wide.partnerships.items()
        if any(m.organisation in expected for m in p.memberships)
    }


def test_which_filters_leave_out() -> None:
    """A filter that leaves out says so, and does not ask for a member."""
    assert [one.flag for one in FILTERS if one.without] == [
        "--without-role",
        "--without-organisation",
        "--without-source",
        "--without-passage",
    ]
    assert not any(one.asks for one in FILTERS if one.without)
