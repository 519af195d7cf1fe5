"""Who takes part in most partnerships with others."""

from dataclasses import dataclass

from graph.network.counts import Count, rank_counts
from graph.network.incidence import Incidence
from graph.network.undertakings import Undertakings


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaders:
    """
    Every organisation in one ranking, and who comes first by each way to count.

    `counts`: in the order of `rank_counts`.
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
    """
    return Leaders(counts=rank_counts(incidence, undertakings))
