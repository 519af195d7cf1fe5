"""A membership by the two ids that name it, and how sure it is."""

from typing import NamedTuple

from graph.network.incidence import Incidence, Participation


class MembershipId(NamedTuple):
    """The organisation, and the partnership that it is a member of."""

    organisation: str
    partnership: str


def identify(participation: Participation) -> MembershipId:
    """Take the ids of a membership."""
    return MembershipId(participation.membership.organisation, participation.partnership.id)


def find_inferred(incidence: Incidence) -> tuple[MembershipId, ...]:
    """
    Find the memberships that are less than stated, by organisation and partnership.

    A membership is as sure as the less sure of itself and its partnership.
    """
    return tuple(identify(one) for one in incidence.participations() if one.is_inferred)
