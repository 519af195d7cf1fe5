"""What began, ended or went on between two moments, and of what that is not known."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, get_args

from graph.model.period import comes_after, read_start
from graph.model.records import Partnership, Period, Registry
from graph.network.citations import find_told

Ran = Literal["yes", "no", "not known"]
ChangeKind = Literal["new", "ended", "continuing", "between", "not known", "outside"]
CHANGES: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""What can become of a partnership, in the order of lists."""


class Change(NamedTuple):
    """
    What became of a partnership between two moments, and whether it ran at each of them.

    `kind` is `new` (it began after the first and by the second), `ended` (it ran at the first and
    not at the second), `continuing` (it ran at both), `between` (it began and ended between them),
    `outside` (it ran before the first or after the second alone) or `not known`. What is new need
    not run any more: `after` says so.
    """

    kind: ChangeKind
    before: Ran
    after: Ran


class _Limits(NamedTuple):
    """The first and the last day on which something can have begun and ended."""

    begins: date
    begins_by: date
    ends: date
    ends_by: date


def find_changes(registry: Registry, before: Period, after: Period) -> Mapping[str, Change]:
    """
    Find what became of each partnership between two moments.

    Its period counts, and what a dated document says of its status: what is active then ran then,
    what has ended had ended by then, and what is planned had not begun. No end that is known does
    not mean that it still ran.

    Args:
        registry: Checked data, perhaps narrowed.
        before: The first moment: a day, a month or a year.
        after: The second one; it begins after the first has ended.

    Returns:
        By id of a partnership, sorted.

    Raises:
        ValueError: The second moment does not follow the first.
    """
    if not comes_after(after, before):
        raise ValueError(f"{after.text} does not follow {before.text}")
    return {
        id: _compare(registry, partnership, before, after)
        for id, partnership in sorted(registry.partnerships.items())
    }


def _compare(registry: Registry, partnership: Partnership, before: Period, after: Period) -> Change:
    limits = _find_limits(registry, partnership)
    planned = partnership.status == "planned"
    ran = _ran_in(limits, before, planned=planned), _ran_in(limits, after, planned=planned)
    return Change(_name_change(limits, before, after, ran, planned=planned), *ran)


def _name_change(
    limits: _Limits, before: Period, after: Period, ran: tuple[Ran, Ran], *, planned: bool
) -> ChangeKind:
    (_, first), (second, last) = _span(before), _span(after)
    began = limits.begins > first and limits.begins_by <= last and not planned
    match ran:
        case "yes", "yes":
            return "continuing"
        case "yes", "no":
            return "ended"
        case "no", "no":
            return "between" if began and limits.ends_by < second else "outside"
        case "no", _ if began:
            return "new"
    return "not known"


def _find_limits(registry: Registry, partnership: Partnership) -> _Limits:
    period = partnership.period
    start, end = (period.start, period.end) if period else (None, None)
    begins, begins_by = (start.earliest, start.latest) if start else (date.min, date.max)
    ends, ends_by = (end.earliest, end.latest) if end else (date.min, date.max)
    told = find_told(registry, partnership)
    moment = read_start(told) if told else None
    if moment and partnership.status == "active":
        begins_by, ends = min(begins_by, moment.latest), max(ends, moment.earliest)
    if moment and partnership.status == "ended":
        ends_by = min(ends_by, moment.latest)
    if moment and partnership.status == "planned":
        begins = max(begins, moment.earliest)
    return _Limits(begins, min(begins_by, ends_by), max(ends, begins), ends_by)


def _ran_in(limits: _Limits, when: Period, *, planned: bool) -> Ran:
    """Tell whether it ran on a day of a moment, whatever its limits turn out to be."""
    first, last = _span(when)
    if limits.begins > last or limits.ends_by < first:
        return "no"
    certain = limits.begins_by <= last and limits.ends >= first
    return "yes" if certain and not planned else "not known"


def _span(when: Period) -> tuple[date, date]:
    return (
        when.start.earliest if when.start else date.min,
        when.end.latest if when.end else date.max,
    )
