"""Which documents speak of which partnership."""

from collections.abc import Mapping

from graph.network.incidence import Incidence

Cited = Mapping[str, frozenset[str]]
"""Id of a partnership -> the documents with a passage on it or on a membership of it."""


def cite(incidence: Incidence) -> Cited:
    """Find for every partnership which documents speak of it or of a membership of it."""
    return {
        id: frozenset(
            passage.source
            for passages in (
                incidence.registry.partnerships[id].evidence,
                *(member.evidence for member in incidence.members_of(id)),
            )
            for passage in passages
        )
        for id in incidence.partnerships
    }
