"""Which types of organisation take part, and which are missing where that can be known."""

from dataclasses import dataclass

from graph.network.incidence import Incidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """
    The types of the members of one partnership.

    `stated`: types of which a member is stated. `inferred`: types of which every member is less
    than stated. `missing`: types that take part somewhere in these data and not here; None where
    that is not known. All sorted.
    """

    partnership: str
    stated: tuple[str, ...]
    inferred: tuple[str, ...]
    missing: tuple[str, ...] | None


def find_composition(incidence: Incidence) -> tuple[Composition, ...]:
    """
    Find who is there by type, and who is not, in three values; partnerships by id.

    Who is missing is known only where every member is: the list is complete, and no party is a
    group without names, which can hold any type.
    """
    types = set(find_types(incidence))
    return tuple(_compose(incidence, id, types) for id in incidence.partnerships)


def find_types(incidence: Incidence) -> tuple[str, ...]:
    """Find the types of the organisations that take part in anything: the check list."""
    organisations = incidence.registry.organisations
    return tuple(
        sorted({organisations[id].type for id in organisations if incidence.memberships_of(id)})
    )


def _compose(incidence: Incidence, id: str, types: set[str]) -> Composition:
    partnership = incidence.registry.partnerships[id]
    present: dict[str, bool] = {}
    for membership in incidence.members_of(id):
        type = incidence.registry.organisations[membership.organisation].type
        stated = membership.certainty == partnership.certainty == "high"
        present[type] = present.get(type, False) or stated
    return Composition(
        partnership=id,
        stated=tuple(sorted(type for type, stated in present.items() if stated)),
        inferred=tuple(sorted(type for type, stated in present.items() if not stated)),
        missing=tuple(sorted(types - present.keys())) if partnership.is_complete else None,
    )
