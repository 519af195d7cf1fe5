"""The list of filters -> what the page's script takes its names, addresses and controls from."""

from typing import Any

from graph.select.filters import DEFAULTS, FILTERS
from graph.select.filter import Filter


def list_filters() -> list[dict[str, Any]]:
    """List the filters as values that JSON can hold, with names as the script writes them."""
    return [_list_filter(one) for one in FILTERS]


def _list_filter(one: Filter) -> dict[str, Any]:
    usual = DEFAULTS[one.name]
    part = {"of": name_in_script(one.of), "needs": one.needs} if one.of else {}
    return {
        "name": name_in_script(one.name),
        "key": one.key,
        "value": one.value,
        "narrows": one.narrows,
        "asks": one.asks,
        "label": one.label,
        "on": one.on,
        "usual": "" if usual is None else usual,
        **part,
    }


def name_in_script(name: str) -> str:
    """
    Write a name as the script does.

    >>> name_in_script("without_roles")
    'withoutRoles'
    """
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
