"""How much is said by more than one document."""

from collections import Counter
from dataclasses import dataclass

from graph.network.citations import Cited
from graph.network.incidence import Incidence

By = tuple[tuple[int, int], ...]
"""How many documents -> how many things rest on so many; by the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """
    Partnerships and ties by the number of documents that speak of them.

    A tie rests on the passages of the partnerships that its ends share, and on those of their
    two memberships in these; another member's passage does not support it.
    """

    partnerships: By
    ties: By

    @property
    def confirmed(self) -> int:
        """How many partnerships stand in two documents or more."""
        return sum(count for documents, count in self.partnerships if documents > 1)

    @property
    def confirmed_ties(self) -> int:
        """How many ties rest on two documents or more."""
        return sum(count for documents, count in self.ties if documents > 1)


def find_confirmation(incidence: Incidence, cited: Cited) -> Confirmation:
    """
    Count on how many documents each partnership and each tie rests.

    Args:
        incidence: Who takes part in what.
        cited: From `cite`.
    """
    return Confirmation(
        partnerships=tuple(sorted(Counter(map(len, cited.values())).items())),
        ties=tuple(sorted(_count_ties(incidence).items())),
    )


def _count_ties(incidence: Incidence) -> Counter[int]:
    own = {id: frozenset(p.sources) for id, p in incidence.registry.partnerships.items()}
    apart = {
        (one.membership.organisation, one.partnership.id): more
        for one in incidence.participations()
        if (more := {e.source for e in one.membership.evidence} - own[one.partnership.id])
    }
    counts: Counter[int] = Counter()
    for ends, partnerships in incidence.shared.items():
        documents = own[partnerships[0]].union(*(own[id] for id in partnerships[1:]))
        if apart:
            documents = documents.union(
                *(apart.get((end, id), ()) for id in partnerships for end in ends)
            )
        counts[len(documents)] += 1
    return counts
