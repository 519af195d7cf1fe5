"""JSON of Kumu, `{"elements": [...], "connections": [...]}` -> a table of each."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.model.message import Message
from graph.read.tables.graphs import FROM, ID, LABEL, TO, Graph, make_tables
from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError

_PLACES = ("elements", "connections")


def read_kumu(data: bytes, name: str) -> Opened:
    """
    Read the elements and connections of a map of Kumu.

    Ends of connections are ids or labels of elements; in an export of a whole project what is said
    of one stands under `attributes`.

    Args:
        data: The whole file.
        name: How it is named in messages.

    Raises:
        TableError: It is no such JSON.
    """
    try:
        root = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise TableError(Message("import.damaged"), error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise TableError(Message("import.damaged")) from None
    if not isinstance(root, Mapping) or not all(
        isinstance(root.get(key), list) and all(isinstance(one, Mapping) for one in root[key])
        for key in _PLACES
    ):
        raise TableError(Message("import.no_kumu"))
    elements, connections = ([_flatten(one) for one in root[key]] for key in _PLACES)
    for one in elements:
        one[ID] = one.get(ID) or one.get("_id") or one.get(LABEL, "")
    for one in connections:
        one.setdefault(FROM, "")
        one.setdefault(TO, "")
    return make_tables(Graph(elements, connections), data, name, "JSON")


def _flatten(record: Mapping[str, Any]) -> dict[str, str]:
    inner = record.get("attributes")
    whole = {**(inner if isinstance(inner, Mapping) else {}), **record}
    return {
        str(key): _write(value)
        for key, value in whole.items()
        if key != "attributes" and value is not None
    }


def _write(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "|".join(map(_write, value))
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
