"""What a filter is: what it is called everywhere, what it takes, and what it keeps."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal

from graph.model.certainty import CERTAINTIES
from graph.model.record import record
from graph.model.records import (
    Barrier,
    Evidence,
    GroupMembership,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Relation,
    Term,
)

if TYPE_CHECKING:
    from graph.select.filters import Selection

Value = Literal[
    "regions",
    "themes",
    "kinds",
    "types",
    "roles",
    "sources",
    "organisations",
    "passages",
    "period",
    "certainty",
    "flag",
    "number",
]
"""What a filter takes: ids of a list of words or of records, or one value of another kind."""

LISTS = ("regions", "themes", "kinds", "types", "roles")
"""Those of them that are lists of words in the vocabulary."""

RECORDS = ("sources", "organisations", "passages")
"""Those of them that are ids of records; a passage is a document and a line: `source:33`."""

Narrows = Literal["partnerships", "organisations", "memberships", "ties", "units"]
"""What a filter speaks of. Units are folded into their parents, and nothing is left out."""


def _keep(thing: object) -> bool:
    return True


@record(frozen=True, slots=True, kw_only=True)
class Keeps:
    """What filters with their values keep, of each kind of thing that they speak of."""

    partnership: Callable[[Partnership], bool] = _keep
    organisation: Callable[[Organisation], bool] = _keep
    membership: Callable[[Membership], bool] = _keep
    group: Callable[[GroupMembership], bool] = _keep
    relation: Callable[[Relation], bool] = _keep
    barrier: Callable[[Barrier], bool] = _keep
    source: Callable[[str], bool] = _keep
    passage: Callable[[Evidence], bool] = _keep

    @staticmethod
    def join(parts: "Sequence[Keeps]") -> "Keeps":
        """Keep what each of these keeps."""
        joined = {
            field.name: _join([getattr(part, field.name) for part in parts])
            for field in fields(Keeps)
        }
        return Keeps(**joined)


def _join(tests: list[Callable[[Any], bool]]) -> Callable[[Any], bool]:
    asked = [test for test in tests if test is not _keep]
    if len(asked) < 2:
        return asked[0] if asked else _keep
    return lambda thing: all(test(thing) for test in asked)


def name_passage(evidence: Evidence) -> str:
    """
    Name a passage by its document and its line.

    >>> name_passage(Evidence(source="kust", line=33, quote="Zij werken samen."))
    'kust:33'
    """
    return f"{evidence.source}:{evidence.line}"


def list_passages(registry: Registry) -> Collection[str]:
    """List the passages that partnerships, memberships and relations rest on, sorted."""
    cited: list[Partnership | Membership | GroupMembership | Relation] = []
    for partnership in registry.partnerships.values():
        cited += [partnership, *partnership.memberships, *partnership.groups]
    cited += registry.relations.values()
    return sorted({name_passage(passage) for one in cited for passage in one.evidence})


@record(frozen=True, slots=True, kw_only=True)
class Filter:
    """
    One filter: its names, what it takes and what it does.

    Attributes:
        name: The field of `Selection`.
        flag: The option of the commands.
        key: The name in the address of the page.
        value: What it takes.
        narrows: What it speaks of.
        noun: What one of its ids is called in messages.
        label: The word over its control on the page.
        on: What stands in the address of the page where a flag is set.
        without: It leaves out what it names, instead of keeping that alone.
        of: The filter that it is a part of, and without which it says nothing.
        needs: How many values that filter must have.
        keeps: Makes the tests of single things.
        first: What is done before any test; last: what is done after all of them.
    """

    name: str
    flag: str
    key: str
    value: Value
    narrows: Narrows
    noun: str = ""
    label: str = ""
    on: str = "1"
    without: bool = False
    of: str = ""
    needs: int = 1
    keeps: "Callable[[Registry, Selection], Keeps] | None" = None
    first: Callable[[Registry], Registry] | None = None
    last: "Callable[[Registry, Selection, Collection[str]], Registry] | None" = None

    @property
    def takes_ids(self) -> bool:
        """Whether it takes any number of ids, of which one is enough."""
        return self.value in (*LISTS, *RECORDS)

    @property
    def takes_words(self) -> bool:
        """Whether what it takes is one of some known words."""
        return self.takes_ids or self.value == "certainty"

    @property
    def asks(self) -> bool:
        """Whether it asks for members, so that a partnership without one of them goes."""
        return self.takes_ids and not self.without and self.narrows != "partnerships"

    def list_known(self, registry: Registry) -> Collection[str]:
        """List the words that it can take in these data; none where it takes something else."""
        if self.value == "certainty":
            return CERTAINTIES
        if self.value == "passages":
            return list_passages(registry)
        if self.value in RECORDS:
            records: Mapping[str, object] = getattr(registry, self.value)
            return records
        known: Mapping[str, Term] = getattr(registry.vocabulary, self.value, {})
        return known
