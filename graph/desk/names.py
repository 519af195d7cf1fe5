"""Names as they stand in a proposal -> what they mean in the data."""

from collections.abc import Iterable

from graph.model.names import simplify
from graph.model.records import Registry
from graph.read.digest import Passage, normalise
from graph.read.places import find_places


def is_named(forms: Iterable[str], quote: str) -> bool:
    """
    Tell whether a quote holds one of some names as whole words, whatever its capitals.

    >>> is_named(["GGD"], "de ggd doet mee"), is_named(["GGD"], "de GGDen doen mee")
    (True, False)
    """
    text = Passage(normalise(quote).casefold(), 1, ())
    return any(any(find_places([text], normalise(form).casefold())) for form in forms)


Form = tuple[str, str | None]
"""A name without case and accents, and the only document in which it holds, None for all."""


class Names:
    """Every name and form of the data, ready to be looked up."""

    def __init__(self, registry: Registry) -> None:
        self._owners: dict[Form, set[str]] = {}
        self._ids = frozenset(registry.organisations)
        for organisation in registry.organisations.values():
            self._add(organisation.name, None, organisation.id)
            for alias in organisation.aliases:
                self._add(alias.text, alias.source, organisation.id)
        self._judged: set[str] = set()
        for other in registry.not_organisations.values():
            self._judged.update(map(simplify, (other.name, *other.aliases)))

    def find(self, name: str, document: str) -> str | None:
        """Find the organisation that a name or id means in a document; None without just one."""
        if name in self._ids:
            return name
        owners = self._list(name, document)
        return next(iter(owners)) if len(owners) == 1 else None

    def has(self, names: Iterable[str], document: str) -> bool:
        """Tell whether the data know one of some names, as an organisation or as none."""
        return any(self._list(name, document) or simplify(name) in self._judged for name in names)

    def _add(self, name: str, document: str | None, owner: str) -> None:
        self._owners.setdefault((simplify(name), document), set()).add(owner)

    def _list(self, name: str, document: str) -> set[str]:
        key = simplify(name)
        return self._owners.get((key, None), set()) | self._owners.get((key, document), set())
