"""Who is active in each of several regions."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.model.records import Partnership, Registry
from graph.model.regions import list_within


def keep_in_every_region(
    registry: Registry, regions: Iterable[str], *, keep: Collection[str] = ()
) -> Registry:
    """
    Keep the organisations that take part in a partnership in each of these regions.

    A region takes the regions within it along. A partnership without one of these organisations
    goes, whether it has other members or none.

    Args:
        registry: Checked data; it is not changed.
        regions: Ids of regions, one or more.
        keep: Organisations that keep their memberships beside the others.
    """
    everywhere = set.intersection(*(_list_active(registry, region) for region in regions))
    partnerships = {
        id: _narrow(partnership, everywhere, keep)
        for id, partnership in registry.partnerships.items()
        if any(membership.organisation in everywhere for membership in partnership.memberships)
    }
    active = {m.organisation for p in partnerships.values() for m in p.memberships}
    organisations = {id: o for id, o in registry.organisations.items() if id in active}
    return replace(registry, organisations=organisations, partnerships=partnerships)


def _list_active(registry: Registry, region: str) -> set[str]:
    within = list_within(registry.vocabulary.regions, [region])
    return {
        membership.organisation
        for partnership in registry.partnerships.values()
        if not within.isdisjoint(partnership.regions)
        for membership in partnership.memberships
    }


def _narrow(
    partnership: Partnership, everywhere: Collection[str], keep: Collection[str]
) -> Partnership:
    inside = tuple(
        membership
        for membership in partnership.memberships
        if membership.organisation in everywhere or membership.organisation in keep
    )
    if len(inside) == len(partnership.memberships):
        return partnership
    return replace(partnership, memberships=inside, members_known="some")
