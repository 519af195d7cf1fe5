"""
Rows that entries of the data file cite -> passages with the words of those rows.

Nobody writes the words of a row down a second time: the table holds them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.model.message import Message
from graph.read.document import Document, Trail
from graph.read.tables.table import RegisterTable, Row, flatten_cell, quote_row
from graph.schema.finding import Finding

_SECTIONS = ("sources", "partnerships", "groups", "relations", "vocab")


def cite_rows(
    clean: Mapping[str, Any], document: Document
) -> tuple[Mapping[str, Any], list[Finding]]:
    """
    Put the words of its row into each passage that cites one.

    Args:
        clean: The entries, from `check_shape`; they are not changed.
        document: With the tables as text.

    Returns:
        The entries, each passage with a line and a quote; and a finding for each passage that
        takes a document for a register or a register for a document, cites a row that is not
        there, or cites for a member no row that names it.
    """
    sources = clean.get("sources")
    if not isinstance(sources, dict):
        return clean, []
    citing = _Citing(sources, document)
    changed = dict(clean)
    for section in _SECTIONS:
        if isinstance(clean.get(section), dict):
            changed[section] = citing.walk(clean[section], (section,))
    if citing.cited:
        citing.findings += _find_unnamed(clean, citing)
    return changed, citing.findings


class _Citing:
    def __init__(self, sources: Mapping[str, Any], document: Document) -> None:
        self.sources, self.tables = sources, document.registers
        self.findings: list[Finding] = []
        self.cited = False
        self._rows: dict[str, dict[int, Row]] = {}

    def walk(self, value: Any, trail: Trail) -> Any:
        """Copy what holds a passage that cites a row; give the rest back as it is."""
        if isinstance(value, dict):
            if "source" in value and ("row" in value or "quote" in value):
                return self.cite(value, trail)
            found = {key: self.walk(item, (*trail, key)) for key, item in value.items()}
            return found if any(found[key] is not value[key] for key in value) else value
        if isinstance(value, list):
            items = [self.walk(item, (*trail, place)) for place, item in enumerate(value)]
            return (
                items
                if any(new is not old for new, old in zip(items, value, strict=True))
                else value
            )
        return value

    def cite(self, passage: dict[str, Any], trail: Trail) -> dict[str, Any]:
        source = self.sources.get(passage["source"])
        is_register = isinstance(source, dict) and source.get("kind") == "register"
        said = repr(passage["source"])
        if is_register and "quote" in passage:
            self.findings.append(
                Finding((*trail, "source"), Message("quote.of_register", source=said))
            )
        if "row" not in passage:
            return passage
        self.cited = True
        number = passage["row"]
        row = self.find(passage["source"], number)
        table = self.tables.get(passage["source"])
        if isinstance(source, dict) and not is_register:
            self.findings.append(Finding((*trail, "row"), Message("row.of_document", source=said)))
        elif table and row is None:
            message = Message("row.missing", row=number, file=repr(table.name))
            self.findings.append(Finding((*trail, "row"), message))
        elif row and row.fault:
            message = Message("row.unusable", row=number, why=row.fault)
            self.findings.append(Finding((*trail, "row"), message))
        quote = quote_row(table, row) if table and row and not row.fault else ""
        return {"source": passage["source"], "line": number, "quote": quote}

    def find(self, source: str, number: int) -> Row | None:
        table = self.tables.get(source)
        if table is None:
            return None
        if source not in self._rows:
            self._rows[source] = {row.line: row for row in table.rows}
        return self._rows[source].get(number)


def _find_unnamed(clean: Mapping[str, Any], citing: _Citing) -> Iterator[Finding]:
    """Find members for whom a row is cited, and no row that names them."""
    organisations = clean.get("organisations")
    partnerships = clean.get("partnerships")
    if not isinstance(organisations, dict) or not isinstance(partnerships, dict):
        return
    for id, entry in partnerships.items():
        shared = list(_list_rows(entry.get("evidence", ()), citing))
        for place, member in enumerate(entry.get("members", ())):
            rows = list(_list_rows(member.get("evidence", ()), citing))
            known = organisations.get(member["org"])
            if not rows or not isinstance(known, dict):
                continue
            names = _list_names(member["org"], known)
            if not any(_names_one(table, row, names) for table, row in (*rows, *shared)):
                message = Message("name.no_row", name=repr(known["name"]), row=rows[0][1].line)
                yield Finding(("partnerships", id, "members", place), message)


def _list_rows(
    evidence: Sequence[Mapping[str, Any]], citing: _Citing
) -> Iterator[tuple[RegisterTable, Row]]:
    for passage in evidence:
        row = citing.find(passage["source"], passage["row"]) if "row" in passage else None
        if row and not row.fault:
            yield citing.tables[passage["source"]], row


def _list_names(id: str, entry: Mapping[str, Any]) -> set[str]:
    aliases = [alias["text"] for alias in entry.get("aliases", ())]
    return {name.casefold() for name in (id, entry["name"], *aliases)}


def _names_one(table: RegisterTable, row: Row, names: set[str]) -> bool:
    """Tell whether a cell is one of the names, or its column where the cell is marked."""
    pairs = zip(table.header, row.cells, strict=True)
    return any(
        flatten_cell(cell).casefold() in names
        or (bool(cell) and flatten_cell(column).casefold() in names)
        for column, cell in pairs
    )
