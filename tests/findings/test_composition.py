"""Which types take part, and which are missing where that can be known."""

from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT
from registries import group, kustland, make_registry, organisation, partnership

from graph.findings.composition import Composition, find_composition
from graph.findings.facts import Facts
from graph.model.records import Membership
from graph.network.incidence import Incidence
from graph.network.types import find_company
from graph.reading import read_registry


def test_kustland() -> None:
    """Missing is said of the one complete list; a type of which nobody is stated stands apart."""
    found = {one.partnership: one for one in find_composition(Incidence(kustland()))}

    assert found["q"] == Composition(
        partnership="q",
        stated=("eerstelijn", "ziekenhuis"),
        inferred=(),
        unnamed=("gemeente",),
        missing=("gemeente",),
    )
    assert found["r"] == Composition(
        partnership="r",
        stated=("gemeente",),
        inferred=("zorgverzekeraar",),
        unnamed=("eerstelijn", "ziekenhuis"),
        missing=None,
    )
    assert found["u"] == Composition(
        partnership="u", stated=(), inferred=(), unnamed=(), missing=None
    )


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
        [
            organisation("a", type="ggz"),
            organisation("b", type="gemeente"),
            organisation("c", type="ggz"),
        ],
        [partnership("p", "a", **fields), partnership("q", "b c")],
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


def test_which_organisation_is_meant_does_not_matter() -> None:
    """A text that says "de gemeente" states that a municipality takes part, whichever that is."""
    registry = make_registry(
        [organisation("a", type="gemeente")],
        [partnership("p", [Membership(organisation="a", identity="low")])],
    )

    (found,) = find_composition(Incidence(registry))

    assert (found.stated, found.inferred) == (("gemeente",), ())


def test_groups_count() -> None:
    """A group is there with each type that it is said to be, as sure as it is itself."""
    table = partnership(
        "p",
        "",
        groups=(
            group(label="huisartsen en ziekenhuizen", types=("eerstelijn", "ziekenhuis")),
            replace(group(label="gemeenten", types=("gemeente",)), certainty="medium"),
            group(label="wijkteams", types=("welzijn",), certainty="low"),
        ),
    )

    (found,) = find_composition(Incidence(make_registry([], [table])))

    assert found.stated == ("eerstelijn", "ziekenhuis")
    assert found.inferred == ("gemeente", "welzijn")


def test_an_inferred_partnership_states_no_type() -> None:
    """Where the partnership itself is inferred, so is that a type takes part in it."""
    table = partnership("p", "a", certainty="medium", groups=(group("ggd'en", types=("ggd",)),))
    registry = make_registry([organisation("a", type="ggz")], [table])

    (found,) = find_composition(Incidence(registry))

    assert (found.stated, found.inferred) == ((), ("ggd", "ggz"))


def test_who_keeps_company_with_whom() -> None:
    """Company are the main types of other named organisations in the same partnership."""
    registry = make_registry(
        [
            organisation("a", types=("eerstelijn", "ouderenzorg")),
            organisation("b", type="gemeente"),
            organisation("c", type="gemeente"),
            organisation("d", type="bedrijf"),
        ],
        [
            partnership("p", "a b", groups=(group("scholen", types=("kennisinstelling",)),)),
            partnership("q", "b c"),
            partnership("r", "d", groups=(group("ggz-instellingen", types=("ggz",)),)),
        ],
    )

    assert find_company(Incidence(registry)) == {
        "bedrijf": set(),
        "eerstelijn": {"gemeente"},
        "gemeente": {"eerstelijn", "gemeente"},
        "ouderenzorg": {"gemeente"},
    }


def test_what_stands_alone_is_missed_nowhere() -> None:
    """A type that takes part with none of the types here is not missing here."""
    registry = make_registry(
        [
            organisation("a", type="gemeente"),
            organisation("b", type="ggz"),
            organisation("c", type="ouderenzorg"),
            organisation("d", type="bedrijf"),
            organisation("e", type="kennisinstelling"),
        ],
        [
            partnership("p", "a b", members_known="all"),
            partnership("q", "a c"),
            partnership("r", "d e"),
        ],
    )

    assert find_composition(Incidence(registry))[0].missing == ("ouderenzorg",)


def test_real_data() -> None:
    """The nursing homes of the Zorggroep are there, and a municipal body is not missed."""
    facts = Facts(read_registry(ROOT / "entities.yaml"))
    found = {one.partnership: one for one in facts.composition}

    almere = found["positief-gezond-almere"]
    assert almere.inferred == ()
    assert {"ouderenzorg", "gemeente", "ggd"} <= {*almere.stated}
    assert almere.missing == ("ggz", "maatschappelijke-opvang", "zorgverzekeraar")
    assert found["bestuurstafel-gezond-utrecht"].stated == ("eerstelijn", "ziekenhuis")
    assert facts.unknowns.typed == (
        *("bestuurstafel-gezond-utrecht", "regiomodel-anw-friesland", "verband-ozjt"),
    )
