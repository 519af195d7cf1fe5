"""The list of filters -> what the page's script takes its names, address and controls from."""

from graph.page.block import FilterBlock
from graph.select.filter import Filter
from graph.select.filters import DEFAULTS, FILTERS


def list_filters(least_weight: int) -> list[FilterBlock]:
    """
    List the filters as values that JSON can hold, under names as the script writes them.

    Args:
        least_weight: What the ties of the page have at least, 1 or more: no choice is below it.
    """
    usual = DEFAULTS | {"weight": least_weight, "period": ""}
    return [_describe(one, usual[one.name]) for one in FILTERS]


def name_in_script(name: str) -> str:
    """
    Write a name as the script does.

    >>> name_in_script("without_roles")
    'withoutRoles'
    """
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _describe(one: Filter, usual: object) -> FilterBlock:
    return {
        "name": name_in_script(one.name),
        "key": one.key,
        "value": one.value,
        "narrows": one.narrows,
        "ids": one.takes_ids,
        "asks": one.asks,
        "without": one.without,
        "of": name_in_script(one.of),
        "needs": one.needs,
        "label": one.label,
        "on": one.on,
        "usual": usual,
    }
