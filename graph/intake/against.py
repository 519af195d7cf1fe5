"""Organisations that came in -> their numbers, from a register that is at hand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from graph.intake.cells import mend_cells
from graph.intake.columns import SCHEMES, find_columns
from graph.intake.told import Told
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.slug import make_id
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable
from graph.scan.near import find_like

Entries = Mapping[str, Mapping[str, Any]]


class Register(NamedTuple):
    """A register of organisations: its table, and the year that counts where it has several."""

    table: RegisterTable
    year: str = ""


class Reconciled(NamedTuple):
    """
    Organisations with what a register says of them.

    `regions` are the labels of regions that it brings, by id. `matched` counts the organisations
    that it has; `near` are names of it that look like one that it has not.
    """

    organisations: dict[str, dict[str, Any]]
    regions: dict[str, dict[str, str]]
    matched: int
    told: tuple[Told, ...]
    near: tuple[tuple[str, str], ...]


class _Entry(NamedTuple):
    line: int
    name: str
    numbers: Mapping[str, str]
    region: str
    year: str


def reconcile(organisations: Entries, register: Register) -> Reconciled:
    """
    Give organisations the numbers and the region that a register has under exactly their name.

    Nothing that they have already is changed, and a name that two rows have with other numbers
    fits neither. Where a number comes from, with the year of the register, becomes a note.

    Args:
        organisations: Entries by id.
        register: The register.

    Raises:
        SourceError: It has no column of names, or none of numbers or regions.
    """
    table = register.table
    found: dict[str, list[_Entry]] = defaultdict(list)
    for entry in _read_entries(table):
        if not register.year or not entry.year or entry.year == register.year:
            found[entry.name].append(entry)
    changed: dict[str, dict[str, Any]] = {}
    regions: dict[str, dict[str, str]] = {}
    told: list[Told] = []
    missed: list[str] = []
    for id, one in organisations.items():
        changed[id] = dict(one)
        names = (one["name"], *(alias["text"] for alias in one.get("aliases", ())))
        rows = [row for name in names for row in found.get(name, ())]
        if not rows:
            missed.append(one["name"])
        elif len({(tuple(row.numbers.items()), row.region) for row in rows}) > 1:
            lines = ", ".join(str(row.line) for row in rows)
            said = Message("import.two_rows", name=say_text(one["name"]), rows=lines)
            told.append(Told(table.name, 0, "noted", said))
        else:
            year = rows[0].year or register.year
            told += _add(changed[id], rows[0]._replace(year=year), table.name, regions)
    matched = len(organisations) - len(missed)
    return Reconciled(changed, regions, matched, tuple(told), find_like(missed, found))


def _read_entries(table: RegisterTable) -> Iterator[_Entry]:
    columns = find_columns(table, {}, needed=("organisation",))
    heading = {one.field: one.heading for one in columns}
    home = heading.get("home") or heading.get("region")
    if not home and not SCHEMES & heading.keys():
        raise SourceError(Message("import.no_numbers", file=table.name, schemes=_list_schemes()))
    formed, _ = mend_cells(table, [one for one in columns if one.field in SCHEMES])
    place = {field: table.header.index(one) for field, one in heading.items()}
    for row in formed.rows:
        if row.fault or not row.cells[place["organisation"]]:
            continue
        numbers = {
            scheme: row.cells[place[scheme]]
            for scheme in sorted(SCHEMES & place.keys())
            if row.cells[place[scheme]]
        }
        region = row.cells[table.header.index(home)] if home else ""
        year = row.cells[place["period"]] if "period" in place else ""
        yield _Entry(row.line, row.cells[place["organisation"]], numbers, region, year)


def _add(
    one: dict[str, Any], row: _Entry, file: str, regions: dict[str, dict[str, str]]
) -> Iterator[Told]:
    ids = dict(one.get("ids", {}))
    new = {scheme: number for scheme, number in row.numbers.items() if scheme not in ids}
    for scheme, number in row.numbers.items():
        if ids.get(scheme, number) != number:
            said = Message(
                "import.other_number",
                name=say_text(one["name"]),
                here=f"{scheme} {ids[scheme]}",
                there=number,
            )
            yield Told(file, row.line, "noted", said)
    one["ids"] = {**ids, **new}
    values = [f"{scheme} {number}" for scheme, number in new.items()]
    if row.region and "region" not in one and (id := make_id(row.region)):
        one["region"] = id
        regions[id] = {"nl": row.region}
        values.append(row.region)
    if values:
        where = f"{PurePath(file).name} ({row.year})" if row.year else PurePath(file).name
        one["note"] = Message(
            "import.from_register", values=", ".join(values), file=where, row=row.line
        )


def _list_schemes() -> str:
    return ", ".join(sorted(SCHEMES))
