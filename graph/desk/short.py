"""The fields of an entry as a curator would write them: what can be short is short."""

from collections.abc import Mapping
from typing import Any

_SHORT = ("org", "group", "label", "text")
"""Fields that stand for a whole item of a list where it has no other."""


def shorten(fields: Mapping[str, Any]) -> dict[str, Any]:
    """
    Write a type that is alone without a list, and an item that has one field as that field.

    >>> shorten({"type": ["ggd"], "members": [{"org": "a"}, {"org": "b", "role": "lead"}]})
    {'type': 'ggd', 'members': ['a', {'org': 'b', 'role': 'lead'}]}
    """
    return {
        key: value[0]
        if key == "type" and isinstance(value, list) and len(value) == 1
        else [_shorten(one) for one in value]
        if isinstance(value, list)
        else value
        for key, value in fields.items()
    }


def _shorten(item: Any) -> Any:
    if not isinstance(item, Mapping):
        return item
    first, *rest = item
    return item[first] if not rest and first in _SHORT else shorten(item)
