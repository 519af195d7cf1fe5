"""What each value looks like: fields, forms and references, against `graph.schema.fields`."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from graph.model import vocabulary
from graph.model.errors import (
    MOST_HINTS,
    Problem,
    did_you_mean,
    name_noun,
    nearest,
    say_known,
    suggest,
)
from graph.model.message import Message, Value, both, either
from graph.model.records import Term
from graph.model.slug import make_id
from graph.read.document import BROKEN, Document, Map, Seq, Trail, format_path, say_text
from graph.schema.fields import (
    FILE,
    IS_ID,
    LABELS,
    VERSIONS,
    VOCAB,
    Choice,
    Field,
    ListOf,
    MapOf,
    MapTo,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
    as_of,
)
from graph.schema.moments import rewrite_moment
from graph.schema.registers import list_known

_WORDS: Mapping[str, Mapping[str, Term]] = {
    "types": vocabulary.TYPES,
    "kinds": vocabulary.KINDS,
    "roles": vocabulary.ROLES,
    "themes": vocabulary.THEMES,
    "regions": {},
}
_NODES = ("organisations", "partnerships", "groups")
_IN_TABLES = ("organisations", "partnerships", "regions")
_UNIONS = {
    "parties": ("organisations", "groups"),
    "ends": ("organisations", "groups", "partnerships"),
}
"""What a reference may lead to that may lead to several kinds of thing."""
_SHORT_LIST = 12  # of allowed words: a longer list hides the message
_LONG_LIST = 40  # words of a list to which the file may add its own


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
        what = Message("kind.map_starting", start=repr(start))
        return {}, [Problem(1, "", _refuse_kind(what, document.root))]
    checker = _Checker(document)
    clean = checker.check_fields(checker.file, document.root, ())
    return clean, checker.problems


def read_version(root: Map) -> int:
    """Read in which version of the format a file is written; the last where it does not say."""
    found = [version for version in VERSIONS if root.get("schema") == str(version)]
    return found[0] if found else VERSIONS[-1]


def check_beside(
    document: Document, shape: Record, data: Document
) -> tuple[dict[str, Any], list[Problem]]:
    """
    Check a file of another shape that stands beside a data file and names what that holds.

    Args:
        document: The file, as text.
        shape: What it should look like.
        data: The data file, for the ids that the other may name.

    Returns:
        As `check_shape`.
    """
    if not isinstance(document.root, Map):
        return {}, [Problem(1, "", _refuse_kind(_say_record(shape), document.root))]
    checker = _Checker(document, data)
    return checker.check_fields(shape, document.root, ()), checker.problems


def check_items(
    document: Document, trail: Trail, shape: Record, data: Document
) -> Iterator[tuple[Any, list[Problem]]]:
    """
    Check each item of a list in a file that stands beside a data file.

    Args:
        document: The file, as text.
        trail: The way to the list.
        shape: What an item should look like.
        data: The data file, for the ids that an item may name.

    Yields:
        For each item its fields, None where they do not hold, and what is wrong with it.
    """
    checker = _Checker(document, data)
    items = document.root
    for step in trail:
        items = items[step]
    for position, item in enumerate(items):
        checker.problems = []
        clean = checker.check(shape, item, (*trail, position))
        yield (None if clean is BROKEN else clean), checker.problems


class _Checker:
    def __init__(self, document: Document, data: Document | None = None) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.version = read_version(document.root)
        self.file = as_file(self.version)
        self.known = _find_known(data or document)
        self.hints: dict[tuple[str, str], Value] = {}

    def complain(self, trail: Trail, message: Message) -> Any:
        at = self.document.line_of(trail)
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
            case MapTo():
                return self.check_words(shape, value, trail)
            case Choice():
                return self.check_choice(shape, value, trail)
            case Whole():  # pragma: no branch - mypy knows that there is no other shape
                return self.check_whole(shape, value, trail)

    def check_text(self, shape: Text, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            return self.complain(trail, _refuse_kind(Message("kind.text"), value))
        if not value.strip():
            return self.complain(trail, Message("shape.blank"))
        if shape.pattern and not _matcher(shape.pattern)(value):
            form, hint = shape.form or "", _suggest_form(shape.pattern, value)
            message = Message("shape.form", text=say_text(value), form=form, hint=hint)
            return self.complain(trail, message)
        return value

    def check_reference(self, shape: Reference, value: Any, trail: Trail) -> Any:
        if type(value) is not str:
            message = Message("shape.id_of", noun=name_noun(shape.noun), found=_say(value))
            return self.complain(trail, message)
        known = self.known[shape.to]
        if value not in known:
            hint = self.hints.get((shape.to, value))
            if hint is None:
                hint = self.hint(value, shape) if len(self.hints) < MOST_HINTS else ""
                self.hints[shape.to, value] = hint
            noun = name_noun(shape.noun)
            self.complain(trail, Message("unknown", noun=noun, id=say_text(value), hint=hint))
            if not known:  # said once: with the first of them, the rest may be known too
                self.known[shape.to] = _Anything()
        return value

    def hint(self, value: str, shape: Reference) -> Value:
        known = self.known[shape.to]
        wanted = _UNIONS.get(shape.to, (shape.to,))
        for kind in _NODES:
            if kind not in wanted and wanted[0] in _NODES and value in self.known[kind]:
                return Message("hint.that_is", what=Message(f"one.{kind}"))
        if not known:
            return Message("hint.none_yet", section=wanted[0])
        if shape.to in _WORDS:
            return self.hint_word(value, shape.to)
        if hint := did_you_mean(value, known):
            return hint
        return say_known(known) if len(known) <= _SHORT_LIST else ""

    def hint_word(self, value: str, section: str) -> Value:
        """Say which word of a list is meant, by its id or a label, or which there are."""
        known = self.known[section]
        ids = _list_labels(self.document.root, section) | {id: id for id in known}
        if id := ids.get(value.casefold()):
            return Message("hint.write_as", better=repr(id))
        if near := nearest(value, ids):
            return suggest([ids[near[0]]])
        more = ", …" if len(known) > _LONG_LIST else ""
        words = ", ".join(sorted(known)[:_LONG_LIST]) + more
        return Message("hint.words", words=words, section=f"vocab.{section}")

    def check_choice(self, shape: Choice, value: Any, trail: Trail) -> Any:
        if value in shape.words:
            return value
        *first, last = shape.words
        allowed = either([", ".join(first), last] if first else [last])
        return self.complain(trail, Message("shape.choice", allowed=allowed, found=_say(value)))

    def check_whole(self, shape: Whole, value: Any, trail: Trail) -> Any:
        if type(value) is str and value.isascii() and value.isdigit() and len(value) < 10:
            number = int(value)
            if number >= shape.minimum:
                return number
        message = Message("shape.whole", least=shape.minimum, found=_say(value))
        return self.complain(trail, message)

    def check_list(self, shape: ListOf, value: Any, trail: Trail) -> Any:
        if shape.or_one and type(value) is str:
            one = self.check(shape.item, value, trail)
            return BROKEN if one is BROKEN else [one]
        if type(value) is not Seq:
            hint = Message("hint.hyphen") if _has_hyphen(value) else ""
            return self.complain(trail, _refuse_kind(Message("kind.list"), value, hint))
        if len(value) < shape.minimum:
            return self.complain(trail, Message("shape.at_least", least=shape.minimum))
        items = []
        for position, item in enumerate(value):
            place = (*trail, position)
            items.append(
                self.complain(place, Message("shape.empty", hint=""))
                if item is None
                else self.check(shape.item, item, place)
            )
        return BROKEN if BROKEN in items else items

    def check_map(self, shape: MapOf, value: Any, trail: Trail) -> Any:
        if type(value) is not Map:
            hint = Message("hint.by_id") if type(value) is Seq else ""
            return self.complain(trail, _refuse_kind(Message("kind.map"), value, hint))
        entries = {}
        for id, entry in value.items():
            place = (*trail, id)
            if not IS_ID(id):
                message = Message("shape.bad_id", id=say_text(id), hint=_suggest_id(id))
                self.complain(place, message)
            entry = self.check_record(shape.record, entry, place)
            if entry is not BROKEN:
                entries[id] = entry
        return entries

    def check_words(self, shape: MapTo, value: Any, trail: Trail) -> Any:
        if type(value) is not Map:
            return self.complain(trail, _refuse_kind(Message("kind.map"), value))
        found = {word: self.check(shape.item, item, (*trail, word)) for word, item in value.items()}
        return BROKEN if BROKEN in found.values() else found

    def check_record(self, shape: Record, value: Any, trail: Trail) -> Any:
        if value is BROKEN:
            return BROKEN
        if shape.short and type(value) is str:
            short = shape.by_name[shape.short]
            text = self.check(short.shape, value, trail)
            return BROKEN if text is BROKEN else {shape.short: text}
        if type(value) is not Map:
            return self.complain(trail, _refuse_kind(_say_record(shape), value))
        if shape.name == "group_member" and "label" in value and "group" not in value:
            return self.complain(trail, Message("shape.group_by_id"))
        clean = self.check_fields(shape, value, trail)
        return BROKEN if value.partial or BROKEN in clean.values() else clean

    def is_newer(self, shape: Record, key: str) -> bool:
        return self.version < VERSIONS[-1] and key in _list_later(shape.name)

    def check_fields(self, shape: Record, value: Map, trail: Trail) -> dict[str, Any]:
        """Check the fields of a record; a missing or broken one is BROKEN."""
        fields = _by_name(shape)
        written = {name: name for name in fields}
        clean: dict[str, Any] = {}
        absent = fields.keys() - value.keys()
        for key in sorted(value.keys() - fields.keys()):
            if shape.more:
                clean[key] = self.check_more(shape, key, value[key], (*trail, key))
                continue
            near = nearest(key, absent)
            hint = suggest(near) or Message("hint.fields", fields=", ".join(fields))
            if self.is_newer(shape, key):
                near, hint = [], Message("hint.newer", version=VERSIONS[-1])
            if " " in key and value[key] is None:  # what stood behind a comma in {...}
                hint = Message("hint.comma")
            written.update((name, key) for name in near)
            message = Message("shape.unknown_field", field=say_text(key), hint=hint)
            self.complain((*trail, key), message)
        for name, field in fields.items():
            key = written[name]
            given = value.get(key)
            if given is not None:
                shape_of = field.shape
                if field.of_register and value.get("kind") == "register":
                    shape_of = field.of_register
                clean[name] = self.check(shape_of, given, (*trail, key))
                if key != name and not trail:  # a rule could not find the lines of a section
                    clean[name] = BROKEN
            elif field.required and (key in value or not _is_spared(field, value)):
                clean[name] = BROKEN
                if key in value:
                    message = Message("shape.empty", hint=_say_none(field.shape))
                    self.complain((*trail, key), message)
                elif not value.partial:
                    self.complain(trail, Message("shape.missing", field=repr(name)))
        return clean

    def check_more(self, shape: Record, key: str, value: Any, trail: Trail) -> Any:
        """Check a field under a name that the file chooses; doubt one that looks like another."""
        if not IS_ID(key):
            message = Message("shape.bad_id", id=say_text(key), hint=_suggest_id(key))
            return self.complain(trail, message)
        if near := nearest(key, shape.by_name):
            message = Message("shape.not_listed", key=repr(key), hint=suggest(near))
            self.complain(trail, message)
        return self.check(shape.more or Text(), value, trail)


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
            case ListOf(item=item) | MapTo(item=item):
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


def _find_known(document: Document) -> dict[str, Collection[str]]:
    root = document.root
    given = list_known(document) if document.tables else {}
    vocab = _find_section(root, "vocab", FILE)
    sections = {key: _find_section(root, key, FILE) for key in ("sources", *_NODES)}
    lists = {key: _find_section(vocab, key, VOCAB) for key in _WORDS}
    known: dict[str, Collection[str]] = {
        key: _Anything()
        if found is None or (document.unread and key in _IN_TABLES)
        else found.keys() | _WORDS.get(key, {}).keys() | given.get(key, set())
        for key, found in (sections | lists).items()
    }
    return known | {key: _unite([known[part] for part in _UNIONS[key]]) for key in _UNIONS}


def _is_spared(field: Field, value: Map) -> bool:
    """Tell whether a required field need not be there, since another is."""
    return bool(field.unless) and field.unless in value


def _list_labels(root: Any, section: str) -> dict[str, str]:
    """List the labels of the words of a list, in every language, each with the id of its word."""
    found = {
        label.casefold(): id
        for id, term in _WORDS[section].items()
        for label in term.labels.values()
    }
    vocab = _find_section(root, "vocab", FILE)
    added = vocab.get(section) if vocab else None
    for id, entry in added.items() if isinstance(added, Map) else ():
        labels = [entry.get(one.name) for one in LABELS] if isinstance(entry, Map) else []
        found.update((label.casefold(), id) for label in labels if isinstance(label, str))
    return found


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
    if place is None or found is not None:
        return None
    if fields[key].required and not _is_spared(fields[key], place):
        return None
    return None if place.partial or place.keys() - fields.keys() else Map(0)


def _suggest_form(pattern: str, text: str) -> Value:
    better = rewrite_moment(text)
    if not better or not _matcher(pattern)(better):
        return ""
    return Message("hint.write_as", better=repr(better))


def _suggest_id(id: str) -> Value:
    better = make_id(id)
    return Message("hint.write_as", better=repr(better)) if better else ""


def _say_none(shape: Shape) -> Value:
    if isinstance(shape, ListOf) and not shape.minimum:
        return Message("hint.write_none", none="[]")
    return Message("hint.write_none", none="{}") if isinstance(shape, MapOf) else ""


def _say_record(shape: Record) -> Message:
    required = [repr(field.name) for field in shape.fields if field.required]
    what = Message("kind.map_with", fields=both(required)) if required else Message("kind.map")
    return Message("kind.text_or", other=what) if shape.short else what


def _refuse_kind(what: Message, value: Any, hint: Value = "") -> Message:
    return Message("shape.kind", what=what, found=_say_kind(value), hint=hint)


def _has_hyphen(value: Any) -> bool:
    """Tell whether items of a list were written without the blank behind their hyphen."""
    first = next(iter(value), "") if isinstance(value, Map) else value
    return isinstance(first, str) and first.startswith("-")


def _say_kind(value: Any) -> Message:
    if value is None:
        return Message("kind.nothing")
    if isinstance(value, Map):
        return Message("kind.map")
    return Message("kind.list") if isinstance(value, Seq) else Message("kind.text")


def _say(value: Any) -> Value:
    return say_text(value) if isinstance(value, str) else _say_kind(value)
