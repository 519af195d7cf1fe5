"""What the YAML parser could not read -> what is wrong there, in a curator's words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.model.message import Message
from graph.read.unclosed import find_unclosed

_HYPHEN = re.compile(r"\s*(?:- +)*-[^\s-]")
_CURLY = re.compile(r"(?:^|[:,{\[-])\s+[“”„«‘’‚]")


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the parser gave up: its words, lines of the file, line and column, all from 0."""

    said: str
    lines: list[str]
    line: int
    column: int
    opened: int

    @property
    def row(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def here(self) -> str:
        """The character at which it gave up; nothing at the end of a line."""
        return self.row[self.column : self.column + 1]

    @property
    def before(self) -> str:
        return self.row[: self.column]

    def says(self, *words: str) -> bool:
        return any(word in self.said for word in words)


def advise(said: str, text: str, mark: tuple[int, int], opened: int) -> tuple[int, Message]:
    """
    Say what stops the parser, and on which line to mend it.

    Args:
        said: The parser's own words; both parsers of PyYAML say them a little differently.
        text: The whole file.
        mark: Line and column, from 0, at which the parser gave up.
        opened: Line, from 0, on which the thing begins that it was reading.

    Returns:
        The line, from 1, and the message.

    >>> line, why = advise("mapping values are not allowed here", "name: Zorg: samen", (0, 10), 0)
    >>> line, str(why)
    (1, '\\': \\' inside text, put such text in double quotes, like "a: b"')
    """
    stop = _Stop(said, text.split("\n"), *mark, opened)
    for is_so, line, message in _ADVICE:
        if is_so(stop):
            return line(stop) + 1, message(stop)
    return stop.line + 1, Message("yaml.other", said=said)


def _find_unclosed(stop: _Stop) -> int:
    line = find_unclosed(stop.lines, stop.line)
    return stop.opened if line is None else line


def _is_unclosed(stop: _Stop) -> bool:
    return find_unclosed(stop.lines, stop.line) is not None


def _find_hyphen(stop: _Stop) -> int | None:
    near = dict.fromkeys((stop.line, stop.opened, stop.line - 1))
    rows = ((at, stop.lines[at]) for at in near if 0 <= at < len(stop.lines))
    return next((at for at, row in rows if _HYPHEN.match(row)), None)


def _goes_on_after_quote(stop: _Stop) -> bool:
    written = stop.before.strip()
    return written[-1:] in ("'", '"') and written not in ("'", '"')


def _is_colon_inside(stop: _Stop) -> bool:
    inside = ": " in stop.before or stop.before.lstrip()[:2] == "- "
    return inside and stop.says("values are not allowed")


def _say_quote(stop: _Stop) -> Message:
    apostrophe = stop.before.rstrip()[-1] == "'"
    return Message("yaml.apostrophe" if apostrophe else "yaml.quote_inside")


def _find_directive(stop: _Stop) -> int:
    line = stop.line
    while line > 0 and not stop.lines[line].startswith(("...", "%")):
        line -= 1
    return line


def _line(stop: _Stop) -> int:
    return stop.line


def _opened(stop: _Stop) -> int:
    return stop.opened


_ADVICE: tuple[
    tuple[Callable[[_Stop], bool], Callable[[_Stop], int], Callable[[_Stop], Message]], ...
] = (
    (
        lambda stop: stop.says("quoted scalar") and stop.says("end of stream"),
        _find_unclosed,
        lambda stop: Message("yaml.open_quote"),
    ),
    (
        _is_unclosed,
        _find_unclosed,
        lambda stop: Message("yaml.open_quote"),
    ),
    (
        lambda stop: _find_hyphen(stop) is not None,
        lambda stop: _find_hyphen(stop) or 0,
        lambda stop: Message("yaml.hyphen"),
    ),
    (
        lambda stop: bool(_CURLY.search(stop.row)) and stop.says("values are not allowed", "flow"),
        _line,
        lambda stop: Message("yaml.curly"),
    ),
    (
        lambda stop: stop.says("escape"),
        _line,
        lambda stop: Message("yaml.backslash"),
    ),
    (
        lambda stop: stop.here == "\t" or stop.says("tab character"),
        _line,
        lambda stop: Message("yaml.tab"),
    ),
    (
        lambda stop: stop.says("cannot start any token"),
        _line,
        lambda stop: Message("yaml.start", sign=repr(stop.here)),
    ),
    (
        lambda stop: stop.says("anchor", "alias", "tag"),
        _line,
        lambda stop: Message("yaml.start", sign=Message("or", left="'&', '*'", right="'!'")),
    ),
    (_is_colon_inside, _line, lambda stop: Message("yaml.colon")),
    (_goes_on_after_quote, _line, _say_quote),
    (
        lambda stop: stop.says("flow"),
        _opened,
        lambda stop: Message("yaml.open_bracket"),
    ),
    (
        lambda stop: bool(stop.here) and stop.here in "]}",
        _line,
        lambda stop: Message("yaml.closes_nothing", sign=repr(stop.here)),
    ),
    (
        lambda stop: stop.says("expected ':'"),
        _opened,
        lambda stop: Message("yaml.no_colon"),
    ),
    (
        lambda stop: stop.says("block scalar"),
        _line,
        lambda stop: Message("yaml.block_text", bar="|"),
    ),
    (
        lambda stop: stop.says("document start", "directive"),
        _find_directive,
        lambda stop: Message("yaml.directive"),
    ),
    (
        lambda stop: stop.says("values are not allowed", "expected key", "block end"),
        _line,
        lambda stop: Message("yaml.indentation"),
    ),
)
"""What can stop a parser: when that is so, on which line to mend it, and what is said. In order."""
