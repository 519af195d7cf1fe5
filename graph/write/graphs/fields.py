"""A record -> attributes and values: what an export has of the fields that `graph.schema` tells."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.model.records import Alias, Period, Size
from graph.model.size import read_size
from graph.schema.fields import PASSAGES, SURENESS, Field, ListOf, Record, Text, Whole
from graph.schema.records import RECORDS
from graph.write.graphs.flat import Attribute, Kind, Value
from graph.write.graphs.words import Words

LABEL = Attribute("label", "text", "what a drawing shows")
WEIGHT = Attribute(
    "weight", "whole", "partnerships that the two share; 1 for a membership or relation"
)
CERTAINTY = Attribute("certainty", "text", SURENESS)
SOURCES = Attribute("sources", "list", "ids of the documents that say so")
EVIDENCE = Attribute("evidence", "lines", PASSAGES)
FIRST_YEAR = Attribute("first_year", "whole", "earliest year known; absent where none is")
LAST_YEAR = Attribute("last_year", "whole", "latest year known; absent where none is")
NOTE = Attribute("note", "text", "remark of the curator")

Derive = Callable[[Any, Words], Value | None]

_DERIVED: Mapping[str, Mapping[Attribute, Derive]] = {
    "type": {
        Attribute("type", "text", "id of the type of organisation, the main one of several"): (
            lambda record, words: record.types[0] if record.types else None
        ),
        Attribute("type_label", "text", "the type in words"): (
            lambda record, words: words.label(
                words.vocabulary.types, next(iter(record.types), None)
            )
        ),
    },
    "region": {
        Attribute("region_label", "text", "the region in words"): (
            lambda record, words: words.label(words.vocabulary.regions, record.region)
        ),
    },
    "kind": {
        Attribute("kind_label", "text", "the kind in words"): (
            lambda record, words: words.kind(record)
        ),
    },
    "aliases": {
        Attribute(
            "scoped_aliases",
            "list",
            "forms of one document alone: form [document, lines]",
        ): lambda record, words: tuple(
            dict.fromkeys(words.scoped(alias) for alias in record.aliases if alias.source)
        ),
    },
    "period": {
        FIRST_YEAR: lambda record, words: record.period and record.period.first_year,
        LAST_YEAR: lambda record, words: record.period and record.period.last_year,
    },
    "size": {
        Attribute("approximate", "whole", "1 where the size is about so many, else 0"): (
            lambda record, words: record.size and int(record.size.approximate)
        ),
    },
    "from": {
        Attribute("from_name", "text", "its name"): (
            lambda record, words: words.name(record.origin)
        ),
    },
    "to": {
        Attribute("to_name", "text", "its name"): (lambda record, words: words.name(record.target)),
    },
    "source": {
        Attribute("title", "text", "title of the document"): (
            lambda record, words: words.registry.sources[record.source].title
        ),
        Attribute("date", "text", "when it was published"): (
            lambda record, words: words.registry.sources[record.source].date
        ),
    },
    "certainty": {
        SOURCES: lambda record, words: tuple(sorted({one.source for one in record.evidence})),
    },
}
"""What follows in an export from a field of the data, and stands behind it."""


def list_attributes(shape: Record) -> Iterator[Attribute]:
    """List what an export says of a kind of record, in the order of its fields."""
    for field in _walk_fields(shape):
        if field.exported:
            yield Attribute(field.exported_as or field.name, _choose_kind(field), field.exported)
            yield from _DERIVED.get(field.name, ())


def describe_record(record: Any, words: Words, /, **more: Value | None) -> dict[str, Value]:
    """
    Say what an export has of a record: each attribute that has a value.

    Args:
        record: Of one of the kinds in `graph.schema.records.RECORDS`.
        words: Of the data that it is of.
        more: Attributes beside those of its fields.
    """
    return present(**dict(_list_values(record, words)) | more)


def present(**values: Value | None) -> dict[str, Value]:
    """Keep the values that there are."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def _list_values(record: Any, words: Words) -> Iterator[tuple[str, Value | None]]:
    for field in _walk_fields(RECORDS[type(record)]):
        if field.exported:
            value = getattr(record, field.key)
            yield field.exported_as or field.name, _flatten_value(value, words)
            for attribute, derive in _DERIVED.get(field.name, {}).items():
                yield attribute.name, derive(record, words)


def _walk_fields(shape: Record) -> Iterator[Field]:
    """Walk over the fields of a record; in place of one that holds a record, over those of that."""
    for field in shape.fields:
        if isinstance(field.shape, Record) and not field.exported:
            yield from _walk_fields(field.shape)
        else:
            yield field


def _choose_kind(field: Field) -> Kind:
    match field.shape:
        case ListOf(item=Record(name="evidence")):
            return "lines"
        case ListOf() | Record():
            return "list"
        case Whole():
            return "whole"
        case Text(read=read) if read is read_size:
            return "whole"
        case _:
            return "text"


def _flatten_value(value: Any, words: Words) -> Value | None:
    match value:
        case Period():
            return value.text
        case Size():
            return value.number
        case Mapping():
            return tuple(f"{name}:{id}" for name, id in sorted(value.items()))
        case tuple():
            return tuple(dict.fromkeys(words.item(item) for item in value if not _is_scoped(item)))
        case _:
            plain: Value | None = value
            return plain


def _is_scoped(item: Any) -> bool:
    return isinstance(item, Alias) and item.source is not None
