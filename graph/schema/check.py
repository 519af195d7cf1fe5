"""What each value looks like: fields, forms and references, against `graph.schema.fields`."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from graph.model import vocabulary
from graph.model.errors import Problem, did_you_mean, nearest, suggest
from graph.read.document import BROKEN, Document, Map, Seq, Trail, format_path, say_text
from graph.schema.fields import (
    FILE,
    IS_ID,
    VERSIONS,
    VOCAB,
    Choice,
    Field,
    ListOf,
    MapOf,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
    as_of,
)

_WORDS = {
    "types": vocabulary.TYPES,
    "kinds": vocabulary.KINDS,
    "roles": vocabulary.ROLES,
    "themes": vocabulary.THEMES,
    "regions": {},
}
_NODES = {
    "organisations": "an organisation",
    "partnerships": "a partnership",
    "groups": "a group",
}
_UNIONS = {
    "parties": ("organisations", "groups"),
    "ends": ("organisations", "groups", "partnerships"),
}
"""What a reference may lead to that may lead to several kinds of thing."""
_SHORT_LIST = 12  # of allowed words: a longer list hides the message
_MOST_HINTS = 25  # each looks at every id: with more unknown ids than that, something else is wrong


def check_shape(document: Document) -> tuple[dict[str, Any], list[Problem]]:
    """
    Check every value against its shape.

    A value that breaks its shape takes its entry with it: the entry is set aside, and its id
    still counts as known. An unknown reference is a problem, but sets nothing aside; nor does
    a misspelt field, which is read as the field that it looks like.

    Returns:
        The entries that hold (whole numbers as int, a bare member or alias as a record),
        and the problems in no order.
    """
    if document.root is BROKEN:
        return {}, []
    if not isinstance(document.root, Map):
        start = f"schema: {VERSIONS[-1]}"
        what = f"must be a map that starts with {start!r}, not {_say_kind(document.root)}"
        return {}, [Problem(1, "", what)]
    checker = _Checker(document)
    clean = checker.check_fields(checker.file, document.root, ())
    return clean, checker.problems


def read_version(root: Map) -> int:
    """Read in which version of the format a file is written; the last where it does not say."""
    found = [version for version in VERSIONS if root.get("schema") == str(version)]
    return found[0] if found else VERSIONS[-1]


class _Checker:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.version = read_version(document.root)
        self.file = as_file(self.version)
        self.known = _find_known(document.root)
        self.hints: dict[tuple[str, str], str] = {}

    def complain(self, trail: Trail, message: str, line: int | None = None) -> Any:
        at = self.document.line_of(trail) if line is None else line
        self.problems.append(Problem(at, format_path(trail), message))
        return BROKEN

    def check(self, shape: Shape, value: Any, trail: Trail) -> Any:
        """Return the value as the shape has it, or BROKEN."""
        if value is BROKEN or (
            isinstance(value, Map) and value.partial and not isinstance(shape, Record | MapOf)
        ):
            return BROKEN
        match shape:
            case Text():
                return self.check_text(shape, value, trail)
            case Reference():
                return self.check_reference(shape, value, trail)
            case Record():
                return self.check_record(shape, value, trail)
            case ListOf():
                return self.check_list(shape, value, trail)
            case MapOf():
                return self.check_map(shape, value, trail)
            case Choice():
                return self.check_choice(shape, value, trail)
            case Whole():  # pragma: no branch - mypy knows that there is no other shape
                return self.check_whole(shape, value, trail)

    def check_text(self, shape: Text, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            return self.complain(trail, f"must be text, not {_say_kind(value)}")
        if not value.strip():
            return self.complain(trail, "must not be blank")
        if shape.pattern and not _matcher(shape.pattern)(value):
            return self.complain(trail, f"{say_text(value)} must be {shape.hint}")
        return value

    def check_reference(self, shape: Reference, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            return self.complain(trail, f"must be the id of one {shape.noun}, not {_say(value)}")
        known = self.known[shape.to]
        if value not in known:
            hint = self.hints.get((shape.to, value))
            if hint is None:
                hint = self.hint(value, shape) if len(self.hints) < _MOST_HINTS else ""
                self.hints[shape.to, value] = hint
            self.complain(trail, f"no {shape.noun} {say_text(value)}{hint}")
            if not known:  # said once: with the first of them, the rest may be known too
                self.known[shape.to] = _Anything()
        return value

    def hint(self, value: str, shape: Reference) -> str:
        known = self.known[shape.to]
        for kind, noun in _NODES.items():
            wanted = _UNIONS.get(shape.to, (shape.to,))
            if kind not in wanted and wanted[0] in _NODES and value in self.known[kind]:
                return f", that is {noun}"
        if not known:
            return f", the file has no {_UNIONS.get(shape.to, (shape.to,))[0]} yet"
        if hint := did_you_mean(value, known):
            return hint
        return f", use one of {', '.join(sorted(known))}" if len(known) <= _SHORT_LIST else ""

    def check_choice(self, shape: Choice, value: Any, trail: Trail) -> Any:
        if value in shape.words:
            return value
        allowed = " or ".join([", ".join(shape.words[:-1]), shape.words[-1]]).removeprefix(" or ")
        return self.complain(trail, f"must be {allowed}, not {_say(value)}")

    def check_whole(self, shape: Whole, value: Any, trail: Trail) -> Any:
        if type(value) is str and value.isascii() and value.isdigit() and len(value) < 10:
            number = int(value)
            if number >= shape.minimum:
                return number
        return self.complain(
            trail, f"must be a whole number of {shape.minimum} or more, not {_say(value)}"
        )

    def check_list(self, shape: ListOf, value: Any, trail: Trail) -> Any:
        if shape.or_one and type(value) is str:
            one = self.check(shape.item, value, trail)
            return BROKEN if one is BROKEN else [one]
        if type(value) is not Seq:
            return self.complain(trail, f"must be a list, not {_say_kind(value)}")
        if len(value) < shape.minimum:
            return self.complain(trail, f"must hold {shape.minimum} or more, not none")
        items = []
        for position, item in enumerate(value):
            place = (*trail, position)
            items.append(
                self.complain(place, "must not be empty")
                if item is None
                else self.check(shape.item, item, place)
            )
        return BROKEN if BROKEN in items else items

    def check_map(self, shape: MapOf, value: Any, trail: Trail) -> Any:
        if type(value) is not Map:
            return self.complain(trail, f"must be a map, not {_say_kind(value)}")
        entries = {}
        for id, entry in value.items():
            place = (*trail, id)
            if not IS_ID(id):
                rule = "must hold a-z, 0-9 and single hyphens only"
                self.complain(place, f"id {say_text(id)} {rule}{_suggest_id(id)}")
            entry = self.check_record(shape.record, entry, place)
            if entry is not BROKEN:
                entries[id] = entry
        return entries

    def check_record(self, shape: Record, value: Any, trail: Trail) -> Any:
        if value is BROKEN:
            return BROKEN
        if shape.short and type(value) is str:
            short = shape.by_name[shape.short]
            text = self.check(short.shape, value, trail)
            return BROKEN if text is BROKEN else {shape.short: text}
        if type(value) is not Map:
            fields = " and ".join(repr(field.name) for field in shape.fields if field.required)
            what = f"must be {'text or ' if shape.short else ''}a map"
            what += f" with {fields}" if fields else ""
            return self.complain(trail, f"{what}, not {_say_kind(value)}")
        if shape.name == "group_member" and "label" in value and "group" not in value:
            hint = "give it an entry under 'groups' at the top, and write that entry's id here"
            return self.complain(trail, f"a group stands here by its id, {hint}")
        clean = self.check_fields(shape, value, trail)
        return BROKEN if value.partial or BROKEN in clean.values() else clean

    def is_newer(self, shape: Record, key: str) -> bool:
        return self.version < VERSIONS[-1] and key in _list_later(shape.name)

    def check_fields(self, shape: Record, value: Map, trail: Trail) -> dict[str, Any]:
        """Check the fields of a record; a missing or broken one is BROKEN."""
        fields = _by_name(shape)
        written = {name: name for name in fields}
        for key in sorted(value.keys() - fields.keys()):
            near = nearest(key, fields.keys() - value.keys())
            hint = suggest(near) or f", the fields are {', '.join(fields)}"
            if self.is_newer(shape, key):
                near, hint = [], f", write 'schema: {VERSIONS[-1]}' or run 'collabgraph migrate'"
            if " " in key and value[key] is None:  # what stood behind a comma in {...}
                hint = ", put text that holds a comma in double quotes"
            written.update((name, key) for name in near)
            self.complain((*trail, key), f"unknown field {say_text(key)}{hint}")
        clean = {}
        for name, field in fields.items():
            key = written[name]
            given = value.get(key)
            if given is not None:
                clean[name] = self.check(field.shape, given, (*trail, key))
                if key != name and not trail:  # a rule could not find the lines of a section
                    clean[name] = BROKEN
            elif field.required:
                clean[name] = BROKEN
                if key in value:
                    self.complain((*trail, key), f"must not be empty{_say_none(field.shape)}")
                elif not value.partial:
                    self.complain(trail, f"{name!r} is missing")
        return clean


@cache
def as_file(version: int) -> Record:
    """Give the shape of a whole file in a version of the format."""
    file = as_of(version, FILE)
    if not isinstance(file, Record):
        raise TypeError("a file is no record")
    return file


@cache
def _list_later(name: str) -> frozenset[str]:
    """List the fields that a record of some name has now and had not in the first version."""
    found: set[str] = set()
    todo: list[Shape] = [FILE]
    while todo:
        match todo.pop():
            case Record() as shape:
                todo.extend(field.shape for field in shape.fields)
                if shape.name == name:
                    found |= {field.name for field in shape.fields if field.since > 1}
            case ListOf(item=item):
                todo.append(item)
            case MapOf(record=record):
                todo.append(record)
    return frozenset(found)


@cache
def _by_name(record: Record) -> dict[str, Field]:
    return record.by_name


@cache
def _matcher(pattern: str) -> Any:
    return re.compile(pattern).fullmatch


class _Anything(frozenset[str]):
    """The ids of a section that could not be read: none of them is unknown."""

    def __contains__(self, id: object) -> bool:
        return True


def _find_known(root: Map) -> dict[str, Collection[str]]:
    vocab = _find_section(root, "vocab", FILE)
    sections = {key: _find_section(root, key, FILE) for key in ("sources", *_NODES)}
    lists = {key: _find_section(vocab, key, VOCAB) for key in _WORDS}
    known: dict[str, Collection[str]] = {
        key: _Anything() if found is None else found.keys() | _WORDS.get(key, {}).keys()
        for key, found in (sections | lists).items()
    }
    return known | {key: _unite([known[part] for part in _UNIONS[key]]) for key in _UNIONS}


def _unite(sets: list[Collection[str]]) -> Collection[str]:
    if any(isinstance(one, _Anything) for one in sets):
        return _Anything()
    return frozenset().union(*sets)


def _find_section(place: Map | None, key: str, record: Record) -> Map | None:
    # None where it could not be read; that has been said, and every reference to it may hold.
    fields = _by_name(record)
    found = place.get(key) if place is not None else None
    if isinstance(found, Map):
        return None if found.partial else found
    if place is None or found is not None or fields[key].required:
        return None
    return None if place.partial or place.keys() - fields.keys() else Map(0)


def _suggest_id(id: str) -> str:
    import unicodedata  # only where something is wrong

    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f", write it as {better!r}" if better else ""


def _say_none(shape: Shape) -> str:
    if isinstance(shape, ListOf) and not shape.minimum:
        return ", write [] where there are none"
    return ", write {} where there are none" if isinstance(shape, MapOf) else ""


def _say_kind(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a map" if isinstance(value, Map) else "a list" if isinstance(value, Seq) else "text"


def _say(value: Any) -> str:
    return say_text(value) if isinstance(value, str) else _say_kind(value)
