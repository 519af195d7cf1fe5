"""The words of one registry, for an export: labels, groups and passages as text."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from graph.model.ends import name_end
from graph.model.records import (
    Alias,
    Attributes,
    Barrier,
    Evidence,
    GroupMembership,
    Partnership,
    Registry,
    Relation,
    Source,
    Term,
)
from graph.model.vocabulary import RELATION_KINDS
from graph.words.speak import Speaker
from graph.write.graphs.flat import Attribute, Kind, Value

_KINDS: Mapping[str, Kind] = {"text": "text", "number": "real", "whole": "whole"}


class Words:
    """The words of one registry: labels in its language, passages and documents as text."""

    def __init__(
        self, registry: Registry, *, taken: Mapping[str, set[str]] = MappingProxyType({})
    ) -> None:
        """
        Take the words.

        Args:
            registry: Checked data.
            taken: Names of attributes that `nodes` and `edges` have already.
        """
        self.registry = registry
        self._declared = _declare(registry, taken)
        self.vocabulary = registry.vocabulary
        self._speaker = Speaker(registry.language)
        self.passage: Callable[[Evidence], str] = cache(self._passage)

    def declared(self, *sections: str) -> tuple[Attribute, ...]:
        """List what the tables of registers declare, of records of these sections."""
        found = (one for (section, _), one in self._declared.items() if section in sections)
        return tuple(dict.fromkeys(found))

    def values(self, section: str, attributes: Attributes) -> dict[str, Value]:
        """Give the declared attributes of a record under their exported names."""
        return {self._declared[section, name].name: value for name, value in attributes}

    def label(self, terms: Mapping[str, Term], id: str | None) -> str:
        return "" if id is None else terms[id].label(self._speaker.language)

    def kind(self, record: Partnership | Relation | Source) -> str:
        """Say the kind of a partnership or source, or what a relation does."""
        if isinstance(record, Source):
            return self._speaker.say(f"exports.source.{record.kind}")
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

    def wished(self, partnership: Partnership) -> tuple[str, ...]:
        """Name who is wanted in a partnership; an organisation that filters leave out is not."""
        known = self.registry.organisations
        ids = [one.organisation for one in partnership.wished if one.organisation in known]
        return tuple(map(self.name, [*ids, *(one.group for one in partnership.wished_groups)]))

    def scoped(self, alias: Alias) -> str:
        """Say a form of a name that holds in one document, or on some of its lines alone."""
        source = alias.source or ""
        if not alias.lines:
            return self._speaker.say("exports.scope", form=alias.text, source=source)
        lines = ", ".join(map(str, alias.lines))
        return self._speaker.say("exports.scope_lines", form=alias.text, source=source, lines=lines)

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


def _declare(registry: Registry, taken: Mapping[str, set[str]]) -> dict[tuple[str, str], Attribute]:
    """Name the attributes of registers; one whose name is taken has that of its table behind it."""
    names = {kind: set(known) for kind, known in taken.items()}
    found = {}
    for one in registry.attributes:
        known = names.setdefault("edges" if one.of == "memberships" else "nodes", set())
        name = f"{one.name}-of-{one.of}" if one.name in known else one.name
        known.add(name)
        unit = f", in {one.unit}" if one.unit else ""
        label = f"{one.label(registry.language)}{unit}"
        meaning = f"{label}; from a register"
        found[one.of, one.name] = Attribute(name, _KINDS[one.type], meaning, label)
    return found
