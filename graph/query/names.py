"""Who is meant by an id, a name or an alias."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from graph.model.errors import (
    AmbiguousNameError,
    NotOrganisationError,
    UnknownIdError,
)
from graph.model.kept import list_candidates
from graph.model.names import simplify, squeeze
from graph.model.records import (
    Group,
    NotOrganisation,
    Organisation,
    Partnership,
    Registry,
    Source,
    Term,
)

Known = Organisation | Partnership | Source | Group | Term | NotOrganisation
"""What can be asked about by a name."""

AnyKnown = TypeVar("AnyKnown", bound=Known)

_SQUEEZED = 4
"""Letters that a name has at least, where its spaces make no difference."""

_LIKE = 0.6
"""How much a name must look like what was typed to be suggested, 0 to 1."""


_BEGINS = 0.9
"""How much a name is said to look like the start of one of its words."""

_HOLDS = 0.8
"""How much like letters in the midst of one: Dutch writes many words as one."""


def find_organisation(registry: Registry, name: str, *, folded: bool = False) -> Organisation:
    """
    Find the organisation that is meant by an id, a name or an alias.

    Case, accents, signs and the words 'de', 'het' and 'stichting' make no difference, and spaces
    only where nothing fits otherwise. An exact id always wins, so that there is a way to name each
    organisation.

    Args:
        registry: Checked data.
        name: What the user typed.
        folded: Answer with the outermost parent where a unit is meant.

    Returns:
        The one organisation that fits.

    Raises:
        UnknownIdError: Nothing fits; `suggestions` are the nearest names.
        NotOrganisationError: It is the name of something else; an UnknownIdError too.
        AmbiguousNameError: More than one fits; `ids` are those.
    """
    organisation = registry.organisations.get(name) or _find_by_form(registry, name)
    while folded and organisation.part_of:
        organisation = registry.organisations[organisation.part_of]
    return organisation


def _find_by_form(registry: Registry, name: str) -> Organisation:
    wanted = simplify(name)
    fits = [o for o in list_candidates(registry.organisations, wanted) if _fits(wanted, o)]
    fits = fits or _find_squeezed(name, registry.organisations)
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise AmbiguousNameError(name, [(o.id, o.name) for o in fits])
    near = suggest_names(registry.organisations.values(), name)
    _refuse(registry, name, near)
    raise UnknownIdError(name, "organisation", near)


def find_record(registry: Registry, name: str) -> Known:
    """
    Find what is meant by an id, a name, an alias, a title or a label.

    As `find_organisation`, with partnerships and documents beside. Where none of these fits, it
    may be a group, a region, a theme, or a name that was judged to be no organisation.

    Args:
        registry: Checked data.
        name: What the user typed.

    Returns:
        The one record that fits; an exact id goes before names.

    Raises:
        UnknownIdError: Nothing fits.
        AmbiguousNameError: More than one thing fits.
    """
    first: Sequence[Mapping[str, Known]] = (
        *(registry.organisations, registry.partnerships, registry.sources),
    )
    further = _list_further(registry)
    for known in (*first, *further):
        if name in known:
            return known[name]
    wanted = simplify(name)
    for maps in (first, further):
        fits = [
            one for known in maps for one in list_candidates(known, wanted) if _fits(wanted, one)
        ]
        fits = fits or [one for known in maps for one in _find_squeezed(name, known)]
        if len(fits) == 1:
            return fits[0]
        if fits:
            choices = [(one.id, one.names[1]) for one in fits]
            raise AmbiguousNameError(name, choices, "things")
    records = (one for known in (*first, *further) for one in known.values())
    raise UnknownIdError(name, "record", suggest_names(records, name))


def _list_further(registry: Registry) -> "Sequence[Mapping[str, Known]]":
    """List what has no partners of its own, but can be asked about."""
    words = registry.vocabulary
    return (registry.groups, words.regions, words.themes, registry.not_organisations)


def _refuse(registry: Registry, name: str, suggestions: Sequence[str]) -> None:
    """Stop where a name is known, but is not that of an organisation."""
    wanted = simplify(name)
    kinds = ("partnerships", "groups", "regions", "themes", "not_organisations")
    for kind, known in zip(kinds, (registry.partnerships, *_list_further(registry)), strict=True):
        for one in list_candidates(known, wanted):
            if one.id == name or _fits(wanted, one):
                raise NotOrganisationError(name, one.id, kind, suggestions)


def _find_squeezed(name: str, known: Mapping[str, AnyKnown]) -> list[AnyKnown]:
    """Find what has the name but for its spaces; a short one could be anything."""
    wanted = squeeze(name)
    if len(wanted) < _SQUEEZED:
        return []
    return [one for one in known.values() if any(squeeze(form) == wanted for form in one.names)]


def _fits(wanted: str, record: Known) -> bool:
    return any(simplify(form) == wanted for form in record.names)


def suggest_names(records: Iterable[Known], name: str, *, count: int = 3) -> list[str]:
    """
    Find the names that look most like what was typed, or hold it.

    Args:
        records: What may be meant.
        name: What the user typed.
        count: How many to give at the most.

    Returns:
        Names, the likest first; none where nothing is like it.
    """
    from difflib import SequenceMatcher  # only where nothing fits: it costs start-up time

    wanted = simplify(name)
    best: dict[str, float] = {}
    least = _LIKE
    for record in records:
        label = record.names[1]
        for key in map(simplify, record.names):
            likeness = 0.0
            if _bound_likeness(wanted, key) >= least:
                likeness = SequenceMatcher(None, wanted, key, autojunk=False).ratio()
            if wanted and (f" {wanted}" in f" {key}" or f" {key} " in f" {wanted} "):
                likeness = max(likeness, _BEGINS)
            elif len(wanted) >= _SQUEEZED and wanted in key:
                likeness = max(likeness, _HOLDS)
            if likeness >= least and likeness > best.get(label, 0.0):
                best[label] = likeness
                if len(best) >= count:
                    least = sorted(best.values())[-count]
    ordered = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [found for found, _ in ordered[:count]]


def _bound_likeness(wanted: str, key: str) -> float:
    """Give what the likeness of two texts cannot exceed: by the letters that they share."""
    both = len(wanted) + len(key)
    rest = Counter(wanted)
    rest.subtract(key)
    return (both - sum(map(abs, rest.values()))) / both if both else 1.0
