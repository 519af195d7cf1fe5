"""Which types of organisation take part, and which are missing where that can be known."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.network.incidence import Incidence
from graph.network.types import find_company, list_types


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """
    The types of those that take part in one partnership, members and groups.

    `stated`: types of which it is stated that one takes part, whichever organisation that is.
    `inferred`: types of which that is less than stated for each. `unnamed`: types that are not
    here and take part elsewhere in these data with a type that is. `missing`: these, where every
    party is known; None where not. All sorted.
    """

    partnership: str
    stated: tuple[str, ...]
    inferred: tuple[str, ...]
    unnamed: tuple[str, ...]
    missing: tuple[str, ...] | None


def find_composition(incidence: Incidence) -> tuple[Composition, ...]:
    """
    Find who is there by type, and who is not, in three values; partnerships by id.

    Who is missing is known only where every member is: the list is complete, and no party is a
    group without names, which can hold any type. A type is missed only where its like takes part
    elsewhere with a type that is here: so the data themselves say what belongs together, and a
    type that stands alone in them is missed nowhere.
    """
    company = find_company(incidence)
    return tuple(_compose(incidence, id, company) for id in incidence.partnerships)


def _compose(incidence: Incidence, id: str, company: Mapping[str, frozenset[str]]) -> Composition:
    partnership = incidence.registry.partnerships[id]
    present = list_types(incidence.registry, partnership)
    others = frozenset[str]().union(*(company.get(type, ()) for type in present))
    unnamed = tuple(sorted(others - present.keys()))
    return Composition(
        partnership=id,
        stated=tuple(type for type, certainty in present.items() if certainty == "high"),
        inferred=tuple(type for type, certainty in present.items() if certainty != "high"),
        unnamed=unnamed,
        missing=unnamed if partnership.is_complete else None,
    )
