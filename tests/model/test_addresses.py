"""Addresses of the page: what may stand in one, and what is not in the data."""

import re

import pytest
from conftest import ROOT
from registries import kustland

from graph.model.addresses import FORMS, NAMES, find_missing
from graph.select.filters import FILTERS


@pytest.mark.parametrize(
    "address",
    [
        "organisation=a&with=b&steps=2&without=1",
        "view=time&years=2019..2021&partnership=p",
        "region=zandmeer&region=kustland&regions=every&period=2018/..&undated=1",
        "view=two-mode&put=-10,20,a&at=1,-2,0.25&certainty=high&rest=hide",
        "organisations=a,b,c",
        "document=s1",
        "a.region=zandmeer,kustland&b.without-role=lead&view=two-mode",
    ],
)
def test_all_is_there(address: str) -> None:
    """What the page writes about what the data have is found."""
    assert list(find_missing(kustland(), address)) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("organisation=z", [("organisation", "z")]),
        ("organisations=a,z,y", [("organisations", "z"), ("organisations", "y")]),
        ("region=nergens&theme=niets", [("region", "nergens"), ("theme", "niets")]),
        ("view=tijd", [("view", "tijd")]),
        ("years=2021", [("years", "2021")]),
        ("period=gisteren", [("period", "gisteren")]),
        ("wihtout=1", [("wihtout", "")]),
        ("a.region=zandmeer&b.region=nergens", [("b.region", "nergens")]),
        ("lang=en", [("lang", "")]),
        ("partnership", [("partnership", "")]),
    ],
)
def test_what_is_missing(address: str, expected: list[tuple[str, str]]) -> None:
    """An id that is not there, another form, or a parameter that no address has."""
    assert [one[:2] for one in find_missing(kustland(), address)] == expected


def test_the_page_reads_the_same() -> None:
    """Every filter has its key here, and what is not a filter is read by the page's script."""
    script = (ROOT / "graph/page/script/read_address.js").read_text(encoding="utf-8")
    address = (ROOT / "graph/page/script/address.js").read_text(encoding="utf-8")
    read = set(re.findall(r'address\.(?:get|getAll|has)\("([a-z]+)"\)', script))
    read |= set(re.findall(r"^  ([a-z]+): [a-z]+,$", address, re.MULTILINE)) | {"from", "to"}
    keys = {one.key for one in FILTERS}

    assert keys <= {*NAMES, *FORMS}
    assert {*NAMES, *FORMS} - keys <= read
