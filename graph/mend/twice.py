"""What stands twice in a list, word for word, stands there once."""

from collections.abc import Iterator
from typing import Any

from graph.mend.mend import Draft, Mend
from graph.model.message import Message
from graph.read.document import Map, Seq, Trail, format_path
from graph.read.edits import find_value, remove_item
from graph.read.nodes import is_sequence

_SECTIONS = {
    "organisations": ("aliases",),
    "partnerships": ("members", "groups", "themes", "regions", "evidence"),
    "groups": ("evidence",),
    "relations": ("evidence",),
    "not_organisations": ("aliases",),
}


def mend_twice(draft: Draft) -> Iterator[Mend]:
    """
    Take out of lists what stands in them before, field for field: aliases, members, evidence.

    An alias that is the name itself goes too. An item stays where a comment would go with it.
    """
    root = draft.document.root
    for section, fields in _SECTIONS.items():
        entries = root.get(section) if isinstance(root, Map) else None
        for id, entry in entries.items() if isinstance(entries, Map) else ():
            for field in fields if isinstance(entry, Map) else ():
                items = entry.get(field)
                if isinstance(items, Seq):
                    seen = [entry.get("name")] if field == "aliases" else []
                    yield from _list_repeats(draft, (section, id, field), items, seen)


def _list_repeats(draft: Draft, trail: Trail, items: Seq, seen: list[Any]) -> Iterator[Mend]:
    repeats = []
    for position, item in enumerate(items):
        if item in seen:
            repeats.append(position)
        seen.append(item)
    node = find_value(draft.root, trail) if repeats else None
    if node is None or not is_sequence(node) or len(node.value) != len(items):
        return
    for position in repeats:
        edit = remove_item(draft.text, node, position)
        if edit:
            path = format_path((*trail, position))
            yield Mend(items.lines[position], path, Message("mend.twice"), (edit,))
