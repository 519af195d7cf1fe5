"""How much is said by more than one document."""

from collections import Counter
from dataclasses import dataclass

from graph.network.citations import Cited, cite_ties
from graph.network.incidence import Incidence

By = tuple[tuple[int, int], ...]
"""How many documents -> how many things rest on so many; by the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Partnerships and ties by the number of documents that speak of them (`cite_ties`)."""

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
        ties=tuple(sorted(Counter(map(len, cite_ties(incidence))).items())),
    )
