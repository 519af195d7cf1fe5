"""Dates and periods in a subset of EDTF (ISO 8601-2)."""

import re
from calendar import monthrange
from datetime import date

from graph.model.message import Message
from graph.model.records import Moment, Period

DATE = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?[?~]?"
PERIOD = rf"{DATE}(?:/(?:{DATE}|\.\.))?|/{DATE}"

_IS_PERIOD = re.compile(PERIOD).fullmatch


class PeriodError(ValueError):
    """A text that is no period; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def read_period(text: str) -> Period:
    """
    Read a period, with the earliest and the latest possible day of its start and its end.

    One date alone is both start and end. `..` and nothing at all are not known.

    Args:
        text: Like `2016`, `2016-05-12`, `2016?`, `2014-09~`, `2015-01/2017-10`, `/2012`, `2018/..`.

    Raises:
        PeriodError: The text has another form, names a date that does not exist,
            or ends before it starts. It is a ValueError.

    >>> period = read_period("2015-01/2017")
    >>> period.start.latest.isoformat(), period.end.latest.isoformat()
    ('2015-01-31', '2017-12-31')
    >>> read_period("2018/..").end is None
    True
    """
    if not _IS_PERIOD(text):
        raise PeriodError(Message("period.form", text=repr(text)))
    first, slash, last = text.partition("/")
    start = _read_moment(first) if first else None
    end = start if not slash else None if last == ".." else _read_moment(last)
    if start and end and end.latest < start.earliest:
        raise PeriodError(Message("period.backwards", text=repr(text)))
    return Period(text=text, start=start, end=end)


def read_start(text: str) -> Moment | None:
    """
    Read when a period starts, or a date is; None where that is not known, or the text is none.

    >>> read_start("2016").latest.isoformat(), read_start("herfst")
    ('2016-12-31', None)
    """
    try:
        return read_period(text).start
    except PeriodError:
        return None


def may_overlap(period: Period, other: Period) -> bool:
    """
    Tell whether two periods can have had a day in common; an open side reaches without end.

    >>> may_overlap(read_period("2018/.."), read_period("2020"))
    True
    >>> may_overlap(read_period("2018"), read_period("2020/.."))
    False
    """
    return not (_ends_before(period, other) or _ends_before(other, period))


def comes_after(period: Period, other: Period) -> bool:
    """
    Tell whether a period begins for certain when another has ended.

    >>> comes_after(read_period("2021"), read_period("2019/2020"))
    True
    >>> comes_after(read_period("2021"), read_period("2019/.."))
    False
    """
    return _ends_before(other, period)


def _ends_before(period: Period, other: Period) -> bool:
    return bool(period.end and other.start and period.end.latest < other.start.earliest)


def _read_moment(text: str) -> Moment:
    try:
        year, month, day = [*map(int, text.rstrip("?~").split("-")), 0, 0][:3]
        return Moment(
            date(year, month or 1, day or 1),
            date(year, month or 12, day or monthrange(year, month or 12)[1]),
        )
    except ValueError:
        raise PeriodError(Message("period.no_such_day", text=repr(text))) from None
