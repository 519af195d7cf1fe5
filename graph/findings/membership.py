"""A membership by the two ids that name it, and how sure it is."""

from collections import Counter
from typing import Literal, NamedTuple

from graph.model.certainty import Certainty
from graph.model.record import record
from graph.network.incidence import Incidence, Participation

Doubt = Literal["part", "identity", "partnership", "role"]
DOUBTS: tuple[Doubt, ...] = ("part", "identity", "partnership", "role")


class MembershipId(NamedTuple):
    """The organisation, and the partnership that it is a member of."""

    organisation: str
    partnership: str


@record(frozen=True, slots=True, kw_only=True)
class Doubts:
    """
    How many memberships are less than stated, by what is in doubt; one can be so in several.

    `part`: whether it takes part. `identity`: whether the text means this organisation.
    `partnership`: whether there is such a partnership. `role`: in what role.
    """

    part: int
    identity: int
    partnership: int
    role: int


def list_doubts(one: Participation) -> tuple[tuple[Doubt, Certainty], ...]:
    """List what of a membership is less than stated, each with how sure it is."""
    membership = one.membership
    certainties: tuple[tuple[Doubt, Certainty], ...] = (
        ("part", membership.certainty),
        ("identity", membership.identity),
        ("partnership", one.partnership.certainty),
        ("role", membership.role_certainty),
    )
    return tuple((doubt, certainty) for doubt, certainty in certainties if certainty != "high")


def count_doubts(incidence: Incidence) -> Doubts:
    """Count the memberships by what of them is less than stated."""
    counts = Counter(doubt for one in incidence.participations() for doubt, _ in list_doubts(one))
    return Doubts(**{field: counts[field] for field in DOUBTS})


def identify(participation: Participation) -> MembershipId:
    """Take the ids of a membership."""
    return MembershipId(participation.membership.organisation, participation.partnership.id)


def find_inferred(incidence: Incidence) -> tuple[MembershipId, ...]:
    """
    Find the memberships that are less than stated, by organisation and partnership.

    A membership is as sure as the less sure of itself and its partnership.
    """
    return tuple(identify(one) for one in incidence.participations() if one.is_inferred)
