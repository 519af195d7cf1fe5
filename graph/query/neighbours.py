"""With whom an organisation shares a partnership, and what two organisations share."""

from dataclasses import dataclass

from graph.model.records import Organisation, Registry, Shared, Tie
from graph.network.project import tie_members


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """
    An organisation within some steps of another.

    `tie` is None beyond the first step; then `via` names the neighbours one step nearer.
    """

    organisation: Organisation
    hops: int
    tie: Tie | None
    via: tuple[str, ...] = ()


def neighbours(registry: Registry, id: str, *, hops: int = 1) -> list[Neighbour]:
    """
    Find the organisations that share a partnership with one, or are some steps away.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        id: The organisation; one that the selection left out has no neighbours.
        hops: How many steps, 1 or more.

    Returns:
        Nearest first; among the direct ones the strongest tie first (weight, then Newman),
        then by name.

    Raises:
        ValueError: `hops` is below 1.
    """
    if hops < 1:
        raise ValueError("hops must be 1 or more")
    direct = list_ties(registry, id)
    found = {id}
    answer = []
    for other, tie in sorted(direct.items()):
        found.add(other)
        answer.append(Neighbour(organisation=registry.organisations[other], hops=1, tie=tie))
    ring = sorted(direct)
    for step in range(2, hops + 1):
        via: dict[str, list[str]] = {}
        for nearer in ring:
            for other in list_ties(registry, nearer):
                if other not in found:
                    via.setdefault(other, []).append(nearer)
        ring = sorted(via)
        found.update(ring)
        answer.extend(
            Neighbour(
                organisation=registry.organisations[other],
                hops=step,
                tie=None,
                via=tuple(via[other]),
            )
            for other in ring
        )
        if not ring:
            break
    return sorted(answer, key=_strongest_first)


def list_ties(registry: Registry, id: str) -> dict[str, Tie]:
    """List the ties of one organisation by the id at the other end."""
    tables = (
        (partnership, partnership.memberships)
        for partnership in registry.partnerships.values()
        if any(membership.organisation == id for membership in partnership.memberships)
    )
    return {tie.right if tie.left == id else tie.left: tie for tie in tie_members(tables, of=id)}


def shared_partnerships(registry: Registry, left: str, right: str) -> tuple[Shared, ...]:
    """
    Find the partnerships that two organisations share, sorted by id, each with both memberships.

    `left` and `right` of the answer are in the order of the question.
    """
    tie = list_ties(registry, left).get(right)
    if not tie:
        return ()
    if tie.left == left:
        return tie.shared
    from dataclasses import replace

    return tuple(replace(s, left=s.right, right=s.left) for s in tie.shared)


def _strongest_first(neighbour: Neighbour) -> tuple[int, int, float, str, str]:
    tie, organisation = neighbour.tie, neighbour.organisation
    strength = (-tie.weight, -tie.newman) if tie else (0, 0.0)
    return (neighbour.hops, *strength, organisation.name.casefold(), organisation.id)
