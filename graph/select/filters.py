"""
The filters, in one list: to add one, add a field to `Selection` and an entry to `FILTERS`.

From the list follow the options of the commands and their completion, the check of words, what
an answer says of its selection, the table in `docs/filters.md`, and in the page the names in its
address and its controls. The page's script keeps with `script/model/keep.js`.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from graph.model.certainty import Certainty, is_as_sure, least_sure
from graph.model.errors import SelectionError
from graph.model.period import PeriodError, may_overlap, read_period
from graph.model.record import record
from graph.model.records import (
    Evidence,
    GroupMembership,
    Membership,
    Partnership,
    Registry,
    Relation,
)
from graph.model.regions import list_within
from graph.select.every_region import keep_in_every_region
from graph.select.filter import Filter, Keeps, name_passage
from graph.select.fold import fold_units
from graph.select.given import check_kind, read_ids
from graph.select.least_weight import keep_strong_ties


@record(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    What to keep. Words within one filter widen it, filters together narrow.

    A filter that takes ids takes any number of them, or one as it is: `regions="almere"`.

    `regions` takes every region within along; with `every_region` only organisations that take
    part in a partnership in each of two regions or more. `roles` keeps, `without_roles` leaves
    out. `period` keeps what may have run in it (EDTF); what has no period goes, unless
    `undated`. `sources` keeps what one of these documents says; `without_sources` and
    `without_passages` (`source:33`, a document and a line) leave out what is said nowhere else,
    `without_organisations` who takes part. `certainty` is the least that
    counts. `fold` gives the memberships of a unit to its parent. `weight` keeps the ties of at
    least so many shared partnerships, 1 or more, with their organisations and partnerships.
    """

    regions: tuple[str, ...] = ()
    every_region: bool = False
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    without_roles: tuple[str, ...] = ()
    period: str | None = None
    undated: bool = False
    sources: tuple[str, ...] = ()
    without_organisations: tuple[str, ...] = ()
    without_sources: tuple[str, ...] = ()
    without_passages: tuple[str, ...] = ()
    certainty: Certainty = "low"
    fold: bool = False
    weight: int = 1

    def __post_init__(self) -> None:
        for name, default in DEFAULTS.items():
            value = getattr(self, name)
            if isinstance(default, tuple):
                object.__setattr__(self, name, read_ids(name, value))
            else:
                check_kind(name, value, default)

    def describe(self) -> str:
        """
        Say the selection in one line; empty where everything is kept.

        >>> Selection(regions=("almere",), without_roles=("facilitator",)).describe()
        'regions=almere; without_roles=facilitator'
        """
        return "; ".join(f"{one.name}={_say(getattr(self, one.name))}" for one in list_given(self))


DEFAULTS = {field.name: field.default for field in fields(Selection)}
"""What each filter is where nothing is asked of it, by its name."""

EVERYTHING = Selection()


def list_given(selection: Selection) -> tuple[Filter, ...]:
    """
    List the filters that a selection uses; one without the filter that it is part of says nothing.

    >>> [one.name for one in list_given(Selection(period="2019", undated=True))]
    ['period', 'undated']
    >>> list_given(Selection(undated=True, regions=()))
    ()
    """
    return tuple(one for one in FILTERS if _is_given(one, selection))


def _is_given(one: Filter, selection: Selection) -> bool:
    if getattr(selection, one.name) == DEFAULTS[one.name]:
        return False
    return not one.of or _count(getattr(selection, one.of)) >= one.needs


def _count(value: Any) -> int:
    return len(set(value)) if isinstance(value, tuple) else int(value is not None)


def _say(value: Any) -> str:
    return ",".join(sorted(value)) if isinstance(value, tuple) else str(value).lower()


def _keep_regions(registry: Registry, selection: Selection) -> Keeps:
    within = list_within(registry.vocabulary.regions, selection.regions)
    return Keeps(partnership=lambda partnership: not within.isdisjoint(partnership.regions))


def _keep_period(registry: Registry, selection: Selection) -> Keeps:
    try:
        period = read_period(selection.period or "")
    except PeriodError as error:
        raise SelectionError(error.message) from error

    def may_run(one: Partnership | Relation) -> bool:
        if one.period is None:
            return selection.undated
        return may_overlap(one.period, period)

    return Keeps(partnership=may_run, relation=may_run)


def _keep_sources(registry: Registry, selection: Selection) -> Keeps:
    wanted = set(selection.sources)
    said = _keep_said(lambda passage: passage.source in wanted)
    return replace(
        said,
        partnership=lambda partnership: not wanted.isdisjoint(partnership.sources),
        source=wanted.__contains__,
    )


def _leave_sources(registry: Registry, selection: Selection) -> Keeps:
    left_out = set(selection.without_sources)
    return replace(
        _keep_said(lambda passage: passage.source not in left_out),
        source=lambda source: source not in left_out,
    )


