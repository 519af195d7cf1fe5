"""
Registry <-> the bytes that keep it: a SQLite database behind its own SHA-256.

Rows hold the checked entries of the file as JSON, and become records in the way that the entries
of a file do; nothing in a row can run. The database is opened in memory, from bytes whose hash was
compared: so a damaged file is found before it is asked anything, and one that is replaced or
deleted meanwhile changes no answer.
"""

import hashlib
import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any, TypeVar

from graph.model.content import Content
from graph.model.kept import Kept, KeptPartnerships
from graph.model.names import simplify
from graph.model.records import Evidence, Organisation, Partnership, Registry, Source
from graph.schema.build import assemble_registry, build_entry, sort_registry
from graph.schema.fields import ORGANISATION, PARTNERSHIP, SOURCE, Record

if not hasattr(sqlite3.Connection, "deserialize"):
    raise ImportError("this SQLite opens no database in memory from bytes")

T = TypeVar("T")

_MAGIC = b"collabgraph registry\n"
_HASH = hashlib.sha256().digest_size
_SECTIONS: Mapping[str, Record] = {
    "sources": SOURCE,
    "organisations": ORGANISATION,
    "partnerships": PARTNERSHIP,
}
_LAYOUT = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, entry TEXT NOT NULL);
CREATE TABLE organisations (id TEXT PRIMARY KEY, entry TEXT NOT NULL);
CREATE TABLE partnerships (id TEXT PRIMARY KEY, entry TEXT NOT NULL);
CREATE TABLE members (organisation TEXT, partnership TEXT,
    PRIMARY KEY (organisation, partnership)) WITHOUT ROWID;
CREATE TABLE links (source TEXT, line INTEGER, quote TEXT, before TEXT, after TEXT, link TEXT);
CREATE INDEX links_of_source ON links (source);
CREATE TABLE names (section TEXT, form TEXT, id TEXT,
    PRIMARY KEY (section, form, id)) WITHOUT ROWID;
