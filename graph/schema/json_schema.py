"""The JSON Schema of `entities.yaml`, so that an editor completes and checks it while typing."""

import json
from typing import Any

from graph.model import vocabulary
from graph.model.errors import name_noun
from graph.model.message import Message
from graph.schema.fields import (
    FILE,
    ID,
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
)
from graph.schema.proposals import KINDS, OFFER

_BUILT_IN = {
    "types": vocabulary.TYPES,
    "kinds": vocabulary.KINDS,
    "roles": vocabulary.ROLES,
    "themes": vocabulary.THEMES,
}


def describe_format() -> dict[str, Any]:
    """
    Turn `graph.schema.fields` into a JSON Schema (draft 2020-12).

    An editor reads YAML its own way: an unquoted 2016 is a number there. So what may look like
    a number is allowed to be one; only `collabgraph check` knows the rules between values.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "collabgraph: organisations and the partnerships they take part in",
        **_describe(FILE),
    }


def describe_offer() -> dict[str, Any]:
    """Turn the form in which anyone hands in proposals into a JSON Schema (draft 2020-12)."""
    described = _describe(OFFER)
    item = described["properties"]["proposals"]["items"]
    item["oneOf"] = [{"required": [kind]} for kind in KINDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "collabgraph: proposals for a data file, each with the words that it rests on",
        **described,
    }


def write_schema() -> str:
    """Write the schema as it stands in `entities.schema.json`."""
    return _write(describe_format())


def write_offer_schema() -> str:
    """Write the schema of proposals as it stands in `proposals.schema.json`."""
    return _write(describe_offer())


def _write(described: dict[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _describe(shape: Shape) -> dict[str, Any]:
    match shape:
        case Text():
            return _describe_text(shape)
        case Whole():
            return {"type": "integer", "minimum": shape.minimum}
        case Choice():
            numbers = [int(word) for word in shape.words if word.isdigit()]
            return {"enum": [*shape.words, *numbers]}
        case Reference():
            return _describe_reference(shape)
        case ListOf():
            several: dict[str, Any] = {"type": "array", "items": _describe(shape.item)}
            if shape.minimum:
                several["minItems"] = shape.minimum
            return {"anyOf": [_describe(shape.item), several]} if shape.or_one else several
        case Record():
            record = _describe_record(shape)
            short = shape.by_name.get(shape.short)
            return {"anyOf": [_describe(short.shape), record]} if short else record
        case MapTo():
            return {"type": "object", "additionalProperties": _describe(shape.item)}
        case MapOf():  # pragma: no branch - mypy knows that there is no other shape
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{ID}$"},
                "additionalProperties": _describe(shape.record),
            }


def _describe_text(shape: Text) -> dict[str, Any]:
    if not shape.pattern:
        return {"type": "string", "minLength": 1}
    described: dict[str, Any] = {"type": "string", "pattern": f"^(?:{shape.pattern})$"}
    if shape.form in (Message("form.date"), Message("form.period")):
        described["type"] = ["string", "integer"]
    return {**described, "description": str(shape.form)}


def _describe_reference(shape: Reference) -> dict[str, Any]:
    words = _BUILT_IN.get(shape.to)
    one: dict[str, Any] = {
        "type": "string",
        "description": f"The id of one {name_noun(shape.noun)}.",
    }
    if not words:
        return one
    # Offered by the editor; others are allowed too, because a file may add words of its own.
    return {"anyOf": [{"enum": list(words)}, one]}


def _describe_record(shape: Record) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": _describe(shape.more) if shape.more else False,
        "required": [one.name for one in shape.fields if one.required and not one.unless],
        "properties": {field.name: _describe_field(field) for field in shape.fields},
        **_describe_register(shape),
        **_describe_instead(shape),
    }


def _describe_instead(shape: Record) -> dict[str, Any]:
    """Which fields must be there unless another is."""
    found = [
        {"anyOf": [{"required": [field.name]}, {"required": [field.unless]}]}
        for field in shape.fields
        if field.unless
    ]
    return {"allOf": found} if found else {}


def _describe_register(shape: Record) -> dict[str, Any]:
    """What other shape a field has in a source of kind `register`."""
    fields = [field for field in shape.fields if field.of_register]
    if not fields:
        return {}
    usual = {field.name: _describe(field.shape) for field in fields}
    other = {field.name: _describe(field.of_register) for field in fields if field.of_register}
    return {
        "if": {"properties": {"kind": {"const": "register"}}, "required": ["kind"]},
        "then": {"properties": other},
        "else": {"properties": usual},
    }


def _describe_field(field: Field) -> dict[str, Any]:
    described = {"type": "object"} if field.of_register else _describe(field.shape)
    hint = described.get("description")
    return {**described, "description": f"{field.meaning} ({hint})" if hint else field.meaning}


if __name__ == "__main__":
    print(write_schema(), end="")
