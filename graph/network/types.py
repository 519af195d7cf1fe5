"""Which types of organisation take part in a partnership: one rule for every question of type."""

from collections import Counter
from collections.abc import Mapping

from graph.model.certainty import Certainty, least_sure, surest
from graph.model.records import Partnership, Registry
from graph.network.incidence import Incidence


def list_types(registry: Registry, partnership: Partnership) -> dict[str, Certainty]:
    """
    Map the types that take part in a partnership to how sure that is, by type.

    An organisation answers for all its types, a group for those that it is said to be. Whether
    the text means this organisation or another of its type (`identity`) makes no difference.

    Args:
        registry: Checked data.
        partnership: One of its partnerships.
    """
    found: dict[str, list[Certainty]] = {}
    for member in partnership.memberships:
        for type in registry.organisations[member.organisation].types:
            found.setdefault(type, []).append(member.certainty)
    for one in partnership.groups:
        group = registry.groups[one.group]
        for type in group.types:
            found.setdefault(type, []).append(least_sure(group.certainty, one.certainty))
    return {
        type: least_sure(partnership.certainty, surest(*certainties))
        for type, certainties in sorted(found.items())
    }


def find_company(incidence: Incidence) -> Mapping[str, frozenset[str]]:
    """
    Map each type to the types that a named organisation of it takes part with anywhere.

    The types on the other side are the main ones of other organisations: what an organisation is
    besides, or what is in a group, is company for nobody.
    """
    organisations = incidence.registry.organisations
    company: dict[str, set[str]] = {}
    for id in incidence.partnerships:
        members = [organisations[one.organisation] for one in incidence.members_of(id)]
        main = Counter(one.type for one in members)
        for types in {one.types for one in members}:
            others = main.keys() - ({types[0]} if main[types[0]] == 1 else set())
            for type in types:
                company.setdefault(type, set()).update(others)
    return {type: frozenset(found) for type, found in sorted(company.items())}
