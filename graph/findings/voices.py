"""Who speaks: how much rests on one document, and on those who tell it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.network.citations import Cited, cite_ties
from graph.network.incidence import Incidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    What nobody else tells.

    `sources`: one document, or all that the same organisations tell. `tellers`: these, sorted;
    empty where it is not known whose people tell it. `partnerships`, `ties`: how many rest on
    these documents and on no other.
    """

    sources: tuple[str, ...]
    tellers: tuple[str, ...]
    partnerships: int
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """
    By document and by who tells it, that on which most ties rest first.

    `documents`: every document. `voices`: the documents that the same organisations tell, taken
    together; none of those of which it is not known. `ties`: how many there are.
    """

    documents: tuple[Voice, ...]
    voices: tuple[Voice, ...]
    ties: int

    @property
    def heaviest(self) -> Voice | None:
        """The document that most ties rest on alone; None with one document, or no such ties."""
        first = self.documents[0] if len(self.documents) > 1 else None
        return first if first and first.ties else None

    @property
    def untold(self) -> tuple[str, ...]:
        """The documents of which it is not known whose people tell them, sorted."""
        return tuple(sorted(one.sources[0] for one in self.documents if not one.tellers))


def find_voices(incidence: Incidence, cited: Cited) -> Voices:
    """
    Find what rests on one document, and on documents that the same organisations tell.

    Args:
        incidence: Who takes part in what.
        cited: From `cite`.
    """
    sources = incidence.registry.sources
    tellers = {id: tuple(sorted(source.perspective)) for id, source in sources.items()}
    told: dict[tuple[str, ...], list[str]] = {}
    for id in sorted(sources):
        told.setdefault(tellers[id], []).append(id)
    alone = {id: (id,) for id in sources}
    together = {id: tuple(told[tellers[id]]) for id in sources if tellers[id]}
    ties = list(cite_ties(incidence))
    documents, voices = (_count(one, tellers, cited.values(), ties) for one in (alone, together))
    return Voices(documents=documents, voices=voices, ties=len(ties))


def _count(
    parts: Mapping[str, tuple[str, ...]],
    tellers: Mapping[str, tuple[str, ...]],
    partnerships: Iterable[frozenset[str]],
    ties: Iterable[frozenset[str]],
) -> tuple[Voice, ...]:
    """Count what rests on the documents of one part alone; `parts`: document -> its part."""

    def tally(cited: Iterable[frozenset[str]]) -> Counter[tuple[str, ...] | None]:
        found = ({parts.get(id) for id in documents} for documents in cited)
        return Counter(next(iter(one)) for one in found if len(one) == 1)

    of_partnerships, of_ties = tally(partnerships), tally(ties)
    voices = [
        Voice(
            sources=part,
            tellers=tellers[part[0]],
            partnerships=of_partnerships[part],
            ties=of_ties[part],
        )
        for part in dict.fromkeys(parts.values())
    ]
    return tuple(sorted(voices, key=lambda one: (-one.ties, -one.partnerships, one.sources)))
