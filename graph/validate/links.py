"""Passages of documents on the web -> the addresses at which a browser opens them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from graph.model.anchors import Fragment, link_fragment
from graph.model.records import Evidence, Registry
from graph.read.digest import Digest, Passage, normalise
from graph.read.places import Context, Place, choose_places, find_places
from graph.validate.passages import list_passages

_IGNORED = re.compile(r"[\s\u0300-\u036f]+")
_LONG = 300
"""Characters up to which a quote is given whole; of a longer one its first and last words."""

_ENDS = (4, 8, 16)
_AROUND = (3, 6, 12)
"""Words that are tried, the fewest first: at either end of a long quote, and around a quote."""


def link_passages(
    registry: Registry, digests: Mapping[str, Digest]
) -> dict[str, dict[Evidence, str]]:
    """
    Give each passage the address at which a browser opens its document there.

    Only where the document has an address and is cited word for word: a digest is in other words
    than the page. A passage that cannot be told from others by the words around it has none,
    rather than one that opens elsewhere.

    Returns:
        Addresses by passage, by source.
    """
    links: dict[str, dict[Evidence, str]] = {}
    texts: dict[str, str] = {}
    for _, evidence in list_passages(registry):
        source = registry.sources.get(evidence.source)
        digest = digests.get(source.file) if source else None
        if not source or not source.url or not digest or digest.is_summary:
            continue
        if source.id not in texts:
            texts[source.id] = "".join(_fold(passage.text) for passage in digest.passages)
        fragment = _find_fragment(evidence, digest, texts[source.id])
        if fragment:
            links.setdefault(source.id, {})[evidence] = link_fragment(source.url, fragment)
    return links


def _find_fragment(evidence: Evidence, digest: Digest, text: str) -> Fragment | None:
    """Find the fewest words by which a browser finds a passage, and nothing before it."""
    on_line = find_places(digest.by_line.get(evidence.line, ()), normalise(evidence.quote))
    here = [place for place in on_line if evidence.line in place.lines]
    context = Context(evidence.before or "", evidence.after or "")
    for place in choose_places(here, context)[:1]:
        quote = _fold(evidence.quote)
        fragments = _list_fragments(place, digest.passages)
        return next((one for one in fragments if _opens(text, one, quote)), None)
    return None


def _list_fragments(place: Place, passages: Sequence[Passage]) -> Iterator[Fragment]:
    quote = place.passage.text[place.start : place.end]
    words = quote.split()
    stretches = [(quote, "")]
    if len(quote) > _LONG:
        ends = ((" ".join(words[:n]), " ".join(words[-n:])) for n in _ENDS if 2 * n < len(words))
        stretches = [*ends, *stretches]
    for start, end in stretches:
        yield Fragment(start, end)
    before, after = _list_around(place, passages)
    for count in _AROUND:
        left, right = " ".join(before[-count:]), " ".join(after[:count])
        for start, end in stretches:
            yield Fragment(start, end, left)
            if not end:
                yield Fragment(start, end, "", right)
                yield Fragment(start, end, left, right)


def _list_around(place: Place, passages: Sequence[Passage]) -> tuple[list[str], list[str]]:
    """List the words of the paragraph before and after a place, else those of the next one."""
    text, at = place.passage.text, passages.index(place.passage)
    before = text[: place.start] or (passages[at - 1].text if at else "")
    after = text[place.end :] or "".join(passage.text for passage in passages[at + 1 : at + 2])
    return before.split(), after.split()


def _opens(text: str, fragment: Fragment, quote: str) -> bool:
    """Tell whether the first words that a browser finds are those of the quote."""
    start, end, before, after = map(_fold, fragment)
    sought = f"{before}{start}{after}"
    first = text.find(sought)
    if first < 0 or first != text.rfind(sought):
        return False
    begin = first + len(before)
    stop = text.find(end, begin + len(start)) + len(end) if end else begin + len(start)
    return text[begin:stop] == quote


def _fold(text: str) -> str:
    """Make alike what a browser takes for the same words: case, accents, blanks, apostrophes."""
    return _IGNORED.sub("", unicodedata.normalize("NFKD", normalise(text).casefold()))
