"""A large register -> all its records, without what its rows alone say: for counts and lists."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any

from graph.model.content import Content
from graph.model.records import Alias, Evidence, Membership, Organisation, Partnership, Registry
from graph.model.roles import WISHED
from graph.registers.register import Register
from graph.schema.cells import CellError
from graph.schema.fields import MEMBER, ORGANISATION, PARTNERSHIP, Record
from graph.schema.records import build_record, list_keys
from graph.schema.registers import DATES, Cell, Reader, open_readers

_BATCH = 50_000  # rows
_NEEDED = {"name": "", "org": "", "members": []}  # what no cell gives, and a record does not lack

Row = tuple[Any, ...]
Members = Mapping[str, Sequence[Membership]]


def read_lean(register: Register) -> Registry:
    """
    Read a register whole, without what its rows alone say.

    What the data file itself says has everything. Of what tables say, organisations have no
    identifiers, and nothing has attributes. A row is cited by its place, without its cells, so that
    the hash of what the data say is empty. All else is as `validate_document` gives it, and so is
    whatever is counted of it.

    Raises:
        NotHeldError: Something that the data file says breaks a rule.
    """
    readers = open_readers(register.entries, register.document)
    return _read(register, readers, _read_members(register, readers.get("memberships")))


def read_named(register: Register) -> Registry:
    """
    Read who and what a name may mean: as `read_lean`, and nobody takes part in anything.

    What the data file itself says is whole here too.

    Raises:
        NotHeldError: Something that the data file says breaks a rule.
    """
    return _read(register, open_readers(register.entries, register.document), {})


def _read(register: Register, readers: Mapping[str, Reader], members: Members) -> Registry:
    by_hand = register.read([], [])
    organisations: dict[str, Organisation] = {}
    partnerships: dict[str, Partnership] = {}
    if reader := readers.get("organisations"):
        organisations = {one.id: one for one in _read_organisations(register, reader)}
    if reader := readers.get("partnerships"):
        partnerships = {one.id: one for one in _read_partnerships(register, reader, members)}
    return replace(
        by_hand,
        organisations=dict(sorted((organisations | dict(by_hand.organisations)).items())),
        partnerships=dict(sorted((partnerships | dict(by_hand.partnerships)).items())),
        content=Content(str),
    )


def _read_organisations(register: Register, reader: Reader) -> Iterator[Organisation]:
    twins: Mapping[str, Organisation] = register.read_twins()
    fields = ("type", "region")
    forms = _read_forms(register, reader)
    read = _remember(ORGANISATION, reader.read_organisation, fields)
    for id, name, *cells in _list_rows(register, reader, "u.id", ("name", *fields)):
        others = [Alias(text=form) for form in forms.get(id, ()) if form != name]
        one = Organisation(id=id, name=name, aliases=tuple(others), **read(*cells))
        if id in twins:
            one = replace(one, name=twins[id].name, aliases=twins[id].aliases)
        yield one


def _read_forms(register: Register, reader: Reader) -> Mapping[str, Sequence[str]]:
    """Read the ways in which rows write the name of each organisation, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    if reader.may_repeat:
        for id, name in sorted(_list_rows(register, reader, "u.id", ("name",), adding=True)):
            found[id].append(name)
    return found


def _read_members(register: Register, reader: Reader | None) -> Mapping[str, Sequence[Membership]]:
    """Read the memberships of each partnership, by organisation, with who is wished for."""
    found: dict[str, list[Membership]] = defaultdict(list)
    if reader is None:
        return found
    source, fields = reader.spec["source"], ("role", "certainty")
    read = _remember(MEMBER, reader.read_membership, fields)
    named = "u.partnership, u.organisation, v.line"
    for partnership, organisation, line, *cells in _list_rows(register, reader, named, fields):
        evidence = (Evidence(source=source, line=line, quote=""),)
        one = Membership(organisation=organisation, evidence=evidence, **read(*cells))
        found[partnership].append(one)
    for members in found.values():
        members.sort(key=lambda one: one.organisation)
    return found


def _read_partnerships(
    register: Register, reader: Reader, members: Members
) -> Iterator[Partnership]:
    source, fields = reader.spec["source"], ("kind", *DATES)
    words = _read_words(register, reader)
    read = _remember(PARTNERSHIP, reader.read_partnership, fields)
    for id, line, name, *cells in _list_rows(register, reader, "u.id, v.line", ("name", *fields)):
        inside = members.get(id, ())
        known = {} if inside else {"members_known": "none"}
        yield Partnership(
            id=id,
            name=name,
            memberships=tuple(one for one in inside if one.role != WISHED),
            wished=tuple(one for one in inside if one.role == WISHED),
            evidence=(Evidence(source=source, line=line, quote=""),),
            **{**read(*cells), **words.get(id, {}), **known},
        )


def _read_words(register: Register, reader: Reader) -> Mapping[str, Mapping[str, Any]]:
    """Read the themes and regions of each partnership, from its own row and those that add some."""
    fields = tuple(one for one in ("theme", "region") if one in reader.columns)
    if not fields:
        return {}

    @cache
    def read(*cells: str) -> Mapping[str, Sequence[str]]:
        entry: dict[str, Any] = {}
        with suppress(CellError):
            reader.add_words(_give(fields, cells), entry)
        return entry

    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for id, *cells in _list_rows(register, reader, "u.id", fields, adding=reader.may_repeat):
        for key, words in read(*cells).items():
            found[id][key].update(words)
    return {
        id: {key: tuple(sorted(words)) for key, words in entry.items()}
        for id, entry in found.items()
    }


def _remember(
    shape: Record, read: Callable[[Cell], Mapping[str, Any]], names: Sequence[str]
) -> Callable[..., Mapping[str, Any]]:
    """Read the fields of a record from cells, and those that stand there again only once."""

    @cache
    def remember(*cells: str) -> Mapping[str, Any]:
        entry = read(_give(names, cells))
        one = build_record(shape, {**_NEEDED, **entry}, **({} if shape is MEMBER else {"id": ""}))
        return {key: getattr(one, key) for word, key in list_keys(type(one)) if word in entry}

    return remember


def _give(names: Sequence[str], cells: Sequence[str]) -> Cell:
    given = dict(zip(names, cells, strict=True))
    return lambda field: given.get(field, "")


def _list_rows(
    register: Register, reader: Reader, named: str, fields: Sequence[str], *, adding: bool = False
) -> Iterator[Row]:
    """
    List the rows of a section that are used.

    Args:
        register: Where they are.
        reader: Of the section.
        named: What to give of a row, as SQL, before its cells: `u` is what is used, `v` its row.
        fields: Whose cells; empty where the table has no such column.
        adding: Give also the rows behind it that speak of the same, each combination once.
    """
    section, view = reader.section, register.held[reader.section].view
    columns = (reader.columns.get(field) for field in fields)
    cells = [f"v.c{column.place}" if column else "''" for column in columns]
    rows = f"used_{section} u JOIN {view} v USING (n)"
    if adding:
        rows = (
            f"used_{section} u JOIN rows_{section} r ON r.id = u.id AND r.n >= u.n "
            f"JOIN {view} v ON v.n = r.n"
        )
    distinct = "DISTINCT" if adding else ""
    found = register.connection.cursor()
    found.execute(f"SELECT {distinct} {', '.join([named, *cells])} FROM {rows}")
    while batch := found.fetchmany(_BATCH):
        yield from batch
