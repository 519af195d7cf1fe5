"""The addresses of views of the page: what may stand in one, and what that names."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from graph.model.period import PERIOD
from graph.model.records import Registry

SIDES = ("a.", "b.")
"""What stands before the name of a filter of one of two sides that are compared."""

_SWITCH = "[01]"
_NUMBER = r"[0-9]{1,3}"
_WORDS = re.compile(r"[a-z-]{2,}")

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("organisation", "organisations", "with", "from", "to"), "organisations"),
    "without-organisation": "organisations",
    "partnership": "partnerships",
    "group": "groups",
    "relation": "relations",
    **dict.fromkeys(("document", "source", "without-source"), "sources"),
    "region": "regions",
    "theme": "themes",
    "kind": "kinds",
    "type": "types",
    **dict.fromkeys(("role", "without-role"), "roles"),
}
"""What names something of the data, and of which list: one id, or several with commas between."""

FORMS: Mapping[str, str] = {
    "view": "network|two-mode|grid|time|regions",
    **dict.fromkeys(("without", "arrows", "fields", "alone", "undated", "fold"), _SWITCH),
    **dict.fromkeys(("steps", "weight"), _NUMBER),
    "regions": "every",
    "without-passage": r"[^,:]+:[0-9]+(,[^,:]+:[0-9]+)*",
    "colour": "type|region|certainty",
    "rest": "dim|hide",
    "width": "count|newman",
    "certainty": "high|medium|low",
    "period": PERIOD,
    "years": r"[0-9]{4}\.\.[0-9]{4}",
    "at": r"-?[0-9]+,-?[0-9]+,[0-9](\.[0-9]{1,3})?",
    "put": r"-?[0-9]+,-?[0-9]+,.+",
}
"""What says something else, and in which form."""


class Missing(NamedTuple):
    """Something in an address that the page does not have, and what there could stand instead."""

    name: str
    value: str
    known: Collection[str]


def find_missing(registry: Registry, address: str) -> Iterator[Missing]:
    """
    Find what an address names and the page of these data does not have.

    Args:
        registry: Checked data.
        address: What stands behind the `#` of the page.

    Yields:
        What is missing, in the order of the address; of an unknown parameter with an empty value.
    """
    for name, value in parse_qsl(address, keep_blank_values=True):
        plain = name[2:] if name.startswith(SIDES) else name
        if plain in NAMES:
            known = _find_list(registry, NAMES[plain])
            for id in value.split(","):
                if id not in known:
                    yield Missing(name, id, known.keys())
        elif plain not in FORMS:
            yield Missing(name, "", (*NAMES, *FORMS))
        elif not re.fullmatch(FORMS[plain], value):
            yield Missing(name, value, tuple(_WORDS.findall(FORMS[plain])))


def _find_list(registry: Registry, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(
        registry.vocabulary if hasattr(registry.vocabulary, name) else registry, name
    )
    return found
