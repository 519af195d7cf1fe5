"""
Read a Markdown page line by line, as text and as the blocks that a program fills.

A marked block stands between `<!-- fields source -->` and `<!-- end -->`, a code block between
fences. One that does not close, opens inside another, is not known, is empty or holds text by
hand is an error with its line: no block ever reaches into the text after it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

END = "<!-- end -->"
_MARK = re.compile(r"<!-- ([a-z]+(?: [a-z_-]+)*) -->")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*([^`]*?)\s*")
_INLINE_CODE = re.compile(r"`[^`]*`")


class PageError(Exception):
    """A page cannot be filled: where, what is wrong, and the likely fix."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class Block:
    """
    A block of a page.

    `key` is its mark (`fields source`) or the word after its fence (`console`); `line` is the
    line of `opening`, from 1; `lines` are those between `opening` and `closing`.
    """

    file: str
    line: int
    key: str
    opening: str
    lines: tuple[str, ...]
    closing: str

    @property
    def marked(self) -> bool:
        """Whether it stands between marks, and not between fences."""
        return self.closing == END

    def error(self, message: str) -> PageError:
        """Make the error that says what is wrong with this block."""
        return PageError(self.file, self.line, message)


Fill = Callable[[Block], Sequence[str]]
"""From a block to the lines that should stand in it."""


def fill_page(file: str, text: str, marked: Mapping[str, Fill], fenced: Mapping[str, Fill]) -> str:
    """
    Fill the blocks of a page anew and leave every other line as it is.

    Args:
        file: What the page is called in messages.
        text: The whole page.
        marked: How to fill each marked block, by its key.
        fenced: How to fill the code blocks that open with one of these words.

    Raises:
        PageError: A block does not close, opens inside another, is unknown, empty or there
            twice, holds text by hand, or there is nothing to put in it.
    """
    lines: list[str] = []
    seen: dict[str, int] = {}
    for part in split_page(file, text):
        if isinstance(part, str):
            lines.append(part)
        elif part.marked:
            _refuse_repeat(part, seen)
            lines += [part.opening, *_fill_marked(part, marked), part.closing]
        else:
            fill = fenced.get(part.key, _leave)
            lines += [part.opening, *fill(part), part.closing]
    return "\n".join(lines)


def split_page(file: str, text: str) -> Iterator[str | Block]:
    """
    Split a page into its lines of text and its blocks, in order.

    Raises:
        PageError: A block does not close, opens inside another, or holds text by hand.

    >>> [getattr(part, "key", part) for part in split_page("a.md", "# A\\n```sh\\nls\\n```")]
    ['# A', 'sh']
    """
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if fence := _FENCE.fullmatch(lines[at]):
            key, end = fence[2], _find_fence(file, lines, at)
        elif lines[at] != END and (mark := _MARK.fullmatch(lines[at])):
            key, end = mark[1], _find_end(file, lines, at)
        else:
            _refuse_stray(file, lines, at)
            yield lines[at]
            at += 1
            continue
        yield Block(file, at + 1, key, lines[at], tuple(lines[at + 1 : end]), lines[end])
        at = end + 1


def _find_fence(file: str, lines: Sequence[str], at: int) -> int:
    sign = lines[at][0]
    fence = lines[at][: len(lines[at]) - len(lines[at].lstrip(sign))]
    for place in range(at + 1, len(lines)):
        if lines[place].startswith(fence) and not lines[place].rstrip().strip(sign):
            return place
    raise PageError(file, at + 1, f"this code block is never closed, end it with {fence}")


def _find_end(file: str, lines: Sequence[str], at: int) -> int:
    place = at + 1
    while place < len(lines) and lines[place] != END:
        if "<!--" in lines[place]:
            message = f"{lines[at]} of line {at + 1} is still open, put {END} before this"
            raise PageError(file, place + 1, message)
        if _FENCE.fullmatch(lines[place]):
            place = _find_fence(file, lines, place)
        elif lines[place].strip() and not lines[place].startswith("|"):
            message = (
                f"text by hand inside {lines[at]} of line {at + 1}, which make docs would lose, "
                f"put {END} before it"
            )
            raise PageError(file, place + 1, message)
        place += 1
    if place == len(lines):
        raise PageError(file, at + 1, f"{lines[at]} is never closed, end it with {END}")
    return place


def _refuse_stray(file: str, lines: Sequence[str], at: int) -> None:
    if lines[at] == END:
        raise PageError(file, at + 1, f"{END} closes nothing, take it out or open a block first")
    text = _INLINE_CODE.sub("", lines[at])
    if "<!--" in text or "-->" in text:
        hint = "a mark stands alone on its line, like <!-- fields source -->"
        raise PageError(file, at + 1, f"{lines[at].strip()!r} is no mark, {hint}")


def _refuse_repeat(block: Block, seen: dict[str, int]) -> None:
    if block.key in seen:
        raise block.error(f"{block.opening} stands on line {seen[block.key]} already")
    seen[block.key] = block.line


def _fill_marked(block: Block, fills: Mapping[str, Fill]) -> Sequence[str]:
    if block.key not in fills:
        close = get_close_matches(block.key, fills, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"known are: {', '.join(fills)}"
        raise block.error(f"no block is called {block.key!r}, {hint}")
    if not any(line.strip() for line in block.lines):
        hint = "write | | on a line between its marks and run make docs"
        raise block.error(f"{block.opening} is empty, {hint}")
    lines = fills[block.key](block)
    if not lines:
        raise block.error(f"there is nothing to put in {block.opening}, take the block out")
    return lines


def _leave(block: Block) -> Sequence[str]:
    return block.lines
