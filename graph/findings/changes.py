"""What began, ended or went on between two moments, and of what that is not known."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from graph.model.period import comes_after
from graph.model.records import Period, Registry
from graph.network.lifetimes import Lifetime, Ran, find_lifetime, ran_in, span

ChangeKind = Literal["new", "ended", "continuing", "between", "not known", "outside"]
CHANGES: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""What can become of a partnership, in the order of lists."""


class PartnershipChange(NamedTuple):
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


def find_changes(
    registry: Registry, before: Period, after: Period
) -> Mapping[str, PartnershipChange]:
    """
    Find what became of each partnership between two moments.

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
        id: _compare(find_lifetime(registry, partnership), before, after)
        for id, partnership in sorted(registry.partnerships.items())
    }


def _compare(lifetime: Lifetime, before: Period, after: Period) -> PartnershipChange:
    ran = ran_in(lifetime, before), ran_in(lifetime, after)
    return PartnershipChange(_name_change(lifetime, before, after, ran), *ran)


def _name_change(
    lifetime: Lifetime, before: Period, after: Period, ran: tuple[Ran, Ran]
) -> ChangeKind:
    (_, first), (second, last) = span(before), span(after)
    began = lifetime.begins > first and lifetime.begins_by <= last and not lifetime.planned
    match ran:
        case "yes", "yes":
            return "continuing"
        case "yes", "no":
            return "ended"
        case "no", "no":
            return "between" if began and lifetime.ends_by < second else "outside"
        case "no", _ if began:
            return "new"
    return "not known"
