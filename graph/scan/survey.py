"""Texts and known names -> what stands in them: known, ambiguous, new, and no organisation."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.model.names import simplify
from graph.model.records import Registry
from graph.scan.candidates import Candidate, Sighting, Text, find_candidates
from graph.scan.lexicon import KINDS_BEFORE, LEGAL
from graph.scan.mentions import WORD, Finder, Form, Mention, list_forms, list_labels
from graph.scan.near import Near, Neighbourhood
from graph.scan.tokens import is_head

_NEAR = 8  # labels before a name of which one may hold it: they seldom overlap


class Known(NamedTuple):
    """Organisations that a name means, one unless it is ambiguous, and where it stands."""

    owners: tuple[str, ...]
    sightings: tuple[Sighting, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways in which it is written, each once, in the order of the texts."""
        return tuple(dict.fromkeys(name_sighting(sighting) for sighting in self.sightings))


class New(NamedTuple):
    """A name that the data do not have, and the known ones that look like it."""

    candidate: Candidate
    near: tuple[Near, ...]


class Survey(NamedTuple):
    """
    What a scan finds: documents in their order, names by how often they are there.

    `judged` is what the data say to be no organisation, `others` what looks like none.
    """

    documents: tuple[str, ...]
    known: tuple[Known, ...]
    ambiguous: tuple[Known, ...]
    judged: tuple[Known, ...]
    new: tuple[New, ...]
    others: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]


def survey_texts(registry: Registry, texts: Sequence[Text]) -> Survey:
    """
    Look for names in texts.

    Args:
        registry: Checked data; where there are none yet, every name is new.
        texts: Documents; one that is called as a source of the data is read as that source, so
            that its aliases hold there.
    """
    finder = Finder(list_forms(registry))
    mentions = tuple(
        mention
        for text in texts
        for passage in text.passages
        for mention in finder.find(text.name, passage.text, passage, WORD.finditer(passage.text))
    )
    clear, ambiguous, judged = _sort_mentions(registry, mentions)
    candidates = list(_drop_known(find_candidates(texts), registry, mentions))
    neighbourhood = Neighbourhood(registry.organisations.values())
    return Survey(
        documents=tuple(text.name for text in texts),
        known=clear,
        ambiguous=ambiguous,
        judged=judged,
        new=tuple(New(one, neighbourhood.find(one.name)) for one in candidates if not one.kind),
        others=tuple(one for one in candidates if one.kind),
        mentions=mentions,
    )


def name_sighting(sighting: Sighting) -> str:
    """Give the words of a text that are the name."""
    return sighting.passage.text[sighting.start : sighting.end]


def _sort_mentions(
    registry: Registry, mentions: Iterable[Mention]
) -> tuple[tuple[Known, ...], tuple[Known, ...], tuple[Known, ...]]:
    by_owners: dict[tuple[str, ...], list[Sighting]] = {}
    for mention in mentions:
        owners = tuple(sorted({form.owner for form in mention.forms}))
        sighting = Sighting(mention.source, mention.passage, mention.start, mention.end)
        by_owners.setdefault(owners, []).append(sighting)
    found = sorted(
        (Known(owners, tuple(sightings)) for owners, sightings in by_owners.items()),
        key=lambda one: (-len(one.sightings), one.owners),
    )
    parties = [one for one in found if any(id in registry.organisations for id in one.owners)]
    return (
        tuple(one for one in parties if len(one.owners) == 1),
        tuple(one for one in parties if len(one.owners) > 1),
        tuple(one for one in found if one not in parties),
    )


def _drop_known(
    candidates: Iterable[Candidate], registry: Registry, mentions: Iterable[Mention]
) -> Iterator[Candidate]:
    """Leave out what is known: a name that is one, stands in one, or adds but its kind to one."""
    written = list_labels(registry)
    labels = {simplify(label) for label in written}
    longer = Finder(Form(label, "") for label in sorted(written) if " " in label)
    spans = _list_spans(mentions)
    inside: dict[int, list[tuple[int, int]]] = {}
    for candidate in candidates:
        if simplify(candidate.name) in labels:
            continue
        left = [
            one
            for one in candidate.sightings
            if not (_is_known(one, spans) or _is_inside(one, longer, inside))
        ]
        if left:
            candidate.sightings = left
            yield candidate


def _is_inside(sighting: Sighting, labels: Finder, known: dict[int, list[tuple[int, int]]]) -> bool:
    """Tell whether a name is a part of a label, as 'Been' is of 'Stevig op de Been'."""
    passage = sighting.passage
    if id(passage) not in known:
        words = WORD.finditer(passage.text)
        found = labels.claims(sighting.document, passage.text, words)
        known[id(passage)] = sorted((start, end) for start, end, _ in found)
    spans = known[id(passage)]
    place = bisect_left(spans, (sighting.start + 1, 0))
    return any(sighting.end <= end for _, end in spans[max(0, place - _NEAR) : place])


def _list_spans(mentions: Iterable[Mention]) -> Mapping[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        spans.setdefault(id(mention.passage), []).append((mention.start, mention.end))
    return spans


def _is_known(sighting: Sighting, spans: Mapping[int, list[tuple[int, int]]]) -> bool:
    inside = spans.get(id(sighting.passage), [])
    place = max(0, bisect_left(inside, (sighting.start, sighting.start)) - 1)
    text, at = sighting.passage.text, sighting.start
    rest = []
    for start, end in inside[place:]:
        if start >= sighting.end:
            break
        if end > sighting.start:
            rest.append(text[at : max(at, start)])
            at = end
    if not rest:
        return False
    rest.append(text[at : sighting.end])
    return all(_adds_nothing(word) for part in rest for word in part.split())


def _adds_nothing(word: str) -> bool:
    lower = word.lower()
    return lower in LEGAL or lower in KINDS_BEFORE or lower in ("de", "het") or is_head(word)
