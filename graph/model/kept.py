"""Records that are made when somebody asks for them, and indexes that find them without a walk."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from graph.model.records import Partnership

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """
    A map whose values are made when they are first asked for, and then kept.

    Args:
        keys: Its keys, in order; nothing is made for another.
        make: From a key to its value.
    """

    def __init__(self, keys: Mapping[str, object], make: Callable[[str], T]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Kept(Mapping[str, T]):
    """Records by id, sorted, that stand in a store and are read from it one by one."""

    @abstractmethod
    def named(self, form: str) -> Iterable[T]:
        """Find the records with an id or a name that `simplify` makes into this form, by id."""


class KeptPartnerships(Kept[Partnership]):
    """Partnerships in a store that knows who takes part in what."""

    @abstractmethod
    def of_member(self, organisation: str) -> tuple[str, ...]:
        """List the ids of the partnerships with a membership of an organisation, sorted."""


def list_candidates(records: Mapping[str, T], form: str) -> Iterable[T]:
    """List the records that may have a name of this form: those of an index, else all."""
    return records.named(form) if isinstance(records, Kept) else records.values()
