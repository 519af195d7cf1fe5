"""Entries on their way into the data file: as text to edit, and as bytes with all others kept."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, NamedTuple

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.append import append_items
from graph.read.document import Map
from graph.read.insert import insert_record
from graph.read.plain import write_fields
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml

SECTIONS = ("organisations", "not_organisations", "groups", "partnerships")
"""The sections that an accepted proposal can write into, in the order in which it does."""


class Entry(NamedTuple):
    """One entry of the data file; of an organisation that is known its further `aliases`."""

    section: str
    id: str
    fields: Mapping[str, Any]


def put_in(
    content: bytes, name: str, entries: Iterable[Entry], known: Mapping[str, Container[str]]
) -> bytes:
    """
    Put entries into a data file, and keep every other byte.

    Args:
        content: The data file.
        name: How it is named in messages.
        entries: The new ones; of a known organisation more aliases.
        known: The ids that each section has.

    Raises:
        SourceError: An id is taken, or the file leaves no place for an entry.
    """
    for section, id, fields in entries:
        if id not in known[section]:
            content = insert_record(content, name, section, id, fields)
        elif section == "organisations" and fields.keys() == {"aliases"}:
            content = append_items(content, name, (section, id, "aliases"), fields["aliases"])
        else:
            raise SourceError(Message("desk.taken", id=repr(id), section=repr(section)))
    return content


def write_entries(entries: Iterable[Entry]) -> str:
    """Write entries under their sections, as they stand in a data file."""
    gathered: dict[str, dict[str, Mapping[str, Any]]] = {}
    for section, id, fields in entries:
        gathered.setdefault(section, {})[id] = fields
    return "".join(f"{line}\n" for line in write_fields(gathered))


def read_entries(text: str, name: str) -> tuple[Entry, ...]:
    """
    Read entries that somebody edited, in the form of `write_entries`.

    Args:
        text: YAML.
        name: How it is named in messages.

    Raises:
        SourceError: It is no YAML, or no section holds an entry.
    """
    root, problems = parse_yaml(decode_text(text.encode(), name), name)
    entries = [
        Entry(section, id, fields)
        for section, found in (root.items() if isinstance(root, Map) else ())
        for id, fields in (found.items() if isinstance(found, Map) else ())
        if section in SECTIONS and isinstance(fields, Map)
    ]
    if problems:
        raise SourceError(problems[0].said)
    if not entries:
        raise SourceError(Message("desk.no_entries", sections=", ".join(SECTIONS)))
    return tuple(sorted(entries, key=lambda one: SECTIONS.index(one.section)))
