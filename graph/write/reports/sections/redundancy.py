"""Whose tables are linked by nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.model.records import Partnership
from graph.write.reports.context import Ground
from graph.write.reports.value import Cell, Section, Sentence, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Redundancy:
    """
    How much of what an organisation links is linked by another too.

    `tables`: its partnerships with two or more named members, 2 or more. `also`: the pairs of
    these that share another organisation, out of `pairs`.
    """

    id: str
    tables: tuple[Partnership, ...]
    also: int

    @property
    def pairs(self) -> int:
        """How many pairs its tables make, 1 or more."""
        return len(self.tables) * (len(self.tables) - 1) // 2

    @property
    def share(self) -> float:
        """
        The share of the pairs that another links too, 0 to 1.

        Reference: Latapy, Magnien and Del Vecchio 2008, Social Networks 30:31-48.
        """
        return self.also / self.pairs


def find_redundancy(ground: Ground) -> list[Redundancy]:
    """Find for each organisation with two such tables or more who else links them, by id."""
    members = {
        id: frozenset(m.organisation for m in partnership.memberships)
        for id, partnership in ground.registry.partnerships.items()
    }
    found = []
    for id, seats in ground.seats.items():
        tables = tuple(partnership for partnership, _ in seats if partnership.size > 1)
        if len(tables) > 1:
            also = sum(
                bool(members[left.id] & members[right.id] - {id})
                for left, right in combinations(tables, 2)
            )
            found.append(Redundancy(id=id, tables=tables, also=also))
    return found


def tell_redundancy(ground: Ground) -> Section:
    """Tell who is the only named link between its tables."""
    found = find_redundancy(ground)
    only = [one for one in found if not one.also]
    parts: list[Sentence | Table] = [
        ground.finding(
            "only_link",
            name=ground.organisation(one.id).name,
            tables=ground.speaker.join([table.name for table in one.tables]),
        )
        for one in only
    ]
    if not only:
        parts.append(ground.finding("no_only_link" if found else "no_redundancy"))
    parts.append(
        ground.table(
            "redundancy",
            "organisation tables pairs also redundancy",
            _list_rows(ground, found),
            "tables pairs also redundancy",
        )
    )
    if found:
        parts.append(ground.caveat("redundancy_caveat"))
    return ground.section(
        "redundancy",
        parts,
        figures={"organisations": len(found), "only_links": len(only)},
        methods=[
            ground.method(
                "redundancy", "Latapy, Magnien & Del Vecchio 2008, Social Networks 30:31–48"
            )
        ],
    )


def _list_rows(ground: Ground, found: list[Redundancy]) -> Iterator[tuple[Cell, ...]]:
    for one in sorted(found, key=lambda one: (one.share, -one.pairs, one.id)):
        yield (ground.organisation(one.id), len(one.tables), one.pairs, one.also, one.share)
