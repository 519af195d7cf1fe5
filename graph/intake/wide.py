"""A table with an organisation a row and a partnership a column -> a membership a row."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.intake.columns import FIELDS, NEEDED, Column, How
from graph.intake.told import Told
from graph.model.message import Message
from graph.model.slug import make_id
from graph.model.vocabulary import GROUP_ROLES, ROLES
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable, Row

_YES = frozenset(("1", "1.0", "x", "v", "j", "y", "+", "ja", "yes", "true", "waar", *"✓✔☑●•"))
_NO = frozenset(("0", "0.0", "-", "n", "nee", "no", "false", "onwaar"))
_LEAST = 2  # columns with marks, for a table to be taken for a matrix
_ROLES = {
    word.casefold(): id
    for id, term in ROLES.items()
    for word in (id, *term.labels.values())
    if id not in GROUP_ROLES
}


class Matrix(NamedTuple):
    """A matrix: the column that says what a row is, and the columns that are marked."""

    label: str
    marked: tuple[str, ...]
    is_flipped: bool


def find_matrix(table: RegisterTable, named: Mapping[str, str]) -> Matrix | None:
    """
    Find out whether a table is a matrix: at least two columns hold nothing but marks.

    Its rows are organisations, unless the column that says what they are holds partnerships.

    Args:
        table: The table.
        named: Headings by field, as the user gave them.
    """
    known = set(named.values())
    marked = tuple(
        heading
        for place, heading in enumerate(table.header)
        if heading not in known and _is_marked(table, place)
    )
    is_matrix = len(marked) >= _LEAST
    marked = tuple(
        heading
        for place, heading in enumerate(table.header)
        if heading in marked or (heading not in known and _is_denied(table, place))
    )
    rest = [heading for heading in table.header if heading not in marked]
    if not is_matrix or not rest or {"organisation", "partnership"} <= named.keys():
        return None
    both = {
        field: named.get(field) or _find_heading(rest, field)
        for field in ("organisation", "partnership")
    }
    if all(both.values()):
        return None
    label = both["organisation"] or both["partnership"] or rest[0]
    return Matrix(label, marked, is_flipped=label == both["partnership"])


def melt_matrix(table: RegisterTable, matrix: Matrix) -> tuple[RegisterTable, tuple[Told, ...]]:
    """
    Make a row of every mark, with the line of the row that it stands in.

    Returns:
        A table with three columns: that of the matrix, `column` and `role`; and what is told of
        columns without a mark.
    """
    label = table.header.index(matrix.label)
    places = [(table.header.index(heading), heading) for heading in matrix.marked]
    rows: list[Row] = []
    for row in table.rows:
        if row.fault:
            rows.append(row)
            continue
        for place, heading in places:
            cell = row.cells[place].casefold()
            if cell and cell not in _NO:
                cells = (row.cells[label], heading, _ROLES.get(cell, ""))
                rows.append(row._replace(cells=cells))
    used = {row.cells[1] for row in rows if not row.fault}
    told = tuple(
        Told(table.name, 0, "noted", Message("import.no_marks", column=say_text(heading)))
        for _, heading in places
        if heading not in used
    )
    header = (matrix.label, f"{matrix.label} ×", "rol")
    return table._replace(header=header, rows=rows), told


def name_columns(
    matrix: Matrix, columns: Sequence[Column], named: Mapping[str, str]
) -> tuple[Column, ...]:
    """Say what a matrix holds: its rows, and as one column those that are marked."""
    rows, marks = ("partnership", "organisation") if matrix.is_flipped else NEEDED
    others = [one for one in columns if one.field not in NEEDED]
    how: How = "only"
    if rows in named:
        how = "named"
    elif make_id(matrix.label) in FIELDS[rows].headings:
        how = "heading"
    headings = ", ".join(matrix.marked)
    return (Column(rows, matrix.label, how), Column(marks, headings, "marks"), *others)


def _is_marked(table: RegisterTable, place: int) -> bool:
    marks = _list_cells(table, place) - _NO
    return bool(marks) and marks <= _YES | _ROLES.keys()


def _is_denied(table: RegisterTable, place: int) -> bool:
    cells = _list_cells(table, place)
    return bool(cells) and cells <= _NO


def _list_cells(table: RegisterTable, place: int) -> set[str]:
    return {row.cells[place].casefold() for row in table.rows if not row.fault} - {""}


def _find_heading(headings: Sequence[str], field: str) -> str:
    by_id = {make_id(heading): heading for heading in reversed(headings)}
    return next((by_id[one] for one in FIELDS[field].headings if one in by_id), "")
