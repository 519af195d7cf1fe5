"""
Which rows of the tables are used, by the rules of `schema.registers` on each distinct cell.

A rule on a cell is asked once for each text that stands in its column. What holds between rows (an
id that comes twice, a membership of nobody) is asked of all rows at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from graph.model.names import simplify
from graph.model.roles import WISHED
from graph.read.document import Document
from graph.registers.held import Held
from graph.schema.cells import CellError, read_id
from graph.schema.registers import Check, Reader, open_readers

_ASCII_ID = "[A-Za-z0-9_:-]+"
_DROPPED = r"\b(de|het|stichting)\b"
_NOUNS = {"organisations": "organisation", "partnerships": "partnership"}


def sift_rows(
    connection: Any, held: Mapping[str, Held], clean: Mapping[str, Any], document: Document
) -> Mapping[str, str]:
    """
    Find the rows that are used, and put them into tables of DuckDB.

    `used_organisations` and `used_partnerships`: `id`, and `n` of the row that it is made of.
    `used_memberships`: `organisation`, `partnership`, `n`. `rows_organisations` and
    `rows_partnerships`: `id`, `n` of every row that speaks of it, and `key`: the letters of its
    name. `links`: `organisation`, `partnership`, also what is written by hand.

    Args:
        connection: The DuckDB that holds the tables.
        held: The tables, by section.
        clean: The entries of the data file, from `check_shape`.
        document: With tables that have no rows.

    Returns:
        The regions that rows bring, each with its label.

    Raises:
        DataError: A table has not the columns that the data file names.
    """
    sifting = _Sifting(connection, held, open_readers(clean, document), clean)
    afresh = open_readers(clean, document)  # which know no word of a row that is rejected
    regions: dict[str, str] = {}
    for section in _NOUNS:
        sifting.sift_entries(section)
        if section in afresh:
            regions = {**sifting.find_regions(section, afresh[section]), **regions}
    sifting.sift_memberships()
    sifting.link()
    return regions


def make_key(name: str) -> str:
    """
    Reduce a name further than `simplify`: names that that makes the same have the same key.

    >>> make_key("Stichting De Tussen-voorziening"), make_key("De Stichting")
    ('tussenvoorziening', '')
    """
    words = simplify(name).split()
    return "".join(word for word in words if word not in ("de", "het", "stichting"))


def key_of(column: str) -> str:
    """Say, as SQL, what `make_key` makes of ASCII."""
    spaced = f"replace(lower({column}), '_', ' ')"
    return f"regexp_replace(regexp_replace({spaced}, '{_DROPPED}', '', 'g'), '[^a-z0-9]', '', 'g')"


class _Sifting:
    def __init__(
        self,
        connection: Any,
        held: Mapping[str, Held],
        readers: Mapping[str, Reader],
        clean: Mapping[str, Any],
    ) -> None:
        self.run = connection.execute
        self.insert = connection.executemany
        self.held, self.readers = held, readers
        self.written = {
            section: list(clean.get(section) or ())
            for section in ("organisations", "partnerships", "groups")
        }
        self.members = [
            (member["org"], id, member.get("role"))
            for id, entry in (clean.get("partnerships") or {}).items()
            for member in entry.get("members", ())
        ]
        self.tables = 0

    def sift_entries(self, section: str) -> None:
        """Find the first row of each id that breaks no rule."""
        self.run(f"CREATE TABLE rows_{section} (id VARCHAR, n BIGINT, key VARCHAR)")
        self.run(f"CREATE TABLE used_{section} (id VARCHAR, n BIGINT)")
        if section not in self.held:
            return
        reader, view = self.readers[section], self.held[section].view
        name = f"c{reader.columns['name'].place}"
        made = "id" not in reader.columns
        cell = name if made else f"c{reader.columns['id'].place}"
        ids = self._read_ids(view, cell, reader.prefix, made=made)
        keys = self._make_keys(view, name)
        self.run(
            f"INSERT INTO rows_{section} SELECT ids.id, v.n, keys.key FROM {view} v "
            f"JOIN {ids} ids ON v.{cell} = ids.cell JOIN {keys} keys ON v.{name} = keys.cell "
            f"WHERE v.{name} <> ''"
        )
        taken = [id for known in self.written.values() for id in known]
        if section == "partnerships":
            taken_too = "AND r.id NOT IN (SELECT id FROM used_organisations)"
        else:
            taken_too = ""
        self.run(
            f"INSERT INTO used_{section} SELECT r.id, min(r.n) FROM rows_{section} r "
            f"JOIN {view} v USING (n) WHERE {self._hold_checks(section, view)} {taken_too} "
            f"AND r.id NOT IN (SELECT unnest($taken)) GROUP BY r.id",
            {"taken": taken or [""]},
        )

    def find_regions(self, section: str, reader: Reader) -> Mapping[str, str]:
        """Find the regions that the rows of entries bring, each as the first of them writes it."""
        if "region" not in reader.columns:
            return {}
        fields = [one for one in ("theme", "region") if one in reader.columns]
        cells = "".join(f"v.c{reader.columns[one].place}, " for one in fields)
        adds = reader.may_repeat and section == "partnerships"
        rows = f"rows_{section} JOIN (SELECT id FROM used_{section}) USING (id)"
        query = (
            f"SELECT {cells} min(n) FROM {rows if adds else f'used_{section}'} "
            f"JOIN {self.held[section].view} v USING (n) GROUP BY ALL ORDER BY min(n)"
        )
        read = reader.read_words if section == "partnerships" else reader.read_word
        for *texts, _ in self._ask(query):
            with suppress(CellError):
                for field, text in zip(fields, texts, strict=True):
                    read(field, text)
        return reader.words["region"].added

    def sift_memberships(self) -> None:
        """Find the first row of each membership that breaks no rule."""
        self.run(
            "CREATE TABLE used_memberships (organisation VARCHAR, partnership VARCHAR, n BIGINT)"
        )
        if "memberships" not in self.held:
            return
        reader, view = self.readers["memberships"], self.held["memberships"].view
        places = {noun: f"c{reader.columns[noun].place}" for noun in _NOUNS.values()}
        referred = {
            noun: self._refer(view, places[noun], section) for section, noun in _NOUNS.items()
        }
        written = self._fill([(organisation, id) for organisation, id, _ in self.members])
        self.run(
            "INSERT INTO used_memberships SELECT o.id, p.id, min(v.n) "
            f"FROM {view} v JOIN {referred['organisation']} o ON v.{places['organisation']} "
            f"= o.cell JOIN {referred['partnership']} p ON v.{places['partnership']} = p.cell "
            f"WHERE {self._hold_checks('memberships', view)} GROUP BY o.id, p.id"
        )
        self.run(
            f"DELETE FROM used_memberships WHERE (organisation, partnership) IN (FROM {written})"
        )

    def link(self) -> None:
        """List who takes part in what, by a row or by hand."""
        known = {*self.written["organisations"]}
        written = self._fill([(one, id) for one, id, role in self.members if role != WISHED])
        self.run(
            f"CREATE TABLE links AS SELECT organisation, partnership "
            f"FROM ({self._list_taking_part()}) UNION ALL SELECT DISTINCT a, b FROM {written} "
            "WHERE a IN (SELECT unnest($known)) "
            "OR a IN (SELECT id FROM used_organisations)",
            {"known": sorted(known) or [""]},
        )

    def _list_taking_part(self) -> str:
        """Leave out, as SQL, the rows of who is only wished for."""
        if "memberships" not in self.held:
            return "FROM used_memberships"
        reader = self.readers["memberships"]
        column = reader.columns.get("role")
        if column is None:
            return f"FROM used_memberships WHERE {reader.read_role('') != WISHED}"
        view, cell = self.held["memberships"].view, f"c{column.place}"
        texts = self._ask(f"SELECT DISTINCT {cell} FROM {view} JOIN used_memberships USING (n)")
        wished = self._fill([(text, "") for (text,) in texts if reader.read_role(text) == WISHED])
        return (
            f"SELECT u.* FROM used_memberships u JOIN {view} v USING (n) "
            f"WHERE v.{cell} NOT IN (SELECT a FROM {wished})"
        )

    def _read_ids(self, view: str, cell: str, prefix: str, *, made: bool) -> str:
        """Give the id that each cell of a column makes, where it makes one."""
        odd = "true" if made else f"NOT regexp_full_match({cell}, '{_ASCII_ID}')"
        pairs = []
        for (text,) in self._ask(f"SELECT DISTINCT {cell} FROM {view} WHERE {odd}"):
            try:
                pairs.append((text, read_id(text, "", prefix, made=made)))
            except CellError:
                continue
        table = self._fill(pairs, "cell", "id")
        if not made:
            self.run(
                f"INSERT INTO {table} SELECT DISTINCT {cell}, $prefix || {cell} FROM {view} "
                f"WHERE NOT ({odd})",
                {"prefix": prefix},
            )
        return table

    def _make_keys(self, view: str, name: str) -> str:
        """Give the key of each name; those of ASCII are made at once, as `make_key` does."""
        odd = f"strlen({name}) <> length({name})"
        texts = self._ask(f"SELECT DISTINCT {name} FROM {view} WHERE {odd}")
        table = self._fill([(text, make_key(text)) for (text,) in texts], "cell", "key")
        self.run(
            f"INSERT INTO {table} SELECT DISTINCT {name}, {key_of(name)} FROM {view} "
            f"WHERE NOT ({odd})"
        )
        return table

    def _refer(self, view: str, cell: str, section: str) -> str:
        """Give the id that each cell of a column refers to, where it is known."""
        reader = self.readers.get(section)
        made = reader is not None and "id" not in reader.columns
        ids = self._read_ids(view, cell, reader.prefix if reader else "", made=made)
        known = self._fill([(id, "") for id in self.written[section]])
        self.run(f"INSERT INTO {known} SELECT id, '' FROM used_{section}")
        table = self._name()
        self.run(
            f"CREATE TABLE {table} AS SELECT cell, CASE WHEN id IN (SELECT a FROM {known}) "
            f"THEN id ELSE cell END AS id FROM {ids} "
            f"WHERE id IN (SELECT a FROM {known}) OR cell IN (SELECT a FROM {known})"
        )
        return table

    def _hold_checks(self, section: str, view: str) -> str:
        """Say as SQL that no cell breaks a rule of its own."""
        wheres = ["true"]
        for check in self.readers[section].list_checks():
            cells = [f"v.c{place}" for place in check.places]
            bad = list(self._find_bad(view, check))
            if bad and not check.places:
                wheres.append("false")
            elif bad:
                table = self._fill(bad, *(f"b{place}" for place in check.places))
                wheres.append(f"({', '.join(cells)}) NOT IN (FROM {table})")
        return " AND ".join(wheres)

    def _find_bad(self, view: str, check: Check) -> Iterator[tuple[str, ...]]:
        columns = "".join(f"c{place}, " for place in check.places)
        query = f"SELECT {columns} min(n) FROM {view} GROUP BY ALL ORDER BY min(n)"
        for *cells, _ in self._ask(query):
            try:
                check.read(*cells)
            except CellError:
                yield tuple(cells)

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self.run(query).fetchall()
        return found

    def _name(self) -> str:
        self.tables += 1
        return f"made_{self.tables}"

    def _fill(self, rows: Iterable[tuple[str, ...]], *columns: str) -> str:
        """Make a table of text; its columns are `a` and `b` unless named."""
        table, columns = self._name(), columns or ("a", "b")
        self.run(f"CREATE TABLE {table} ({', '.join(f'{one} VARCHAR' for one in columns)})")
        lists = [list(values) for values in zip(*rows, strict=True)]
        if lists:
            named = {f"v{place}": values for place, values in enumerate(lists)}
            unnested = ", ".join(f"unnest(${name})" for name in named)
            self.run(f"INSERT INTO {table} SELECT {unnested}", named)
        return table
