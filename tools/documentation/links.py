"""Links and anchors of Markdown pages: where they lead, and which lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from documentation.blocks import Block, split_page

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)[^)]*\)|^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*")
_LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_INLINE_CODE = re.compile(r"(`+).*?\1")


def check_links(pages: Mapping[Path, str], root: Path) -> Iterator[str]:
    """
    Say of every link that leads nowhere in which file and line it stands, and what is near.

    A link to the web is not followed.

    Args:
        pages: The text of every page by its path.
        root: The folder that no link may leave.
    """
    anchors = {path.resolve(): list_anchors(text) for path, text in pages.items()}
    for path, text in pages.items():
        for line, target in list_links(text):
            wrong = _find_fault(path.resolve(), target, anchors, root.resolve())
            if wrong:
                yield f"{path.relative_to(root).as_posix()}:{line}: {target!r} {wrong}"


def list_links(text: str) -> list[tuple[int, str]]:
    """
    List the target of every link and picture of a page with its line, code left out.

    >>> list_links("See [a](b.md#c), not `[d](e)`.\\n\\n[f]: g.md")
    [(1, 'b.md#c'), (3, 'g.md')]
    """
    return [
        (number, match[1] or match[2])
        for number, line in list_prose(text)
        for match in _LINK.finditer(_INLINE_CODE.sub("", line))
    ]


def list_anchors(text: str) -> list[str]:
    """
    List the anchors of the headings of a page as GitHub and GitLab make them, in order.

    >>> list_anchors("# The `why` of it\\n\\n## A, b\\n\\n## A b")
    ['the-why-of-it', 'a-b', 'a-b-1']
    """
    seen: Counter[str] = Counter()
    anchors = []
    for heading in list_headings(text):
        words = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        anchors.append(f"{words}-{seen[words]}" if seen[words] else words)
        seen[words] += 1
    return anchors


def list_headings(text: str) -> list[str]:
    """List the headings of a page as they read, in order, whatever their level."""
    headings = [_HEADING.fullmatch(line) for _, line in list_prose(text)]
    return [_LINKED.sub(r"\1", heading[1]) for heading in headings if heading]


def list_prose(text: str) -> Iterator[tuple[int, str]]:
    """Walk over the lines of a page outside code, each with its number from 1."""
    number = 0
    for part in split_page("", text):
        number += 1
        if isinstance(part, Block):
            if part.marked:
                yield from ((number + at, line) for at, line in list_prose("\n".join(part.lines)))
            number += len(part.lines) + 1
        else:
            yield number, part


def _find_fault(
    path: Path, target: str, anchors: Mapping[Path, list[str]], root: Path
) -> str | None:
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return None
    file, _, anchor = unquote(target).partition("#")
    place = (path.parent / file).resolve() if file else path
    if not place.is_relative_to(root):
        return "leads out of the project"
    if not place.exists():
        return f"is not there{_suggest(place.name, [near.name for near in _list_beside(place)])}"
    if anchor and place not in anchors:
        return "has an anchor, and is no page"
    if anchor and anchor not in anchors[place]:
        return f"has no such heading{_suggest(anchor, anchors[place])}"
    return None


def _list_beside(place: Path) -> list[Path]:
    return sorted(place.parent.iterdir()) if place.parent.is_dir() else []


def _suggest(word: str, words: list[str]) -> str:
    close = get_close_matches(word, words, 1)
    return f", did you mean {close[0]!r}?" if close else ""
