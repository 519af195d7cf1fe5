"""Entries of an earlier version of the format -> entries of the present one."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from graph.schema.fields import VERSIONS

_LONGEST = 60  # characters of an id that is made from a label


def upgrade_entries(clean: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    Bring checked entries into the form of the present version; nothing changes their meaning.

    A group of `schema: 1` stands in its partnership and is known by its label. It becomes a group
    of its own with an id from that label; no two are made one, because a label that is the same
    need not mean the same parties. What the version says of ties stays: `schema` is not changed.

    Args:
        clean: From `check_shape`, or from here already; it is not changed.
    """
    if clean.get("schema") != str(VERSIONS[0]) or "groups" in clean:
        return clean
    groups: dict[str, dict[str, Any]] = {}
    taken = {id for key in ("organisations", "partnerships") for id in _map(clean, key)}
    partnerships = _map(clean, "partnerships")
    lifted = {id: _lift_groups(partnerships[id], groups, taken) for id in sorted(partnerships)}
    changed = {
        "organisations": {
            id: {**entry, "type": [entry["type"]]}
            for id, entry in _map(clean, "organisations").items()
        },
        "partnerships": {id: lifted[id] for id in partnerships},
    }
    present = {key: entries for key, entries in changed.items() if isinstance(clean.get(key), dict)}
    return {**clean, **present, "groups": groups}


def _map(clean: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = clean.get(key)
    return found if isinstance(found, dict) else {}


def name_group(label: str, taken: set[str]) -> str:
    """
    Make an id for a group from its label, other than those that are taken.

    >>> name_group("zes kustgemeenten", {"zes-kustgemeenten"})
    'zes-kustgemeenten-2'
    """
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "groep"
    id, count = stem, 1
    while id in taken:
        count += 1
        id = f"{stem}-{count}"
    return id


def _lift_groups(
    entry: Mapping[str, Any], groups: dict[str, dict[str, Any]], taken: set[str]
) -> Mapping[str, Any]:
    if not entry.get("groups"):
        return entry
    found = entry["groups"]
    members: list[Any] = [None] * len(found)
    order = sorted(range(len(found)), key=lambda place: sorted(map(str, found[place].items())))
    for place in order:  # so that the order of the file changes no id
        group = found[place]
        id = name_group(group["label"], taken)
        taken.add(id)
        groups[id] = {"label": group["label"]}
        if "size" in group:
            groups[id]["size"] = str(group["size"])
        members[place] = {"group": id} | ({"role": group["role"]} if "role" in group else {})
    return {**entry, "groups": members}
