"""What a measure is: how it is computed, and all that is said of it in every output."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.network.counts import Count, count_partnerships
from graph.network.incidence import Incidence
from graph.network.undertakings import Undertakings

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


@dataclass(frozen=True, kw_only=True)  # without slots: what is counted is kept
class Given:
    """
    What measures are computed from.

    `undertakings`: of the whole data, before any filter. `progress`: told of the long work.
    """

    incidence: Incidence
    undertakings: Undertakings
    progress: Progress = field(default=lambda done, of: None)

    @cached_property
    def counts(self) -> Mapping[str, Count]:
        """In how many partnerships each organisation takes part."""
        return {
            id: count_partnerships(self.incidence, self.undertakings, id)
            for id in self.incidence.organisations
        }


@dataclass(frozen=True, slots=True)
class Shown:
    """
    What the table shows of a value that is more than a number, in no language.

    `key`: of a text under `answers` in the store of words. `numbers`: what fills its gaps.
    """

    key: str
    numbers: Mapping[str, int | float] = field(default_factory=dict)


def _take(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """
    What `docs/metrics.md` says of a measure, in the columns of its table.

    n is the number of named partners of an organisation, t that of the ties among these.
    """

    formula: str
    unit: str
    reading: str
    misleads: str
    reference: str = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    Something that is measured of every organisation.

    `name`: of its first field in records, JSON and CSV, and for `--sort`. `compute`: the value
    of every organisation by id; None where it is not defined. `fields`: name -> what a record
    takes of the value; `error` too, where a value has one. `rank`: by what to sort, the largest
    first; None comes last.
    `shown`: what the table shows of a value; None is said to be not defined. `is_text`: whether
    the column is set to the left. `by_ties`: whether it looks at every tie, of which a partnership
    of thousands makes millions. `remark`: what is said of the values together; mostly nothing.
    What stands above its column, and what it must not be taken for, are texts in the store of
    words: `answers.column_…` and `answers.caveat_…`, with its name.
    """

    name: str
    explained: Explained
    compute: Callable[[Given], Mapping[str, Any]]
    fields: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    error: Callable[[Any], float | None] | None = None
    rank: Callable[[Any], Any] = _take
    shown: Callable[[Any], int | float | Shown | None] = _take
    is_text: bool = False
    by_ties: bool = False
    remark: Callable[[Collection[Any]], Shown | None] = lambda values: None

    def take_fields(self, value: Any) -> dict[str, Any]:
        """Give what a record takes of a value: itself unless `fields` says otherwise."""
        return {name: take(value) for name, take in (self.fields or {self.name: _take}).items()}
