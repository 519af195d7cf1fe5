"""Quotes that say otherwise than the fields: what is said, and above all what is not."""

from dataclasses import replace
from typing import Any

import pytest
from registries import group, make_registry, organisation, partnership

from graph.model.period import read_period
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    Membership,
    NotOrganisation,
    Registry,
    Relation,
)
from graph.validate.contradictions import check_outsiders, check_sizes, check_years


def quoted(quote: str, line: int = 4) -> tuple[Evidence, ...]:
    return (Evidence(source="s1", line=line, quote=quote),)


def registry_of(quote: str, **fields: Any) -> Registry:
    """Organisations "Alfa", "Beta", its unit "Gamma" and "Delta"; Alfa and Beta in one, p."""
    return make_registry(
        [
            organisation(
                "a", name="Alfa", aliases=(Alias(text="de kring", source="s1", lines=(4,)),)
            ),
            organisation("b", name="Beta"),
            organisation("c", name="Gamma", part_of="b"),
            organisation(
                "d", name="Delta", aliases=(Alias(text="de club", source="s1", lines=(9,)),)
            ),
        ],
        [partnership("p", "a b", evidence=quoted(quote), **fields)],
    )


def names(registry: Registry) -> list[str]:
    return [str(dict(found.said.values)["name"]) for found in check_outsiders(registry)]


def test_an_outsider_is_told() -> None:
    """A quote that names an organisation without a part in it is told, once for each."""
    assert names(registry_of("Alfa, Beta en Delta werken samen, zegt Delta.")) == ["'Delta'"]


def test_who_has_a_part_is_no_outsider() -> None:
    """Nothing is said of members, units of members, who is wanted, or what the partnership is."""
    assert names(registry_of("Alfa, Beta en Gamma.")) == []
    assert names(registry_of("Delta.", wished=(Membership(organisation="d", role="wished"),))) == []
    assert names(registry_of("Delta.", body="d")) == []


def test_a_relation_explains_the_name() -> None:
    """Nothing is said where a relation of the one named rests on the same passage."""
    registry = registry_of("Alfa vroeg Delta om raad.")

    def related(line: int) -> Registry:
        one = Relation(
            id="r", kind="advises", origin="d", target="a", evidence=quoted("Delta", line)
        )
        return replace(registry, relations={"r": one})

    assert names(registry) == ["'Delta'"]
    assert names(related(4)) == []
    assert names(related(5)) == ["'Delta'"]


def test_a_scoped_alias_names_only_where_it_holds() -> None:
    """An alias that holds on line 9 names nobody on line 4."""
    assert names(registry_of("Alfa en de club.")) == []


def test_the_longer_name_hides_the_shorter() -> None:
    """A name inside that of something judged to be no organisation is not one."""
    registry = registry_of("Alfa volgt het Akkoord Delta Noord.")
    judged = NotOrganisation(id="n", name="Akkoord Delta Noord", kind="agreement")

    assert names(registry) == ["'Delta'"]
    assert names(replace(registry, not_organisations={"n": judged})) == []


def test_barriers_may_name_anyone() -> None:
    """Who hampers need not take part."""
    barrier = Barrier(label="Delta", evidence=quoted("Delta werkt tegen."))

    assert names(registry_of("Alfa.", barriers=(barrier,))) == []


@pytest.mark.parametrize(
    ("period", "quote", "told"),
    [
        ("2018/..", "Sinds 2016 werken zij samen.", ["2016"]),
        ("2018/..", "In 2025 werken zij samen.", []),
        ("/2018", "In 2025 werken zij samen.", ["2025"]),
        ("/2018", "In 1999 begonnen zij.", []),
        ("2018", "In 2016 begonnen zij, in 2018 was het klaar.", []),
        ("2018?", "In 2017 begonnen zij.", []),
        ("2018~", "In 2016 begonnen zij.", ["2016"]),
        ("2018", "Zij telden 2016 inwoners.", []),
        ("2018-05/2019-02", "In januari 2019.", []),
    ],
)
def test_years(period: str, quote: str, told: list[str]) -> None:
    """Told is a quote of which no year can lie in the period, and nothing where one can."""
    registry = registry_of(quote, period=read_period(period))

    assert [dict(found.said.values)["year"] for found in check_years(registry)] == told


def test_a_year_in_a_name_is_none() -> None:
    """The year of an agreement or a programme says nothing of a period."""
    registry = registry_of("Alfa werkt vanuit het Pact van mei 2012.", period=read_period("2018"))
    judged = NotOrganisation(id="n", name="Pact van mei 2012", kind="agreement")

    assert len(list(check_years(registry))) == 1
    assert list(check_years(replace(registry, not_organisations={"n": judged}))) == []


@pytest.mark.parametrize(
    ("label", "size", "quote", "told"),
    [
        ("gemeenten", "12", "Alfa en veertien gemeenten.", ["14"]),
        ("gemeenten", "14", "Alfa en veertien gemeenten.", []),
        ("gemeenten", "14", "Van de 14 gemeenten deden er 3 gemeenten niet mee.", []),
        ("gemeenten", "350~", "Zo'n 340 gemeenten.", []),
        ("gemeenten", "350~", "Zo'n 250 gemeenten.", ["250"]),
        ("14 gemeenten", "12", "Alfa.", ["14"]),
        ("14 gemeenten", "12", "Alfa en 12 gemeenten.", []),
        ("gemeenten", None, "Alfa en 14 gemeenten.", []),
    ],
)
def test_sizes(label: str, size: str | None, quote: str, told: list[str]) -> None:
    """Told is a size that neither a quote nor the label gives, where one of them gives another."""
    registry = registry_of(quote, groups=(group(label, size),))

    assert [dict(found.said.values)["number"] for found in check_sizes(registry)] == told


def test_circles_of_parents_end() -> None:
    """Parents in a circle, which are an error of their own, do not keep the check busy."""
    registry = make_registry(
        [
            organisation("a", name="Alfa", part_of="b"),
            organisation("b", name="Beta", part_of="a"),
            organisation("c", name="Delta", part_of="gone"),
        ],
        [partnership("p", "a", evidence=quoted("Alfa, Beta en Delta."))],
    )

    assert names(registry) == ["'Delta'"]
