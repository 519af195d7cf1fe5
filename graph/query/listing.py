"""Lists of organisations, partnerships, sources, ties, relations and barriers, as plain records."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from graph.model.collector import collector_paused
from graph.model.ends import name_end
from graph.model.records import Evidence, Partnership, Registry, Tie
from graph.network.barriers import find_barriers, name_hampered
from graph.network.counts import count_partnerships, rank_counts
from graph.network.incidence import Incidence, as_incidence
from graph.network.types import list_types
from graph.network.undertakings import find_undertakings
from graph.query.card import show_sources
from graph.scan.mentions import Mention

Record = dict[str, Any]
"""One row: text, numbers, None for what is not known, and lists of text."""

Verdict = Literal["yes", "no", "not known"]


@collector_paused()
def list_organisations(
    registry: Registry | Incidence, *, whole: Registry | None = None
) -> list[Record]:
    """
    List the organisations, sorted by id.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        whole: The data before any filter, from which the stages of undertakings are read.

    Returns:
        Records with `id`, `name`, `type`, `region`, `partnerships` (in how many it takes part),
        `partners` (with how many it shares one), `regions` (those of its partnerships),
        `undertakings` (partnerships with another named member, the stages of one undertaking
        counted once), `with_others` (the same, each stage counted) and `alone` (as the only named
        member).
    """
    incidence = as_incidence(registry)
    undertakings = find_undertakings(whole or incidence.registry)
    rows = []
    for id in incidence.organisations:
        organisation = incidence.registry.organisations[id]
        partnerships = [partnership for partnership, _ in incidence.memberships_of(id)]
        counted = count_partnerships(incidence, undertakings, id)
        rows.append(
            {
                "id": id,
                "name": organisation.name,
                "type": organisation.type,
                "region": organisation.region,
                "partnerships": len(partnerships),
                "partners": incidence.count_partners(id),
                "regions": sorted({region for p in partnerships for region in p.regions}),
                "undertakings": counted.undertakings,
                "with_others": counted.with_others,
                "alone": counted.alone,
            }
        )
    return rows


def rank_organisations(
    registry: Registry | Incidence, *, whole: Registry | None = None
) -> dict[str, int]:
    """
    Rank the organisations by the partnerships with others that they take part in.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        whole: The data before any filter, from which the stages of undertakings are read.

    Returns:
        The place of each, from 0, who takes part in most undertakings first.
    """
    incidence = as_incidence(registry)
    counts = rank_counts(incidence, find_undertakings(whole or incidence.registry))
    return {count.organisation: place for place, count in enumerate(counts)}


@collector_paused()
def list_partnerships(registry: Registry | Incidence) -> list[Record]:
    """
    List the partnerships, sorted by id.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Records with `id`, `name`, `kind`, `members` (how many are named), `members_known`,
        `groups` (labels), `regions`, `themes`, `period`, `status`, `certainty`, `follows`
        and `sources`.
    """
    incidence = as_incidence(registry)
    registry = incidence.registry
    return [
        {
            "id": id,
            "name": partnership.name,
            "kind": partnership.kind,
            "members": incidence.size(id),
            "members_known": partnership.members_known,
            "groups": [registry.groups[group.group].label for group in partnership.groups],
            "regions": list(partnership.regions),
            "themes": list(partnership.themes),
            "period": partnership.period.text if partnership.period else None,
            "status": partnership.status,
            "certainty": partnership.certainty,
            "follows": list(partnership.follows),
            "sources": list(partnership.sources),
        }
        for id, partnership in sorted(registry.partnerships.items())
    ]


def list_sources(registry: Registry | Incidence, mentions: Sequence[Mention]) -> list[Record]:
    """
    List the documents, sorted by id.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        mentions: Where the documents name organisations, from `find_mentions`.

    Returns:
        Records with `id`, `title`, `publisher`, `date`, `partnerships` (how many it supports),
        `placed` (how many organisations it places in one) and `mentioned` (how many it names
        without placing them anywhere).
    """
    incidence = as_incidence(registry)
    return [
        {
            "id": card.source.id,
            "title": card.source.title,
            "publisher": card.source.publisher,
            "date": card.source.date,
            "partnerships": len(card.supports),
            "placed": len(card.places),
            "mentioned": len(card.mentions),
        }
        for card in show_sources(incidence, incidence.registry.sources.values(), mentions)
    ]


@collector_paused()
def list_ties(registry: Registry | Incidence) -> list[Record]:
    """
    List the ties, the strongest first.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Records with `left`, `right` (ids), `left_name`, `right_name`, `weight`, `newman`,
        `certainty`, `partnerships` and `sources` (ids), `first_year` and `last_year`.
    """
    incidence = as_incidence(registry)
    records = [_record_tie(incidence, tie) for tie in incidence.ties()]
    # stable: the ends, in whose order they come, decide where the numbers do not
    return sorted(records, key=lambda record: (-record["weight"], -record["newman"]))


def list_strongest_ties(registry: Registry | Incidence, most: int) -> tuple[list[Record], int]:
    """
    List the first of the ties as `list_ties` does, and count all; no other tie becomes a record.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        most: How many to list.

    Raises:
        ImportError: The extra `tables` is not installed.
    """
    from graph.network.columns.engine import fill_tables, open_duckdb
    from graph.network.columns.ties import find_strongest, project_ties

    incidence = as_incidence(registry)
    with open_duckdb() as engine:
        ties = engine.keep("ties", project_ties(fill_tables(engine, incidence)))
        count: int = ties.count().to_pyarrow().as_py()
        found = find_strongest(ties, most).to_pyarrow().to_pylist()
    strongest = (incidence.find_tie(one["left"], one["right"]) for one in found)
    return [_record_tie(incidence, tie) for tie in strongest if tie], count


def _record_tie(incidence: Incidence, tie: Tie) -> Record:
    organisations = incidence.registry.organisations
    return {
        "left": tie.left,
        "left_name": organisations[tie.left].name,
        "right": tie.right,
        "right_name": organisations[tie.right].name,
        "weight": tie.weight,
        "newman": tie.newman,
        "certainty": tie.certainty,
        "partnerships": [shared.partnership.id for shared in tie.shared],
        "sources": list(tie.sources),
        "first_year": tie.first_year,
        "last_year": tie.last_year,
    }


def list_relations(registry: Registry | Incidence) -> list[Record]:
    """
    List the relations, sorted by id: who does what to whom. None of them is a tie.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Records with `id`, `from`, `from_name`, `kind`, `to`, `to_name`, `period`, `certainty`,
        `sources` (ids) and `note`.
    """
    registry = registry.registry if isinstance(registry, Incidence) else registry
    return [
        {
            "id": id,
            "from": relation.origin,
            "from_name": name_end(registry, relation.origin),
            "kind": relation.kind,
            "to": relation.target,
            "to_name": name_end(registry, relation.target),
            "period": relation.period.text if relation.period else None,
            "certainty": relation.certainty,
            "sources": _list_sources(relation.evidence),
            "note": relation.note,
        }
        for id, relation in sorted(registry.relations.items())
    ]


def list_barriers(registry: Registry | Incidence) -> list[Record]:
    """
    List what hampers collaboration, as the documents tell it.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Records with `label`, `hampers` (partnership, region or source), `id` and `name` of that,
        `certainty`, `sources` (ids) and `note`: those of partnerships first, then of regions and
        of documents, each by id.
    """
    registry = registry.registry if isinstance(registry, Incidence) else registry
    return [
        {
            "label": one.barrier.label,
            "hampers": one.kind,
            "id": one.id,
            "name": name_hampered(registry, one),
            "certainty": one.barrier.certainty,
            "sources": _list_sources(one.barrier.evidence),
            "note": one.barrier.note,
        }
        for one in find_barriers(registry)
    ]


def lacks_type(registry: Registry, partnership: Partnership, type: str) -> Verdict:
    """
    Tell whether a partnership has no member of a type: yes, no, or not known.

    "yes" only where every member is known. A group answers for the types that it is said to be,
    and for no other: of a group without a type nothing is known. Whether the text means this
    organisation or another of its type makes no difference.

    Args:
        registry: Checked data.
        partnership: One of its partnerships.
        type: Id of a type of organisations.

    Returns:
        "yes", "no" or "not known".
    """
    if type in list_types(registry, partnership):
        return "no"
    return "yes" if partnership.is_complete else "not known"


def find_mentioned_only(registry: Registry) -> set[str]:
    """
    Find the organisations that no document places in a partnership.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        Their ids. It does not say that they work alone: only that nothing is told.
    """
    taking_part = {m.organisation for p in registry.partnerships.values() for m in p.memberships}
    return set(registry.organisations) - taking_part


def _list_sources(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({passage.source for passage in evidence})