def _keep_said(counts: Callable[[Evidence], bool]) -> Keeps:
    """Keep what a passage that counts says; a membership without one rests on those of all."""

    def is_said(one: Partnership | Membership | GroupMembership) -> bool:
        return not one.evidence or any(map(counts, one.evidence))

    return Keeps(partnership=is_said, membership=is_said, group=is_said, passage=counts)


def _keep_certainty(registry: Registry, selection: Selection) -> Keeps:
    least = selection.certainty
    return Keeps(
        partnership=lambda partnership: is_as_sure(partnership.certainty, least),
        membership=lambda membership: is_as_sure(membership.sureness, least),
        group=lambda membership: is_as_sure(
            least_sure(membership.certainty, registry.groups[membership.group].certainty), least
        ),
        relation=lambda relation: is_as_sure(relation.certainty, least),
        barrier=lambda barrier: is_as_sure(barrier.certainty, least),
    )


FILTERS: tuple[Filter, ...] = (
    Filter(
        name="regions",
        flag="--region",
        key="region",
        value="regions",
        narrows="partnerships",
        noun="region",
        label="region",
        keeps=_keep_regions,
    ),
    Filter(
        name="every_region",
        flag="--every-region",
        key="regions",
        on="every",
        value="flag",
        of="regions",
        needs=2,
        narrows="organisations",
        label="every_region",
        last=lambda registry, selection, keep: keep_in_every_region(
            registry, selection.regions, keep=keep
        ),
    ),
    Filter(
        name="themes",
        flag="--theme",
        key="theme",
        value="themes",
        narrows="partnerships",
        noun="theme",
        label="theme",
        keeps=lambda registry, selection: Keeps(
            partnership=lambda partnership: not {*selection.themes}.isdisjoint(partnership.themes)
        ),
    ),
    Filter(
        name="kinds",
        flag="--kind",
        key="kind",
        value="kinds",
        narrows="partnerships",
        noun="kind",
        label="kind",
        keeps=lambda registry, selection: Keeps(
            partnership=lambda partnership: partnership.kind in selection.kinds
        ),
    ),
    Filter(
        name="types",
        flag="--type",
        key="type",
        value="types",
        narrows="organisations",
        noun="type",
        label="legend_types",
        keeps=lambda registry, selection: Keeps(
            organisation=lambda organisation: not {*selection.types}.isdisjoint(organisation.types)
        ),
    ),
    Filter(
        name="roles",
        flag="--role",
        key="role",
        value="roles",
        narrows="memberships",
        noun="role",
        label="role",
        keeps=lambda registry, selection: Keeps(
            membership=lambda membership: membership.role in selection.roles
        ),
    ),
    Filter(
        name="without_roles",
        flag="--without-role",
        key="without-role",
        value="roles",
        without=True,
        narrows="memberships",
        noun="role",
        label="role",
        keeps=lambda registry, selection: Keeps(
            membership=lambda membership: membership.role not in selection.without_roles,
            group=lambda group: group.role not in selection.without_roles,
        ),
    ),
    Filter(
        name="period",
        flag="--period",
        key="period",
        value="period",
        narrows="partnerships",
        label="period",
        keeps=_keep_period,
    ),
    Filter(
        name="undated",
        flag="--undated",
        key="undated",
        value="flag",
        of="period",
        narrows="partnerships",
        label="undated_too",
    ),
    Filter(
        name="sources",
        flag="--source",
        key="source",
        value="sources",
        narrows="partnerships",
        noun="source",
        label="filter_document",
        keeps=_keep_sources,
    ),
    Filter(
        name="without_organisations",
        flag="--without-organisation",
        key="without-organisation",
        value="organisations",
        without=True,
        narrows="memberships",
        noun="organisation",
        label="without_organisations",
        keeps=lambda registry, selection: Keeps(
            membership=lambda one: one.organisation not in selection.without_organisations
        ),
    ),
    Filter(
        name="without_sources",
        flag="--without-source",
        key="without-source",
        value="sources",
        without=True,
        narrows="partnerships",
        noun="source",
        label="filter_document",
        keeps=_leave_sources,
    ),
    Filter(
        name="without_passages",
        flag="--without-passage",
        key="without-passage",
        value="passages",
        without=True,
        narrows="partnerships",
        noun="passage",
        label="without_passages",
        keeps=lambda registry, selection: _keep_said(
            lambda passage: name_passage(passage) not in selection.without_passages
        ),
    ),
    Filter(
        name="certainty",
        flag="--certainty",
        key="certainty",
        value="certainty",
        narrows="partnerships",
        noun="certainty",
        label="certainty",
        keeps=_keep_certainty,
    ),
    Filter(
        name="fold",
        flag="--fold",
        key="fold",
        value="flag",
        narrows="units",
        label="fold",
        first=fold_units,
    ),
    Filter(
        name="weight",
        flag="--min-weight",
        key="weight",
        value="number",
        narrows="ties",
        label="weight",
        last=lambda registry, selection, keep: keep_strong_ties(registry, selection.weight),
    ),
)
"""Every filter, in the order in which they are named."""
