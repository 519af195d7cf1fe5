"""
Tables -> a vault of Obsidian: a note of each organisation, partnership and document, linked.

A note has what the tables say as properties, so that Bases and Dataview can ask for it, and below
that what links it to others, with the passages as block quotes.
"""

from collections.abc import Iterable, Iterator, Mapping

from graph.model.records import Registry
from graph.network.incidence import Incidence, as_incidence
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.answers.wording import say_lines
from graph.write.file_names import name_files
from graph.write.graphs.dataset import flatten_dataset
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Value, Values
from graph.write.graphs.headings import say_heading
from graph.write.graphs.notes import escape_note, quote_passage, write_link, write_properties

_NAMES = {"organisations": "name", "partnerships": "name", "sources": "title"}
"""Name of each table that has notes -> the attribute that names them."""

_SAID = {"name", "title", "note", "evidence", "aliases"}
"""Attributes that stand in the text of a note, or are put together here."""

_ALIASES = Attribute("aliases", "list", "other forms of the name, as Obsidian looks for them")

_TO_RECORDS = ("part_of", "succeeded_by", "part_of_partnership", "follows", "body", "perspective")
"""Attributes that hold ids of organisations or partnerships."""


def write_obsidian(data: Registry | Incidence) -> Exported:
    """
    Write everything as notes in folders, in the language of the data.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        The notes by their names in the vault, such as `Organisaties/Elaa.md`.
    """
    notes = _Vault(as_incidence(data)).walk()
    return Exported(files={path: f"{text}\n".encode() for path, text in notes})


