"""Years and numbers of parties in a text: what is one, and what only looks like one."""

import pytest

from graph.scan.numbers import find_counts, find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2016 en sinds 2018.", [2016, 2018]),
        ("Op 28 mei 2020 kwam men bijeen.", [2020]),
        ("Voor 2000 inwoners, kamer 1950.", []),
        ("In 2.016 gevallen, in 20160 andere.", []),
        ("De Agenda 2030 geldt.", []),
        ("", []),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    """Four digits are a year behind a month or a word of time, and nowhere else."""
    assert [year for year, _ in find_years(text, "nl")] == years


def test_where_a_year_stands() -> None:
    """A year is given with its place, so that one inside a name can be told."""
    assert list(find_years("vanaf 2019", "nl")) == [(2019, 6)]
    assert list(find_years("since 2019", "en")) == [(2019, 6)]
    assert list(find_years("sinds 2019", "en")) == []


@pytest.mark.parametrize(
    ("text", "label", "numbers"),
    [
        ("met de 14 gemeenten", "14 Twentse gemeenten", [14]),
        ("Veertien gemeenten en drie scholen", "Twentse gemeenten", [14]),
        ("zo'n 1.350 aanbieders", "aanbieders van jeugdhulp, WMO", [1350]),
        ("12 kleine Twentse gemeenten", "gemeenten uit Twente", [12]),
        ("12 heel erg kleine Twentse gemeenten", "gemeenten", []),
        ("In 2019 gemeenten", "gemeenten", []),
        ("twee scholen, gemeenten en ouders", "gemeenten", []),
        ("ten gemeenten", "gemeenten", []),
        ("6-8 gemeenten", "gemeenten", [6, 8]),
        ("14 gemeenten", "gemeente", []),
        ("14 gemeenten", "", []),
    ],
)
def test_counts(text: str, label: str, numbers: list[int]) -> None:
    """A number counts parties where their noun follows it closely, whatever stands between."""
    assert list(find_counts(text, label, "nl")) == numbers


def test_counts_in_english() -> None:
    """Numbers in words are those of the language of the data."""
    assert list(find_counts("ten towns on the coast", "towns on the coast", "en")) == [10]
    assert list(find_counts("tien towns", "towns", "en")) == []


def test_a_number_that_counts_nothing() -> None:
    """Digits without end are no number of parties, and stop nothing."""
    assert list(find_counts(f"{'9' * 5000} aanbieders en 12 aanbieders", "aanbieders", "nl")) == [
        12
    ]
