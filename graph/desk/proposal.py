"""A proposal: what may enter the data, with the passage that it was taken from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.read.digest import normalise
from graph.schema.proposals import What

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    One thing that a finder proposes.

    `what` says what it would become, `record` holds its fields as `graph.schema.proposals` names
    them. `sha256` is of the text that was read, `near` holds ids of organisations that have a name
    like it. `id` follows from the finder with its version, the passage and what it is about: the
    same proposal has the same id wherever and whenever it is made.
    """

    finder: str
    version: str
    document: str
    sha256: str
    line: int
    quote: str
    what: What
    record: Mapping[str, Any]
    reason: str = ""
    score: int = 0
    near: tuple[str, ...] = ()
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", _make_id(self))

    @property
    def name(self) -> str:
        """What it is about: a name, or the form of one."""
        return str(self.record["text" if self.what == "alias" else "name"])

    @property
    def topic(self) -> tuple[str, ...]:
        """
        What stays the same when its finder comes again with another version or quote.

        A partnership is known by its parties: what it is called may be words of the finder.
        """
        about = [self.name]
        if self.what == "alias":
            about.append(str(self.record["organisation"]))
        elif self.what == "partnership":
            members = (one["org"] for one in self.record["members"])
            about = sorted([*members, *(one["label"] for one in self.record.get("groups", ()))])
        return (self.finder, self.document, self.what, *about)


def _make_id(proposal: Proposal) -> str:
    parts = (*proposal.topic, proposal.version, normalise(proposal.quote))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS]
