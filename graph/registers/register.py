"""A large register, open in DuckDB: whom a name means, who is near whom, and the rows of a part."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from graph.model.errors import DataError, Problem
from graph.model.records import Registry
from graph.network.columns.memory import check_memory, say_no_room
from graph.read.document import Document, Map
from graph.read.load import load_document
from graph.read.tables.load import list_named, read_table
from graph.read.tables.table import RegisterTable, Row, TableError
from graph.registers import Size
from graph.registers.held import Held, hold_table
from graph.registers.sift import key_of, make_key, sift_rows
from graph.schema.check import check_shape
from graph.validate import validate_document

Ids = Iterable[str]


class NotHeldError(Exception):
    """The tables cannot be used as they are: the plain path says what is wrong, if anything is."""


@dataclass(frozen=True, slots=True)
class Register:
    """
    The rows of a data file's tables, sifted; `document` is the file with tables that have no rows,
    and `entries` are those of the file.

    An organisation or partnership is in a part with every row that speaks of it. What the data file
    itself says is in every part: `written` has its ids, and `forms` the names of its entries, each
    with the id.
    """

    connection: Any
    document: Document
    entries: Mapping[str, Any]
    held: Mapping[str, Held]
    written: frozenset[str]
    forms: Mapping[str, tuple[tuple[str, str], ...]]

    def find_named(self, name: str) -> tuple[list[str], list[str]]:
        """Find the organisations and the partnerships that a name may mean, by id."""
        return self._find_named("organisations", name), self._find_named("partnerships", name)

    def _find_named(self, section: str, name: str) -> list[str]:
        if not make_key(name):
            return []
        in_rows = self._ask(
            f"SELECT DISTINCT r.id FROM rows_{section} r JOIN used_{section} u USING (id) "
            f"WHERE r.id = $name OR r.key = $key OR {key_of('r.id')} = $key",
            name=name,
            key=make_key(name),
        )
        by_hand = [
            id
            for form, id in self.forms[section]
            if form == name or make_key(form) == make_key(name)
        ]
        return sorted({*in_rows, *by_hand})

    def list_partnerships(self, organisations: Ids) -> list[str]:
        """List the partnerships that organisations take part in."""
        query = "SELECT DISTINCT partnership FROM links WHERE organisation IN (SELECT unnest($ids))"
        return self._ask(query, ids=list(organisations))

    def list_members(self, partnerships: Ids) -> list[str]:
        """List the organisations that take part in partnerships."""
        query = "SELECT DISTINCT organisation FROM links WHERE partnership IN (SELECT unnest($ids))"
        return self._ask(query, ids=list(partnerships))

    def list_near(self, organisations: Ids, steps: int) -> list[str]:
        """List the partnerships of organisations and of those fewer than so many steps away."""
        reached, found = set(organisations), set[str]()
        new = reached
        for _ in range(steps):
            more = set(self.list_partnerships(new)) - found
            found |= more
            new = set(self.list_members(more)) - reached
            reached |= new
            if not new:
                break
        return sorted(found)

    def list_between(self, left: str, right: str) -> list[str]:
        """List the partnerships on the shortest ways from one organisation to another."""
        reached, layers = [{left}], list[set[str]]()
        known, seen = {left}, set[str]()
        while right not in known:
            layers.append(set(self.list_partnerships(reached[-1])) - seen)
            seen |= layers[-1]
            reached.append(set(self.list_members(layers[-1])) - known)
            known |= reached[-1]
            if not reached[-1]:
                return []
        found, ends = set[str](), {right}
        for nearer, layer in zip(reversed(reached[:-1]), reversed(layers), strict=True):
            on_the_way = layer.intersection(self.list_partnerships(ends))
            found |= on_the_way
            ends = nearer.intersection(self.list_members(on_the_way))
        return sorted(found)

    def count(self) -> Size:
        """Count everything that is used, also what is written by hand."""
        organisations, partnerships = (
            self._ask(f"SELECT id FROM used_{section}") for section in self.forms
        )
        by_hand = {section: {id for _, id in self.forms[section]} for section in self.forms}
        ((memberships,),) = self.connection.execute("SELECT count(*) FROM links").fetchall()
        return Size(
            len(organisations) + len(by_hand["organisations"]),
            len(partnerships) + len(by_hand["partnerships"]),
            memberships,
        )

    def list_cliques(self) -> list[tuple[str, ...]]:
        """List the members of every partnership of two or more, the partnerships by id."""
        query = (
            "SELECT list(DISTINCT organisation ORDER BY organisation) FROM links "
            "GROUP BY partnership HAVING count(DISTINCT organisation) > 1 ORDER BY partnership"
        )
        return [tuple(members) for (members,) in self.connection.execute(query).fetchall()]

    def read(self, organisations: Ids, partnerships: Ids) -> Registry:
        """
        Read a part: organisations, and partnerships with all their members, as checked data.

        Raises:
            NotHeldError: Something in it breaks a rule.
        """
        ids, wanted = self._complete(organisations, partnerships)
        twins = self._ask(
            "SELECT DISTINCT t.id FROM rows_organisations t JOIN used_organisations USING (id) "
            "WHERE t.key IN (SELECT key FROM rows_organisations WHERE id IN (SELECT unnest($ids)))",
            ids=ids,
        )
        try:
            tables = self._take_tables(sorted({*ids, *twins}), wanted)
            registry = validate_document(self._fill(tables))
        except DataError as error:
            raise NotHeldError from error
        apart = set(twins) - set(ids)
        left = {id: one for id, one in registry.organisations.items() if id not in apart}
        return replace(registry, organisations=left, tallies=())

    def take_tables(self, organisations: Ids, partnerships: Ids) -> dict[str, RegisterTable]:
        """
        Take the tables of a part, by source: of each its columns, and the rows of the part.

        Where one table names the memberships and what they are of, these rows say everything.
        """
        tables = self._take_tables(*self._complete(organisations, partnerships))
        return {
            self.document.root["tables"][section]["source"]: table
            for section, table in tables.items()  # the memberships come last
        }

    def write_columns(self, folder: Path) -> None:
        """
        Write who takes part in what into a folder, as Parquet, also what is written by hand.

        `organisations` (`id`, `name`), `partnerships` (`id`, `unseen`: none is) and `memberships`
        (`organisation`, `partnership`). No record is made, but of organisations of one name.
        """
        names = {
            id: self.entries["organisations"][id]["name"] for _, id in self.forms["organisations"]
        }
        names |= {id: one.name for id, one in self.read_twins().items()}
        by_hand = {id: "" for _, id in self.forms["partnerships"]}
        known = "SELECT unnest($ids) AS id, unnest($names) AS name"
        queries = {
            "organisations": f"WITH known AS ({known}) SELECT id, name FROM known UNION ALL "
            f"SELECT id, name FROM ({self._list_names()}) WHERE id NOT IN (SELECT id FROM known)",
            "partnerships": f"WITH known AS ({known}) SELECT id, 0::BIGINT AS unseen FROM "
            "(SELECT id FROM known UNION ALL SELECT id FROM used_partnerships)",
            "memberships": "SELECT DISTINCT organisation, partnership FROM links",
        }
        given = {"organisations": names, "partnerships": by_hand}
        for name, query in queries.items():
            values = given.get(name)
            self.connection.execute(
                f"COPY ({query}) TO '{folder / name}.parquet' (FORMAT parquet)",
                {"ids": [*values], "names": [*values.values()]} if values is not None else {},
            )

    def _list_names(self) -> str:
        """Say, as SQL, the name that the row of each organisation gives."""
        if "organisations" not in self.held:
            return "SELECT '' AS id, '' AS name WHERE false"
        held = self.held["organisations"]
        column = self.document.root["tables"]["organisations"]["columns"]["name"]
        cell = f"v.c{held.table.header.index(column)}"
        return f"SELECT u.id, {cell} AS name FROM used_organisations u JOIN {held.view} v USING (n)"

    def read_twins(self) -> Mapping[str, Any]:
        """Read the organisations whose name another one may have: they are told apart."""
        ids = self._ask(
            "SELECT DISTINCT id FROM rows_organisations JOIN used_organisations USING (id) "
            "WHERE key IN (SELECT key FROM (SELECT DISTINCT id, key FROM rows_organisations "
            "JOIN used_organisations USING (id)) GROUP BY key HAVING count(*) > 1) "
            "OR key IN (SELECT unnest($keys))",
            keys=[make_key(form) for form, _ in self.forms["organisations"]] or [""],
        )
        return self.read(ids, []).organisations if ids else {}

    def _complete(self, organisations: Ids, partnerships: Ids) -> tuple[list[str], list[str]]:
        """Add what the data file itself names, and every member, also who is wished for."""
        wanted = sorted({*partnerships, *self.written})
        ids = self._ask(
            "SELECT id FROM used_organisations WHERE id IN (SELECT unnest($ids)) OR id IN "
            "(SELECT organisation FROM used_memberships "
            "WHERE partnership IN (SELECT unnest($wanted)))",
            ids=sorted({*organisations, *self.written}),
            wanted=wanted,
        )
        return sorted(ids), wanted

    def _take_tables(self, ids: list[str], wanted: list[str]) -> dict[str, RegisterTable]:
        taken = {
            "organisations": self._take_entries("organisations", ids),
            "partnerships": self._take_entries("partnerships", wanted),
            "memberships": self._take(
                "memberships",
                "SELECT n FROM used_memberships WHERE partnership IN (SELECT unnest($ids))",
                ids=wanted,
            ),
        }
        return {
            section: self.held[section].table._replace(rows=rows)
            for section, rows in taken.items()
            if section in self.held
        }

    def _fill(self, tables: Mapping[str, RegisterTable]) -> Document:
        registers = dict(self.document.registers)
        for section, table in tables.items():
            source = self.document.root["tables"][section]["source"]
            before = registers[source].rows
            registers[source] = table._replace(rows=[*before, *table.rows])
        return self.document._replace(tables=tables, registers=registers)

    def _take_entries(self, section: str, ids: list[str]) -> list[Row]:
        """Take the row that each entry is made of, and every other that adds to it."""
        if section not in self.held:
            return []
        view = self.held[section].view
        return self._take(
            section,
            f"SELECT n FROM used_{section} WHERE id IN (SELECT unnest($ids)) UNION "
            f"SELECT min(n) FROM rows_{section} r JOIN {view} v USING (n) "
            f"WHERE r.id IN (SELECT unnest($ids)) GROUP BY {self._list_telling(section)}",
            ids=ids,
        )

    def _list_telling(self, section: str) -> str:
        """List, as SQL, the cells by which a row may add to what an earlier one says."""
        columns = self.document.root["tables"][section]["columns"]
        header = self.held[section].table.header
        fields = ("name",) if section == "organisations" else ("theme", "region")
        places = [header.index(columns[field]) for field in fields if field in columns]
        return ", ".join(["r.id", *(f"v.c{place}" for place in places)])

    def _take(self, section: str, numbers: str, **values: object) -> list[Row]:
        if section not in self.held:
            return []
        held = self.held[section]
        query = (
            f"SELECT file, line, {held.cells} FROM {held.view} WHERE n IN ({numbers}) ORDER BY n"
        )
        found = self.connection.execute(query, values).fetchall()
        return [Row(file, line, tuple(cells)) for file, line, *cells in found]

    def _ask(self, query: str, **values: object) -> list[str]:
        return [value for (value,) in self.connection.execute(query, values).fetchall()]


@contextmanager
def open_register(path: str, *, memory: str = "") -> Iterator[Register]:
    """
    Open the tables of a data file.

    Args:
        path: The data file.
        memory: The most that DuckDB may take, such as `1GB`; half of the machine unless given.

    Raises:
        NotHeldError: They cannot be used as they are.
        SourceError: The data file cannot be read.
        ValueError: `memory` is no amount of memory.
        ExportError: There is no memory left, or no disk.
    """
    limit = check_memory(memory)
    with say_no_room(), tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        connection = duckdb.connect(config={"temp_directory": f"{folder}/spilled"})
        try:
            connection.execute(f"SET memory_limit = '{limit}'")
            yield _open(connection, path)
        finally:
            connection.close()


def _open(connection: Any, path: str) -> Register:
    held: dict[str, Held] = {}

    def take(
        folder: Path, root: Any, seen: Any
    ) -> tuple[dict[str, RegisterTable], dict[str, RegisterTable], list[Problem]]:
        registers: dict[str, RegisterTable] = {}
        views: dict[tuple[str, str], Held] = {}
        for one in list_named(root):
            key = (one.file, one.separator)
            if not one.section:
                registers[one.source] = read_table(folder, one, seen)
                continue
            if key not in views:
                views[key] = hold_table(connection, f"table_{len(views)}", folder, one)
            held[one.section] = views[key]
            registers[one.source] = views[key].table
        return {section: one.table for section, one in held.items()}, registers, []

    try:
        document = load_document(path, take=take)._replace(unread=True)
        clean, problems = check_shape(document)
        if not held or problems or document.problems or _cites_rows(clean, held):
            raise NotHeldError
        regions = sift_rows(connection, held, clean, document)
    except (TableError, DataError, duckdb.Error, OSError) as error:
        raise NotHeldError from error
    entries = {section: clean.get(section) or {} for section in ("organisations", "partnerships")}
    written = {id for section in entries.values() for id in section}
    members = {m["org"] for one in entries["partnerships"].values() for m in one["members"]}
    root = _add_regions(document.root, regions)
    whole = document._replace(root=root, unread=False)
    forms = {section: tuple(_list_forms(known)) for section, known in entries.items()}
    return Register(connection, whole, clean, held, frozenset(written | members), forms)


def _list_forms(entries: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for id, entry in entries.items():
        yield id, id
        yield entry["name"], id
        for alias in entry.get("aliases", ()):
            yield alias["text"], id


def _cites_rows(clean: Mapping[str, Any], held: Mapping[str, Held]) -> bool:
    """Tell whether an entry of the data file cites a row of a table that is held."""
    sources = {clean["tables"][section]["source"] for section in held}

    def cites(value: Any) -> bool:
        if isinstance(value, dict):
            if "row" in value and value.get("source") in sources:
                return True
            return any(map(cites, value.values()))
        return isinstance(value, list) and any(map(cites, value))

    return cites({key: value for key, value in clean.items() if key != "tables"})


def _add_regions(root: Map, regions: Mapping[str, str]) -> Map:
    """Put the regions that rows bring into a copy of what the data file says."""
    vocab = _copy(root.get("vocab"))
    known = _copy(vocab.get("regions"))
    for id, label in sorted(regions.items()):
        if id not in known:
            known[id] = Map(1)
            known[id]["nl"] = label
    vocab["regions"] = known
    copied = _copy(root)
    copied["vocab"] = vocab
    return copied


def _copy(place: Map | None) -> Map:
    copied = Map(place.line if place else 1)
    copied.update(place or {})
    copied.lines = dict(place.lines) if place else {}
    return copied
