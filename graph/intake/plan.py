"""What is to be read from which table: the same as `tables` says in a data file."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.intake.columns import FIELDS, SCHEMES, Column
from graph.intake.wide import Matrix
from graph.read.tables.table import RegisterTable

ORGANISATION, PARTNERSHIP = "organisation::", "partnership::"
"""Put before ids while a table is read, so that a place and its partnership may share a name."""


class Usual(NamedTuple):
    """What holds where a table says nothing."""

    type: str = "overig"
    kind: str = "verband"
    members_known: str = "some"


class Cited(NamedTuple):
    """The row that says who an organisation is, which other rows name by an id of the table."""

    source: str
    line: int
    id: str


class Plan(NamedTuple):
    """
    A table for each section, with the source of its rows and what its columns hold.

    `tables` are as `Document.tables`, `spec` as the section `tables` of a data file. `cited` is
    what says who an organisation is, by its id while the table is read.
    """

    tables: Mapping[str, RegisterTable]
    spec: Mapping[str, Any]
    cited: Mapping[str, Cited] = MappingProxyType({})


def plan_rows(source: str, table: RegisterTable, columns: Sequence[Column], usual: Usual) -> Plan:
    """
    Plan the reading of a table with a membership a row.

    Args:
        source: The id that the table has as a source.
        table: The table.
        columns: What its columns hold; an organisation and a partnership are among them.
        usual: What holds where it says nothing.
    """
    headings = {column.field: column.heading for column in columns}

    def choose(section: str) -> dict[str, str]:
        return {
            FIELDS[field].key: heading
            for field, heading in headings.items()
            if FIELDS[field].section == section and field not in SCHEMES
        }

    def refer(field: str) -> str:
        return headings.get(f"{field}_id", headings[field])

    schemes = {field: heading for field, heading in headings.items() if field in SCHEMES}
    spec = {
        "organisations": {
            "source": source,
            "columns": choose("organisations"),
            "identifiers": schemes,
            "usual": {"type": usual.type},
            "prefix": ORGANISATION,
        },
        "partnerships": {
            "source": source,
            "columns": choose("partnerships"),
            "usual": {"kind": usual.kind, "members_known": usual.members_known},
            "prefix": PARTNERSHIP,
        },
        "memberships": {
            "source": source,
            "columns": {
                "organisation": refer("organisation"),
                "partnership": refer("partnership"),
                **choose("memberships"),
            },
        },
    }
    return Plan(dict.fromkeys(spec, table), spec)


def plan_matrix(
    source: str,
    table: RegisterTable,
    matrix: Matrix,
    melted: RegisterTable,
    columns: Sequence[Column],
    usual: Usual,
) -> Plan:
    """
    Plan the reading of a matrix.

    Args:
        source: The id that the table has as a source.
        table: The matrix, for what it says of each row.
        matrix: What its columns are.
        melted: The matrix with a row for each mark.
        columns: What the columns beside the marks hold.
        usual: What holds where it says nothing.
    """
    of_row = "partnership" if matrix.is_flipped else "organisation"
    of_mark = "organisation" if matrix.is_flipped else "partnership"
    others = [one for one in columns if one.field not in (of_row, of_mark, "role")]
    whole = plan_rows(
        source,
        table,
        [
            Column(of_row, matrix.label, "only"),
            Column(of_mark, melted.header[1], "only"),
            Column("role", melted.header[2], "only"),
            *(one for one in others if FIELDS[one.field].section == f"{of_row}s"),
        ],
        usual,
    )
    return Plan({**dict.fromkeys(whole.spec, melted), f"{of_row}s": table}, whole.spec)
