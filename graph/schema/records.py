"""Which record of the model holds which fields of the file, and the ways between the two."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    NotOrganisation,
    Organisation,
    Partnership,
    Period,
    RegionCode,
    Registry,
    Relation,
    Size,
    Source,
    Step,
)
from graph.read.document import Trail
from graph.schema.fields import (
    ALIAS,
    BARRIER,
    EVIDENCE,
    FILE,
    GROUP,
    GROUP_MEMBER,
    MEMBER,
    NOT_ORGANISATION,
    ORGANISATION,
    PARTNERSHIP,
    RELATION,
    SOURCE,
    STEP,
    Field,
    ListOf,
    Record,
    Shape,
    Text,
    Whole,
)

RECORDS: Mapping[type, Record] = {
    Registry: FILE,
    Source: SOURCE,
    Organisation: ORGANISATION,
    Alias: ALIAS,
    Partnership: PARTNERSHIP,
    Membership: MEMBER,
    Group: GROUP,
    GroupMembership: GROUP_MEMBER,
    Relation: RELATION,
    Barrier: BARRIER,
    Evidence: EVIDENCE,
    NotOrganisation: NOT_ORGANISATION,
    Step: STEP,
}
"""The record of the model -> the fields of the file that it holds."""

_CLASSES = {shape: record for record, shape in RECORDS.items()}
_KEYS: dict[type, tuple[tuple[str, str], ...]] = {}

Convert = Callable[[Any], Any]


def build_record(shape: Record, entry: Mapping[str, Any], **given: Any) -> Any:
    """
    Build the record of the model that holds the fields of an entry.

    A field that the entry leaves out has the default of the record. A text that cannot be read as
    what its shape says (a period that no calendar holds) counts as left out: the check says so.

    Args:
        shape: One of the shapes in `RECORDS`.
        entry: Checked values by the names of the file.
        given: What is not a field of the file: the id.
    """
    return _CLASSES[shape](**given, **_collect(shape, entry))


def list_keys(record: type) -> tuple[tuple[str, str], ...]:
    """
    Pair the name in the file with the name in the model of every field of a record.

    The labels of a term have no name of their own: each stands in the file under its language.
    """
    if record not in _KEYS:
        _KEYS[record] = tuple(_pair_keys(record))
    return _KEYS[record]


def list_values(record: Any) -> Iterator[tuple[str, Any]]:
    """
    Walk over the fields of a record under the names of the file, in the order of the format.

    What lies one level deeper in the file has both names: `original.title` of a source.

    >>> list(list_values(Alias(text="De Vuurbaak")))
    [('text', 'De Vuurbaak'), ('in', None), ('lines', ())]
    """
    for word, key in list_keys(type(record)):
        value = getattr(record, key)
        if key == "types" and len(value) == 1:  # as the file has it where there is one
            value = value[0]
        elif key == "attributes" and isinstance(value, tuple):  # only what a register says
            if not value:
                continue
            value = dict(value)
        yield from [(word, value)] if word else value.items()


def list_given(record: Any) -> Iterator[tuple[str, Any]]:
    """
    Walk over the fields of a record that say more than an empty record would.

    >>> list(list_given(Membership(organisation="de-vuurbaak", role="lead")))
    [('org', 'de-vuurbaak'), ('role', 'lead')]
    """
    usual = {field.name: field.default for field in fields(record)}
    for word, key in list_keys(type(record)):
        value = getattr(record, key)
        if key == "types" and len(value) == 1:
            value = value[0]
        if not word:
            yield from value.items()
        elif value != usual[key] and value not in (None, (), {}):
            yield word, value


def list_labels() -> Iterator[tuple[str, Field]]:
    """List every field that is shown in a row of its own, with the name of its record."""
    for shape in RECORDS.values():
        yield from ((shape.name, field) for field in shape.fields if field.shown)


def list_shown(record: Any) -> Iterator[tuple[Field, Any]]:
    """
    Walk over the fields of a record that are shown in a row of their own and say something.

    >>> unit = Organisation(id="poli", name="Polikliniek", types=("ziekenhuis",),
    ...                     part_of="vuurbaak")
    >>> [(field.name, value) for field, value in list_shown(unit)]
    [('part_of', 'vuurbaak')]
    """
    for field in RECORDS[type(record)].fields:
        if field.shown and (value := getattr(record, field.key)) not in (None, "", (), {}):
            yield field, value


def list_evidence(record: Any, trail: Trail) -> Iterator[tuple[Trail, Evidence]]:
    """
    List every passage of a record and of the records within it, each with the way to it.

    Args:
        record: Of one of the kinds in `RECORDS`.
        trail: The way to the record, in the words of the file.
    """
    for name, key in _list_nested(RECORDS[type(record)]):
        for position, item in enumerate(getattr(record, key)):
            place = (*trail, name, position)
            if type(item) is Evidence:
                yield place, item
            else:
                yield from list_evidence(item, place)


@cache
def _list_nested(shape: Record) -> tuple[tuple[str, str], ...]:
    """List the fields of a record that hold passages, or records that hold some."""
    return tuple(
        (field.name, field.key)
        for field in shape.fields
        if isinstance(field.shape, ListOf)
        and isinstance(field.shape.item, Record)
        and any(one.name in ("evidence", "quote") for one in field.shape.item.fields)
    )


def to_plain(value: Any) -> Any:
    """
    Turn a value of the model into what JSON can hold, under the names of the file.

    >>> to_plain((Alias(text="De Vuurbaak", lines=(9,)),))
    [{'text': 'De Vuurbaak', 'in': None, 'lines': [9]}]
    """
    if isinstance(value, Period | Size):
        return value.text
    if isinstance(value, RegionCode):
        return str(value)
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        return {word: to_plain(item) for word, item in list_values(value)}
    return value


def _collect(shape: Record, entry: Mapping[str, Any]) -> dict[str, Any]:
    values = {}
    for name, key, convert in _plan(shape):
        if name in entry:
            value = entry[name]
            if key:
                values[key] = convert(value) if convert else value
            else:
                values.update(_collect(_record_of(shape, name), value))
    return values


@cache
def _plan(shape: Record) -> tuple[tuple[str, str, Convert | None], ...]:
    """Each field with its name in the model, "" where its own fields stand there themselves."""
    return tuple(
        (field.name, "" if _is_spread(shape, field) else field.key, _choose(field.shape))
        for field in shape.fields
    )


def _record_of(shape: Record, name: str) -> Record:
    inner = shape.by_name[name].shape
    if not isinstance(inner, Record):
        raise TypeError(f"{shape.name}.{name} is no record")
    return inner


def _is_spread(shape: Record, field: Field) -> bool:
    if not isinstance(field.shape, Record) or field.shape in _CLASSES or shape not in _CLASSES:
        return False
    known = {one.name for one in fields(_CLASSES[shape])}
    return field.key not in known and all(one.key in known for one in field.shape.fields)


def _choose(shape: Shape) -> Convert | None:
    """Choose how a value of the file becomes one of the model; None where it stays as it is."""
    match shape:
        case Text(read=read) if read:
            return _attempt(read)
        case ListOf(item=Record() as item):
            return lambda entries: tuple(build_record(item, entry) for entry in entries)
        case ListOf(item=Whole()):
            return lambda numbers: tuple(sorted(numbers))
        case ListOf():
            return tuple
        case Record():
            return lambda entry: dict(sorted(entry.items()))
        case _:
            return None


def _attempt(read: Convert) -> Convert:
    def attempt(text: str) -> Any:
        try:
            return read(text)
        except ValueError:
            return None

    return attempt


def _pair_keys(record: type) -> Iterator[tuple[str, str]]:
    known = [field.name for field in fields(record)]
    if record not in RECORDS:  # a word of a list, or the lists themselves: the id is their key
        yield from (("" if name == "labels" else name, name) for name in known if name != "id")
        return
    for field in RECORDS[record].fields:
        if _is_spread(RECORDS[record], field):
            inner = _record_of(RECORDS[record], field.name)
            yield from ((f"{field.name}.{one.name}", one.key) for one in inner.fields)
        elif field.key in known:
            yield field.name, field.key
    if record is not Registry and "attributes" in known:  # of a register: the file has no field
        yield "attributes", "attributes"
