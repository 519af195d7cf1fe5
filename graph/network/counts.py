"""In how many partnerships an organisation takes part: what ranks it, everywhere."""

from collections import Counter
from dataclasses import dataclass

from graph.network.incidence import Incidence
from graph.network.undertakings import Undertakings


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """
    In how many partnerships one organisation takes part.

    `undertakings`: with another named member, the stages of one undertaking counted once.
    `with_others`: the same, each stage counted. `inferred`: how many of these memberships are
    less than stated; `invited`: in how many it was only invited. `alone`: as the only named
    member. `roles`: how often in which role, most first, over all of them.
    """

    organisation: str
    undertakings: int
    with_others: int
    inferred: int
    invited: int
    alone: int
    roles: tuple[tuple[str, int], ...]

    @property
    def partnerships(self) -> int:
        """In how many it takes part at all, 0 or more: two-mode degree."""
        return self.with_others + self.alone


def count_partnerships(incidence: Incidence, undertakings: Undertakings, id: str) -> Count:
    """
    Count the partnerships of one organisation, stages of one undertaking once and apart.

    Args:
        incidence: Who takes part in what.
        undertakings: From `find_undertakings`, of the data before any filter.
        id: The organisation.

    Returns:
        How many with another named member, how many alone, and in which roles.
    """
    memberships = incidence.memberships_of(id)
    shared = [one for one in memberships if incidence.size(one.partnership.id) > 1]
    roles = Counter(one.membership.role for one in memberships)
    return Count(
        organisation=id,
        undertakings=len({undertakings[one.partnership.id] for one in shared}),
        with_others=len(shared),
        inferred=sum(one.is_inferred for one in shared),
        invited=sum(one.membership.role == "invited" for one in shared),
        alone=len(memberships) - len(shared),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
    )


def rank_counts(incidence: Incidence, undertakings: Undertakings) -> tuple[Count, ...]:
    """
    Count for every organisation, the one that takes part in most undertakings first.

    Equal ones go by the partnerships with others where each stage counts, then by those of their
    own, then by name.

    Args:
        incidence: Who takes part in what.
        undertakings: From `find_undertakings`, of the data before any filter.

    Returns:
        A count for each organisation.

    Reference: Borgatti and Everett 1997, Social Networks 19:243-269, for the two-mode degree.
    """
    names = incidence.registry.organisations
    counts = (count_partnerships(incidence, undertakings, id) for id in incidence.organisations)
    return tuple(
        sorted(
            counts,
            key=lambda one: (
                *(-one.undertakings, -one.with_others, -one.alone),
                *(names[one.organisation].name.casefold(), one.organisation),
            ),
        )
    )
