"""Two selections of one registry side by side: what is in one, in the other, in both, not known."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple, get_args

from graph.model.period import read_period
from graph.model.records import Registry
from graph.network.components import Part, find_components
from graph.network.incidence import Incidence
from graph.network.lifetimes import Ran, find_lifetime, ran_in
from graph.network.project import Pair
from graph.select.filter import list_passages
from graph.select.filters import Selection
from graph.select.selection import select_registry

Place = Literal["left", "both", "right", "not known"]

FeatureList = Literal["types", "themes", "kinds", "sizes", "roles"]
FEATURES: tuple[FeatureList, ...] = get_args(FeatureList)
"""What two selections are made of, in the order of answers."""


class Side(NamedTuple):
    """
    One selection: what is in it for certain, and what can be in it.

    They differ where a period is asked for: a partnership of which it is not known whether it ran
    then can be in it.
    """

    selection: Selection
    certain: Incidence
    possible: Incidence


class Held(NamedTuple):
    """Whether something is in either selection."""

    left: Ran
    right: Ran

    @property
    def place(self) -> Place:
        """Where it is; 'not known' where that of one side is not known."""
        match self:
            case "yes", "yes":
                return "both"
            case "yes", "no":
                return "left"
            case "no", "yes":
                return "right"
        return "not known"


class Comparison(NamedTuple):
    """
    Two selections, and for everything that can be in one of them where it is.

    Organisations are those that take part in a partnership there; who is only mentioned is in none.

    `organisations` and `partnerships` by id, `memberships` by those of organisation and
    partnership, `ties` by those of both ends; each sorted.
    """

    left: Side
    right: Side
    organisations: Mapping[str, Held]
    partnerships: Mapping[str, Held]
    memberships: Mapping[tuple[str, str], Held]
    ties: Mapping[Pair, Held]


class Feature(NamedTuple):
    """
    Something that either selection has so many of, each at least and at most.

    `types` counts organisations, `themes` and `kinds` count partnerships, `sizes` counts
    partnerships of so many named members (`id` is that number), `roles` counts memberships.
    """

    list: FeatureList
    id: str
    left: tuple[int, int]
    right: tuple[int, int]


def compare_selections(registry: Registry, left: Selection, right: Selection) -> Comparison:
    """
    Compare two selections of the same data.

    Nothing that is in neither is listed. What is in one alone is so in these documents.

    Args:
        registry: Checked data, whole.
        left: The one selection.
        right: The other.

    Raises:
        SelectionError: One of them asks for what cannot be asked.
        UnknownIdError: One of them names what is not there.
    """
    one, other = _select(registry, left), _select(registry, right)
    return Comparison(
        left=one,
        right=other,
        organisations=_hold(one, other, lambda side: frozenset(side.organisations)),
        partnerships=_hold(one, other, lambda side: frozenset(side.partnerships)),
        memberships=_hold(one, other, _list_memberships),
        ties=_hold(one, other, lambda side: side.shared.keys()),
    )


def _list_memberships(incidence: Incidence) -> frozenset[tuple[str, str]]:
    return frozenset(
        (one.membership.organisation, one.partnership.id) for one in incidence.participations()
    )


def find_splits(comparison: Comparison) -> tuple[tuple[Part, ...], ...]:
    """
    Find what is connected in the left selection and falls apart in the right one.

    Args:
        comparison: From `compare_selections`; what is not known to be in it does not count.

    Returns:
        For every component that falls apart the parts that are left of it, largest first.
    """
    after = find_components(comparison.right.certain)
    splits = []
    for component in map(set, find_components(comparison.left.certain)):
        parts = [tuple(id for id in part if id in component) for part in after]
        parts = sorted(filter(None, parts), key=lambda part: (-len(part), part))
        if len(parts) > 1:
            splits.append(tuple(parts))
    return tuple(splits)


def list_features(comparison: Comparison) -> list[Feature]:
    """
    Count what two selections are made of; nothing that neither can have is listed.

    Args:
        comparison: From `compare_selections`.

    Returns:
        In the order of `FEATURES`, then by id; sizes from small to large.
    """
    (sure, may), (other_sure, other_may) = (
        (Counter(_walk_features(side.certain)), Counter(_walk_features(side.possible)))
        for side in (comparison.left, comparison.right)
    )
    return [
        Feature(*key, left=(sure[key], may[key]), right=(other_sure[key], other_may[key]))
        for key in sorted({*may, *other_may}, key=_place_feature)
    ]


def _walk_features(incidence: Incidence) -> Iterator[tuple[FeatureList, str]]:
    for organisation in incidence.registry.organisations.values():
        yield from (("types", type) for type in organisation.types)
    for id, partnership in incidence.registry.partnerships.items():
        yield from (("themes", theme) for theme in partnership.themes)
        yield "kinds", partnership.kind
        yield "sizes", str(incidence.size(id))
    yield from (("roles", one.membership.role) for one in incidence.participations())


def _place_feature(key: tuple[FeatureList, str]) -> tuple[int, int, str]:
    """Sizes are numbers: a longer one is larger."""
    name, id = key
    return FEATURES.index(name), len(id) if name == "sizes" else 0, id


def _select(registry: Registry, selection: Selection) -> Side:
    if selection.period is None:
        incidence = _keep(registry, selection)
        return Side(selection, incidence, incidence)
    select_registry(registry, selection)  # refuses what cannot be asked
    period = read_period(selection.period)
    ran = {
        id: ran_in(find_lifetime(registry, partnership), period)
        for id, partnership in registry.partnerships.items()
    }
    sure, possible = (
        _keep_ran(registry, selection, {id for id in ran if ran[id] in wanted})
        for wanted in (("yes",), ("yes", "not known"))
    )
    return Side(selection, sure, possible)


def _keep_ran(registry: Registry, selection: Selection, ran: Collection[str]) -> Incidence:
    """Select among the partnerships that ran; a passage on others alone is none there."""
    kept = {id: one for id, one in registry.partnerships.items() if id in ran}
    there = replace(registry, partnerships=kept)
    known = set(list_passages(there)) if selection.without_passages else ()
    passages = tuple(one for one in selection.without_passages if one in known)
    weight = max(selection.weight, registry.least_weight)
    rest = replace(selection, period=None, undated=False, without_passages=passages, weight=weight)
    return _keep(there, rest)


def _keep(registry: Registry, selection: Selection) -> Incidence:
    """Select, and keep the organisations that take part in something that is selected."""
    selected = select_registry(registry, selection)
    taking_part = {m.organisation for p in selected.partnerships.values() for m in p.memberships}
    organisations = {id: o for id, o in selected.organisations.items() if id in taking_part}
    return Incidence(replace(selected, organisations=organisations))


def _hold(
    left: Side, right: Side, list_of: Callable[[Incidence], Collection[Any]]
) -> dict[Any, Held]:
    one, other = _ask(left, list_of), _ask(right, list_of)
    return {key: Held(one.get(key, "no"), other.get(key, "no")) for key in sorted({*one, *other})}


def _ask(side: Side, list_of: Callable[[Incidence], Collection[Any]]) -> dict[Any, Ran]:
    certain = list_of(side.certain)
    return {key: "yes" if key in certain else "not known" for key in list_of(side.possible)}
