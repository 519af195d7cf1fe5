"""A new name -> the known names that look like it; they are never taken to be the same."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph.model.names import simplify
from graph.model.records import Organisation

_LIKE = 86  # of 100
_MOST = 3
_APART = 80  # of 100, of the words that two names do not share
_SHORTEST = 4  # letters of a name that is compared by its letters


_TWIN = 90  # of 100, for two names that were written by the same hand
MOST_PAIRS = 20_000_000
"""Of names that are compared: with more it would take minutes."""


class Near(NamedTuple):
    """A known organisation whose name looks like another, and how much: 100 is the same."""

    organisation: str
    name: str
    likeness: int


class Neighbourhood:
    """Every name and alias that is known, ready to be compared."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._forms: dict[str, tuple[str, str]] = {}
        self._initials: dict[str, list[tuple[str, str]]] = {}
        for organisation in organisations:
            plain = [alias.text for alias in organisation.aliases if alias.source is None]
            for form in (organisation.name, *plain):
                self._forms.setdefault(simplify(form), (organisation.id, organisation.name))
            key = _take_initials(organisation.name)
            if len(key) > 1:
                owner = (organisation.id, organisation.name)
                self._initials.setdefault(key, []).append(owner)
        self._keys: Sequence[str] = list(self._forms)

    def find(self, name: str) -> tuple[Near, ...]:
        """
        Find the known names that look most like one, the likest first.

        Compared are the letters, whatever the order of the words, and an acronym with the
        capitals of a name.
        """
        from rapidfuzz import fuzz, process  # only where names are compared

        key = simplify(name)
        best: dict[str, Near] = {}
        if len(key) >= _SHORTEST:
            found: Iterable[tuple[str, float, Any]] = process.extract(
                key, self._keys, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE, limit=None
            )
            for other, likeness, _ in found:
                _keep(best, self._forms[other], int(likeness))
        for owner in self._initials.get(key, ()):
            _keep(best, owner, _LIKE)
        return tuple(sorted(best.values(), key=lambda near: (-near.likeness, near.name))[:_MOST])


def _keep(best: dict[str, Near], owner: tuple[str, str], likeness: int) -> None:
    id, name = owner
    if id not in best or best[id].likeness < likeness:
        best[id] = Near(id, name, likeness)


def find_twins(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """
    Find names of one list that look like each other: one of two may be misspelt.

    Nothing is found where there are too many to compare.

    >>> find_twins(["Geldrop-Mierlo", "Gedrop-Mierlo", "Leek"])
    (('Gedrop-Mierlo', 'Geldrop-Mierlo'),)
    """
    from rapidfuzz import fuzz, process  # only where names are compared

    ordered = sorted(set(names))
    if len(ordered) ** 2 > MOST_PAIRS:
        return ()
    keys = [simplify(name) for name in ordered]
    return tuple(
        (name, ordered[place + 1 + other])
        for place, name in enumerate(ordered)
        for _, _, other in process.extract(
            keys[place], keys[place + 1 :], scorer=fuzz.ratio, score_cutoff=_TWIN, limit=None
        )
    )


def find_like(names: Iterable[str], others: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """
    Find for each name the one of others that looks most like it, where one does.

    Nothing is found where there are too many to compare.

    >>> find_like(["Geldrop-Mierlo", "Leek"], ["Gedrop-Mierlo", "Haren"])
    (('Geldrop-Mierlo', 'Gedrop-Mierlo'),)
    """
    from rapidfuzz import fuzz, process  # only where names are compared

    wanted, known = sorted(set(names)), sorted(set(others))
    if len(wanted) * len(known) > MOST_PAIRS:
        return ()
    keys = [simplify(name) for name in known]
    best = (
        (name, process.extractOne(simplify(name), keys, scorer=fuzz.ratio, score_cutoff=_LIKE))
        for name in wanted
    )
    return tuple((name, known[found[2]]) for name, found in best if found)


def is_alike(one: str, other: str) -> bool:
    """
    Tell whether two names look alike in the words that they do not share.

    Of two councils the word for council tells nothing; what is left are two places. Names with
    other numbers in them are of two.

    >>> is_alike("Gemeente Almere", "Gemeente Almelo"), is_alike("Wijkteam 11", "Wijkteam 12")
    (False, False)
    >>> is_alike("Flevoziekenhuis", "Flevo Ziekenhuis"), is_alike("GGD", "Goede Gezonde Dag")
    (True, True)
    """
    from rapidfuzz import fuzz  # only where names are compared

    left, right = simplify(one).split(), simplify(other).split()
    shared = Counter(left) & Counter(right)
    rests = [list((Counter(words) - shared).elements()) for words in (left, right)]
    first, second = (" ".join(rest) for rest in rests)
    numbers = [re.findall(r"\d+", name) for name in (one, other)]
    if numbers[0] != numbers[1]:
        return False
    initials = {_take_initials(name) for name in (one, other)}
    if not first or not second or not initials.isdisjoint((simplify(one), simplify(other))):
        return True
    return fuzz.token_sort_ratio(first, second) >= _APART


def _take_initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
