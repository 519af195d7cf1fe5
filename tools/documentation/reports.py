"""The ids in the JSON of the report, as a table in Markdown."""

import json
from collections.abc import Iterator
from typing import Any

from documentation.blocks import Fill
from documentation.consoles import run

_FILES = ("entities.yaml", "docs/example/entities.yaml")


def report_fills() -> dict[str, Fill]:
    """List how to fill `<!-- report ids -->`, from reports of the data of this repository."""
    return {"report ids": lambda _: list(_write_rows(list_sections()))}


def list_sections() -> dict[str, dict[str, Any]]:
    """
    List the sections of the report by id, each with the ids of its `figures`, `facts`, `tables`.

    A table without rows is left out of a report, so that of several reports each adds what the
    others lack.
    """
    found: dict[str, dict[str, Any]] = {}
    for file in _FILES:
        report = json.loads(run(f"report --format json --language en --data {file}"))
        for section in report["sections"]:
            known = found.setdefault(section["id"], {"figures": {}, "facts": {}, "tables": {}})
            known["figures"] |= section["figures"]
            known["facts"] |= section["facts"]
            for table in section["tables"]:
                known["tables"][table["id"]] = [column["id"] for column in table["columns"]]
    return found


def _write_rows(sections: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield "| section | figures | facts | tables, each with its columns |"
    yield "| --- | --- | --- | --- |"
    for id, section in sections.items():
        tables = "<br>".join(
            f"`{table}`: {_quote(columns)}" for table, columns in section["tables"].items()
        )
        figures, facts = _quote(section["figures"]), _quote(section["facts"])
        yield f"| `{id}` | {figures} | {facts} | {tables} |"


def _quote(words: Any) -> str:
    return ", ".join(f"`{word}`" for word in words)
