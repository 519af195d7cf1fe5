"""Registry -> answers: who is meant, who the neighbours are, what two organisations share."""

from dataclasses import dataclass

from graph.errors import AmbiguousNameError, UnknownIdError
from graph.model import Organisation, Registry, Shared, Tie
from graph.names import simplify
from graph.project import tie_members


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


def find_organisation(registry: Registry, name: str, *, folded: bool = False) -> Organisation:
    """
    Find the organisation that is meant by an id, a name or an alias.

    Case, accents, signs and the words 'de', 'het' and 'stichting' make no difference.
    An exact id always wins, so that there is a way to name each organisation.

    Args:
        registry: Checked data.
        name: What the user typed.
        folded: Answer with the outermost parent where a unit is meant.

    Raises:
        UnknownIdError: Nothing fits; `suggestions` are the nearest names.
        AmbiguousNameError: More than one fits; `ids` are those.
    """
    organisation = registry.organisations.get(name) or _find_by_form(registry, name)
    while folded and organisation.part_of:
        organisation = registry.organisations[organisation.part_of]
    return organisation


def _find_by_form(registry: Registry, name: str) -> Organisation:
    wanted = simplify(name)
    fits = [
        organisation
        for organisation in registry.organisations.values()
        if wanted in {simplify(form) for form in list_names(organisation)}
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise AmbiguousNameError(name, [(o.id, o.name) for o in fits])
    raise UnknownIdError(name, "organisation", suggest_names(registry, name))


def list_names(organisation: Organisation) -> list[str]:
    """List the id, the name and the aliases of an organisation."""
    return [organisation.id, organisation.name, *(alias.text for alias in organisation.aliases)]


def suggest_names(registry: Registry, name: str, *, count: int = 3) -> list[str]:
    """Find the names that look or begin most like what was typed, best first."""
    from difflib import SequenceMatcher  # only where nothing fits: it costs start-up time

    wanted = simplify(name)
    best: dict[str, float] = {}
    for organisation in registry.organisations.values():
        for form in list_names(organisation):
            key = simplify(form)
            likeness = SequenceMatcher(None, wanted, key, autojunk=False).ratio()
            if wanted and (f" {wanted}" in f" {key}" or f" {key} " in f" {wanted} "):
                likeness = max(likeness, 0.9)
            best[organisation.name] = max(best.get(organisation.name, 0.0), likeness)
    ordered = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [found for found, likeness in ordered[:count] if likeness >= 0.6]


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
