"""When a partnership can have run: from its period, and from what dated documents say of it."""

from datetime import date
from typing import Literal, NamedTuple

from graph.model.period import read_start
from graph.model.records import Partnership, Period, Registry
from graph.network.citations import find_told

Ran = Literal["yes", "no", "not known"]


class Lifetime(NamedTuple):
    """
    The first and the last day on which a partnership can have begun and ended.

    `planned`: nothing says that it ever ran.
    """

    begins: date
    begins_by: date
    ends: date
    ends_by: date
    planned: bool = False


def find_lifetime(registry: Registry, partnership: Partnership) -> Lifetime:
    """
    Find within which limits a partnership ran.

    Its period counts, and what the newest dated document on it says of its status: what is active
    then ran then, what has ended had ended by then, and what is planned had not begun. No end that
    is known does not mean that it still ran.

    Args:
        registry: Checked data with its documents.
        partnership: One of its partnerships.
    """
    period, status = partnership.period, partnership.status
    start, end = (period.start, period.end) if period else (None, None)
    begins, begins_by = (start.earliest, start.latest) if start else (date.min, date.max)
    ends, ends_by = (end.earliest, end.latest) if end else (date.min, date.max)
    told = find_told(registry, partnership)
    moment = read_start(told) if told else None
    if moment and status == "active":
        begins_by, ends = min(begins_by, moment.latest), max(ends, moment.earliest)
    if moment and status == "ended":
        ends_by = min(ends_by, moment.latest)
    if moment and status == "planned":
        begins = max(begins, moment.earliest)
    return Lifetime(
        begins, min(begins_by, ends_by), max(ends, begins), ends_by, status == "planned"
    )


def ran_in(lifetime: Lifetime, when: Period) -> Ran:
    """Tell whether it ran on a day of a period: yes, no, or not known."""
    first, last = span(when)
    if lifetime.begins > last or lifetime.ends_by < first:
        return "no"
    certain = lifetime.begins_by <= last and lifetime.ends >= first
    return "yes" if certain and not lifetime.planned else "not known"


def span(when: Period) -> tuple[date, date]:
    """Give the first and the last day that a period can hold; an open side reaches without end."""
    return (
        when.start.earliest if when.start else date.min,
        when.end.latest if when.end else date.max,
    )
