"""Filters over what the second version of the format adds."""

from dataclasses import replace
from typing import Any

import pytest
from registries import with_relations

from graph.model.records import GroupMembership, Membership, Partnership
from graph.select.filters import Selection
from graph.select.selection import select_registry

SIX = "zes-kustgemeenten-6"
OLD = with_relations()
P = OLD.partnerships["p"]


def select_from(selection: Selection, **fields: Any) -> Partnership | None:
    """Select from the small registry in which p has these fields, and give what is left of p."""
    registry = replace(OLD, partnerships={**OLD.partnerships, "p": replace(P, **fields)})
    return select_registry(registry, selection).partnerships.get("p")


@pytest.mark.parametrize(
    ("doubts", "left"),
    [
        ({}, ["a", "b", "c"]),
        ({"certainty": "medium"}, ["b", "c"]),
        ({"identity": "medium"}, ["b", "c"]),
        ({"role_certainty": "low"}, ["a", "b", "c"]),
    ],
)
def test_which_doubt_counts(doubts: dict[str, Any], left: list[str]) -> None:
    """A membership is as sure as taking part and identity; a doubt of its role takes none away."""
    members = (replace(P.memberships[0], **doubts), *P.memberships[1:])

    found = select_from(Selection(certainty="high"), memberships=members)

    assert found
    assert [one.organisation for one in found.memberships] == left


@pytest.mark.parametrize(
    ("selection", "organisations", "groups"),
    [
        (Selection(), ["h"], [SIX]),
        (Selection(certainty="high"), [], []),
        (Selection(without_roles=("wished",)), [], []),
        (Selection(regions=("zandmeer",)), ["h"], [SIX]),
    ],
)
def test_who_is_wanted(selection: Selection, organisations: list[str], groups: list[str]) -> None:
    """Who is wanted goes with the partnership, is left out as a role, and as what is not sure."""
    found = select_from(
        selection,
        wished=(Membership(organisation="h", role="wished", certainty="medium"),),
        wished_groups=(GroupMembership(group=SIX, role="wished", certainty="low"),),
    )

    assert found
    assert [one.organisation for one in found.wished] == organisations
    assert [one.group for one in found.wished_groups] == groups


def test_a_group_is_as_sure_as_it_is_itself() -> None:
    """A group of which it is not sure that it is there takes no sure part in anything."""
    unsure = replace(OLD, groups={**OLD.groups, SIX: replace(OLD.groups[SIX], certainty="low")})

    kept = select_registry(unsure, Selection(certainty="medium"))

    assert kept.partnerships["p"].groups == ()
    assert SIX not in kept.groups


def test_parts_and_bodies_stay_as_told() -> None:
    """What a partnership is part of, and is itself, stays told where the filters leave that out."""
    found = select_from(Selection(themes=("eerstelijn",)), part_of="q", body="h")

    assert found
    assert (found.part_of, found.body) == ("q", "h")
