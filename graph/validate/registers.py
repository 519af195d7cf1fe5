"""What tables of registers add to a checked registry, and the rules that hold for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from graph.model.errors import Problem
from graph.model.message import Message
from graph.model.names import simplify
from graph.model.records import MOST_SHOWN, Alias, Organisation, Registry
from graph.read.document import Document, Map
from graph.read.tables.table import flatten_cell
from graph.schema.finding import Finding
from graph.schema.registers import Registers


class Written(NamedTuple):
    """
    What stands in the data file itself, and not in a table or on the word of a row.

    `named` has the organisations of tables beside that its partnerships name. `told` leaves out
    the organisations that a row names: no digest need tell of these.
    """

    registry: Registry
    named: Registry
    told: Registry


def list_written(registry: Registry, registers: Registers, document: Document) -> Written:
    """Leave out what stands in tables alone: the rules on digests do not hold for that."""
    if not document.registers:
        return Written(registry, registry, registry)
    in_tables = registers.ids
    partnerships = {
        id: replace(
            one,
            memberships=tuple(m for m in one.memberships if not _is_row(registry, m.evidence)),
            evidence=tuple(e for e in one.evidence if not _is_row(registry, (e,))),
        )
        for id, one in registry.partnerships.items()
        if id not in in_tables["partnerships"]
    }
    organisations = {
        id: one
        for id, one in registry.organisations.items()
        if id not in in_tables["organisations"]
    }
    written = replace(registry, organisations=organisations, partnerships=partnerships)
    members = {m.organisation for one in partnerships.values() for m in one.memberships}
    named = {
        id: one
        for id, one in registry.organisations.items()
        if id in members or id in organisations
    }
    in_rows = _find_in_rows(organisations.values(), document)
    told = {id: one for id, one in organisations.items() if id not in in_rows}
    return Written(
        written, replace(written, organisations=named), replace(written, organisations=told)
    )


def _find_in_rows(organisations: Iterable[Organisation], document: Document) -> set[str]:
    """Find the organisations that a cell of a register names, or the heading of a column."""
    owners = {name: one.id for one in organisations for name in _list_names(one)}
    if not owners:
        return set()
    tables = {id(table): table for table in document.registers.values()}
    return {
        owners[name]
        for table in tables.values()
        for cells in (table.header, *(row.cells for row in table.rows))
        for cell in cells
        if (name := flatten_cell(cell).casefold()) in owners
    }


def _list_names(organisation: Organisation) -> set[str]:
    return {name.casefold() for name in (organisation.id, *organisation.names)}


def add_registers(registry: Registry, registers: Registers) -> Registry:
    """Add what only tables have: declared attributes, names told apart, and what became of rows."""
    if not registers.tallies:
        return registry
    of = registers.values
    organisations = {
        id: replace(one, attributes=of["organisations"][id]) if id in of["organisations"] else one
        for id, one in registry.organisations.items()
    }
    partnerships = {
        id: replace(
            one,
            attributes=of["partnerships"].get(id, ()),
            memberships=tuple(
                replace(m, attributes=of["memberships"].get((id, m.organisation), ()))
                for m in one.memberships
            ),
        )
        for id, one in registry.partnerships.items()
    }
    return replace(
        registry,
        organisations=_tell_apart(organisations, registry, registers.ids["organisations"]),
        partnerships=partnerships,
        attributes=tuple(registers.attributes),
        tallies=tuple(registers.tallies),
    )


def check_registers(registry: Registry, document: Document) -> Iterator[Finding]:
    """A table stands in a register, and is the one that the data file describes."""
    tables = document.root.get("tables") if isinstance(document.root, Map) else None
    for section, spec in tables.items() if isinstance(tables, Map) else ():
        id = spec.get("source") if isinstance(spec, Map) else None
        source = registry.sources.get(id) if isinstance(id, str) else None
        if source is None:
            continue
        if source.kind != "register":
            message = Message("table.of_document", source=repr(id))
            yield Finding(("tables", section, "source"), message)
        table = document.tables.get(section)
        known = source.sha256 and not source.original_file
        if table and known and source.sha256 != table.sha256:
            message = Message("table.changed", file=repr(table.name), hash=table.sha256)
            yield Finding(("sources", source.id, "original", "sha256"), message)


def say_rejected(registry: Registry) -> Iterator[Problem]:
    """Say the first rows of each table that break a rule."""
    for tally in registry.tallies:
        for row in tally.rejected[:MOST_SHOWN]:
            yield Problem(row.line, "", Message("row.rejected", why=row.message), row.file)


def _is_row(registry: Registry, evidence: tuple[object, ...]) -> bool:
    sources = (registry.sources.get(getattr(one, "source", "")) for one in evidence)
    return any(source and source.kind == "register" for source in sources)


def _tell_apart(
    organisations: dict[str, Organisation], registry: Registry, in_tables: set[str]
) -> dict[str, Organisation]:
    """
    Give organisations of one name their id and place behind it, where a register has that name.

    The name alone stays an alias, by which both are found.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for id, one in organisations.items():
        named[simplify(one.name)].append(id)
    changed = dict(organisations)
    for ids in named.values():
        for id in ids if len(ids) > 1 else ():
            if id not in in_tables:
                continue
            one = organisations[id]
            region = registry.vocabulary.regions.get(one.region or "")
            place = f", {region.label(registry.language)}" if region else ""
            changed[id] = replace(
                one,
                name=f"{one.name} ({id}{place})",
                aliases=(Alias(text=one.name), *one.aliases),
            )
    return changed
