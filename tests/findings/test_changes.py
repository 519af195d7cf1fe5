"""What began, ended and went on between two moments."""

from dataclasses import replace

import pytest
from registries import make_registry, organisation, partnership

from graph.findings.changes import PartnershipChange, find_changes
from graph.model.period import read_period
from graph.model.records import Evidence, Registry

YEARS = range(2010, 2031)


def register(period: str | None, **fields: object) -> Registry:
    """A registry of one partnership, told by a document of April 2011."""
    one = partnership(
        "p",
        "a b",
        period=read_period(period) if period else None,
        evidence=(Evidence(source="s1", line=1, quote="A en B"),),
        **fields,
    )
    return make_registry([organisation("a"), organisation("b")], [one])


def change(period: str | None, before: str, after: str, **fields: object) -> PartnershipChange:
    """What became of that partnership."""
    changes = find_changes(register(period, **fields), read_period(before), read_period(after))
    return changes["p"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2020", ("between", "no", "no")),
        ("2020/..", ("new", "no", "not known")),
        ("2020/2021", ("new", "no", "yes")),
        ("2021-03/..", ("new", "no", "yes")),
        ("2015/2019-05", ("ended", "yes", "no")),
        ("2015/2020", ("ended", "yes", "no")),
        ("2015/2025", ("continuing", "yes", "yes")),
        ("2015/..", ("not known", "not known", "not known")),
        ("/2021", ("not known", "not known", "yes")),
        ("/2018", ("outside", "no", "no")),
        ("2022/..", ("outside", "no", "no")),
        ("2019/..", ("not known", "yes", "not known")),
        (None, ("not known", "not known", "not known")),
    ],
)
def test_changes(period: str | None, expected: tuple[str, str, str]) -> None:
    """Between 2019 and 2021; an end that is not known is none that is not there."""
    assert change(period, "2019", "2021") == expected


def test_a_status_holds_when_it_is_told() -> None:
    """The document is of April 2011: what was active then ran, and what had ended was over."""
    assert change("2008/..", "2008", "2011") == ("not known", "yes", "not known")
    assert change("2008/..", "2009", "2011", status="active") == ("continuing", "yes", "yes")
    assert change("2008/..", "2008", "2012", status="ended") == ("ended", "yes", "no")


def test_what_was_planned_may_not_have_begun() -> None:
    """It did not run before it was planned, and whether it ran at all is not known."""
    assert change("2012/2014", "2010", "2013", status="planned") == ("not known", "no", "not known")
    assert change(None, "2010", "2013", status="planned") == ("not known", "no", "not known")


def test_a_document_without_a_date_tells_nothing_of_when() -> None:
    """What is active in it ran at no known time."""
    registry = register(None, status="active")
    undated = replace(
        registry, sources={id: replace(s, date=None) for id, s in registry.sources.items()}
    )

    changes = find_changes(undated, read_period("2010"), read_period("2012"))
    assert changes["p"] == ("not known", "not known", "not known")


@pytest.mark.parametrize(
    "period", ["2018", "2018/2020", "2018/..", "/2020", "2021/2026", "2012/2013"]
)
def test_every_way_that_it_can_have_been(period: str) -> None:
    """Yes where it ran in every case, no where in none; counted case by case, in whole years."""
    first, _, last = period.partition("/")
    begins = [int(first)] if first else YEARS
    ends = YEARS if last == ".." else [int(last or first)]
    cases = [(begin, end) for begin in begins for end in ends if begin <= end]
    for before in YEARS[1:-2]:
        found = change(period, str(before), str(before + 1))
        for year, ran in zip((before, before + 1), found[1:], strict=True):
            told = {begin <= year <= end for begin, end in cases}
            expected = {frozenset({True}): "yes", frozenset({False}): "no"}
            assert ran == expected.get(frozenset(told), "not known")


def test_the_second_moment_follows_the_first() -> None:
    """Else there is nothing between them."""
    with pytest.raises(ValueError, match="2019 does not follow 2019-05"):
        change("2020", "2019-05", "2019")
