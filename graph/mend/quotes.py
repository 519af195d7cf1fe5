"""Quotes that differ from the document in capitals or in the kind of a sign alone."""

import json
from collections.abc import Iterable, Iterator

from graph.mend.mend import Draft, Mend
from graph.model.curly import bare
from graph.model.message import Message
from graph.read.digest import Digest, Passage, normalise
from graph.read.document import format_path
from graph.read.edits import find_value, replace_value
from graph.read.places import Place, find_places
from graph.validate.passages import list_passages

_SIGNS = str.maketrans("“”„«»–—‐‑", '"""""----')


def mend_quotes(draft: Draft) -> Iterator[Mend]:
    """
    Copy the words of the document over a quote that differs in capitals, dashes or quotes alone.

    They must stand there once: in the paragraph of the line, or else in all of the document; the
    line goes along.
    """
    folded: dict[int, Passage] = {}
    gone = {problem.path for problem in draft.problems if problem.code == "E402"}
    for trail, evidence in list_passages(draft.registry):
        path = format_path((*trail, "quote"))
        node = find_value(draft.root, (*trail, "quote")) if path in gone else None
        if node is None or node.value != evidence.quote:
            continue
        digest = draft.document.digests[draft.registry.sources[evidence.source].file]
        place = _find_place(digest, evidence.line, evidence.quote, folded)
        line = find_value(draft.root, (*trail, "line"))
        if not place or not place.lines or line is None:
            continue
        words = place.passage.text[place.start : place.end]
        edits = [replace_value(draft.text, node, json.dumps(words, ensure_ascii=False))]
        if evidence.line not in place.lines:
            edits.append(replace_value(draft.text, line, str(place.lines[0])))
        said = Message("mend.quote", new=repr(words))
        yield Mend(node.start_mark.line + 1, path, said, tuple(edits), "E402")


def _find_place(digest: Digest, line: int, quote: str, folded: dict[int, Passage]) -> Place | None:
    """Find where the words of a quote are meant to stand; None where that is not certain."""
    for passages in (digest.by_line.get(line, ()), digest.passages):
        for one in dict.fromkeys((quote, bare(quote))):
            found = list(_list_places(passages, _fold(normalise(one)), folded))
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _list_places(
    passages: Iterable[Passage], words: str, folded: dict[int, Passage]
) -> Iterator[Place]:
    """Find the places of a quote whatever its capitals and signs, each in the passage as it is."""
    for passage in passages:
        if id(passage) not in folded:
            folded[id(passage)] = passage._replace(text=_fold(passage.text))
        for place in find_places([folded[id(passage)]], words):
            yield place._replace(passage=passage)


def _fold(text: str) -> str:
    """Make capitals and signs of one kind equal, letter for letter, so that every place stays."""
    lower = (letter.lower() for letter in text.translate(_SIGNS))
    return "".join(
        one if len(one) == 1 else letter for letter, one in zip(text, lower, strict=True)
    )
