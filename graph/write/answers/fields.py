"""The fields of a record that are shown in rows, each under its label."""

from collections.abc import Iterator
from typing import Any

from graph.schema.fields import Field, ListOf, Reference
from graph.schema.records import RECORDS, list_shown
from graph.write.answers.wording import Wording
from graph.write.terminal import show


def format_rows(words: Wording, record: Any) -> Iterator[str]:
    """
    Write each shown field of a record as a line: its label, and its value in words.

    Args:
        words: Who says it, with the whole data for the names of what the record refers to.
        record: An organisation or a partnership of it.
    """
    shape = RECORDS[type(record)].name
    for field, value in list_shown(record):
        label = words.speaker.say(f"fields.{shape}.{field.name}")
        yield f"{label[:1].lower()}{label[1:]}: {show(_format_value(words, field, value))}"
    declared = {(one.of, one.name): one for one in words.registry.attributes}
    for name, value in record.attributes:
        one = declared[f"{shape}s", name]
        yield show(f"{one.label(words.speaker.language)}: {one.format(value)}")


def _format_value(words: Wording, field: Field, value: Any) -> str:
    if isinstance(value, tuple):
        inner = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        return ", ".join(_format_item(words, inner, item) for item in value)
    if hasattr(value, "items"):
        return ", ".join(f"{name} {item}" for name, item in value.items())
    return _format_item(words, field.shape, value)


def _format_item(words: Wording, shape: object, item: Any) -> str:
    if isinstance(shape, Reference):
        registry = words.registry
        known = getattr(registry, shape.to, None) or getattr(registry.vocabulary, shape.to)
        found = known.get(item)
        return str(getattr(found, "name", item))
    return words.speaker.number(item) if isinstance(item, int) else str(item)
