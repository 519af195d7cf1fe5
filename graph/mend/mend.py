"""What is mended in a data file, and the file while it is being mended."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from graph.model.errors import Problem
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.document import Document
from graph.read.edits import Edit, apply_edits
from graph.read.load import load_document
from graph.read.nodes import read_nodes
from graph.read.text import decode_text
from graph.validate import check_document, list_entries


class Mend(NamedTuple):
    """
    One thing that is mended: its place, what is done, and how.

    `code` is that of the problem at `path` that it takes away, "" where it answers none.
    """

    line: int
    path: str
    said: Message
    edits: tuple[Edit, ...]
    code: str = ""


class Draft(NamedTuple):
    """
    A data file as it is so far: its bytes, what they say, and what is wrong with that.

    `registry` holds what the file itself says, in the order of the file.
    """

    path: Path
    name: str
    data: bytes
    text: str
    root: Any
    document: Document
    registry: Registry
    problems: tuple[Problem, ...]

    @property
    def weight(self) -> tuple[int, int]:
        """How many errors, and how many warnings: the less the better, errors first."""
        counts = Counter(problem.severity for problem in self.problems)
        return counts["error"], counts["warning"]


def read_draft(path: Path, name: str, data: bytes) -> Draft:
    """
    Read and check what a data file may become.

    Raises:
        SourceError: It is no YAML, or cannot be edited in place.
    """
    document = load_document(path, name=name, content=data)
    _, problems = check_document(document)
    text, registry = decode_text(data, name), list_entries(document)
    return Draft(path, name, data, text, read_nodes(text, name), document, registry, problems)


def take_mends(
    draft: Draft, mends: Iterable[Mend], *, keep: bool = False
) -> tuple[Draft, Sequence[Mend]]:
    """
    Make the mends that do what they promise.

    A mend whose problem stays is left out. All are where the file would have more errors, or as
    many and more warnings: an error may hide others, so a mend can bring some into view.

    Args:
        draft: The file so far.
        mends: What may be mended.
        keep: Whether every value must stay what it is.

    Returns:
        The file with them, and those that were made.
    """
    chosen = list(_drop_overlaps(mends))
    while chosen:
        edits = [edit for mend in chosen for edit in mend.edits]
        new = read_draft(draft.path, draft.name, apply_edits(draft.data, draft.name, edits))
        left = {(problem.code, problem.path) for problem in new.problems}
        kept = [mend for mend in chosen if (mend.code, mend.path) not in left]
        if len(kept) == len(chosen):
            other = keep and new.document.root != draft.document.root
            return (draft, ()) if other or new.weight > draft.weight else (new, chosen)
        chosen = kept
    return draft, ()


def _drop_overlaps(mends: Iterable[Mend]) -> Iterator[Mend]:
    """Leave out what edits a place that another edits already."""
    taken: list[tuple[int, int]] = []
    for mend in mends:
        spans = [(edit.start, edit.end) for edit in mend.edits]
        if not any(_is_taken(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield mend


def _is_taken(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(taken, span)
    near = taken[max(0, place - 1) : place + 1]
    return any(start < span[1] and span[0] < end for start, end in near)
