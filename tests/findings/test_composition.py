"""Which types take part, and which are missing where that can be known."""

from typing import Any

import pytest
from registries import group, kustland, make_registry, organisation, partnership

from graph.findings.composition import Composition, find_composition, find_types
from graph.model.records import Membership
from graph.network.incidence import Incidence


def test_kustland() -> None:
    """Missing is said of the one complete list; a type of which nobody is stated stands apart."""
    found = {one.partnership: one for one in find_composition(Incidence(kustland()))}

    assert find_types(Incidence(kustland())) == (
        *("eerstelijn", "gemeente", "welzijn", "ziekenhuis", "zorgverzekeraar"),
    )
    assert found["q"] == Composition(
        partnership="q",
        stated=("eerstelijn", "ziekenhuis"),
        inferred=(),
        missing=("gemeente", "welzijn", "zorgverzekeraar"),
    )
    assert found["r"] == Composition(
        partnership="r", stated=("gemeente",), inferred=("zorgverzekeraar",), missing=None
    )
    assert found["u"] == Composition(partnership="u", stated=(), inferred=(), missing=None)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"members_known": "all"}, ("gemeente",)),
        ({"members_known": "all", "groups": (group(label="gemeenten"),)}, None),
        ({"members_known": "all", "unseen": 1}, None),
        ({"members_known": "some"}, None),
    ],
)
def test_missing_is_never_a_guess(fields: dict[str, Any], missing: tuple[str, ...] | None) -> None:
    """An incomplete list, a group without names, or members out of sight leave it open."""
    registry = make_registry(
        [organisation("a", type="ggz"), organisation("b", type="gemeente")],
        [partnership("p", "a", **fields), partnership("q", "b")],
    )

    assert find_composition(Incidence(registry))[0].missing == missing


def test_one_stated_member_is_enough() -> None:
    """A type is stated as soon as one of its members is."""
    registry = make_registry(
        [organisation("a", type="ggz"), organisation("b", type="ggz")],
        [partnership("p", [Membership(organisation="a", certainty="low"),
                           Membership(organisation="b")])],
    )  # fmt: skip

    (found,) = find_composition(Incidence(registry))

    assert (found.stated, found.inferred) == (("ggz",), ())
