"""Sentences of the page: texts, and names that become links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.findings.facts import Facts
from graph.page.data import clean_text
from graph.words.speak import Speaker

NAMES = 12
"""Names that a sentence gives before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a record, which the page makes a link; `ref` as in the tables ("o3")."""

    ref: str
    text: str


Sentence = tuple[str | Name, ...]


def isolate(text: str) -> str:
    """Keep the direction of writing of a text of the data to itself, inside a sentence."""
    return f"\u2068{clean_text(text)}\u2069"


class Writer:
    """Writes down the facts about one registry for the page, in one language."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts = facts
        self.registry = facts.incidence.registry
        self.speaker = Speaker(language)
        self._names: Mapping[str, Mapping[str, Name]] = {
            kind: {
                id: Name(f"{kind}{place}", clean_text(name))
                for place, (id, name) in enumerate(names)
            }
            for kind, names in (
                ("o", ((id, one.name) for id, one in self.registry.organisations.items())),
                ("p", ((id, one.name) for id, one in self.registry.partnerships.items())),
                ("s", ((id, one.title) for id, one in self.registry.sources.items())),
            )
        }

    def say(self, key: str, **values: int | str | Name | Sentence) -> Sentence:
        """Fill a sentence with numbers, texts and names; a value is never read as a pattern."""
        return self.speaker.weave(f"findings.{key}", **values)

    def word(self, key: str) -> str:
        """Say what has no gap."""
        return self.speaker.say(f"findings.{key}")

    def counted(self, key: str, n: int) -> list[Sentence]:
        """Say a sentence about a number of things; nothing where there are none."""
        return [self.say(key, n=n)] if n else []

    def count(self, key: str, n: int) -> str:
        """Say how many there are of something that the whole page counts."""
        return self.speaker.say(f"common.{key}", n=n)

    def organisation(self, id: str) -> Name:
        """Name an organisation."""
        return self._names["o"][id]

    def partnership(self, id: str) -> Name:
        """Name a partnership."""
        return self._names["p"][id]

    def document(self, id: str) -> Name:
        """Name a document by its title."""
        return self._names["s"][id]

    def organisations(self, ids: Iterable[str]) -> Sentence:
        """Put the names of organisations in a row, by name."""
        return self._list("o", ids)

    def partnerships(self, ids: Iterable[str]) -> Sentence:
        """Put the names of partnerships in a row, by name."""
        return self._list("p", ids)

    def documents(self, ids: Iterable[str]) -> Sentence:
        """Put the titles of documents in a row, by title."""
        return self._list("s", ids)

    def sizes(self, sizes: Iterable[int]) -> Sentence:
        """Put numbers of organisations in a row; of many, the largest."""
        return self.speaker.weave_list([(self.speaker.number(size),) for size in sizes], NAMES)

    def _list(self, kind: str, ids: Iterable[str]) -> Sentence:
        names = sorted(
            (self._names[kind][id] for id in ids),
            key=lambda name: (name.text.casefold(), len(name.ref), name.ref),
        )
        return self.speaker.weave_list([(name,) for name in names], NAMES)
