"""The fields of the curated file, the built-in words and the filters, as tables in Markdown."""

from collections.abc import Mapping

from documentation.blocks import Fill
from graph.model import vocabulary
from graph.model.errors import name_noun
from graph.model.message import ENGLISH
from graph.model.records import Term
from graph.schema.fields import (
    FILE,
    Choice,
    ListOf,
    MapOf,
    MapTo,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
)
from graph.select.filter import Filter
from graph.select.filters import FILTERS

WORDS: Mapping[str, Mapping[str, Term]] = {
    "types": vocabulary.TYPES,
    "kinds": vocabulary.KINDS,
    "roles": vocabulary.ROLES,
    "themes": vocabulary.THEMES,
    "classes": vocabulary.CLASSES,
    "relation_kinds": vocabulary.RELATION_KINDS,
}

Examples = Mapping[tuple[str, str], str]
"""From the names of a record and a field to a value of it."""


def table_fills(examples: Examples) -> dict[str, Fill]:
    """
    List how to fill `<!-- fields NAME -->` for each record, `<!-- words NAME -->`, and the filters.

    Args:
        examples: A value of every field, by the names of its record and itself.
    """
    tables = {f"fields {record.name}": _write_fields(record, examples) for record in list_records()}
    tables |= {f"words {name}": _write_words(words) for name, words in WORDS.items()}
    tables["filters"] = _write_filters()
    return {key: _keep(rows) for key, rows in tables.items()}


def list_records(record: Record = FILE) -> tuple[Record, ...]:
    """List a record and every record inside it, each once, in the order of the fields."""
    found = {record.name: record}
    for field in record.fields:
        shape: Shape = field.shape
        while isinstance(shape, ListOf | MapOf | MapTo):
            shape = shape.record if isinstance(shape, MapOf) else shape.item
        if isinstance(shape, Record):
            found |= {inner.name: inner for inner in list_records(shape)}
    return tuple(found.values())


def _keep(rows: list[str]) -> Fill:
    return lambda _: rows


def _write_fields(record: Record, examples: Examples) -> list[str]:
    rows = ["| field | what it holds | example | meaning |", "| --- | --- | --- | --- |"]
    for field in record.fields:
        star = "*" if field.required else ""
        shape = _describe(field.shape).replace("|", "\\|")
        example = examples.get((record.name, field.name))
        shown = f"`{example}`" if example else ""
        rows.append(f"| `{field.name}`{star} | {shape} | {shown} | {field.meaning} |")
    return rows


def _describe(shape: Shape) -> str:
    match shape:
        case Text():
            return str(shape.form or "text")
        case Whole():
            return f"whole number, {shape.minimum} or more"
        case Choice():
            return ", ".join(f"`{word}`" for word in shape.words)
        case Reference():
            return f"id of a {name_noun(shape.noun)}".replace("a organisation", "an organisation")
        case ListOf():
            one = "one, or a list" if shape.or_one else "list"
            least = f" ({shape.minimum} or more)" if shape.minimum and not shape.or_one else ""
            return f"{one} of: {_describe(shape.item)}{least}"
        case Record():
            short = f", or its `{shape.short}` alone" if shape.short else ""
            return f"[{shape.name}](#{shape.name}){short}"
        case MapTo():
            return f"map from a word of the table to: {_describe(shape.item)}"
        case MapOf():
            return f"map from id to [{shape.record.name}](#{shape.record.name})"


def _write_words(words: Mapping[str, Term]) -> list[str]:
    rows = (
        f"| `{t.id}` | {t.label('nl')} | {t.label('en')} | {t.definition} |" for t in words.values()
    )
    return ["| id | Nederlands | English | meaning |", "| --- | --- | --- | --- |", *rows]


def _say_option(flag: str) -> str:
    return ENGLISH.say(f"help.options.{flag.removeprefix('--').replace('-', '_')}")


def _write_filters() -> list[str]:
    rows = (
        f"| `{one.flag}{_name_value(one)}` | `{one.key}={_show_value(one)}` | {one.narrows} "
        f"| `{one.name}` | {_say_option(one.flag)} |"
        for one in FILTERS
    )
    return [
        "| option | on the page | narrows | in Python and answers | keeps |",
        "| --- | --- | --- | --- | --- |",
        *rows,
    ]


def _name_value(one: Filter) -> str:
    names = {"flag": "", "period": " EDTF", "certainty": " LEVEL", "number": " N"}
    return names.get(one.value, " ID")


def _show_value(one: Filter) -> str:
    return one.on if one.value == "flag" else _name_value(one).strip()
