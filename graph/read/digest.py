"""A digest: one document told in our own words, each paragraph marked with the lines it renders."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.model.message import Message

_MARKER = re.compile(r"\[r\.([^\[\]]*)\]")
_ATTEMPT = re.compile(r"\[\s*(?:r|regels?)(?:[.:]|\s|(?=[0-9]))[^\[\]]*\]", re.IGNORECASE)
_RANGE = re.compile(r"([0-9]+)(?:\s*[-–]\s*([0-9]+))?")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_APOSTROPHES = str.maketrans("‘’ʼ", "'''")
_MOST_LINES = 10_000  # of one marker: a slip of the keyboard must not fill the memory


class Passage(NamedTuple):
    """
    One paragraph of a digest, or one block of lines of a document that is its own digest.

    `text` is normalised by `normalise`; `at` is where it starts in the digest file;
    `lines` are the lines of the original that it renders, none where its marker is wrong.
    In a document without markers `starts` holds the offset in `text` at which each of
    `lines` begins.
    """

    text: str
    at: int
    lines: tuple[int, ...]
    starts: tuple[int, ...] = ()

    def lines_of(self, start: int, end: int) -> tuple[int, ...]:
        """Name the lines of the original behind `text[start:end]`."""
        if not self.starts:
            return self.lines
        first = bisect_right(self.starts, start) - 1
        return self.lines[first : bisect_right(self.starts, max(start, end - 1))]


class Digest(NamedTuple):
    """A digest read: its passages, and what is wrong with its markers as (line, message)."""

    file: str
    passages: tuple[Passage, ...]
    problems: tuple[tuple[int, Message], ...]
    by_line: Mapping[int, Sequence[Passage]]

    @property
    def is_summary(self) -> bool:
        """Whether it tells a document in words of its own; False where it is the document."""
        return not any(passage.starts for passage in self.passages)


def normalise(text: str) -> str:
    """
    Make two ways of writing the same words equal: NFC, one kind of blank, one kind of apostrophe.

    >>> normalise("ROS’en\\u00a0 in de\\nregio")
    "ROS'en in de regio"
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).split())


def find_marker(text: str) -> str:
    """
    Find the first marker in a text; empty where it has none.

    >>> find_marker("[r. 4] De poli"), find_marker("De poli [rechts]")
    ('[r. 4]', '')
    """
    found = _MARKER.search(text)
    return found[0] if found else ""


def read_digest(file: str, text: str) -> Digest:
    """
    Split the text of a digest into passages.

    A file without any marker is a document itself: then a line is a line of that file.
    A passage whose marker is missing or wrong is kept, without lines.

    Args:
        file: How the digest is named in messages.
        text: The whole text.

    >>> read_digest("d.md", "# Kop\\n\\n[r. 3-4] Eerste\\nalinea.\\n\\n[r. 9] Tweede.").passages
    (Passage(text='Eerste alinea.', at=3, lines=(3, 4), starts=()), \
Passage(text='Tweede.', at=6, lines=(9,), starts=()))
    """
    blocks = list(_split_blocks(text))
    problems: list[tuple[int, Message]] = []
    if any(_ATTEMPT.match(lines[0]) for _, lines in blocks):
        passages = [
            passage
            for at, lines in blocks
            if not _HEADING.match(lines[0])
            for passage in _read_marked(at, lines, problems)
        ]
    else:
        passages = [_read_plain(at, lines) for at, lines in blocks]
    by_line: dict[int, list[Passage]] = {}
    for passage in passages:
        for line in passage.lines:
            by_line.setdefault(line, []).append(passage)
    return Digest(file, tuple(passages), tuple(problems), by_line)


def _split_blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        heading = _HEADING.match(line)
        if block and (heading or not line.strip()):
            yield number - len(block), block
            block = []
        if heading:
            yield number, [line]
        elif line.strip():
            block.append(line.strip())


def _read_marked(
    at: int, lines: list[str], problems: list[tuple[int, Message]]
) -> Iterator[Passage]:
    body = "\n".join(lines)
    marks = list(_ATTEMPT.finditer(body))
    if not marks or marks[0].start():
        problems.append((at, Message("digest.no_marker")))
        yield Passage(normalise(_ATTEMPT.sub(" ", body)), at, ())
        return
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    line, before = at, 0
    for mark, end in zip(marks, ends, strict=False):
        line += body.count("\n", before, mark.start())
        before = mark.start()
        rendered = _read_marker(mark[0])
        if mark.start():
            problems.append((line, Message("digest.marker_inside", marker=repr(mark[0]))))
        elif not rendered:
            problems.append((line, Message("digest.bad_marker", marker=repr(mark[0]))))
        yield Passage(normalise(body[mark.end() : end]), line, rendered)


def _read_marker(mark: str) -> tuple[int, ...]:
    inside = _MARKER.fullmatch(mark)
    lines: set[int] = set()
    for part in inside[1].split(",") if inside else ():
        match = _RANGE.fullmatch(part.strip())
        if not match or len(match[0]) > 20:
            return ()
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last or last - first > _MOST_LINES:
            return ()
        lines.update(range(first, last + 1))
    return tuple(sorted(lines))


def _read_plain(at: int, lines: list[str]) -> Passage:
    text, starts = "", []
    for line in lines:
        text += " " if text else ""
        starts.append(len(text))
        text += normalise(line)
    return Passage(text, at, tuple(range(at, at + len(lines))), tuple(starts))
