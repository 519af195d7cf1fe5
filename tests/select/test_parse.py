"""Filters in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.certainty import CERTAINTIES, Certainty
from graph.model.errors import SelectionError
from graph.select.filters import Selection
from graph.select.parse import parse_selection

ids = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), unique=True, max_size=3)


@given(ids, ids, st.booleans(), st.integers(1, 9), st.sampled_from(CERTAINTIES))
def test_what_an_answer_says_can_be_typed_back(
    regions: list[str], roles: list[str], fold: bool, weight: int, certainty: Certainty
) -> None:
    """The line that describes a selection gives that selection, with its ids sorted."""
    selection = Selection(
        regions=tuple(sorted(regions)),
        without_roles=tuple(sorted(roles)),
        fold=fold,
        weight=weight,
        certainty=certainty,
    )

    assert parse_selection(selection.describe() or "all") == selection


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("region=almere,twente", Selection(regions=("almere", "twente"))),
        ("--region = almere ; fold", Selection(regions=("almere",), fold=True)),
        ("without-role=facilitator", Selection(without_roles=("facilitator",))),
        ("without_roles=facilitator", Selection(without_roles=("facilitator",))),
        ("period=2019/2021;undated", Selection(period="2019/2021", undated=True)),
        ("min-weight=2", Selection(weight=2)),
        ("all", Selection()),
    ],
)
def test_filters_are_called_as_their_options(text: str, selection: Selection) -> None:
    """Or as in what an answer says of its selection."""
    assert parse_selection(text) == selection


def test_a_side_holds_before_what_holds_for_both() -> None:
    """The rest of what is asked for both stays."""
    base = Selection(regions=("almere",), themes=("jeugd",))

    assert parse_selection("region=twente", base) == Selection(
        regions=("twente",), themes=("jeugd",)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has an empty part"),
        ("region=almere;", "has an empty part"),
        ("regio=almere", "there is no filter 'regio', did you mean 'region'?"),
        ("almere", "there is no filter 'almere'"),
        ("region=", "'region' has no value: write 'region=...'"),
        ("region=,", "'region' has no value"),
        ("fold=2", "'fold' takes no value, and '2' stands there"),
        ("min-weight=-1", "takes a whole number, not '-1'"),
        ("min-weight=²", "takes a whole number, not '²'"),
        ("certainty=sure", "'certainty' takes one of high, medium, low, not 'sure'"),
        ("fold; fold", "'fold' stands there twice"),
    ],
)
def test_what_is_no_filter_is_refused(text: str, said: str) -> None:
    """With what stands there, and what can."""
    with pytest.raises(SelectionError) as caught:
        parse_selection(text)

    assert said in str(caught.value)
