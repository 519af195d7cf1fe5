"""JSON text -> maps, lists and text that know their lines, as those of a data file."""

import re
from bisect import bisect_left
from json.decoder import JSONDecodeError
from json.decoder import scanstring as scan_string  # type: ignore[attr-defined]
from typing import Any

from graph.model.errors import Problem, SourceError
from graph.model.message import Message
from graph.read.document import Map, Seq, format_path

_BLANKS = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_LINE_END = re.compile("\n")
_DEEPEST = 20  # levels of nesting, as in a data file


def parse_json(text: str, name: str) -> tuple[Any, list[Problem]]:
    """
    Parse JSON without giving any value a meaning: numbers stay text, `null` is None.

    Args:
        text: The whole file.
        name: How it is named in messages.

    Returns:
        The value at the top (a Map, a Seq, text, or None), and a problem for each repeated key.

    Raises:
        SourceError: The text is not JSON.
    """
    reader = _Reader(text, name)
    root, end = reader.read(reader.skip(0), ())
    if reader.skip(end) < len(text):
        raise reader.refuse(reader.skip(end), "rest")
    return root, reader.problems


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self._name = name
        self._ends = [found.start() for found in _LINE_END.finditer(text)]

    def line_of(self, at: int) -> int:
        return bisect_left(self._ends, at) + 1

    def refuse(self, at: int, why: str) -> SourceError:
        if self.text.startswith("```", at):
            why = "fence"
        said = Message(f"json.{why}")
        line = self.line_of(at)
        return SourceError(Message("source.not_json", file=self._name, line=line, why=said))

    def skip(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def read(self, at: int, trail: tuple[str | int, ...]) -> tuple[Any, int]:
        if len(trail) > _DEEPEST:
            raise self.refuse(at, "deep")
        opening = self.text[at : at + 1]
        if opening == '"':
            return self.read_text(at)
        if opening == "{":
            return self.read_map(at, trail)
        if opening == "[":
            return self.read_list(at, trail)
        word = _WORD.match(self.text, at)
        if not word:
            raise self.refuse(at, "value")
        return (None if word[0] == "null" else word[0]), word.end()

    def read_text(self, at: int) -> tuple[str, int]:
        try:
            found, end = scan_string(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise self.refuse(max(at, error.pos), "text") from None
        if not found.isascii() and any("\ud800" <= letter <= "\udfff" for letter in found):
            raise self.refuse(at, "text")
        return found, end

    def read_map(self, at: int, trail: tuple[str | int, ...]) -> tuple[Map, int]:
        found = Map(self.line_of(at))
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            if self.text[at : at + 1] != '"':
                raise self.refuse(at, "key")
            line = self.line_of(at)
            key, at = self.read_text(at)
            at = self.skip(at)
            if self.text[at : at + 1] != ":":
                raise self.refuse(at, "colon")
            value, at = self.read(self.skip(at + 1), (*trail, key))
            if key in found.lines:
                said = Message("yaml.repeated_key", name=repr(key), line=found.lines[key])
                self.problems.append(Problem(line, format_path((*trail, key)), said))
            else:
                found.lines[key], found[key] = line, value
            at = self.next_item(at, "}")
        return found, at + 1

    def read_list(self, at: int, trail: tuple[str | int, ...]) -> tuple[Seq, int]:
        found = Seq(self.line_of(at))
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "]":
            found.lines.append(self.line_of(at))
            value, at = self.read(at, (*trail, len(found)))
            found.append(value)
            at = self.next_item(at, "]")
        return found, at + 1

    def next_item(self, at: int, closing: str) -> int:
        """Go to what closes a map or a list, or over a comma to what follows it."""
        at = self.skip(at)
        if self.text[at : at + 1] == closing:
            return at
        if self.text[at : at + 1] != ",":
            raise self.refuse(at, "comma")
        following = self.skip(at + 1)
        if self.text[following : following + 1] == closing:
            raise self.refuse(at, "last_comma")
        return following
