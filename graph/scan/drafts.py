"""Sentences in which parties stand with a word of working together -> draft partnerships."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.model.records import Registry
from graph.read.digest import Passage
from graph.read.places import Context, Place
from graph.scan.candidates import Text
from graph.scan.lexicon import DOUBTS, TOGETHER
from graph.scan.mentions import WORD, Finder, Form
from graph.scan.said import Collective, find_collectives, find_kind, find_period
from graph.scan.survey import Survey
from graph.scan.tokens import find_starts, mask, split_tokens

_LONGEST = 3  # sentences of a paragraph that one draft may take together


class Draft(NamedTuple):
    """
    What may be a partnership, with what its sentence says of it.

    `known` are ids of organisations, `new` names that the data do not have. `name` is what it is
    called there, else empty; `doubts` are words that may turn it round; `context` are the words
    around the quote.
    """

    document: str
    line: int
    quote: str
    context: Context
    name: str
    kind: str
    known: tuple[str, ...]
    new: tuple[str, ...]
    groups: tuple[Collective, ...]
    regions: tuple[str, ...]
    period: str
    doubts: tuple[str, ...]


class _Party(NamedTuple):
    start: int
    end: int
    known: str
    new: str


def draft_partnerships(
    registry: Registry, texts: Iterable[Text], survey: Survey
) -> tuple[Draft, ...]:
    """
    Draft a partnership for each sentence that may tell of one.

    In it stand two organisations, or one and a group without a name, with a word of working
    together. Where no sentence of a paragraph has all three, up to three of them that follow each
    other are taken. What a partnership of the data cites already is left out.

    Args:
        registry: Checked data.
        texts: The documents.
        survey: The names in them, from `survey_texts`.
    """
    regions = Finder(
        Form(label, id)
        for id, term in registry.vocabulary.regions.items()
        for label in sorted(set(term.labels.values()))
    )
    parties = _list_parties(registry, survey)
    called = _list_called(survey)
    cited = _list_cited(registry)
    drafts = [
        draft
        for text in texts
        for passage in text.passages
        for draft in _draft(text.name, passage, parties, called, regions)
        if not _is_cited(draft, cited)
    ]
    return tuple(drafts)


def _list_parties(registry: Registry, survey: Survey) -> dict[int, list[_Party]]:
    parties: dict[int, list[_Party]] = {}
    for mention in survey.mentions:
        owners = {form.owner for form in mention.forms}
        if len(owners) == 1 and owners <= registry.organisations.keys():
            form = mention.forms[0]
            lines = mention.passage.lines_of(mention.start, mention.end)
            if form.holds(mention.source, lines[:1]):
                party = _Party(mention.start, mention.end, owners.pop(), "")
                parties.setdefault(id(mention.passage), []).append(party)
    for new in survey.new:
        for sighting in new.candidate.sightings:
            party = _Party(sighting.start, sighting.end, "", new.candidate.name)
            parties.setdefault(id(sighting.passage), []).append(party)
    return {place: sorted(found) for place, found in parties.items()}


def _draft(
    document: str,
    passage: Passage,
    everybody: Mapping[int, Sequence[_Party]],
    called: Mapping[int, Sequence[tuple[int, int, str]]],
    regions: Finder,
) -> Iterator[Draft]:
    parties = everybody.get(id(passage))
    if not parties:
        return
    spans = split_sentences(passage)
    alone = [span for span in spans if _tells(passage.text, span, parties)]
    for start, end in alone or _join_sentences(passage.text, spans, parties):
        text = passage.text[start:end]
        inside = _list_inside(parties, start, end)
        names = (one for one in called.get(id(passage), ()) if start <= one[0] and one[1] <= end)
        found = regions.claims(document, text, WORD.finditer(text))
        yield Draft(
            document=document,
            line=(*passage.lines_of(start, end), passage.at)[0],
            quote=text,
            context=Place(passage, start, end).context,
            name=next((name for _, _, name in names), ""),
            kind=find_kind(text),
            known=tuple(dict.fromkeys(one.known for one in inside if one.known)),
            new=tuple(dict.fromkeys(one.new for one in inside if one.new)),
            groups=_list_groups(text, named=len(inside)),
            regions=tuple(sorted({form.owner for _, _, form in found})),
            period=find_period(text),
            doubts=tuple(dict.fromkeys(word.lower() for word in DOUBTS.findall(text))),
        )


def _list_inside(parties: Sequence[_Party], start: int, end: int) -> list[_Party]:
    """List the parties of a stretch; they are sorted by where they begin."""
    first = bisect_left(parties, start, key=lambda one: one.start)
    last = bisect_left(parties, end, key=lambda one: one.start)
    return [one for one in parties[first:last] if one.end <= end]


def _list_groups(text: str, *, named: int) -> tuple[Collective, ...]:
    """List the parties without a name; 'partijen' beside two with one are those two."""
    found = dict.fromkeys(find_collectives(text))
    return tuple(one for one in found if one.type or one.size or named < 2)


def split_sentences(passage: Passage) -> list[tuple[int, int]]:
    """Split a passage into sentences: where each begins and ends, without its last sign."""
    text = passage.text
    tokens = split_tokens(mask(text), find_starts(passage))
    starts = [token.start for token in tokens if token.opens == 2]
    bounds = [0, *(start for start in starts if start), len(text)]
    spans = []
    for start, end in pairwise(bounds):
        part = text[start:end]
        first = len(part) - len(part.lstrip(" #*>-"))
        last = re.search(r"[\s.!?…\"'“”„«»(]*$", part)
        length = last.start() if last else len(part)
        if first < length:
            spans.append((start + first, start + length))
    return spans


def _tells(text: str, span: tuple[int, int], parties: Sequence[_Party]) -> bool:
    start, end = span
    inside = _list_inside(parties, start, end)
    words = (found.start() + start for found in TOGETHER.finditer(text[start:end]))
    if not any(not any(one.start <= word < one.end for one in inside) for word in words):
        return False
    named = {(one.known, one.new) for one in inside}
    return len(named) > 1 or bool(named and _list_groups(text[start:end], named=1))


def _join_sentences(
    text: str, spans: Sequence[tuple[int, int]], parties: Sequence[_Party]
) -> list[tuple[int, int]]:
    """Take the fewest sentences in a row that tell together; at most one such row a paragraph."""
    for count in range(2, _LONGEST + 1):
        for first, last in zip(spans, spans[count - 1 :], strict=False):
            joined = (first[0], last[1])
            if _tells(text, joined, parties):
                return [joined]
    return []


def _list_called(survey: Survey) -> dict[int, list[tuple[int, int, str]]]:
    """List by passage what a partnership can be called after: projects, plans, agreements."""
    called: dict[int, list[tuple[int, int, str]]] = {}
    for other in survey.others:
        if other.kind in ("programme", "plan", "agreement"):
            for one in other.sightings:
                place = (one.start, one.end, other.name)
                called.setdefault(id(one.passage), []).append(place)
    return called


def _list_cited(registry: Registry) -> dict[tuple[str, int], list[set[str]]]:
    cited: dict[tuple[str, int], list[set[str]]] = {}
    for partnership in registry.partnerships.values():
        members = {membership.organisation for membership in partnership.memberships}
        for evidence in partnership.evidence:
            cited.setdefault((evidence.source, evidence.line), []).append(members)
    return cited


def _is_cited(draft: Draft, cited: dict[tuple[str, int], list[set[str]]]) -> bool:
    """Tell whether a partnership with these members cites the same line already."""
    if draft.new:
        return False
    found = cited.get((draft.document, draft.line), [])
    return any(members >= set(draft.known) for members in found)
