"""Facts -> what the tables and the legend of the page say of each record, by its place."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.findings.facts import Facts
from graph.model.certainty import CERTAINTIES
from graph.network.citations import find_told
from graph.network.incidence import Incidence
from graph.page.data import Record
from graph.page.style.looks import WIDEST_WEIGHT
from graph.query.groups import find_group_partners

ALL_ROWS = 1000
"""Rows of all tables together that the page holds as they are; of more it holds the first."""

MOST_ROWS = 50
"""Rows of a table that are there at once where there are more than `ALL_ROWS`."""

_TABLES = ("organisations", "ties", "partnerships", "groups", "relations", "sources")

Places = Mapping[str, int]
"""Id -> the place of its record in its list."""


def list_rows(facts: Facts, values: Record) -> Record:
    """
    Order the records for the tables, and say what belongs to each.

    Args:
        facts: What was found.
        values: From `build_values`, of the same data.

    Returns:
        `organisations`, `partnerships`, `groups` and `sources`: places, by name; `relations`, by
        the name of who they go out from. `ties`: the heaviest
        first. By organisation `memberships` (place of the partnership and the member, with `sure`),
        `partners` (places, by name), `unnamed` (groups, and in how many of its partnerships they
        take part) and `bodies` (partnerships that it is at the same time); by partnership
        `parts` and `told` (of when what is said of its status is); by group `parties` (place and
        party); by source `supported`.
    """
    incidence = facts.incidence
    organisations = _place(incidence.registry.organisations)
    partnerships = _place(incidence.registry.partnerships)
    groups = _place(incidence.registry.groups)
    names = [organisation["name"].casefold() for organisation in values["organisations"]]
    return {
        "organisations": _by_name(values["organisations"]),
        "partnerships": _by_name(values["partnerships"]),
        "groups": _by_name(values["groups"]),
        "relations": _by_origin(values),
        "bodies": _turn(values["partnerships"], "body", len(organisations)),
        "parts": _turn(values["partnerships"], "partOf", len(partnerships)),
        "told": [
            find_told(incidence.registry, one) for one in incidence.registry.partnerships.values()
        ],
        "parties": _list_parties(values),
        "sources": _by_name(values["sources"], "title"),
        "ties": sorted(
            values["ties"], key=lambda tie: (-len(tie[2]), names[tie[0]], names[tie[1]])
        ),
        "memberships": _list_memberships(incidence, values, organisations, partnerships),
        "partners": [
            sorted(
                (organisations[other] for other in incidence.partners_of(id)),
                key=lambda place: (names[place], place),
            )
            for id in organisations
        ],
        "unnamed": [
            [
                (groups[one.group.id], len(one.partnerships))
                for one in find_group_partners(incidence, id)
            ]
            for id in organisations
        ],
        "supported": [
            sorted(partnerships[one] for one in facts.documents.supported[id])
            for id in incidence.registry.sources
        ],
    }


def limit_rows(values: Record) -> int | None:
    """
    Say how many rows of a table the page holds at once; None where it holds all.

    Args:
        values: From `build_values`.
    """
    return MOST_ROWS if sum(len(values[name]) for name in _TABLES) > ALL_ROWS else None


def cut_rows(rows: Record, most: int | None) -> Record:
    """
    Leave the first rows of each table.

    Args:
        rows: From `list_rows`.
        most: From `limit_rows`.
    """
    return {**rows, **{name: rows[name][:most] for name in _TABLES}}


def count_legend(facts: Facts, values: Record) -> Record:
    """
    Count what the picture shows, by type, weight and certainty.

    Args:
        facts: What was found.
        values: From `build_values`, of the same data.
    """
    types = Counter(organisation["type"] for organisation in values["organisations"])
    weights = Counter(min(len(tie[2]), WIDEST_WEIGHT) for tie in values["ties"])
    certainties = Counter(tie[3] for tie in values["ties"])
    found = {one.certainty for one in facts.incidence.participations()}
    labels, language = values["texts"]["types"], values["language"]
    by_label = sorted(
        types, key=lambda id: (-types[id], labels.get(id, {language: id})[language].casefold(), id)
    )
    return {
        "types": [(id, *values["looks"][id], types[id]) for id in by_label],
        "weights": [(weight, weights[weight]) for weight in sorted(weights)],
        "widest": WIDEST_WEIGHT,
        "certainties": [(id, certainties[id]) for id in CERTAINTIES if id in found],
    }


def _place(records: Mapping[str, Any]) -> Places:
    return {id: place for place, id in enumerate(records)}


def _by_name(records: list[Record], name: str = "name") -> list[int]:
    return sorted(range(len(records)), key=lambda place: (records[place][name].casefold(), place))


def _by_origin(values: Record) -> list[int]:
    """Put relations in the order of the names of who they go out from."""
    lists = {kind[0]: values[kind] for kind in ("organisations", "groups", "partnerships")}
    origins = [one["origin"] for one in values["relations"]]
    names = [lists[ref[0]][int(ref[1:])]["name"].casefold() for ref in origins]
    return sorted(range(len(names)), key=lambda place: (names[place], place))


def _turn(records: list[Record], field: str, count: int) -> list[list[int]]:
    """List for each of so many places the places of the records that refer to it."""
    found: list[list[int]] = [[] for _ in range(count)]
    for place, one in enumerate(records):
        if one[field] is not None:
            found[one[field]].append(place)
    return found


def _list_parties(values: Record) -> list[list[tuple[int, Record]]]:
    found: list[list[tuple[int, Record]]] = [[] for _ in values["groups"]]
    for place, partnership in enumerate(values["partnerships"]):
        for party in (*partnership["groups"], *partnership["wishedGroups"]):
            found[party["group"]].append((place, party))
    return found


def _list_memberships(
    incidence: Incidence, values: Record, organisations: Places, partnerships: Places
) -> list[list[tuple[int, Record]]]:
    members = {
        (member["organisation"], place): member
        for place, partnership in enumerate(values["partnerships"])
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
