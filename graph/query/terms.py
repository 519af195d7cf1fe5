"""Lists of the words that the data can use: types, kinds, roles, themes and regions."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Literal

from graph.model.records import Registry
from graph.model.regions import list_around
from graph.network.incidence import Incidence, as_incidence
from graph.query.listing import Record
from graph.schema.fields import LABELS

Terms = Literal["types", "kinds", "roles", "themes", "regions"]


def list_terms(registry: Registry | Incidence, terms: Terms) -> list[Record]:
    """
    List the words of one list, sorted by id: the built-in ones and those that the file adds.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`, in which they are counted.
        terms: Which list.

    Returns:
        Records with `id`, a label in each language (`label_nl`, `label_en`; None where it has
        none), and how often it is used: `organisations` (of a type), `memberships` (in a role), or
        `partnerships` (of a kind, on a theme, in a region or in one within it). A region also has
        `within` (the next one around it) and `organisations` (at home in it, or in one within it).
        A word that nothing uses is in the list as well.
    """
    registry = as_incidence(registry).registry
    known = getattr(registry.vocabulary, terms)
    counts = _COUNTS[terms](registry)
    return [
        {
            "id": id,
            **{f"label_{one.name}": term.labels.get(one.name) for one in LABELS},
            **({"within": term.within} if terms == "regions" else {}),
            **{what: counted[id] for what, counted in counts.items()},
        }
        for id, term in sorted(known.items())
    ]


def _count_types(registry: Registry) -> Mapping[str, Counter[str]]:
    organisations = registry.organisations.values()
    return {"organisations": Counter(type for one in organisations for type in one.types)}


def _count_kinds(registry: Registry) -> Mapping[str, Counter[str]]:
    return {"partnerships": Counter(one.kind for one in registry.partnerships.values())}


def _count_roles(registry: Registry) -> Mapping[str, Counter[str]]:
    partnerships = registry.partnerships.values()
    return {"memberships": Counter(m.role for one in partnerships for m in one.memberships)}


def _count_themes(registry: Registry) -> Mapping[str, Counter[str]]:
    partnerships = registry.partnerships.values()
    return {"partnerships": Counter(theme for one in partnerships for theme in one.themes)}


def _count_regions(registry: Registry) -> Mapping[str, Counter[str]]:
    """Count in each region what lies in it, once, however many regions within it have it."""
    known = registry.vocabulary.regions

    def count(places: Iterable[Iterable[str]]) -> Counter[str]:
        around = ({id for one in regions for id in list_around(known, one)} for regions in places)
        return Counter(chain.from_iterable(around))

    homes = ((one.region,) for one in registry.organisations.values() if one.region)
    return {
        "partnerships": count(one.regions for one in registry.partnerships.values()),
        "organisations": count(homes),
    }


_COUNTS: Mapping[Terms, Callable[[Registry], Mapping[str, Counter[str]]]] = {
    "types": _count_types,
    "kinds": _count_kinds,
    "roles": _count_roles,
    "themes": _count_themes,
    "regions": _count_regions,
}