class _Vault:
    """Writes the notes: knows where each is, and what the tables say of whom."""

    def __init__(self, incidence: Incidence) -> None:
        self._registry = incidence.registry
        self._language = incidence.registry.language
        self._speaker = Speaker(self._language)
        self._columns: dict[str, tuple[Attribute, ...]] = {}
        self._rows: dict[str, list[Values]] = {}
        for table in flatten_dataset(incidence):
            self._columns[table.name], self._rows[table.name] = table.attributes, list(table.rows)
        self._paths = {section: self._place(section) for section in _NAMES}
        self._links = {
            section: {
                str(row["id"]): write_link(self._paths[section][str(row["id"])], str(row[name]))
                for row in self._rows[section]
            }
            for section, name in _NAMES.items()
        }
        self._records = self._links["organisations"] | self._links["partnerships"]
        self._linked = dict.fromkeys(_TO_RECORDS, self._records) | {
            "sources": self._links["sources"]
        }
        self._memberships = _index(self._rows["memberships"], "organisation", "partnership")
        self._ties = _index(self._rows["ties"], "left", "right")
        self._relations = _index(self._rows["relations"], "from", "to")
        own = [row for row in self._rows["evidence"] if row["own"]]
        self._of_organisation = _index(self._rows["evidence"], "organisation")
        self._of_partnership = _index(own, "partnership")
        self._of_source = _index(self._rows["evidence"], "source")

    def walk(self) -> Iterator[tuple[str, str]]:
        tell = {
            "organisations": self._tell_organisation,
            "partnerships": self._tell_partnership,
            "sources": self._tell_source,
        }
        for section in _NAMES:
            for row in self._rows[section]:
                id = str(row["id"])
                path = self._paths[section][id]
                lines = [*self._open(section, row, path), *tell[section](id)]
                yield f"{path}.md", "\n".join(lines).rstrip()
        yield f"{self._title('about')}.md", "\n".join(self._tell_whole())

    def _title(self, section: str) -> str:
        return str(find_words(f"exports.sheets.{section}", self._language))

    def _place(self, section: str) -> dict[str, str]:
        names = {str(row["id"]): str(row[_NAMES[section]]) for row in self._rows[section]}
        folder = self._title(section)
        return {id: f"{folder}/{file}" for id, file in name_files(names).items()}

    def _open(self, section: str, row: Values, path: str) -> Iterator[str]:
        name = str(row[_NAMES[section]])
        columns = [one for one in self._columns[section] if one.name not in _SAID]
        aliases = [*_list_items(row.get("aliases", ()))]
        if path.rpartition("/")[2] != name:  # it is found under its name all the same
            aliases.append(name)
        values = {**row, "aliases": tuple(aliases)} if aliases else row
        yield from write_properties([*columns, _ALIASES], values, self._linked)
        yield from (f"# {escape_note(name)}", "")
        for line in str(row.get("note", "")).splitlines():
            yield from (escape_note(line), "")

    def _tell_organisation(self, id: str) -> Iterator[str]:
        found = self._memberships.get(id, [])
        yield from self._list(
            "memberships", (self._say_member(row, "partnership") for row in found)
        )
        yield from self._list("ties", (self._say_tie(row, id) for row in self._ties.get(id, [])))
        yield from self._list("relations", map(self._say_relation, self._relations.get(id, [])))
        yield from self._quote(self._of_organisation.get(id, []))

    def _tell_partnership(self, id: str) -> Iterator[str]:
        found = self._memberships.get(id, [])
        yield from self._list(
            "memberships", (self._say_member(row, "organisation") for row in found)
        )
        yield from self._list("relations", map(self._say_relation, self._relations.get(id, [])))
        yield from self._quote(self._of_partnership.get(id, []))

    def _tell_source(self, id: str) -> Iterator[str]:
        cited = self._of_source.get(id, [])
        for section, end in (("partnerships", "partnership"), ("organisations", "organisation")):
            ids = sorted({str(row[end]) for row in cited if end in row})
            yield from self._list(section, (self._links[section][one] for one in ids))
        own = (row for row in cited if row["own"])
        yield from self._quote(sorted(own, key=lambda row: (row["line"], row["quote"])))

    def _tell_whole(self) -> Iterator[str]:
        yield from (f"# {escape_note(self._registry.title)}", "")
        for row in self._rows["about"]:
            named = Attribute(str(row["fact"]), "text", "")
            fact = escape_note(say_heading("about", named, self._language))
            yield from (f"- {fact}: {escape_note(one)}" for one in _list_items(row["value"]))

    def _say_member(self, row: Values, end: str) -> str:
        who = self._links[f"{end}s"][str(row[end])]
        return f"{who}: {escape_note(str(row['role_label']))}, {self._doubt(row)}"

    def _say_tie(self, row: Values, id: str) -> str:
        other = str(row["right"] if row["left"] == id else row["left"])
        shared = [self._links["partnerships"][one] for one in _list_items(row["partnerships"])]
        return f"{self._links['organisations'][other]}: {self._speaker.join(shared)}"

    def _say_relation(self, row: Values) -> str:
        origin, target = (self._name_end(str(row[end])) for end in ("from", "to"))
        return f"{origin} {escape_note(str(row['kind_label']))} {target}, {self._doubt(row)}"

    def _doubt(self, row: Values) -> str:
        return self._speaker.say(f"common.certainty_{row['certainty']}")

    def _name_end(self, id: str) -> str:
        if id in self._records:
            return self._records[id]
        return escape_note(self._registry.groups[id].label)

    def _list(self, section: str, items: Iterable[str]) -> Iterator[str]:
        lines = [f"- {item}" for item in items]
        if lines:
            yield from (f"## {self._title(section)}", "", *lines, "")

    def _quote(self, rows: Iterable[Values]) -> Iterator[str]:
        quoted = {(row["source"], row["line"], row["quote"]): row for row in rows}
        if quoted:
            yield from (f"## {self._title('evidence')}", "")
        for row in quoted.values():
            yield from (*quote_passage(row, self._say_place(row)), "")

    def _say_place(self, row: Values) -> str:
        source = self._registry.sources[str(row["source"])]
        lines = say_lines(self._speaker, source, [(int(str(row["line"])),)])
        return f"{self._links['sources'][source.id]}, {lines}"


def _list_items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _index(rows: Iterable[Values], *keys: str) -> Mapping[str, list[Values]]:
    found: dict[str, list[Values]] = {}
    for row in rows:
        for key in keys:
            if key in row:
                found.setdefault(str(row[key]), []).append(row)
    return found
