"""Facts -> what the tables and the legend of the page say of each record, by its place."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.findings.facts import Facts
from graph.model.certainty import CERTAINTIES
from graph.network.incidence import Incidence
from graph.page.data import Record
from graph.page.style.looks import WIDEST_WEIGHT

Places = Mapping[str, int]
"""Id -> the place of its record in its list."""


def list_rows(facts: Facts, told: Record) -> Record:
    """
    Order the records for the tables, and say what belongs to each.

    Args:
        facts: What was found.
        told: From `tell_registry`, of the same data.

    Returns:
        `organisations`, `partnerships` and `sources`: places, by name. `ties`: the heaviest
        first. By organisation `memberships` (place of the partnership and the member, with `sure`)
        and `partners` (places, by name); by source `supported` (places of partnerships).
    """
    incidence = facts.incidence
    organisations = _place(incidence.registry.organisations)
    partnerships = _place(incidence.registry.partnerships)
    names = [organisation["name"].casefold() for organisation in told["organisations"]]
    return {
        "organisations": _by_name(told["organisations"]),
        "partnerships": _by_name(told["partnerships"]),
        "sources": _by_name(told["sources"], "title"),
        "ties": sorted(told["ties"], key=lambda tie: (-len(tie[2]), names[tie[0]], names[tie[1]])),
        "memberships": _list_memberships(incidence, told, organisations, partnerships),
        "partners": [
            sorted(
                (organisations[other] for other in incidence.partners_of(id)),
                key=lambda place: (names[place], place),
            )
            for id in organisations
        ],
        "supported": [
            sorted(partnerships[one] for one in facts.documents.supported[id])
            for id in incidence.registry.sources
        ],
    }


def count_legend(facts: Facts, told: Record) -> Record:
    """
    Count what the picture shows, by type, weight and certainty.

    Args:
        facts: What was found.
        told: From `tell_registry`, of the same data.
    """
    types = Counter(organisation["type"] for organisation in told["organisations"])
    weights = Counter(min(len(tie[2]), WIDEST_WEIGHT) for tie in told["ties"])
    certainties = Counter(tie[3] for tie in told["ties"])
    found = {one.certainty for one in facts.incidence.participations()}
    labels, language = told["texts"]["types"], told["language"]
    by_label = sorted(
        types, key=lambda id: (-types[id], labels.get(id, {language: id})[language].casefold(), id)
    )
    return {
        "types": [(id, *told["looks"][id], types[id]) for id in by_label],
        "weights": [(weight, weights[weight]) for weight in sorted(weights)],
        "widest": WIDEST_WEIGHT,
        "certainties": [(id, certainties[id]) for id in CERTAINTIES if id in found],
    }


def _place(records: Mapping[str, Any]) -> Places:
    return {id: place for place, id in enumerate(records)}


def _by_name(records: list[Record], name: str = "name") -> list[int]:
    return sorted(range(len(records)), key=lambda place: (records[place][name].casefold(), place))


def _list_memberships(
    incidence: Incidence, told: Record, organisations: Places, partnerships: Places
) -> list[list[tuple[int, Record]]]:
    members = {
        (member["organisation"], place): member
        for place, partnership in enumerate(told["partnerships"])
        for member in partnership["members"]
    }
    return [
        [
            (place, members[organisations[id], place] | {"sure": one.certainty})
            for one in incidence.memberships_of(id)
            for place in [partnerships[one.partnership.id]]
        ]
        for id in organisations
    ]
