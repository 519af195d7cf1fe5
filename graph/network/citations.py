"""Which documents speak of which partnership, and of which tie."""

from collections.abc import Iterator, Mapping

from graph.model.period import read_start
from graph.model.records import Partnership, Registry
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


def find_told(registry: Registry, partnership: Partnership) -> str | None:
    """
    Find of when the newest dated document on a partnership is: a month, or else a year.

    What a document says of now holds then: a status is told with it. None where no document on it
    has a date.
    """
    members = (member.evidence for member in partnership.memberships)
    documents = {one.source for passages in (partnership.evidence, *members) for one in passages}
    dates = (source.date for id in documents if (source := registry.sources.get(id)))
    dated = [(moment.latest, date) for date in dates if date and (moment := read_start(date))]
    if not dated:
        return None
    _, date = max(dated)
    return f"{date[:7]}{date[10:]}" if len(date.rstrip("?~")) == len("2020-07-06") else date


def cite_ties(incidence: Incidence) -> Iterator[frozenset[str]]:
    """
    Find for every tie which documents it rests on, in the order of `Incidence.shared`.

    It rests on the passages of the partnerships that its ends share, and on those of their two
    memberships in these; another member's passage does not support it.
    """
    own = {id: frozenset(p.sources) for id, p in incidence.registry.partnerships.items()}
    apart = {
        (one.membership.organisation, one.partnership.id): more
        for one in incidence.participations()
        if (more := {e.source for e in one.membership.evidence} - own[one.partnership.id])
    }
    for ends, partnerships in incidence.shared.items():
        documents = own[partnerships[0]].union(*(own[id] for id in partnerships[1:]))
        if apart:
            documents = documents.union(
                *(apart.get((end, id), ()) for id in partnerships for end in ends)
            )
        yield documents
