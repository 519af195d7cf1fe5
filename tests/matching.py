"""A regular expression, tried step by step: how often it looks at a text."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import chain
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]


def count_matching(pattern: "re.Pattern[Any]", text: str, *, search: bool) -> int:
    """
    Count the characters that a pattern looks at, as the library does: from left to right, back
    where a choice fails.

    Args:
        pattern: Compiled, of text or bytes.
        text: What it is tried on.
        search: Whether it is tried at every place, as `finditer` does, or only at the first.

    >>> count_matching(re.compile("a*b"), "aaaa", search=False)
    10
    >>> count_matching(re.compile("a*b"), "aaaab", search=False)
    6
    """
    matcher = Matcher(pattern, text)
    at = 0
    while at <= (len(text) if search else 0):
        end = matcher.match(at)
        at = at + 1 if end is None or end == at else end
    return matcher.steps


class Matcher:
    """A backtracking matcher over what the library's own parser makes of a pattern."""

    def __init__(self, pattern: "re.Pattern[Any]", text: str) -> None:
        self._tree = _parse(pattern)
        self._flags = pattern.flags
        self._text = text
        self._groups: dict[int, tuple[int, int]] = {}
        self._known: dict[tuple[int, int, str], bool] = {}
        self.steps = 0

    def match(self, start: int) -> int | None:
        """Give where the first match from a place ends."""
        return next(self._walk(self._tree, 0, start), None)

    def _walk(self, items: Sequence[Any], place: int, at: int) -> Iterator[int]:
        if place == len(items):
            yield at
            return
        op, value = items[place]
        for end in self._step(op, value, at):
            yield from self._walk(items, place + 1, end)

    def _step(self, op: Any, value: Any, at: int) -> Iterator[int]:
        match str(op):
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                if self._is_one(op, value, at):
                    yield at + 1
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" as kind:
                least, most, body = value
                ends = self._repeat(list(body), int(least), int(most), at, kind == "MIN_REPEAT")
                with suppress(StopIteration):
                    yield from [next(ends)] if kind == "POSSESSIVE_REPEAT" else ends
            case "SUBPATTERN":
                self._flags |= value[1]
                for end in self._walk(list(value[3]), 0, at):
                    self._groups[value[0]] = (at, end)
                    yield end
            case "ATOMIC_GROUP":
                yield from list(self._walk(list(value), 0, at))[:1]
            case "BRANCH":
                for branch in value[1]:
                    yield from self._walk(list(branch), 0, at)
            case "ASSERT" | "ASSERT_NOT" as kind:
                if self._looks(value[0], value[1], at) == (kind == "ASSERT"):
                    yield at
            case "AT":
                self.steps += 1
                if _is_at(str(value), self._text, at, self._flags):
                    yield at
            case "GROUPREF":
                yield from self._repeat_group(value, at)
            case _:
                raise NotImplementedError(str(op))

    def _repeat_group(self, number: int, at: int) -> Iterator[int]:
        first, last = self._groups.get(number, (0, 0))
        self.steps += last - first
        one, other = self._text[first:last], self._text[at : at + last - first]
        if self._flags & re.IGNORECASE:
            one, other = one.lower(), other.lower()
        if one == other:
            yield at + last - first

    def _is_one(self, op: Any, value: Any, at: int) -> bool:
        self.steps += 1
        return at < len(self._text) and _fits(op, value, self._text[at], self._flags)

    def _looks(self, direction: int, body: Any, at: int) -> bool:
        start = at if direction > 0 else at - body.getwidth()[0]
        return start >= 0 and any(True for _ in self._walk(list(body), 0, start))

    def _repeat(self, body: list[Any], least: int, most: int, at: int, lazy: bool) -> Iterator[int]:
        if len(body) == 1 and str(body[0][0]) in _ONE:
            op, value = body[0]
            yield from self._repeat_one(op, value, least, most, at, lazy)
            return
        if lazy and least <= 0:
            yield at
        if most > 0:
            for end in self._walk(body, 0, at):
                if end > at or least > 0:
                    yield from self._repeat(body, least - 1, most - 1, end, lazy)
        if not lazy and least <= 0:
            yield at

    def _repeat_one(
        self, op: Any, value: Any, least: int, most: int, at: int, lazy: bool
    ) -> Iterator[int]:
        count = 0
        while count < (least if lazy else most) and self._is_one(op, value, at + count):
            count += 1
        if count < least:
            return
        yield at + count
        if lazy:
            while count < most and self._is_one(op, value, at + count):
                count += 1
                yield at + count
        else:
            yield from range(at + count - 1, at + least - 1, -1)


