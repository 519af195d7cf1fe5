"""Which tables have the same people around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.model.records import Partnership
from graph.write.reports.context import Ground
from graph.write.reports.value import Cell, Named, Section, Sentence, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two partnerships, each with two or more named members, that share at least one."""

    left: Partnership
    right: Partnership
    shared: tuple[str, ...]

    @property
    def together(self) -> int:
        """How many organisations they have between them."""
        return self.left.size + self.right.size - len(self.shared)

    @property
    def jaccard(self) -> float:
        """
        Shared members as a share of all members, above 0 to 1.

        Reference: Borgatti and Halgin 2011, Analyzing affiliation networks.
        """
        return len(self.shared) / self.together


def find_overlaps(ground: Ground) -> list[Overlap]:
    """Find the partnerships that share a named member; most alike first."""
    tables = sorted(
        (p for p in ground.registry.partnerships.values() if p.size > 1), key=lambda p: p.id
    )
    members = {p.id: {m.organisation for m in p.memberships} for p in tables}
    found = [
        Overlap(left=left, right=right, shared=tuple(sorted(shared)))
        for left, right in combinations(tables, 2)
        if (shared := members[left.id] & members[right.id])
    ]
    return sorted(found, key=lambda one: (-one.jaccard, one.left.id, one.right.id))


def tell_overlap(ground: Ground) -> Section:
    """Tell which tables overlap, and where that is because one follows the other."""
    found = find_overlaps(ground)
    apart = [one for one in found if _name_phase(ground, one).id == "no"]
    parts: list[Sentence | Table] = []
    if not found:
        parts.append(ground.finding("no_overlap"))
    elif apart:
        parts.append(_tell_most(ground, apart))
    else:
        parts.append(ground.finding("overlap_phases_only"))
    if len(apart) < len(found):
        parts.append(ground.finding("overlap_phases", n=len(found) - len(apart)))
    columns = "left right shared together jaccard phase lists"
    rows = _list_rows(ground, found)
    parts.append(ground.table("overlap", columns, rows, "shared together jaccard"))
    if found:
        parts.append(ground.caveat("overlap_caveat"))
    return ground.section(
        "overlap",
        parts,
        figures={"pairs": len(found), "pairs_that_are_not_phases": len(apart)},
        methods=[
            ground.method("jaccard", "Borgatti & Halgin 2011, Analyzing affiliation networks")
        ],
    )


def _tell_most(ground: Ground, apart: list[Overlap]) -> Sentence:
    best = apart[0]
    return ground.finding(
        "overlap_most",
        left=best.left.name,
        right=best.right.name,
        n=len(best.shared),
        together=best.together,
        names=ground.names(ground.organisations(best.shared)),
    )


def _list_rows(ground: Ground, found: list[Overlap]) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        complete = one.left.members_known == one.right.members_known == "all"
        yield (
            ground.partnership(one.left),
            ground.partnership(one.right),
            len(one.shared),
            one.together,
            one.jaccard,
            _name_phase(ground, one),
            ground.answer("both_complete" if complete else "as_far_as_told"),
        )


def _name_phase(ground: Ground, one: Overlap) -> Named:
    if one.left.id in one.right.follows or one.right.id in one.left.follows:
        return ground.answer("consecutive")
    same = ground.undertakings[one.left.id] == ground.undertakings[one.right.id]
    return ground.answer("same_undertaking" if same else "no")
