"""What a curator judged: a comment in the entry that an advice is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.advice.advice import Advice
from graph.read.document import Document, Map, Trail

_MARK = re.compile(r"(?:^|\s)#\s*judged\s+(A\d{3})(?:[ \t]+([^:\n]*?))?\s*(?::|$)")
_BARE = re.compile(r"\s*(?:#.*)?")


class Mark(NamedTuple):
    """A mark in the data file: its line, the record that it stands in, and what it judges."""

    line: int
    record: Trail
    code: str
    about: str

    def judges(self, advice: Advice) -> bool:
        """Tell whether an advice is one that the mark judges."""
        return (
            self.code == advice.code
            and advice.trail[: max(len(self.record), 1)] == self.record
            and (not self.about or self.about == advice.about)
        )


def write_mark(advice: Advice) -> str:
    """Write the mark that judges an advice, to be followed by the reason."""
    return " ".join(filter(None, ["# judged", advice.code, advice.about])) + ":"


def read_marks(text: str, document: Document) -> list[Mark]:
    """
    Read the marks of a data file.

    A mark belongs to the entry in whose lines it stands. On lines of their own right above an
    entry, comments belong to that.

    Args:
        text: The data file, from `decode_text`.
        document: The same file, read.
    """
    if "judged" not in text:
        return []
    lines = text.split("\n")
    records = dict(_list_records(document))
    marks = []
    record: Trail = ()
    for number, line in enumerate(lines, 1):
        record = records.get(number, record)
        found = _MARK.search(line)
        if found:
            at = _find_next(lines, number) if _BARE.fullmatch(line) else number
            marks.append(Mark(number, records.get(at, record), found[1], found[2] or ""))
    return marks


def find_stale(marks: Sequence[Mark], advice: Iterable[Advice]) -> list[Mark]:
    """Find the marks that judge nothing that is advised."""
    given = list(advice)
    return [mark for mark in marks if not any(map(mark.judges, given))]


def _list_records(document: Document) -> Iterator[tuple[int, Trail]]:
    """List the lines on which a section or an entry begins."""
    root = document.root
    for section, line in root.lines.items() if isinstance(root, Map) else ():
        yield line, (section,)
        entries = root.get(section)
        for id, at in entries.lines.items() if isinstance(entries, Map) else ():
            yield at, (section, id)


def _find_next(lines: Sequence[str], number: int) -> int:
    """Find the first line behind one that is more than a comment."""
    return next(
        (at for at in range(number + 1, len(lines) + 1) if not _BARE.fullmatch(lines[at - 1])),
        number,
    )
