"""The order of roles: who carries a partnership before who only takes part in it."""

ROLE_ORDER = ("lead", "convener", "facilitator", "funder", "advisor", "member", "invited")
"""From the one that says most of an organisation to the one that says least."""

WISHED = "wished"
"""The role of who is wanted and was not asked yet: it takes part in nothing."""

_PLACES = {role: place for place, role in enumerate(ROLE_ORDER)}


def role_place(role: str) -> int:
    """
    Give the place of a role in that order, from 0; a role that the data add comes after all.

    >>> role_place("lead"), role_place("chair")
    (0, 7)
    """
    return _PLACES.get(role, len(ROLE_ORDER))
