"""YAML text -> maps, lists and text that know their lines; nothing guessed, nothing lost."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from graph.model.errors import Problem, SourceError
from graph.model.message import Message, Value
from graph.read.document import BROKEN, Map, Seq, Trail, format_path, say_text

_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is 5 to 9 times faster
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 20  # levels of nesting; the format needs six
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT = re.compile(r"(?<![ \t])[ \t]+(#\w[^\n]*)")


def parse_yaml(text: str, name: str) -> tuple[Any, list[Problem]]:
    """
    Parse YAML without giving any value a meaning.

    Args:
        text: The whole file.
        name: How it is named in messages.

    Returns:
        The value at the top (a Map, a Seq, text, or None), and what the parser alone can find:
        repeated keys, aliases, anchors, tags, keys that are not text, a second document.

    Raises:
        SourceError: The text is not YAML.
    """
    reader = _Reader(name, text.split("\n") if _CUT.search(text) else ())
    line = 0
    event: Any
    try:
        for event in yaml.parse(text, Loader=_Parser):
            line = event.end_mark.line
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        from graph.read.advice import advise  # only where something is wrong

        said = " ".join(part for part in (error.context, error.problem) if part)
        at, opened = error.problem_mark, error.context_mark or error.problem_mark
        mark = (at.line, at.column) if at else (line, 0)
        number, message = advise(said, text, mark, opened.line if opened else line)
        raise SourceError(_refuse(name, number, message)) from None
    except yaml.reader.ReaderError:
        found = _CONTROL.search(text)
        number = text.count("\n", 0, found.start()) + 1 if found else line + 1
        what = Message("yaml.a_character")
        if found:
            what = Message("yaml.character", code=f"U+{ord(found[0]):04X}")
        raise SourceError(_refuse(name, number, what)) from None
    except (yaml.YAMLError, ValueError) as error:  # ValueError: PyYAML without its C parser
        raise SourceError(_refuse(name, line + 1, str(error))) from None
    return reader.root, reader.problems


class _Reader:
    """
    Turns parser events into maps, lists and text; a stack, so that depth costs no recursion.

    What cannot be kept (the value of a repeated key, a key that is not text) is read away,
    and says nothing more.
    """

    def __init__(self, name: str, rows: Sequence[str]) -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self._name = name
        self._rows = rows  # of the file, where a comment may have cut text off
        self._open: list[Map | Seq] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._away = 0  # how many values to read away
        self._depth = 0  # how deep in one of those

    def take(self, event: Any) -> None:
        kind = type(event)
        if self._away:
            self._read_away(kind)
        elif kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, Map(event.start_mark.line + 1))
        elif kind is yaml.SequenceStartEvent:
            self._start(event, Seq(event.start_mark.line + 1))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:
                self._complain(event, Message("yaml.second_document"))
                if isinstance(self.root, Map):
                    self.root.partial = True
        if self._documents > 1:
            self._away = 1

    def _read_away(self, kind: type) -> None:
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._depth += 1
            return
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._depth -= 1
        if self._depth == 0:
            self._away -= 1

    def _scalar(self, event: Any) -> None:
        open_ = self._open
        # The usual two cases first: they are nine tenths of a file.
        if open_ and type(open_[-1]) is Map and self._keys[-1] is None:
            self._key(open_[-1], event)
            return
        value = None if event.implicit[0] and event.value in _NULLS else event.value
        if event.tag is not None or event.anchor is not None:
            self._check_bare(event)
            value = event.value or BROKEN
        if event.style == '"':
            _check_surrogates(event)
        if self._rows and not event.style:
            self._check_cut(event)
        self._place(event, value)
        if self._keys:
            self._keys[-1] = None

    def _key(self, place: Map, event: Any) -> None:
        key: str = event.value
        line = event.start_mark.line + 1
        self._keys[-1] = key
        if key == "<<" and not event.style:
            self._give_up(place, event, Message("yaml.merge"))
        elif key not in place.lines:
            place.lines[key] = line
        else:
            message = Message("yaml.repeated_key", name=repr(key), line=place.lines[key])
            self._complain(event, message)
            if len(self._open) > 1:  # a section that comes twice is read as one
                first = place.get(key)
                (first if isinstance(first, Map) else place).partial = True
                self._keys[-1] = None
                self._away = 1
        if event.tag is not None or event.anchor is not None:
            self._check_bare(event)

    def _start(self, event: Any, value: Map | Seq) -> None:
        if len(self._open) >= _DEEPEST:
            line, path = event.start_mark.line + 1, format_path(self._path())
            message = Message("yaml.too_deep", file=self._name, line=line, path=path, most=_DEEPEST)
            raise SourceError(message)
        self._check_bare(event)
        if self._open and type(self._open[-1]) is Map and self._keys[-1] is None:
            self._give_up(self._open[-1], event, Message("yaml.key_not_text", brace="{"))
            self._away, self._depth = 2, 1
            return
        kept = self._place(event, value)
        self._open.append(kept if type(kept) is Map is type(value) else value)
        self._keys.append(None)

    def _close(self) -> None:
        self._open.pop()
        self._keys.pop()
        if self._keys:
            self._keys[-1] = None

    def _alias(self, event: Any) -> None:
        message = Message("yaml.alias", alias=f"'*{event.anchor}'")
        if self._open and type(self._open[-1]) is Map and self._keys[-1] is None:
            self._give_up(self._open[-1], event, message)
        else:
            self._complain(event, message)
            self._place(event, BROKEN)
            if self._keys:
                self._keys[-1] = None

    def _give_up(self, place: Map, event: Any, message: Message) -> None:
        self._complain(event, message)
        place.partial = True
        self._keys[-1] = None
        self._away = 1

    def _place(self, event: Any, value: Any) -> Any:
        if not self._open:
            self.root = value
            return value
        place = self._open[-1]
        if isinstance(place, Seq):
            place.append(value)
            place.lines.append(event.start_mark.line + 1)
            return value
        return place.setdefault(str(self._keys[-1]), value)

    def _check_bare(self, event: Any) -> None:
        if event.tag is not None:
            self._complain(event, Message("yaml.tag", tag=repr(event.tag)))
        elif event.anchor is not None:
            self._complain(event, Message("yaml.anchor", anchor=f"'&{event.anchor}'"))

    def _check_cut(self, event: Any) -> None:
        cut = _CUT.match(self._rows[event.end_mark.line], event.end_mark.column)
        if cut:
            message = Message("yaml.cut", text=say_text(cut[1].strip()))
            self._complain(event, message)

    def _complain(self, event: Any, message: Message) -> None:
        path = format_path(self._path())
        self.problems.append(Problem(event.start_mark.line + 1, path, message))

    def _path(self) -> Trail:
        steps: list[str | int] = []
        for depth, (place, key) in enumerate(zip(self._open, self._keys, strict=True), 1):
            if isinstance(place, Seq):  # the item that is being read is in it, or the next one
                steps.append(len(place) - (depth < len(self._open)))
            elif key is not None:
                steps.append(key)
        return tuple(steps)


def _refuse(name: str, line: int, why: Value) -> Message:
    return Message("yaml.not_yaml", file=name, line=line, why=why)


def _check_surrogates(event: Any) -> None:
    if not event.value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in event.value):
        problem = "found invalid Unicode character escape code"
        raise yaml.MarkedYAMLError(None, None, problem, event.start_mark)
