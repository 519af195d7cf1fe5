"""What each value looks like: fields, forms and references, against `graph.format`."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from graph import vocabulary
from graph.errors import Problem, did_you_mean
from graph.format import (
    FILE,
    IS_ID,
    Choice,
    Field,
    ListOf,
    MapOf,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
)
from graph.document import BROKEN, Document, Map, Seq, Trail, format_path

_WORDS = {
    "types": vocabulary.TYPES,
    "kinds": vocabulary.KINDS,
    "roles": vocabulary.ROLES,
    "themes": vocabulary.THEMES,
    "regions": {},
}
_SHORT_LIST = 12  # of allowed words: a longer list hides the message


def check_shape(document: Document) -> tuple[dict[str, Any], list[Problem]]:
    """
    Check every value against its shape.

    A value that breaks its shape takes its entry with it: the entry is set aside, and its id
    still counts as known. An unknown reference is a problem, but sets nothing aside.

    Returns:
        The entries that hold (whole numbers as int, a bare member or alias as a record),
        and the problems in no order.
    """
    checker = _Checker(document)
    if not isinstance(document.root, Map):
        problem = Problem(1, "", "must be a map with 'schema', 'title', 'sources' and so on")
        return {}, [problem]
    clean = checker.check_fields(FILE, document.root, ())
    return clean, checker.problems


class _Checker:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.known: Mapping[str, Collection[str]] = _find_known(document.root)

    def complain(self, trail: Trail, message: str, line: int | None = None) -> Any:
        at = self.document.line_of(trail) if line is None else line
        self.problems.append(Problem(at, format_path(trail), message))
        return BROKEN

    def check(self, shape: Shape, value: Any, trail: Trail) -> Any:
        """Return the value as the shape has it, or BROKEN."""
        if value is BROKEN:
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
            case Whole():
                return self.check_whole(shape, value, trail)

    def check_text(self, shape: Text, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            return self.complain(trail, f"must be text, not {_say_kind(value)}")
        if not value.strip():
            return self.complain(trail, "must not be blank")
        if shape.pattern and not _matcher(shape.pattern)(value):
            return self.complain(trail, f"{value!r} must be {shape.hint}")
        return value

    def check_reference(self, shape: Reference, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            return self.complain(trail, f"must be the id of one {shape.noun}, not {_say(value)}")
        known = self.known[shape.to]
        if value not in known:
            hint = did_you_mean(value, known)
            if not hint and 0 < len(known) <= _SHORT_LIST:
                hint = f", use one of {', '.join(sorted(known))}"
            self.complain(trail, f"no {shape.noun} {value!r}{hint}")
        return value

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
                self.complain(place, f"id {id!r} {rule}{_suggest_id(id)}")
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
            fields = ", ".join(field.name for field in shape.fields if field.required)
            what = f"must be a map with {fields}" if fields else "must be a map"
            return self.complain(trail, f"{what}, not {_say_kind(value)}")
        clean = self.check_fields(shape, value, trail)
        return BROKEN if BROKEN in clean.values() else clean

    def check_fields(self, shape: Record, value: Map, trail: Trail) -> dict[str, Any]:
        """Check the fields of a record; a missing or broken one is BROKEN."""
        fields = _by_name(shape)
        clean = {}
        misspelt: set[str] = set()
        for key in value.keys() - fields.keys():
            hint = did_you_mean(key, fields.keys() - value.keys())
            misspelt.update(name for name in fields if hint and repr(name) in hint)
            hint = hint or f", the fields are {', '.join(fields)}"
            self.complain((*trail, key), f"unknown field {key!r}{hint}")
        for name, field in fields.items():
            given = value.get(name)
            if given is not None:
                clean[name] = self.check(field.shape, given, (*trail, name))
            elif field.required:
                clean[name] = BROKEN
                if name not in misspelt:
                    self.complain(trail, f"{name!r} is missing")
        return clean


@cache
def _by_name(record: Record) -> dict[str, Field]:
    return record.by_name


@cache
def _matcher(pattern: str) -> Any:
    return re.compile(pattern).fullmatch


def _find_known(root: Any) -> dict[str, Collection[str]]:
    def ids(place: Any, key: str) -> set[str]:
        found = place.get(key) if isinstance(place, Map) else None
        return set(found) if isinstance(found, Map) else set()

    vocab = root.get("vocab") if isinstance(root, Map) else None
    known: dict[str, Collection[str]] = {
        key: ids(root, key) for key in ("sources", "organisations", "partnerships")
    }
    return known | {key: ids(vocab, key) | set(words) for key, words in _WORDS.items()}


def _suggest_id(id: str) -> str:
    import unicodedata  # only where something is wrong

    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f", write it as {better!r}" if better else ""


def _say_kind(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a map" if isinstance(value, Map) else "a list" if isinstance(value, Seq) else "text"


def _say(value: Any) -> str:
    return repr(value) if isinstance(value, str) else _say_kind(value)
