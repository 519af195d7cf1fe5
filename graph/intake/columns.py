"""The columns of a table -> what each holds: as named, by its heading, or as the only one left."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from graph.model.errors import SourceError, nearest, suggest
from graph.model.message import Message, both
from graph.model.slug import make_id
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable
from graph.schema.fields import IDENTIFIERS

How = Literal["named", "heading", "only", "marks"]


class Column(NamedTuple):
    """A column that is taken: what it holds, its heading, and how that is known."""

    field: str
    heading: str
    how: How


class Use(NamedTuple):
    """Where the values of a field go: a section of the data file, and a key of its `columns`."""

    section: str
    key: str
    headings: tuple[str, ...]


def _use(section: str, key: str, headings: str) -> Use:
    return Use(section, key, tuple(headings.split()))


_ALSO = {"cbs": "gemeentecode gemeentecode-gm gemeentecodegm gm-code"}

FIELDS: Mapping[str, Use] = {
    "organisation": _use(
        "organisations",
        "name",
        "organisatie organisation organization deelnemer deelnemers organisatienaam "
        "naam-organisatie partij party lid leden member partner actor instelling zorgaanbieder "
        "gemeente municipality gemeentenaam naam name",
    ),
    "organisation_id": _use(
        "organisations",
        "id",
        "organisatie-code organisatie-id organisation-id organization-id deelnemer-id",
    ),
    "type": _use(
        "organisations", "type", "type soort organisatietype soort-organisatie organisation-type"
    ),
    "home": _use("organisations", "region", "vestigingsplaats thuisregio standplaats home"),
    "partnership": _use(
        "partnerships",
        "name",
        "samenwerkingsverband samenwerking partnership gemeenschappelijke-regeling regeling "
        "verband netwerk network project programma programme initiatief overleg event",
    ),
    "partnership_id": _use(
        "partnerships",
        "id",
        "samenwerking-code samenwerking-id samenwerkingsverband-id partnership-id regeling-id",
    ),
    "kind": _use("partnerships", "kind", "vorm kind soort-samenwerking samenwerkingsvorm"),
    "theme": _use("partnerships", "theme", "thema themas thema-s theme themes onderwerp"),
    "region": _use(
        "partnerships",
        "region",
        "regio region regio-s regions provincie province werkgebied gebied",
    ),
    "period": _use("partnerships", "period", "periode period jaar year"),
    "start": _use("partnerships", "start", "begin start begindatum startdatum start-date"),
    "end": _use("partnerships", "end", "einde eind end einddatum end-date"),
    "role": _use("memberships", "role", "rol-code rol role"),
    "certainty": _use("memberships", "certainty", "zekerheid certainty"),
    **{
        scheme: _use(
            "organisations",
            scheme,
            f"{scheme} {scheme}-nummer {scheme}nummer {scheme}-code {_ALSO.get(scheme, '')}",
        )
        for scheme in IDENTIFIERS.by_name
    },
}
"""What a column can hold, and the headings that say so, the likeliest first; as ids."""

SCHEMES = frozenset(IDENTIFIERS.by_name)
NEEDED = ("organisation", "partnership")

_NUMBER = re.compile(r"[\d\s.,%€+-]*")


def find_columns(
    table: RegisterTable, named: Mapping[str, str], needed: Collection[str] = NEEDED
) -> tuple[Column, ...]:
    """
    Find out what the columns of a table hold.

    A column that is named holds that. Of the others the headings are looked at. Where one of two
    needed columns is left, and one column of words, that is it.

    Args:
        table: The table.
        named: Headings by field, as the user gave them.
        needed: The fields that must be found.

    Raises:
        SourceError: A column that is named is not there, or one that is needed cannot be found.
    """
    found = {
        field: Column(field, _find_heading(table, heading), "named")
        for field, heading in named.items()
    }
    by_id = {make_id(heading): heading for heading in reversed(table.header)}
    for field, use in FIELDS.items():
        taken = {column.heading for column in found.values()}
        fitting = [by_id[one] for one in use.headings if by_id.get(one) not in (None, *taken)]
        if field not in found and fitting:
            found[field] = Column(field, fitting[0], "heading")
    missing = [field for field in needed if field not in found]
    if len(missing) == 1 and len(needed) > 1:
        left = list(_list_words(table, {column.heading for column in found.values()}))
        if len(left) == 1:
            found[missing[0]] = Column(missing[0], left[0], "only")
            missing = []
    if missing:
        raise SourceError(
            Message(
                "import.columns",
                file=table.name,
                fields=both([Message(f"import.field.{field}") for field in missing]),
                option=" ".join(f"--column {field}=…" for field in missing),
                columns=", ".join(map(say_text, table.header)),
            )
        )
    return tuple(found[field] for field in FIELDS if field in found)


def list_left(table: RegisterTable, columns: Collection[Column]) -> tuple[str, ...]:
    """List the headings that nothing is taken from."""
    taken = {column.heading for column in columns}
    return tuple(heading for heading in table.header if heading not in taken)


def _find_heading(table: RegisterTable, heading: str) -> str:
    if heading in table.header:
        return heading
    same = [one for one in table.header if one.casefold() == heading.casefold()]
    if len(same) == 1:
        return same[0]
    near = nearest(heading, table.header, count=3)
    columns = Message("hint.columns", columns=", ".join(map(say_text, table.header)))
    said = Message(
        "table.no_column",
        column=say_text(heading),
        file=repr(table.name),
        hint=suggest(near) or columns,
    )
    raise SourceError(said)


def _list_words(table: RegisterTable, taken: Collection[str]) -> Iterator[str]:
    """List the columns that hold words, and not mostly numbers or nothing."""
    for place, heading in enumerate(table.header):
        cells = [row.cells[place] for row in table.rows if not row.fault]
        words = sum(not _NUMBER.fullmatch(cell) for cell in cells)
        if heading not in taken and 2 * words > len(cells):
            yield heading