_ONE = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_IS: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda letter: letter.isalnum() or letter == "_",
}


def _fits(op: Any, value: Any, letter: str, flags: int) -> bool:
    """Tell whether one character is what a piece of a pattern asks for."""
    match str(op):
        case "LITERAL":
            one = chr(value)
            return letter == one or (bool(flags & re.IGNORECASE) and letter.lower() == one.lower())
        case "NOT_LITERAL":
            return not _fits("LITERAL", value, letter, flags)
        case "ANY":
            return bool(flags & re.DOTALL) or letter != "\n"
        case "RANGE":
            return any(value[0] <= ord(one) <= value[1] for one in letter + letter.lower()[:1])
        case "CATEGORY":
            *_, name = str(value).split("_")
            asked = _IS[name](letter) and (letter.isascii() or not flags & re.ASCII)
            return asked != ("NOT" in str(value))
        case _:  # IN
            negated = str(value[0][0]) == "NEGATE"
            return any(_fits(op, one, letter, flags) for op, one in value[negated:]) != negated


def _is_at(where: str, text: str, at: int, flags: int) -> bool:
    """Tell whether a place is a beginning, an end or a boundary of words."""
    match where:
        case "AT_BEGINNING" | "AT_BEGINNING_STRING":
            many = bool(flags & re.MULTILINE) and where == "AT_BEGINNING"
            return at == 0 or (many and text[at - 1] == "\n")
        case "AT_END" | "AT_END_STRING":
            many = bool(flags & re.MULTILINE)
            rest = text[at : at + 2]
            return not rest or (where == "AT_END" and (rest == "\n" or (many and rest[0] == "\n")))
        case _:
            sides = (text[at - 1 : at] if at else "", text[at : at + 1])
            left, right = (
                bool(side) and _fits("CATEGORY", "CATEGORY_WORD", side, flags) for side in sides
            )
            return (left != right) == (where == "AT_BOUNDARY")


_LETTERS = "a1 -.\n'\"#[]A\\:/é<>=&|,;{}()_*`\t\r"


@cache
def _parse(pattern: "re.Pattern[Any]") -> Any:
    source = pattern.pattern
    written = source if isinstance(source, str) else source.decode("latin-1")
    return _parser.parse(written, pattern.flags).data


def list_hostile(pattern: "re.Pattern[Any]", times: int) -> list[str]:
    """
    List texts that may make a pattern go back much: its pieces again and again, and no end.

    Args:
        pattern: Compiled, of text or bytes.
        times: How often each piece comes.

    >>> [one for one in list_hostile(re.compile("[r]+x"), 3) if one.isalpha()]
    ['rrr', 'rrrr', 'xxx', 'rxxx', 'rxrxrx', 'rrxrxrx']
    """
    tree = _parse(pattern)
    ends = (
        end
        for end in range(1, len(tree) + 1)
        if end == len(tree) or {str(op) for op, _ in tree[end - 1 : end + 1]} != {"LITERAL"}
    )
    begins = ["".join(_sample(tree[:end], pattern.flags)) for end in ends]
    pieces = dict.fromkeys([*_sample(tree, pattern.flags, every=True), *begins])
    return list(
        dict.fromkeys(
            f"{start}{piece * times}{end}"
            for piece in filter(None, pieces)
            for start in ("", *begins[:-1])
            for end in ("", "\0")
        )
    )


def _sample(items: Sequence[Any], flags: int, *, every: bool = False) -> Iterator[str]:
    """Give the characters of a text that fits, or of every choice that a pattern has."""
    for op, value in items:
        match str(op):
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                letters = chain(_LETTERS, map(chr, range(1, 0x3000)))
                yield next((one for one in letters if _fits(op, value, one, flags)), "")
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                for _ in range(1 if every else max(1, min(int(value[0]), 3))):
                    yield from _sample(value[2], flags, every=every)
            case "SUBPATTERN":
                yield from _sample(value[3], flags, every=every)
            case "ATOMIC_GROUP":
                yield from _sample(value, flags, every=every)
            case "BRANCH":
                for branch in value[1] if every else value[1][:1]:
                    yield from _sample(branch, flags, every=every)
