"""Periods: their forms, and the first and last day that each side can be."""

from datetime import date

import pytest

from graph.model.period import may_overlap, read_period

PERIODS = {
    "2016": ("2016-01-01", "2016-12-31", "2016-01-01", "2016-12-31"),
    "2016-02": ("2016-02-01", "2016-02-29", "2016-02-01", "2016-02-29"),
    "2016-05-12": ("2016-05-12", "2016-05-12", "2016-05-12", "2016-05-12"),
    "2016?": ("2016-01-01", "2016-12-31", "2016-01-01", "2016-12-31"),
    "2014-09~": ("2014-09-01", "2014-09-30", "2014-09-01", "2014-09-30"),
    "2015-01/2017-10": ("2015-01-01", "2015-01-31", "2017-10-01", "2017-10-31"),
    "2015/2015-03-02": ("2015-01-01", "2015-12-31", "2015-03-02", "2015-03-02"),
    "/2012": (None, None, "2012-01-01", "2012-12-31"),
    "2018/..": ("2018-01-01", "2018-12-31", None, None),
    "2018-12~/..": ("2018-12-01", "2018-12-31", None, None),
}


@pytest.mark.parametrize(("text", "days"), PERIODS.items(), ids=list(PERIODS))
def test_a_period_knows_its_limits(text: str, days: tuple[str | None, ...]) -> None:
    """Each side has a first and a last possible day, or is not known."""
    period = read_period(text)

    found = [
        str(getattr(side, limit)) if side else None
        for side in (period.start, period.end)
        for limit in ("earliest", "latest")
    ]
    assert tuple(found) == days
    assert period.text == text


NOT_PERIODS = [
    *(
        "",
        "/",
        "..",
        "/..",
        "../2012",
        "2016/",
        "16",
        "201",
        "20160",
        "2016-5",
        "2016-13",
        "2016-00",
    ),
    *(
        "2016-05-32",
        "2016-05-00",
        "2016-05-1",
        "2016 ",
        " 2016",
        "2016\n",
        "2016??",
        "2016/2017/2018",
    ),
    *("mei 2016", "2016-W05", "20XX", "٢٠١٦", "-2016", "2016-05-12T10:00", "2016–2017"),
]


@pytest.mark.parametrize("text", NOT_PERIODS)
def test_another_form_is_refused(text: str) -> None:
    """The message shows the forms that are allowed."""
    with pytest.raises(ValueError, match=r"is not a period, write it like 2016, 2015-01/2017-10"):
        read_period(text)


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("2019-02-29", "'2019-02-29'"),
        ("2019-04-31?", "'2019-04-31?'"),
        ("0000", "'0000'"),
        ("2018/2019-02-30", "'2019-02-30'"),
    ],
)
def test_a_date_outside_the_calendar_is_refused(text: str, culprit: str) -> None:
    """The message names the side that is wrong."""
    with pytest.raises(ValueError, match="is a date that does not exist") as caught:
        read_period(text)

    assert str(caught.value).startswith(culprit)


@pytest.mark.parametrize("text", ["2019/2018", "2019-05/2019-04", "2019-05-02/2019-05-01"])
def test_a_period_cannot_end_before_it_starts(text: str) -> None:
    """That holds for the last day that the end can be and the first that the start can be."""
    with pytest.raises(ValueError, match="ends before it starts"):
        read_period(text)


@pytest.mark.parametrize("text", ["2019-05/2019", "2019/2019-01", "2019-05/2019-05"])
def test_a_period_may_end_in_the_year_in_which_it_starts(text: str) -> None:
    """What is only known roughly is not refused for what it might be."""
    assert read_period(text).text == text


@pytest.mark.parametrize(
    ("left", "right", "overlap"),
    [
        ("2018", "2018", True),
        ("2018", "2019", False),
        ("2018-12", "2018-12-31/2020", True),
        ("2018/..", "2025", True),
        ("2018/..", "2017", False),
        ("/2012", "2000", True),
        ("/2012", "2013", False),
        ("/2012", "2012-06/..", True),
        ("2010/2020", "2014-09~", True),
    ],
)
def test_periods_overlap_where_they_can_share_a_day(left: str, right: str, overlap: bool) -> None:
    """An open side reaches without end, and the order of the two does not matter."""
    answers = {
        may_overlap(read_period(left), read_period(right)),
        may_overlap(read_period(right), read_period(left)),
    }

    assert answers == {overlap}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015-01/2017-10", (2015, 2017)),
        ("/2012", (2012, 2012)),
        ("2018/..", (2018, 2018)),
        ("2020-03", (2020, 2020)),
    ],
)
def test_a_period_knows_its_first_and_last_year(text: str, years: tuple[int, int]) -> None:
    """A side that is not known takes the year of the other."""
    period = read_period(text)

    assert (period.first_year, period.last_year) == years


def test_the_last_year_of_the_calendar_is_read() -> None:
    """No date that can be written overflows."""
    period = read_period("9999-12")

    assert period.end
    assert period.end.latest == date(9999, 12, 31)
