"""What was read: which documents, of when, and what each supports."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.period import read_start
from graph.model.records import Registry
from graph.network.citations import Cited
from graph.network.incidence import Incidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """
    The documents that the data rest on.

    `supported`: every document -> the partnerships on which, or on a membership of which, it has
    a passage; sorted. `earliest`, `latest`: dates as the data write them, None where none is
    known. `undated`, `without_publisher`: ids, sorted.
    """

    supported: Mapping[str, tuple[str, ...]]
    earliest: str | None
    latest: str | None
    undated: tuple[str, ...]
    without_publisher: tuple[str, ...]

    @property
    def unused(self) -> tuple[str, ...]:
        """Documents that support no partnership, sorted."""
        return tuple(id for id, partnerships in self.supported.items() if not partnerships)


def find_documents(incidence: Incidence, cited: Cited) -> Documents:
    """
    Find what was read and what it supports; a date in another form is not known.

    Args:
        incidence: Who takes part in what.
        cited: From `cite`.
    """
    registry = incidence.registry
    supported: dict[str, list[str]] = {id: [] for id in sorted(registry.sources)}
    for id, documents in cited.items():
        for document in documents & supported.keys():
            supported[document].append(id)
    dates = {id: source.date for id, source in sorted(registry.sources.items()) if source.date}
    dated = [(moment, date) for date in dates.values() if (moment := read_start(date))]
    return Documents(
        supported={id: tuple(found) for id, found in supported.items()},
        earliest=min(dated, key=lambda one: (one[0].earliest, one[1]))[1] if dated else None,
        latest=max(dated, key=lambda one: (one[0].latest, one[1]))[1] if dated else None,
        undated=_list_undated(registry),
        without_publisher=tuple(
            id for id, source in sorted(registry.sources.items()) if not source.publisher
        ),
    )


def _list_undated(registry: Registry) -> tuple[str, ...]:
    return tuple(
        id
        for id, source in sorted(registry.sources.items())
        if not (source.date and read_start(source.date))
    )
