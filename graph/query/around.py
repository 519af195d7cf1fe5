"""What is known about a group, a region, a theme, and a name that is no organisation."""

from collections.abc import Iterable
from typing import Literal

from graph.model.record import record
from graph.model.records import (
    Group,
    GroupMembership,
    NotOrganisation,
    Organisation,
    Partnership,
    Registry,
    Relation,
    Term,
)
from graph.model.regions import list_around, list_within
from graph.network.barriers import Hampering, find_barriers
from graph.query.card import FormUse, list_forms, list_relations
from graph.query.groups import GroupPartner, collect_groups
from graph.scan.mentions import Mention


@record(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A group that is not named one by one: where it takes part, is wanted, and has relations."""

    group: Group
    memberships: tuple[tuple[Partnership, GroupMembership], ...]
    wished_by: tuple[Partnership, ...]
    relations: tuple[Relation, ...]


@record(frozen=True, slots=True, kw_only=True)
class AreaCard:
    """
    A region or a theme: which partnerships it has, who takes part in them, and what hampers.

    `wider` are the regions that it lies within, from near to far, `inner` those within it. `home`:
    the organisations that are at home there; of a theme none is. `groups` take part without being
    named. What hampers does so in one of these partnerships, in the region or in one within it.
    """

    kind: Literal["region", "theme"]
    term: Term
    wider: tuple[str, ...]
    inner: tuple[str, ...]
    partnerships: tuple[Partnership, ...]
    organisations: tuple[Organisation, ...]
    home: tuple[Organisation, ...]
    groups: tuple[GroupPartner, ...]
    barriers: tuple[Hampering, ...]


@record(frozen=True, slots=True, kw_only=True)
class JudgedCard:
    """A name that was judged to be no organisation, and where its forms stand."""

    entry: NotOrganisation
    forms: tuple[FormUse, ...]


AroundCard = GroupCard | AreaCard | JudgedCard


def show_group(registry: Registry, group: Group) -> GroupCard:
    """
    Gather what is known about a group.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        group: One of its groups.
    """
    partnerships = [one for _, one in sorted(registry.partnerships.items())]
    return GroupCard(
        group=group,
        memberships=tuple(
            (partnership, membership)
            for partnership in partnerships
            for membership in partnership.groups
            if membership.group == group.id
        ),
        wished_by=tuple(
            partnership
            for partnership in partnerships
            if any(one.group == group.id for one in partnership.wished_groups)
        ),
        relations=list_relations(registry, group.id),
    )


def show_region(registry: Registry, region: Term) -> AreaCard:
    """
    Gather what is known about a region and those within it.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        region: One of its regions.
    """
    regions = registry.vocabulary.regions
    within = list_within(regions, [region.id])
    partnerships = [p for p in registry.partnerships.values() if within.intersection(p.regions)]
    return _show_area(
        registry,
        "region",
        region,
        partnerships,
        wider=tuple(list_around(regions, region.id)[1:]),
        inner=within,
    )


def show_theme(registry: Registry, theme: Term) -> AreaCard:
    """
    Gather what is known about a theme.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        theme: One of its themes.
    """
    partnerships = [p for p in registry.partnerships.values() if theme.id in p.themes]
    return _show_area(registry, "theme", theme, partnerships)


def show_judged(entry: NotOrganisation, mentions: Iterable[Mention]) -> JudgedCard:
    """
    Gather what is known about a name that is no organisation.

    Args:
        entry: One of `not_organisations`.
        mentions: From `find_mentions`, for where each form stands.
    """
    return JudgedCard(entry=entry, forms=list_forms(mentions, entry.id))


def _show_area(
    registry: Registry,
    kind: Literal["region", "theme"],
    term: Term,
    partnerships: Iterable[Partnership],
    *,
    wider: tuple[str, ...] = (),
    inner: Iterable[str] = (),
) -> AreaCard:
    ordered = sorted(partnerships, key=lambda one: one.id)
    places = {*inner}
    chosen = {one.id for one in ordered}
    members = {one.organisation for partnership in ordered for one in partnership.memberships}
    return AreaCard(
        kind=kind,
        term=term,
        wider=wider,
        inner=tuple(sorted(places - {term.id})),
        partnerships=tuple(ordered),
        organisations=tuple(registry.organisations[id] for id in sorted(members)),
        home=tuple(one for one in registry.organisations.values() if one.region in places),
        groups=collect_groups(registry, ordered),
        barriers=tuple(
            one
            for one in find_barriers(registry)
            if one.id in {"partnership": chosen, "region": places, "source": ()}[one.kind]
        ),
    )
