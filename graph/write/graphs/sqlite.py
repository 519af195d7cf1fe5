"""
Tables -> a database of SQLite, to ask with SQL what no command asks.

A table of each kind of record, with keys and indexes, and views that join what is asked most. A
list is a JSON array, which `json_each` takes apart. The same data give the same bytes: nothing in
the file depends on the time, and the version of SQLite that wrote it is wiped out.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.dataset import flatten_dataset
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Kind, Table, Values

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "whole": "INTEGER",
    "real": "REAL",
    "list": "TEXT",
    "lines": "TEXT",
}
_KEYS = {
    "organisations": ("id",),
    "partnerships": ("id",),
    "memberships": ("partnership", "organisation"),
    "ties": ("left", "right"),
    "relations": ("id",),
    "groups": ("id",),
    "sources": ("id",),
    "about": ("fact",),
}
"""What tells the rows of a table apart; a barrier and a passage have no id of their own."""

_REFERENCES = {
    "memberships": {"partnership": "partnerships", "organisation": "organisations"},
    "ties": {"left": "organisations", "right": "organisations"},
    "evidence": {
        "organisation": "organisations",
        "group": "groups",
        "partnership": "partnerships",
        "source": "sources",
    },
}
"""Columns that hold the id of a row of another table, which is always there."""

_VIEWS = {
    "neighbours": """
        SELECT "left" AS organisation, "right" AS neighbour, weight, newman, certainty FROM ties
        UNION ALL SELECT "right", "left", weight, newman, certainty FROM ties""",
    "tie_partnerships": """
        SELECT t."left", t."right", a.partnership
        FROM ties t
        JOIN memberships a ON a.organisation = t."left"
        JOIN memberships b ON b.organisation = t."right" AND b.partnership = a.partnership""",
    "tie_evidence": """
        SELECT DISTINCT t."left", t."right", t.partnership, e.source, e.line, e.quote
        FROM tie_partnerships t
        JOIN evidence e ON e.partnership = t.partnership AND e.own = 1
        WHERE e.record = 'partnership'
        OR e.record = 'membership' AND e.organisation IN (t."left", t."right")""",
}
_LARGEST = 2**63 - 1
"""What SQLite holds as a whole number; a larger one is rounded."""

_VERSION = slice(96, 100)
"""Where the header of a file says which version of SQLite wrote it last."""


def write_sqlite(data: Registry | Incidence) -> Exported:
    """
    Write everything as a database.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        One file: the tables of `flatten_dataset`, and the views `neighbours` (each tie from both
        sides), `tie_partnerships` and `tie_evidence`.
    """
    from sqlite3 import connect

    cleaner = Cleaner(str, form="table", separator=";")
    with closing(connect(":memory:")) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA encoding = 'UTF-8'")
        for table in flatten_dataset(data):
            _fill(database, table, cleaner)
        for name, query in _VIEWS.items():
            database.execute(f"CREATE VIEW {name} AS{query}")
        database.commit()
        database.execute("VACUUM")
        content = bytearray(database.serialize())
    content[_VERSION] = bytes(4)
    return Exported(files={"": bytes(content)}, warnings=cleaner.warnings)


def _fill(database: "Connection", table: Table, cleaner: Cleaner) -> None:
    database.execute(f"CREATE TABLE {table.name} ({', '.join(_declare(table))})")
    gaps = ", ".join("?" * len(table.attributes))
    database.executemany(
        f"INSERT INTO {table.name} VALUES ({gaps})",
        (
            [_store(one, values, cleaner, table.name) for one in table.attributes]
            for values in table.rows
        ),
    )
    key = _KEYS.get(table.name, ("",))
    for column in _REFERENCES.get(table.name, {}):
        if column != key[0]:  # which has an index as it is
            database.execute(f'CREATE INDEX {table.name}_{column} ON {table.name} ("{column}")')


def _declare(table: Table) -> Iterator[str]:
    references, key = _REFERENCES.get(table.name, {}), _KEYS.get(table.name, ())
    for one in table.attributes:
        needed = " NOT NULL" if one.name in key else ""
        to = f" REFERENCES {references[one.name]}" if one.name in references else ""
        yield f'"{one.name}" {_TYPES[one.kind]}{needed}{to}'
    if key:
        columns = ", ".join(f'"{name}"' for name in key)
        yield f"PRIMARY KEY ({columns})"


def _store(
    attribute: Attribute, values: Values, cleaner: Cleaner, place: str
) -> str | int | float | None:
    value = values.get(attribute.name)
    if isinstance(value, int) and abs(value) > _LARGEST:
        return float(value)
    if value is None or isinstance(value, int | float):
        return value
    part = Attribute(attribute.name, "text", attribute.meaning)
    id = str(values["id"])
    if isinstance(value, str):
        return cleaner.text(part, value, place, id)
    items = [cleaner.text(part, item, place, id) for item in value]
    return json.dumps(items, ensure_ascii=False)
