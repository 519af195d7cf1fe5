"""What can be mended in a data file without deciding anything: a step each, in one order."""

from pathlib import Path
from typing import NamedTuple

from graph.mend.hashes import mend_hashes
from graph.mend.lines import mend_lines
from graph.mend.mend import Mend, read_draft, take_mends
from graph.mend.quotes import mend_quotes
from graph.mend.quoting import mend_quoting
from graph.mend.spacing import mend_spacing
from graph.mend.twice import mend_twice
from graph.mend.values import mend_values

_ROUNDS = 3
"""A value that is mended may bring a quote into view, and that quote a line."""


class Mended(NamedTuple):
    """A data file as it becomes, and each thing that is mended in it, in the order of its lines."""

    data: bytes
    mends: tuple[Mend, ...]


def mend_file(path: Path, name: str, data: bytes, originals: Path | None = None) -> Mended:
    """
    Mend what is mechanical in a data file; nothing is written.

    Comments, order, layout and every byte that no mend names stay. The result has no more errors
    than the file had, and where it has as many, no more warnings.

    Args:
        path: The data file; documents are found relative to its folder.
        name: How it is named in messages.
        data: What stands in it.
        originals: The folder of the original documents, to compare their hashes.

    Raises:
        SourceError: It cannot be read, or is no YAML and cannot be made so.
    """
    data, quoted = mend_quoting(data, name)
    draft = read_draft(path, name, data)
    draft, spaced = take_mends(draft, mend_spacing(draft), keep=True)
    mends = [*quoted, *spaced]
    for _ in range(_ROUNDS):
        for find in (mend_values, mend_quotes, mend_lines):
            draft, made = take_mends(draft, find(draft))
            mends += made
    if originals:
        draft, made = take_mends(draft, mend_hashes(draft, originals))
        mends += made
    draft, made = take_mends(draft, mend_twice(draft))  # last: lines move
    mends += made
    return Mended(draft.data, tuple(sorted(mends, key=lambda mend: (mend.line, mend.path))))
