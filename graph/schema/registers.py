"""
Rows of registers -> entries as `check_shape` returns them, beside those of the data file.

A row that breaks a rule is rejected, and counted with what is wrong with it. The columns are
checked first: without them nothing can be read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from graph.model import vocabulary
from graph.model.errors import DataError, Hints, Problem, name_noun, nearest, suggest
from graph.model.message import Message
from graph.model.records import Attribute, Attributes, Rejected, Tally, Term
from graph.model.slug import make_id
from graph.model.vocabulary import GROUP_ROLES
from graph.read.document import BROKEN, Document, Map, format_path, say_text
from graph.read.tables.table import RegisterTable, Row, quote_row
from graph.schema.cells import (
    CellError,
    Words,
    read_attribute,
    read_dates,
    read_id,
    read_identifier,
)
from graph.schema.fields import LABELS

_DEFAULTS = {"type": "overig", "kind": "verband"}
_SECTIONS = ("organisations", "partnerships", "memberships")

DATES = ("period", "start", "end")
"""The columns that say when."""


@dataclass(slots=True)
class Registers:
    """
    What the tables of a data file give.

    `entries` are those of the file and of the tables together. `ids` are those that stand in a
    table, by section. `values` are the declared attributes: by section, then by id, for a
    membership by partnership and organisation.
    """

    entries: dict[str, Any]
    attributes: list[Attribute] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    ids: dict[str, set[str]] = field(
        default_factory=lambda: {"organisations": set(), "partnerships": set()}
    )
    values: dict[str, dict[Any, Attributes]] = field(
        default_factory=lambda: {"organisations": {}, "partnerships": {}, "memberships": {}}
    )
    problems: list[Problem] = field(default_factory=list)


def add_tables(clean: Mapping[str, Any], document: Document) -> Registers:
    """
    Add the rows of the tables to the entries of a data file.

    Args:
        clean: The entries, from `check_shape`; they are not changed.
        document: With the tables as text.
    """
    found = Registers(entries=dict(clean))
    tables = clean.get("tables")
    if not isinstance(tables, dict) or not document.tables:
        return found
    whole = document.tables.keys() >= tables.keys()
    whole = whole and BROKEN not in (clean.get("organisations"), clean.get("partnerships"))
    for section in ("organisations", "partnerships"):
        known = clean.get(section)
        found.entries[section] = dict(known) if isinstance(known, dict) else {}
    for section in _SECTIONS:
        table, spec = document.tables.get(section), tables.get(section)
        if table is None or not isinstance(spec, dict):
            continue
        reader = Reader(section, table, spec, document, found, tables)
        found.problems += reader.problems
        if not found.problems and whole:
            reader.read()  # without one table or section, the others say only that it is not there
    for id in found.ids["partnerships"]:
        entry = found.entries["partnerships"][id]
        if not entry["members"]:
            entry["members_known"] = "none"
    found.problems += _find_rejected(found, document)
    return found


def list_known(document: Document) -> dict[str, set[str]]:
    """
    List the ids that the tables give, by section, with the regions that they bring.

    Also those of rows that are rejected: as with an entry that is set aside, an id counts as known.
    """
    found: dict[str, set[str]] = {"organisations": set(), "partnerships": set(), "regions": set()}
    tables = document.root.get("tables") if isinstance(document.root, Map) else None
    for section, table in document.tables.items():
        spec = tables.get(section) if isinstance(tables, Map) else None
        columns = spec.get("columns") if isinstance(spec, Map) else None
        if not isinstance(spec, Map) or not isinstance(columns, Map):
            continue
        places = {name: table.header.index(c) for name, c in columns.items() if c in table.header}
        if section in found:
            made = "id" not in columns
            place = places.get("name" if made else "id")
            prefix = spec.get("prefix") if isinstance(spec.get("prefix"), str) else ""
            for row in table.rows if place is not None else ():
                if place is not None and not row.fault:
                    cell = row.cells[place]
                    found[section].add(f"{prefix}{make_id(cell) if made else cell}")
        if (place := places.get("region")) is not None:
            cells = {row.cells[place] for row in table.rows if not row.fault}
            found["regions"] |= {make_id(word) for cell in cells for word in cell.split(";")} - {""}
    return found


def _find_rejected(found: Registers, document: Document) -> Iterator[Problem]:
    """Find members in the data file whose row in a table was rejected."""
    given = list_known(document)["organisations"]
    for id, entry in found.entries["partnerships"].items():
        if id in found.ids["partnerships"]:
            continue
        for position, member in enumerate(entry["members"]):
            organisation = member["org"]
            if organisation in given and organisation not in found.entries["organisations"]:
                trail = ("partnerships", id, "members", position)
                message = Message("table.rejected", id=repr(organisation))
                yield Problem(document.line_of(trail), format_path(trail), message)


Cell = Callable[[str], str]
"""Gives the cell of a field in a row; empty where the table has no column for it."""


class _Column(NamedTuple):
    name: str
    place: int


class Check(NamedTuple):
    """What must hold of cells by themselves: the places of their columns, and what reads them."""

    places: tuple[int, ...]
    read: Callable[..., object]


def open_readers(clean: Mapping[str, Any], document: Document) -> "dict[str, Reader]":
    """
    Make what reads each table, without reading a row.

    Args:
        clean: The entries, from `check_shape`.
        document: With the tables; no row of theirs is looked at.

    Raises:
        DataError: A table has not the columns that the data file names.
    """
    found = Registers(entries=dict(clean))
    readers = {
        section: Reader(section, table, clean["tables"][section], document, found, clean["tables"])
        for section, table in document.tables.items()
    }
    problems = [problem for reader in readers.values() for problem in reader.problems]
    if problems:
        raise DataError(document.path, problems)
    return readers


class Reader:
    """Reads one table into the entries."""

    def __init__(
        self,
        section: str,
        table: RegisterTable,
        spec: Mapping[str, Any],
        document: Document,
        found: Registers,
        tables: Mapping[str, Any],
    ) -> None:
        self.section, self.table, self.spec = section, table, spec
        self.document, self.found, self.tables = document, found, tables
        self.problems: list[Problem] = []
        self.trail = ("tables", section)
        self.columns = self._find(("columns",), spec["columns"])
        self.identifiers = self._find(("identifiers",), spec.get("identifiers", {}))
        declared = spec.get("attributes", {})
        self.values = self._find(
            ("attributes",), {name: one["column"] for name, one in declared.items()}, ("column",)
        )
        self.kinds = {name: one.get("type", "text") for name, one in declared.items()}
        self.usual = spec.get("usual", {})
        self.prefix: str = spec.get("prefix", "")
        self.may_repeat = tables.get("memberships", {}).get("source") == spec["source"]
        self.words = self._collect_words()
        self.hints = Hints()
        self.first: dict[Any, Row] = {}
        self.written: set[tuple[str, str]] = set()
        self.rejected: list[Rejected] = []
        for name, one in declared.items():
            found.attributes.append(
                Attribute(
                    name=name,
                    of=section,
                    type=one.get("type", "text"),
                    unit=one.get("unit"),
                    labels={label.name: one[label.name] for label in LABELS if label.name in one},
                )
            )

    def read(self) -> None:
        take = {
            "organisations": self._take_organisation,
            "partnerships": self._take_partnership,
            "memberships": self._take_membership,
        }[self.section]
        if self.section == "memberships":
            partnerships = self.found.entries["partnerships"]
            for id, entry in partnerships.items():
                partnerships[id] = {**entry, "members": list(entry["members"])}
                self.written |= {(id, member["org"]) for member in entry["members"]}
        for row in self.table.rows:
            try:
                if row.fault:
                    raise CellError(row.fault)
                take(row)
            except CellError as error:
                self.rejected.append(Rejected(
                    file=row.file, line=row.line, message=error.message, cells=row.cells
                ))  # fmt: skip
        self.found.tallies.append(
            Tally(
                table=self.section,
                file=self.table.name,
                header=self.table.header,
                read=len(self.table.rows),
                rejected=tuple(self.rejected),
            )
        )
        self._add_regions()

    def list_checks(self) -> Iterator[Check]:
        """List what must hold of the cells of a row, but for ids and names."""
        read_words = {
            "theme": self.read_words,
            "region": self.read_words if self.section == "partnerships" else self.read_word,
        }
        for name in ("type", "kind", "theme", "region", "certainty"):
            if column := self.columns.get(name):
                yield Check((column.place,), partial(read_words.get(name, self.read_word), name))
        if self.section == "memberships":
            role = self.columns.get("role")
            yield (
                Check((role.place,), self.read_role)
                if role
                else Check((), partial(self.read_role, ""))
            )
        dates = [self.columns.get(name) for name in DATES]
        if places := tuple(column.place for column in dates if column):
            yield Check(places, partial(_read_some, [bool(column) for column in dates]))
        for scheme, column in self.identifiers.items():
            yield Check((column.place,), partial(_read_given, read_identifier, scheme))
        for name, column in self.values.items():
            read_value = partial(_read_given, read_attribute, column.name, self.kinds[name])
            yield Check((column.place,), read_value)

    def _take_organisation(self, row: Row) -> None:
        cell = self._cells(row)
        id, name = self._read_id(cell)
        if self._is_repeat(row, id, name):
            return
        values = self._read_values(row)
        identifiers = {
            scheme: read_identifier(row.cells[column.place], scheme)
            for scheme, column in self.identifiers.items()
            if row.cells[column.place]
        }
        # the region comes last: a row that is rejected brings none
        entry: dict[str, Any] = {"name": name, **self.read_organisation(cell)}
        if identifiers:
            entry["ids"] = identifiers
        self._add(row, id, entry, values)

    def _take_partnership(self, row: Row) -> None:
        cell = self._cells(row)
        id, name = self._read_id(cell)
        if self._is_repeat(row, id, name):  # it may lie in several regions, on a row each
            self.add_words(cell, self.found.entries["partnerships"][id])
            return
        entry: dict[str, Any] = {
            "name": name,
            **self.read_partnership(cell),
            "members": [],
            "evidence": [self._cite(row)],
        }
        values = self._read_values(row)
        self.add_words(cell, entry)
        self._add(row, id, entry, values)

    def _take_membership(self, row: Row) -> None:
        cell = self._cells(row)
        organisation = self._refer(cell, "organisation")
        partnership = self._refer(cell, "partnership")
        key = (partnership, organisation)
        said = Message("row.member", left=repr(organisation), right=repr(partnership))
        if key in self.first:
            first = self.first[key]
            raise CellError(Message("row.twice", what=said, row=_say_row(first, row)))
        if key in self.written:
            raise CellError(Message("row.written", what=said))
        member: dict[str, Any] = {
            "org": organisation,
            "evidence": [self._cite(row)],
            **self.read_membership(cell),
        }
        values = self._read_values(row)
        self.first[key] = row
        if values:
            self.found.values["memberships"][key] = values
            member["attributes"] = dict(values)
        self.found.entries["partnerships"][partnership]["members"].append(member)

    def read_organisation(self, cell: Cell) -> dict[str, Any]:
        """
        Read what a row says of an organisation by words of lists.

        Raises:
            CellError: A word is none of its list.
        """
        entry: dict[str, Any] = {
            "type": [self.read_word("type", cell("type")) or self._usual("type")]
        }
        if found := self.read_word("region", cell("region")) or self.usual.get("region"):
            entry["region"] = found
        return entry

    def read_partnership(self, cell: Cell) -> dict[str, Any]:
        """
        Read what the first row of a partnership says of it, but for `add_words`.

        Raises:
            CellError: A word is none of its list, or a date does not exist.
        """
        entry: dict[str, Any] = {
            "kind": self.read_word("kind", cell("kind")) or self._usual("kind"),
            "members_known": self.usual.get("members_known", "some"),
        }
        if period := read_dates(*(cell(field) for field in DATES)):
            entry["period"] = period
        return entry

    def add_words(self, cell: Cell, entry: dict[str, Any]) -> None:
        """
        Add the themes and regions of a row to a partnership, which may have a row for each.

        Raises:
            CellError: A word is none of its list; what was read before it is added.
        """
        for column, key in (("theme", "themes"), ("region", "regions")):
            if read := self.read_words(column, cell(column)):
                entry[key] = list(dict.fromkeys((*entry.get(key, ()), *read)))

    def read_membership(self, cell: Cell) -> dict[str, Any]:
        """
        Read how an organisation takes part.

        Raises:
            CellError: A word is none of its list.
        """
        entry: dict[str, Any] = {}
        if role := self.read_role(cell("role")):
            entry["role"] = role
        if sure := self.read_word("certainty", cell("certainty")):
            entry["certainty"] = sure
        return entry

    def _cells(self, row: Row) -> Cell:
        def cell(field: str) -> str:
            column = self.columns.get(field)
            return row.cells[column.place] if column else ""

        return cell

    def _read_id(self, cell: Cell) -> tuple[str, str]:
        made = "id" not in self.columns
        column = self.columns["name" if made else "id"].name
        id = read_id(cell("name" if made else "id"), column, self.prefix, made=made)
        if not (name := cell("name")):
            raise CellError(Message("row.nothing", column=repr(self.columns["name"].name)))
        return id, name

    def _is_repeat(self, row: Row, id: str, name: str) -> bool:
        """Tell whether a row says again what stands already; in a table of memberships it may."""
        first = self.first.get(id)
        if first is None:
            self._check_id(id)
            return False
        if not self.may_repeat:
            raise CellError(Message("row.twice", what=f"id {id!r}", row=_say_row(first, row)))
        entry = self.found.entries[self.section][id]
        if self.section == "organisations" and name != entry["name"]:
            forms = entry.setdefault("aliases", [])
            if {"text": name} not in forms:
                forms.append({"text": name})
        return True

    def _check_id(self, id: str) -> None:
        for section in ("organisations", "partnerships", "groups"):
            known = self.found.entries.get(section)
            if isinstance(known, dict) and id in known:
                if section != self.section:
                    what = Message(f"one.{section}")
                    raise CellError(Message("row.other", id=repr(id), what=what))
                raise CellError(Message("row.written", what=f"id {id!r}"))

    def _add(self, row: Row, id: str, entry: dict[str, Any], values: Attributes) -> None:
        if values:
            self.found.values[self.section][id] = values
            entry["attributes"] = dict(values)
        self.found.entries[self.section][id] = entry
        self.found.ids[self.section].add(id)
        self.first[id] = row

    def _refer(self, cell: Cell, noun: str) -> str:
        """Read whom or what a membership is of; an id of the data file needs no prefix."""
        section = f"{noun}s"
        spec = self.tables.get(section)
        made = isinstance(spec, dict) and "id" not in spec["columns"]
        prefix = spec.get("prefix", "") if isinstance(spec, dict) else ""
        column = self.columns[noun].name
        id = read_id(cell(noun), column, prefix, made=made)
        known = self.found.entries[section]
        for one in (id, cell(noun)):
            if one in known:
                return one
        near = self.hints.nearest(id, known)
        text = say_text(cell(noun))
        raise CellError(Message("unknown", noun=name_noun(noun), id=text, hint=suggest(near)))

    def read_word(self, field: str, text: str) -> str | None:
        """
        Read a cell that holds a word of a list; None where nothing stands in it.

        Raises:
            CellError: It is none of them.
        """
        return self.words[field].read(text, self.columns[field].name) if text else None

    def read_words(self, field: str, text: str) -> list[str]:
        """
        Read a cell that holds words of a list, with semicolons between.

        Raises:
            CellError: One is none of them.
        """
        words = (word.strip() for word in text.split(";"))
        return [read for word in words if (read := self.read_word(field, word))]

    def read_role(self, text: str) -> str | None:
        """
        Read the role of a membership.

        Raises:
            CellError: It is none, or one that groups alone have.
        """
        role = self.read_word("role", text) or self._usual("role")
        if role in GROUP_ROLES:
            raise CellError(Message("rule.group_role", role=repr(role)))
        return role

    def _usual(self, field: str) -> str | None:
        usual: str | None = self.usual.get(field, _DEFAULTS.get(field))
        return usual

    def _read_values(self, row: Row) -> Attributes:
        return tuple(
            (name, read_attribute(row.cells[column.place], column.name, self.kinds[name]))
            for name, column in sorted(self.values.items())
            if row.cells[column.place]
        )

    def _cite(self, row: Row) -> dict[str, Any]:
        quote = quote_row(self.table, row)
        return {"source": row.source or self.spec["source"], "line": row.line, "quote": quote}

    def _find(
        self, way: tuple[str, ...], wanted: Mapping[str, str], below: tuple[str, ...] = ()
    ) -> dict[str, _Column]:
        """Find the columns that a part of the table names; one that is not there is a problem."""
        found = {}
        header = self.table.header
        for name, column in wanted.items():
            trail = (*self.trail, *way, name, *below)
            if column in header:
                found[name] = _Column(column, header.index(column))
                self._check_kind(trail, column, name, way)
                continue
            near = nearest(column, header, count=3)
            named = Message("hint.columns", columns=", ".join(map(say_text, header)))
            self._complain(
                trail,
                Message(
                    "table.no_column",
                    column=say_text(column),
                    file=repr(self.table.name),
                    hint=suggest(near) or named,
                ),
            )
        return found

    def _check_kind(
        self, trail: tuple[str, ...], column: str, name: str, way: tuple[str, ...]
    ) -> None:
        kind = self.table.kinds.get(column)
        takes_any = way == ("attributes",) or name in DATES
        if kind and not takes_any:
            self._complain(trail, Message("table.column_kind", column=repr(column), kind=kind))

    def _complain(self, trail: tuple[str, ...], message: Message) -> None:
        line = self.document.line_of(trail)
        self.problems.append(Problem(line, format_path(trail), message))

    def _collect_words(self) -> dict[str, Words]:
        lists = {
            "type": ("types", vocabulary.TYPES),
            "kind": ("kinds", vocabulary.KINDS),
            "role": ("roles", vocabulary.ROLES),
            "theme": ("themes", vocabulary.THEMES),
            "region": ("regions", {}),
        }
        named = self.spec.get("values", {})
        words = {
            noun: Words(noun, self._label(key, known), named.get(noun, {}), grows=noun == "region")
            for noun, (key, known) in lists.items()
        }
        levels = {level: [level] for level in ("high", "medium", "low")}
        return {**words, "certainty": Words("certainty", levels, {})}

    def _label(self, key: str, built_in: Mapping[str, Term]) -> dict[str, list[str]]:
        vocab = self.found.entries.get("vocab")
        added = vocab.get(key) if isinstance(vocab, dict) else None
        found = {id: list(term.labels.values()) for id, term in built_in.items()}
        for id, entry in added.items() if isinstance(added, dict) else ():
            found[id] = [entry[label.name] for label in LABELS if label.name in entry]
        return found

    def _add_regions(self) -> None:
        added = self.words["region"].added
        if not added:
            return
        vocab = self.found.entries.get("vocab")
        vocab = dict(vocab) if isinstance(vocab, dict) else {}
        regions = {id: {"nl": label} for id, label in sorted(added.items())}
        vocab["regions"] = {**regions, **(vocab.get("regions") or {})}
        self.found.entries["vocab"] = vocab


def _read_given(read: Callable[..., object], *values: str) -> object:
    """Read a cell that comes last, where something stands in it."""
    *named, text = values
    return read(text, *named) if text else None


def _read_some(there: Sequence[bool], *cells: str) -> str:
    """Read dates of which not every one has a column."""
    given = iter(cells)
    return read_dates(*(next(given) if one else "" for one in there))


def _say_row(first: Row, row: Row) -> Message:
    if first.file == row.file:
        return Message("row.here", row=first.line)
    return Message("row.there", row=first.line, file=first.file)
