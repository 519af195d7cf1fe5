"""The words of one registry, for an export: labels, groups and passages as text."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from graph.model.ends import name_end
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    GroupMembership,
    Partnership,
    Registry,
    Relation,
    Term,
)
from graph.model.vocabulary import RELATION_KINDS
from graph.words.speak import Speaker


class Words:
    """The words of one registry: labels in its language, passages and documents as text."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.vocabulary = registry.vocabulary
        self._speaker = Speaker(registry.language)
        self.passage: Callable[[Evidence], str] = cache(self._passage)

    def label(self, terms: Mapping[str, Term], id: str | None) -> str:
        return "" if id is None else terms[id].label(self._speaker.language)

    def kind(self, record: Partnership | Relation) -> str:
        """Say the kind of a partnership, or what a relation does."""
        terms = RELATION_KINDS if isinstance(record, Relation) else self.vocabulary.kinds
        return self.label(terms, record.kind)

    def name(self, id: str) -> str:
        """Name an organisation, a group or a partnership."""
        return name_end(self.registry, id)

    def passages(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        return tuple(map(self.passage, evidence))

    def item(self, item: Any) -> str:
        """Say one item of a list: an id, a name, a group, a passage."""
        match item:
            case Alias():
                return item.text
            case GroupMembership():
                return self.group(item)
            case Barrier():
                return f"{item.label} ({item.certainty})"
            case Evidence():
                return self.passage(item)
            case _:
                return str(item)

    def group(self, membership: GroupMembership) -> str:
        group = self.registry.groups[membership.group]
        role = self.label(self.vocabulary.roles, membership.role)
        size = "" if group.size is None else f"{group.size.text}, "
        return f"{group.label} ({size}{role})"

    def _passage(self, evidence: Evidence) -> str:
        return self._speaker.say(
            "exports.passage",
            source=evidence.source,
            line=str(evidence.line),
            quote=evidence.quote,
        )
