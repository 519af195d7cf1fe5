"""Advice on documents: which gives few records for its length, and what of it nobody cites."""

from collections.abc import Iterator, Sequence
from statistics import median

from graph.advice.advice import Advice
from graph.model.message import Message, Value
from graph.model.records import Registry
from graph.read.digest import Digest
from graph.read.document import Document
from graph.scan.mentions import WORD, Mention
from graph.validate.passages import list_passages

_FEWEST = 3
"""Documents that are compared: fewer tell nothing of what is usual."""
_SHORTEST = 150
"""Words of a document below which it can well hold little."""
_FEW = 2
"""How many times as many words for a record as in the others are few records."""
_LISTED = 8
"""Lines that are named."""


def advise_reading(
    registry: Registry, document: Document, mentions: Sequence[Mention]
) -> Iterator[Advice]:
    """Find documents with few records for their length, with paragraphs that nothing cites."""
    records: dict[str, set[tuple[object, ...]]] = {}
    cited: dict[str, set[int]] = {}
    for trail, evidence in list_passages(registry):
        records.setdefault(evidence.source, set()).add(trail[:2])
        cited.setdefault(evidence.source, set()).add(evidence.line)
    digests = {
        source.id: document.digests[source.file]
        for source in registry.sources.values()
        if source.file in document.digests
    }
    words = {id: _count_words(digest) for id, digest in digests.items()}
    rates = {id: words[id] / max(len(records.get(id, ())), 1) for id in digests}
    for id, rate in rates.items():
        others = [other for one, other in rates.items() if one != id]
        if len(rates) < _FEWEST or words[id] < _SHORTEST or rate <= _FEW * median(others):
            continue
        lines = _list_lines(id, registry, mentions, cited.get(id, set()))
        uncited: Value = ""
        if lines:
            uncited = Message("advice.uncited", lines=", ".join(map(str, lines)))
        said = Message(
            "advice.thin",
            records=len(records.get(id, ())),
            words=words[id],
            each=round(median(others)),
            lines=uncited,
        )
        yield Advice(("sources", id), said, weight=round(rate))


def _count_words(digest: Digest) -> int:
    return sum(len(WORD.findall(passage.text)) for passage in digest.passages)


def _list_lines(
    source: str, registry: Registry, mentions: Sequence[Mention], cited: set[int]
) -> list[int]:
    """List the first lines of paragraphs that name an organisation and that nothing cites."""
    named = {
        mention.passage.lines
        for mention in mentions
        if mention.source == source
        and any(form.owner in registry.organisations for form in mention.forms)
    }
    return sorted(lines[0] for lines in named if lines and cited.isdisjoint(lines))[:_LISTED]
