"""With whom an organisation shares a partnership, and who is some steps away."""

from collections.abc import Iterable

from graph.model.listing import Listing
from graph.model.record import record
from graph.model.records import Organisation, Registry, Tie
from graph.network.incidence import Incidence, as_incidence


@record(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """
    An organisation within some steps of another.

    `tie` is None beyond the first step; then `via` names the neighbours one step nearer.
    """

    organisation: Organisation
    hops: int
    tie: Tie | None
    via: tuple[str, ...] = ()

    def __repr__(self) -> str:
        tied = f"weight={self.tie.weight}" if self.tie else f"via={self.via!r}"
        return f"Neighbour({self.organisation.id!r}, hops={self.hops}, {tied})"

    def list_cells(self) -> dict[str, object]:
        """List what a table shows of it."""
        tie = self.tie
        return {
            "id": self.organisation.id,
            "name": self.organisation.name,
            "hops": self.hops,
            "weight": tie.weight if tie else None,
            "newman": tie.newman if tie else None,
            "partnerships": [shared.partnership.name for shared in tie.shared] if tie else [],
            "certainty": tie.certainty if tie else None,
            "sources": tie.sources if tie else (),
            "via": self.via,
        }


def neighbours(registry: Registry | Incidence, id: str, *, hops: int = 1) -> Listing[Neighbour]:
    """
    Find the organisations that share a partnership with one, or are some steps away.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        id: The organisation; one that the selection left out has no neighbours.
        hops: How many steps, 1 or more.

    Returns:
        Nearest first; among the direct ones the strongest tie first (weight, then Newman),
        then by name. A notebook shows the list as a table.

    Raises:
        ValueError: `hops` is below 1.
    """
    if hops < 1:
        raise ValueError("hops must be 1 or more")
    incidence = as_incidence(registry)
    known = incidence.registry.organisations
    ties = incidence.ties_of(id)
    found = {id, *ties}
    answer = [Neighbour(organisation=known[other], hops=1, tie=tie) for other, tie in ties.items()]
    nearer: Iterable[str] = ties
    for step in range(2, hops + 1):
        via = _find_next(incidence, nearer, found)
        if not via:
            break
        answer += [
            Neighbour(organisation=known[other], hops=step, tie=None, via=tuple(by))
            for other, by in via.items()
        ]
        found.update(via)
        nearer = via
    return Listing(sorted(answer, key=_strongest_first))


def _find_next(
    incidence: Incidence, nearer: Iterable[str], found: set[str]
) -> dict[str, list[str]]:
    """Find who is one step further, each with those one step nearer that lead to it; sorted."""
    via: dict[str, list[str]] = {}
    for id in nearer:
        for other in incidence.partners_of(id):
            if other not in found:
                via.setdefault(other, []).append(id)
    return dict(sorted(via.items()))


def _strongest_first(neighbour: Neighbour) -> tuple[int, int, float, str, str]:
    tie, organisation = neighbour.tie, neighbour.organisation
    strength = (-tie.weight, -tie.newman) if tie else (0, 0.0)
    return (neighbour.hops, *strength, organisation.name.casefold(), organisation.id)
