"""The filter language: its cases are one file, which the page runs too."""

import json
from pathlib import Path
from typing import Any

import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.errors import SelectionError, UnknownIdError
from graph.model.records import Evidence, Membership
from graph.network.networkx import build_bipartite, project_network
from graph.select.filters import Selection
from graph.select.fold import fold_units
from graph.select.selection import select_registry

CASES = json.loads(
    (Path(__file__).parents[1] / "data" / "filters" / "cases.json").read_text(encoding="utf-8")
)


def make_selection(given: dict[str, Any]) -> Selection:
    """Turn the lists of a case into the tuples of a selection."""
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
    }
    return Selection(**fields)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """A selection keeps the organisations, partnerships and ties that its case lists."""
    selected = select_registry(kustland(), make_selection(case["selection"]))
    network = project_network(build_bipartite(selected))

    assert list(selected.organisations) == case["organisations"]
    assert list(selected.partnerships) == case["partnerships"]
    assert [list(tie) for tie in network.edges(data="weight")] == case["ties"]


def test_everything_is_the_same_registry() -> None:
    """Where nothing is asked the registry itself comes back."""
    registry = kustland()

    assert select_registry(registry, Selection()) is registry


def test_the_registry_is_not_changed() -> None:
    """Selecting leaves the registry that it was given as it was."""
    registry = kustland()

    select_registry(registry, Selection(without_roles=("funder",), fold=True, sources=("s1",)))

    assert registry == kustland()


def test_a_lost_member_makes_the_list_incomplete() -> None:
    """A partnership that lost a member no longer counts as known completely."""
    registry = make_registry(
        [organisation("a", type="gemeente"), organisation("b")],
        [partnership("p", "a b", members_known="all")],
    )

    selected = select_registry(registry, Selection(types=("gemeente",)))

    assert selected.partnerships["p"].members_known == "some"


def test_leaving_out_the_last_member_leaves_none_known() -> None:
    """A partnership whose every member was left out says that none is known."""
    registry = make_registry(
        [organisation("a")], [partnership("p", [Membership(organisation="a", role="invited")])]
    )

    selected = select_registry(registry, Selection(without_roles=("invited",)))

    assert selected.partnerships["p"].members_known == "none"


def test_a_role_left_out_takes_its_groups_along() -> None:
    """Leaving a role out leaves out the unnamed groups in that role."""
    selected = select_registry(kustland(), Selection(without_roles=("advisor",)))

    assert selected.partnerships["p"].groups == ()
    assert [one.group for one in selected.partnerships["u"].groups] == ["zes-kustgemeenten-6"]


def test_a_source_takes_only_its_own_passages_along() -> None:
    """With a filter on sources, passages of other sources go, and members that rest on them."""
    both = (
        Evidence(source="s1", line=1, quote="Eerste."),
        Evidence(source="s2", line=2, quote="Tweede."),
    )
    only_first = Membership(
        organisation="b", evidence=(Evidence(source="s1", line=3, quote="Derde."),)
    )
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [partnership("p", [Membership(organisation="a"), only_first], evidence=both)],
        sources=2,
    )

    selected = select_registry(registry, Selection(sources=("s2",)))

    assert selected.partnerships["p"].evidence == both[1:]
    assert [m.organisation for m in selected.partnerships["p"].memberships] == ["a"]
    assert list(selected.sources) == ["s2"]


def test_the_organisation_asked_about_stays() -> None:
    """A filter on type or role does not take away the organisation that a question is about."""
    selected = select_registry(kustland(), Selection(types=("gemeente",)), keep=["a"])

    assert [m.organisation for m in selected.partnerships["p"].memberships] == ["a", "c"]
    assert "q" not in selected.partnerships


def test_a_partnership_certain_enough_is_asked_for_itself() -> None:
    """A partnership that is itself uncertain goes with a filter on certainty."""
    registry = make_registry([organisation("a")], [partnership("p", "a", certainty="low")])

    assert select_registry(registry, Selection(certainty="medium")).partnerships == {}


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(regions=("zandmer",)), "no region 'zandmer', did you mean 'zandmeer'?"),
        (Selection(roles=("leed",)), "no role 'leed', did you mean 'lead'?"),
        (
            Selection(without_roles=("guest",)),
            "no role 'guest', use one of advisor, contractor, convener, facilitator, funder, "
            "invited, lead, member",
        ),
        (Selection(sources=("s9",)), "no source 's9', use one of s1, s2"),
        (Selection(themes=("iza ",)), "no theme 'iza ', did you mean 'iza'?"),
    ],
)
def test_an_unknown_word_is_an_error(selection: Selection, message: str) -> None:
    """A word that the data do not have is an error that names the nearest."""
    with pytest.raises(UnknownIdError) as error:
        select_registry(kustland(), selection)

    assert str(error.value).startswith(message)


@pytest.mark.parametrize("text", ["last year", "", "2019/2018"])
def test_an_unreadable_period_is_an_error(text: str) -> None:
    """A period in another form, none at all, or one that ends too early is an error."""
    with pytest.raises(SelectionError, match=r"is not a period|ends before"):
        select_registry(kustland(), Selection(period=text))


def test_a_selection_says_itself() -> None:
    """A selection describes itself, in one fixed order."""
    selection = Selection(fold=True, types=("ros", "ggd"), certainty="medium", period="2019/..")

    text = selection.describe()

    assert text == "types=ggd,ros; period=2019/..; certainty=medium; fold=true"


def test_folding_gives_memberships_to_the_outermost_parent() -> None:
    """A unit of a unit folds into the outermost parent, at each table once."""
    first = Membership(organisation="u1", role="member", certainty="medium", note="eerste")
    second = Membership(
        organisation="u2",
        role="lead",
        note="tweede",
        evidence=(Evidence(source="s1", line=7, quote="Zeven."),),
    )
    registry = make_registry(
        [
            organisation("top"),
            organisation("mid", part_of="top"),
            organisation("u1", part_of="mid"),
            organisation("u2", part_of="top"),
            organisation("x"),
        ],
        [partnership("p", [first, second, Membership(organisation="x")])],
    )

    folded = fold_units(registry)

    assert list(folded.organisations) == ["top", "x"]
    assert folded.partnerships["p"].memberships == (
        Membership(
            organisation="top",
            role="lead",
            certainty="high",
            note="eerste; tweede",
            evidence=(Evidence(source="s1", line=7, quote="Zeven."),),
        ),
        Membership(organisation="x"),
    )
    assert list(project_network(build_bipartite(folded)).edges) == [("top", "x")]


def test_folding_stops_at_a_parent_that_is_not_there() -> None:
    """In a part of the data that leaves a parent out, its units count as themselves."""
    registry = make_registry(
        [
            organisation("top", type="gemeente"),
            organisation("mid", type="ggd", part_of="top"),
            organisation("unit", type="ggd", part_of="mid"),
            organisation("x", type="ggd"),
        ],
        [partnership("p", "top unit x")],
    )

    part = select_registry(registry, Selection(types=("ggd",)))
    folded = select_registry(part, Selection(fold=True))

    assert list(part.organisations) == ["mid", "unit", "x"]
    assert list(folded.organisations) == ["mid", "x"]
    assert [m.organisation for m in folded.partnerships["p"].memberships] == ["mid", "x"]


def test_folding_nothing_gives_the_same_data() -> None:
    """Without a unit there is nothing to fold, and nothing is made anew."""
    registry = make_registry([organisation("a"), organisation("b")], [partnership("p", "a b")])

    assert fold_units(registry) is registry
