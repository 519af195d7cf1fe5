"""Which documents speak of what, and of when they are."""

from dataclasses import replace

import pytest
from registries import make_registry, organisation, partnership

from graph.model.records import Evidence, Membership
from graph.network.citations import find_told


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("2020-07-06", None), "2020-07"),
        (("2020-07-06?", None), "2020-07?"),
        (("2020-07", None), "2020-07"),
        (("2022~", None), "2022~"),
        (("2020-07-06", "2021"), "2021"),
        (("2020-12-31", "2020"), "2020-12"),
        (("herfst", "2019-02-01"), "2019-02"),
        ((None, None), None),
        (("herfst", None), None),
    ],
)
def test_of_when_a_status_is(dates: tuple[str | None, str | None], told: str | None) -> None:
    """It is the month of the newest dated document, on the partnership or on a member of it."""
    table = partnership(
        "p",
        [Membership(organisation="a", evidence=(Evidence(source="s2", line=3, quote="A."),))],
    )
    registry = make_registry([organisation("a")], [table], sources=3)
    first, second, third = registry.sources.values()
    sources = {
        "s1": replace(first, date=dates[0]),
        "s2": replace(second, date=dates[1]),
        "s3": replace(third, date="2026-01-01"),
    }

    assert find_told(replace(registry, sources=sources), table) == told
