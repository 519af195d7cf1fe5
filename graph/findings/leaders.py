"""Who takes part in most partnerships with others."""

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
    less than stated. `alone`: as the only named member. `roles`: how often in which role, most
    first, over all of them.
    """

    organisation: str
    undertakings: int
    with_others: int
    inferred: int
    alone: int
    roles: tuple[tuple[str, int], ...]

    @property
    def partnerships(self) -> int:
        """In how many it takes part at all, 0 or more: two-mode degree."""
        return self.with_others + self.alone

    @property
    def is_invited(self) -> bool:
        """Whether some of its memberships are no more than an invitation."""
        return any(role == "invited" for role, _ in self.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaders:
    """
    Every organisation in one ranking, and who comes first by each way to count.

    `counts`: most undertakings first; equal ones by `with_others`, then by `alone`, then by name.
    """

    counts: tuple[Count, ...]

    @property
    def most(self) -> int:
        """The most undertakings that one organisation takes part in, 0 or more."""
        return max((one.undertakings for one in self.counts), default=0)

    @property
    def first(self) -> tuple[Count, ...]:
        """Who takes part in so many; nobody where that is none."""
        most = self.most
        return tuple(one for one in self.counts if one.undertakings == most > 0)

    @property
    def most_by_stage(self) -> int:
        """The most partnerships with others where each stage counts, 0 or more."""
        return max((one.with_others for one in self.counts), default=0)

    @property
    def first_by_stage(self) -> tuple[Count, ...]:
        """Who takes part in so many, where counting stages apart is what brings it there."""
        most = self.most_by_stage
        return tuple(one for one in self.counts if one.with_others == most > one.undertakings)

    @property
    def most_alone(self) -> int:
        """The most partnerships of which one organisation is the only named member, 0 or more."""
        return max((one.alone for one in self.counts), default=0)

    @property
    def first_alone(self) -> tuple[Count, ...]:
        """Who is alone so often; nobody where that is never."""
        most = self.most_alone
        return tuple(one for one in self.counts if one.alone == most > 0)

    @property
    def several(self) -> tuple[Count, ...]:
        """Who takes part in two partnerships or more, alone or not."""
        return tuple(one for one in self.counts if one.partnerships > 1)

    @property
    def once(self) -> int:
        """How many organisations take part in just one partnership."""
        return sum(one.partnerships == 1 for one in self.counts)


def find_leaders(incidence: Incidence, undertakings: Undertakings) -> Leaders:
    """
    Rank the organisations by the partnerships with others that they take part in.

    Args:
        incidence: Who takes part in what.
        undertakings: From `find_undertakings`, of the data before any filter.

    Reference: Borgatti and Everett 1997, Social Networks 19:243-269, for the two-mode degree.
    """
    names = incidence.registry.organisations
    counts = (count_partnerships(incidence, undertakings, id) for id in incidence.organisations)
    return Leaders(
        counts=tuple(
            sorted(
                counts,
                key=lambda one: (
                    *(-one.undertakings, -one.with_others, -one.alone),
                    *(names[one.organisation].name.casefold(), one.organisation),
                ),
            )
        )
    )


def count_partnerships(incidence: Incidence, undertakings: Undertakings, id: str) -> Count:
    """Count the partnerships of one organisation, stages of one undertaking once and apart."""
    memberships = incidence.memberships_of(id)
    shared = [one for one in memberships if incidence.size(one.partnership.id) > 1]
    roles = Counter(one.membership.role for one in memberships)
    return Count(
        organisation=id,
        undertakings=len({undertakings[one.partnership.id] for one in shared}),
        with_others=len(shared),
        inferred=sum(one.is_inferred for one in shared),
        alone=len(memberships) - len(shared),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
    )
