"""What the options of `list` do with its rows: leave some out, add columns, order them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.findings.changes import CHANGES, find_changes
from graph.model.errors import SourceError, UnknownIdError, nearest
from graph.model.message import Message
from graph.model.records import Period, Registry
from graph.query import listing
from graph.query.match import match_table
from graph.read.bytes import read_bytes
from graph.write.answers.headings import find_column

Records = list[listing.Record]


def leave_out(
    registry: Registry, records: Records, options: Mapping[str, Any]
) -> tuple[Records, str]:
    """
    Leave out the rows that an option does not ask for.

    Args:
        registry: The whole data.
        records: The rows.
        options: What was given, by name.

    Returns:
        The other rows, and the option; an empty text where none was given.
    """
    if options["mentioned_only"]:
        mentioned = listing.find_mentioned_only(registry)
        return [one for one in records if one["id"] in mentioned], "--mentioned-only"
    if options["no_members"]:
        return [one for one in records if not one["members"]], "--no-members"
    return records, ""


def add_columns(
    selected: Registry, records: Records, columns: Sequence[str], options: Mapping[str, Any]
) -> tuple[Records, Sequence[str]]:
    """
    Add the columns that an option asks for, and put what it is about first.

    Args:
        selected: What was listed.
        records: The rows.
        columns: What their table shows.
        options: What was given, by name.

    Returns:
        Rows with more in them, and what their table shows then.

    Raises:
        UnknownIdError: There is no such type.
        SourceError: The list of names to match cannot be read.
    """
    if options["without_type"] is not None:
        _check_known(options["without_type"], "type", selected.vocabulary.types)
        records, columns = _add_verdicts(selected, records, columns, options["without_type"])
    if options["changed"] is not None:
        records, columns = _add_changes(selected, records, columns, options["changed"])
    if options["match"] is not None:
        records, columns = _match(selected, records, options["match"])
    return records, columns


def sort_records(
    records: Records, columns: Sequence[str], by: str, selected: Registry, *, whole: Registry
) -> Records:
    """
    Order rows by a column: numbers from high to low, words by the alphabet.

    Args:
        records: The rows; one at least.
        columns: What their table shows.
        by: The column as it was typed, by name or heading.
        selected: What was listed.
        whole: The data before the selection.

    Raises:
        UnknownIdError: There is no such column.
    """
    column = find_column(by, columns, list(records[0]))
    if column == "undertakings":
        places = listing.rank_organisations(selected, whole=whole)
        return sorted(records, key=lambda record: places[record["id"]])
    return _order(records, column)


def _check_known(word: str, noun: str, known: Any) -> None:
    if word not in known:
        raise UnknownIdError(word, noun, nearest(word, known), known)


def _add_verdicts(
    registry: Registry, records: Records, columns: Sequence[str], type: str
) -> tuple[Records, Sequence[str]]:
    key = f"without_{type}"
    order = {"yes": 0, "no": 1, "not known": 2}
    verdicts = [
        {**record, key: listing.lacks_type(registry, registry.partnerships[record["id"]], type)}
        for record in records
    ]
    ordered = sorted(verdicts, key=lambda record: order[record[key]])
    return ordered, (key, *columns)


def _add_changes(
    registry: Registry,
    records: Records,
    columns: Sequence[str],
    between: tuple[Period, Period],
) -> tuple[Records, Sequence[str]]:
    before, after = between
    changes = find_changes(registry, before, after)
    keys = ("change", f"in_{before.text}", f"in_{after.text}")
    told = [{**record, **dict(zip(keys, changes[record["id"]], strict=True))} for record in records]
    ordered = sorted(told, key=lambda record: CHANGES.index(record["change"]))
    return ordered, (*keys, *(key for key in columns if key != "members_known"))


def _match(registry: Registry, records: Records, path: Path) -> tuple[Records, Sequence[str]]:
    data = read_bytes(path, str(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(Message("source.table_not_utf8", file=str(path))) from None
    by_id = {record["id"]: record for record in records}
    matched: Records = []
    for row in match_table(registry, text, str(path)):
        fits = [by_id[id] for id in row.matches if id in by_id]
        matched.append(
            {
                "row": row.number,
                "cells": list(row.cells),
                "match": "yes" if len(fits) == 1 else f"{len(fits)} fit" if fits else "not found",
                "by": row.by if fits else None,
                "form": row.form if fits else None,
                "ids": [record["id"] for record in fits],
                "scoped": [id for id in row.scoped if id in by_id],
                "partnerships": sum(record["partnerships"] for record in fits),
            }
        )
    return matched, ("row", "cells", "match", "form", "ids", "partnerships")


def _order(records: Records, column: str) -> Records:
    if any(isinstance(record[column], int | float) for record in records):
        known = (record for record in records if record[column] is not None)
        unknown = (record for record in records if record[column] is None)
        return [*sorted(known, key=lambda record: -record[column]), *unknown]
    return sorted(records, key=lambda record: str(record[column] or "\uffff").casefold())
