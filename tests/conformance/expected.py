"""What Python answers, in the form in which `answers.js` writes what the script answers."""

from collections.abc import Collection
from dataclasses import asdict, replace
from itertools import combinations
from typing import Any, NamedTuple

from graph.findings.composition import find_composition
from graph.model.records import (
    Barrier,
    Evidence,
    GroupMembership,
    Membership,
    Partnership,
    Registry,
    Relation,
)
from graph.network.components import find_component, find_cut_vertices
from graph.network.incidence import Incidence
from graph.page.block import build_block
from graph.page.data import build_values
from graph.page.filters import list_filters, name_in_script
from graph.query.groups import find_group_partners
from graph.query.path import count_paths, find_paths
from graph.select.filters import DEFAULTS, FILTERS, Selection
from graph.select.selection import select_registry

Record = dict[str, Any]

LEFT_OUT = ("texts", "looks", "shapes", "palette", "dashes")
"""What the model does not read of the data block, and would be most of it."""


def write_registry(registry: Registry) -> Record:
    """The data block of a page, as its script gets it."""
    block = build_block(
        build_values(registry),
        nodes=[],
        options={},
        places=[(0, 0) for _ in registry.partnerships],
        group_places=[(0, 0) for _ in registry.groups],
        most_lines=1,
        most_rows=None,
        communities=[],
        filters=list_filters(registry.least_weight),
    )
    return {name: value for name, value in block["data"].items() if name not in LEFT_OUT}


def write_selection(selection: Selection) -> Record:
    """The choices of a reader that ask for a selection."""
    return {
        name_in_script(one.name): getattr(selection, one.name)
        for one in FILTERS
        if getattr(selection, one.name) != DEFAULTS[one.name]
    }


def answer(registry: Registry, selection: Selection) -> Record:
    """All that is asked of one selection; the ties of a part are never weaker than it holds."""
    least = max(selection.weight, registry.least_weight)
    selected = select_registry(registry, replace(selection, weight=least))
    incidence = Incidence(selected)
    places = {id: place for place, id in enumerate(registry.sources)}
    writer = _Writer(registry.organisations.keys(), places)
    return {
        "organisations": sorted(selected.organisations),
        "sources": sorted(selected.sources),
        "partnerships": [
            writer.write_partnership(one) for _, one in sorted(selected.partnerships.items())
        ],
        "groups": sorted(selected.groups),
        "relations": [writer.write_relation(one) for _, one in sorted(selected.relations.items())],
        "groupPartners": [
            {
                "organisation": id,
                "groups": [
                    {"key": one.group.id, "partnerships": list(one.partnerships)}
                    for one in find_group_partners(incidence, id)
                ],
            }
            for id in sorted(selected.organisations)
        ],
        "regionBarriers": [
            {"id": id, "barriers": [writer.write_barrier(one) for one in region.barriers]}
            for id, region in sorted(selected.vocabulary.regions.items())
            if region.barriers
        ],
        "barriers": [
            [writer.write_barrier(barrier) for barrier in source.barriers]
            for _, source in sorted(selected.sources.items())
        ],
        "types": [
            {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in asdict(one).items()
            }
            for one in find_composition(incidence)
        ],
        "ties": _list_ties(incidence),
        "parts": _list_parts(incidence),
        "paths": _list_paths(registry, incidence),
    }


class _Writer(NamedTuple):
    """Writes records with their passages: what the page of a registry knows of them."""

    organisations: Collection[str]
    places: dict[str, int]

    def write_partnership(self, partnership: Partnership) -> Record:
        return {
            "key": partnership.id,
            "known": partnership.members_known,
            "groups": [self.write_party(one) for one in partnership.groups],
            "evidence": self.write_evidence(partnership.evidence),
            "members": [self.write_member(one) for one in partnership.memberships],
            "wished": [
                self.write_member(one)
                for one in partnership.wished
                if one.organisation in self.organisations
            ],
            "wishedGroups": [self.write_party(one) for one in partnership.wished_groups],
            "barriers": [self.write_barrier(one) for one in partnership.barriers],
        }

    def write_member(self, one: Membership) -> Record:
        return {
            "organisation": one.organisation,
            "role": one.role,
            "certainty": one.certainty,
            "identity": one.identity,
            "roleCertainty": one.role_certainty,
            "note": one.note,
            "evidence": self.write_evidence(one.evidence),
        }

    def write_party(self, one: GroupMembership) -> Record:
        return {
            "key": one.group,
            "role": one.role,
            "certainty": one.certainty,
            "evidence": self.write_evidence(one.evidence),
        }

    def write_relation(self, one: Relation) -> Record:
        evidence = self.write_evidence(one.evidence)
        return {"key": one.id, "ends": [one.origin, one.target], "evidence": evidence}

    def write_barrier(self, one: Barrier) -> Record:
        return {"label": one.label, "evidence": self.write_evidence(one.evidence)}

    def write_evidence(self, evidence: tuple[Evidence, ...]) -> list[list[int]]:
        return [[self.places[one.source], one.line] for one in evidence]


def _list_ties(incidence: Incidence) -> list[Record]:
    return [
        {
            "ends": [tie.left, tie.right],
            "shared": [one.partnership.id for one in tie.shared],
            "sureness": [one.certainty for one in tie.shared],
            "newman": tie.newman,
            "certainty": tie.certainty,
        }
        for tie in incidence.ties()
    ]


def _list_parts(incidence: Incidence) -> list[Record]:
    """By organisation its component, and the parts of that without it: two or more for a cut."""
    cuts = {one.id: one.parts for one in find_cut_vertices(incidence)}
    found = []
    for id in incidence.organisations:
        component = find_component(incidence, id)
        rest = tuple(other for other in component if other != id)
        parts = cuts.get(id, (rest,) if rest else ())
        found.append(
            {
                "organisation": id,
                "component": list(component),
                "without": [list(part) for part in parts],
            }
        )
    return found


def _list_paths(registry: Registry, incidence: Incidence) -> list[Record]:
    """The shortest paths between every two organisations."""
    kept = incidence.registry.organisations
    found = []
    for left, right in combinations(registry.organisations, 2):
        outside = left not in kept or right not in kept
        paths = [] if outside else find_paths(incidence, left, right)
        found.append(
            {
                "ends": [left, right],
                "count": 0 if outside else count_paths(incidence, left, right),
                "outside": outside,
                "paths": [
                    {
                        "stops": list(path.organisations),
                        "partnerships": [one.partnership.id for one in path.shared],
                        "certainties": [one.certainty for one in path.shared],
                    }
                    for path in paths
                ],
            }
        )
    return found
