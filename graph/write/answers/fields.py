"""The fields of a record that are shown in rows, each under its label."""

from collections.abc import Iterator
from typing import Any

from graph.model.records import Registry
from graph.schema.fields import Field, ListOf, Reference
from graph.schema.records import RECORDS, list_shown
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.terminal import show


def format_rows(registry: Registry, record: Any) -> Iterator[str]:
    """
    Write each shown field of a record as a line: its label in English, and its value in words.

    Args:
        registry: The whole data, for the names of what the record refers to.
        record: An organisation or a partnership of it.
    """
    shape = RECORDS[type(record)].name
    for field, value in list_shown(record):
        label = find_words(f"fields.{shape}.{field.name}", "en")
        yield f"{label[:1].lower()}{label[1:]}: {show(_format_value(registry, field, value))}"


def _format_value(registry: Registry, field: Field, value: Any) -> str:
    if isinstance(value, tuple):
        inner = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        return ", ".join(_format_item(registry, inner, item) for item in value)
    if hasattr(value, "items"):
        return ", ".join(f"{name} {item}" for name, item in value.items())
    return _format_item(registry, field.shape, value)


def _format_item(registry: Registry, shape: object, item: Any) -> str:
    if isinstance(shape, Reference):
        known = getattr(registry, shape.to, None) or getattr(registry.vocabulary, shape.to)
        found = known.get(item)
        return str(getattr(found, "name", item))
    return Speaker("en").number(item) if isinstance(item, int) else str(item)