"""


def pack(
    clean: Mapping[str, Any], registry: Registry, *, digests: Iterable[str], digests_hash: str
) -> bytes:
    """
    Turn a registry into bytes.

    Args:
        clean: The checked entries of the file.
        registry: What was built from them.
        digests: The digests that were read, by the names that the file gives them.
        digests_hash: Of those, from `hash_digests`.

    Raises:
        ValueError: It cannot be kept.
    """
    rest = {key: value for key, value in clean.items() if key not in _SECTIONS}
    facts = {
        "content_hash": registry.content_hash,
        "digests": list(digests),
        "digests_hash": digests_hash,
        "quoted": [id for id, source in registry.sources.items() if not source.is_summary],
        "rest": rest,
    }
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.executescript(_LAYOUT)
            _fill(database, "facts", ((name, _write(value)) for name, value in facts.items()))
            for section in _SECTIONS:
                rows = ((id, _write(entry)) for id, entry in sorted(clean[section].items()))
                _fill(database, section, rows)
                records = getattr(registry, section)
                _fill(database, "names", sorted({(section, *row) for row in _list_forms(records)}))
            _fill(database, "members", sorted(_list_members(registry)))
            _fill(database, "links", _list_links(registry))
            database.commit()
            content = database.serialize()
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error
    return _MAGIC + hashlib.sha256(content).digest() + content


class _Database(sqlite3.Connection):
    """Closes when the last registry that reads from it is gone."""

    def __del__(self) -> None:
        self.close()


class Unpacked:
    """The bytes of `pack`, opened: what they were made from, and the registry."""

    def __init__(self, content: bytes) -> None:
        """
        Open the bytes.

        Raises:
            ValueError: They are not what `pack` returned, or no longer.
        """
        start = len(_MAGIC) + _HASH
        body = memoryview(content)[start:]
        if content[:start] != _MAGIC + hashlib.sha256(body).digest():
            raise ValueError("damaged")
        self._database = sqlite3.connect(":memory:", check_same_thread=False, factory=_Database)
        try:
            self._database.deserialize(body)
            rows = self._database.execute("SELECT name, value FROM facts").fetchall()
        except sqlite3.Error as error:
            raise ValueError(str(error)) from error
        facts = {name: json.loads(value) for name, value in rows}
        self.digests: list[str] = facts["digests"]
        self.digests_hash: str = facts["digests_hash"]
        self._rest, self._content_hash = facts["rest"], facts["content_hash"]
        self._quoted = frozenset(facts["quoted"])

    def registry(self) -> Registry:
        """Build the registry; its sources, organisations and partnerships when asked for."""
        registry, _ = assemble_registry(self._rest)
        return replace(
            sort_registry(registry),
            sources=_Sources(self._database, self._quoted),
            organisations=_Records[Organisation](self._database, "organisations"),
            partnerships=_Partnerships(self._database, "partnerships"),
            content=Content(lambda: self._content_hash),
        )


class _Records(Kept[T]):
    """The records of one section of the file."""

    def __init__(self, database: sqlite3.Connection, section: str) -> None:
        self._database = database
        self._shape = _SECTIONS[section]
        self._section = section
        self._made: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._made:
            found = self._ask("SELECT entry FROM {} WHERE id = ?", id)
            if not found:
                raise KeyError(id)
            self._made[id] = build_entry(self._shape, id, json.loads(found[0]))
        return self._made[id]

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and bool(self._ask("SELECT id FROM {} WHERE id = ?", id))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ask("SELECT id FROM {} ORDER BY id"))

    def __len__(self) -> int:
        count: int = self._ask("SELECT count(*) FROM {}")[0]
        return count

    def named(self, form: str) -> Iterable[T]:
        query = "SELECT id FROM names WHERE section = ? AND form = ? ORDER BY id"
        return [self[id] for id in self._ask(query, self._section, form)]

    def _ask(self, query: str, *values: str) -> list[Any]:
        """Ask for one column; `{}` stands for the table of this section."""
        try:
            rows = self._database.execute(query.format(self._section), values)
        except UnicodeEncodeError:  # half a character, which no file holds
            return []
        return [value for (value,) in rows]


class _Sources(_Records[Source]):
    """The documents; some are their own digest, and have links, which no field of the file says."""

    def __init__(self, database: sqlite3.Connection, quoted: Container[str]) -> None:
        super().__init__(database, "sources")
        self._quoted = quoted
        self._linked: dict[str, Source] = {}

    def __getitem__(self, id: str) -> Source:
        source = super().__getitem__(id)
        if id not in self._quoted:
            return source
        if id not in self._linked:
            query = "SELECT line, quote, before, after, link FROM links WHERE source = ?"
            self._linked[id] = replace(
                source,
                is_summary=False,
                links={
                    Evidence(source=id, line=line, quote=quote, before=before, after=after): link
                    for line, quote, before, after, link in self._database.execute(query, (id,))
                },
            )
        return self._linked[id]


class _Partnerships(_Records[Partnership], KeptPartnerships):
    """The partnerships, with the index of who takes part in them."""

    def of_member(self, organisation: str) -> tuple[str, ...]:
        query = "SELECT partnership FROM members WHERE organisation = ? ORDER BY partnership"
        return tuple(self._ask(query, organisation))


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = database.execute(f"SELECT * FROM {table}").description
    places = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _write(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _list_forms(records: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for id, record in records.items():
        for name in record.names:
            yield simplify(name), id


def _list_links(registry: Registry) -> Iterator[tuple[Any, ...]]:
    for id, source in registry.sources.items():
        for passage, link in source.links.items():
            yield id, passage.line, passage.quote, passage.before, passage.after, link


def _list_members(registry: Registry) -> Iterator[tuple[str, str]]:
    for id, partnership in registry.partnerships.items():
        for membership in partnership.memberships:
            yield membership.organisation, id
