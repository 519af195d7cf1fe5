"""Python and the page's script take the same periods, mean the same by them, refuse the others."""

from itertools import product
from typing import Any

import pytest
from conformance.drawn import draw_all
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.model.period import may_overlap, read_period
from graph.model.records import Moment, Period

TAKEN = (
    *("2019", "2019-04", "2019-04-30", "2020-02-29", "2000-02-29", "0001", "9999-12-31"),
    *("2019?", "2019~", "2019-04?", "2019-04-30~"),
    *("2018/2019", "2018/..", "/2018", "2018?/2019-03~", "2019/2019", "2019-05/2019"),
    *("2019-03-31/2019-03", "2018-12-31/2019-01-01"),
)
REFUSED = (
    *("", "/", "..", "2018/", "/..", "../2018", "../..", "2018/../2019", "2018//2019"),
    *("2019-13", "2019-00", "2019-1", "2019-02-31", "2019-02-29", "1900-02-29", "2019-04-31"),
    *("2019-01-00", "2019-01-32", "0000", "19", "20190", "-2019", "2019-", "2019-04-"),
    *("2019??", "2020~?", "2019?~", "2019?-04", "?2019", "2019%", "2019 ", " 2019", "2019\n"),
    *("2021/2019", "2019-05/2019-04", "2019-04-02/2019-04-01", "2018/2019/2020"),
    *("٢٠١٩", "2019-٠٤", "2019—04", "gisteren", "2019/gisteren"),
)

DATES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("2019", "2020", "2019", "1900", "2000", "0000", "20", "")),
        st.sampled_from(("", "", "-01", "-02", "-06", "-12", "-13", "-00", "-2")),
        st.sampled_from(("", "", "", "-01", "-28", "-29", "-30", "-31", "-32", "-00", "-5")),
        st.sampled_from(("", "", "", "?", "~", "??", "~?")),
    ),
)
PERIODS = st.one_of(
    DATES, st.builds("/".join, st.tuples(DATES, st.one_of(DATES, st.sampled_from(("", "..")))))
)


def number(moment: Moment | None) -> dict[str, int] | None:
    """The days that a date may mean, as the script has them: 20190331."""
    if moment is None:
        return None
    return {
        "earliest": int(f"{moment.earliest:%Y%m%d}"),
        "latest": int(f"{moment.latest:%Y%m%d}"),
    }


def read(text: str) -> Period | None:
    """The period, or None where it is refused."""
    try:
        return read_period(text)
    except ValueError:
        return None


def write(period: Period | None) -> dict[str, Any] | None:
    """A period, as the script has it."""
    return None if period is None else {"start": number(period.start), "end": number(period.end)}


@pytest.mark.parametrize("text", TAKEN)
def test_taken(script: Page, text: str) -> None:
    """What Python takes, the script takes, with the same days."""
    assert read(text)
    assert script.evaluate("(text) => conformance.readPeriods([text])", text) == [write(read(text))]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(script: Page, text: str) -> None:
    """What Python refuses, the script refuses."""
    assert read(text) is None
    assert script.evaluate("(text) => conformance.readPeriods([text])", text) == [None]


def test_drawn(script: Page) -> None:
    """Of hundreds of texts that look like periods, the same are taken, with the same days."""
    texts = sorted({text for texts in draw_all(st.lists(PERIODS, min_size=30)) for text in texts})
    expected = [write(read(text)) for text in texts]

    assert script.evaluate("(texts) => conformance.readPeriods(texts)", texts) == expected
    assert sum(period is not None for period in expected) > 50


def test_overlap(script: Page) -> None:
    """Of every two of those periods the same may have had a day in common."""
    periods = {text: read_period(text) for text in TAKEN}
    pairs = list(product(periods, repeat=2))

    said = script.evaluate("(pairs) => conformance.overlap(pairs)", [list(pair) for pair in pairs])

    assert said == [may_overlap(periods[one], periods[two]) for one, two in pairs]
