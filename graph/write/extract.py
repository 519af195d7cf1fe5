"""A part of a register -> a data file with its tables and digests, to go on with by hand."""

import csv
import hashlib
import io
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from graph.model.addresses import find_missing
from graph.model.records import Registry
from graph.read.tables.table import RegisterTable
from graph.write.entries import write_entries

DATA = "entities.yaml"
"""The name of the data file that an extract writes."""


def write_extract(
    entries: Mapping[str, Any],
    tables: Mapping[str, RegisterTable],
    digests: Mapping[str, bytes],
    remark: str,
) -> dict[str, bytes]:
    """
    Write a data file of its own.

    Args:
        entries: Of the data file that is extracted from, as `check_shape` returns them.
        tables: By the register that each stands in, with the rows of the part.
        digests: The bytes of each, by the name that the data file has for it.
        remark: What the part is, for the first line.

    Returns:
        The bytes of each file by its name: the tables are CSV, one a register.
    """
    written = {f"registers/{source}.csv": _write_table(table) for source, table in tables.items()}
    beside = {f"documents/{PurePosixPath(name).name}": data for name, data in digests.items()}
    changed = {**entries, "sources": dict(entries["sources"]), "tables": {}}
    for id, source in entries["sources"].items():
        if id in tables:
            name = f"registers/{id}.csv"
            original = dict(source.get("original", {}))
            if "sha256" in original and "file" not in original:
                original["sha256"] = hashlib.sha256(written[name]).hexdigest()
            changed["sources"][id] = {**source, "file": name, "original": original}
        elif source["file"] in digests:
            name = f"documents/{PurePosixPath(source['file']).name}"
            changed["sources"][id] = {**source, "file": name}
    for section, spec in entries["tables"].items():
        changed["tables"][section] = {**spec, "separator": ","}
    text = write_entries(changed, [remark])
    return {DATA: text.encode(), **written, **beside}


def keep_steps(entries: Mapping[str, Any], part: Registry) -> Mapping[str, Any]:
    """
    Leave the steps of the story whose views the part has.

    Args:
        entries: Of the data file that is extracted from, as `check_shape` returns them.
        part: What is extracted.
    """
    if "story" not in entries:
        return entries
    steps = [step for step in entries["story"] if not any(find_missing(part, step["view"]))]
    kept = {name: value for name, value in entries.items() if name != "story"}
    return {**kept, "story": steps} if steps else kept


def _write_table(table: RegisterTable) -> bytes:
    buffer = io.StringIO()
    rows = [table.header, *(row.cells for row in table.rows)]
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()
