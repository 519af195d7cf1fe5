"""A table of names or numbers of one's own: which of its rows are in the data, on what form."""

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.names import simplify
from graph.model.record import record
from graph.model.records import Registry
from graph.read.tables.delimited import read_cells
from graph.read.tables.table import TableError

_LONGEST = 131_072  # characters of a cell
_NUMBER = re.compile("[0-9]{8}").fullmatch
_HEADINGS = frozenset(
    map(
        simplify,
        (
            *("id", "naam", "name", "kvk", "kvk-nummer", "kvknummer", "organisatie"),
            *("organisatienaam", "organisation", "organization", "aanbieder", "provider"),
            *("zorgaanbieder", "instelling", "handelsnaam", "partij", "party"),
        ),
    )
)
"""What stands above a column of names or numbers, as `simplify` makes it."""


@record(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One row of the table, and whom it fits.

    `number` counts lines from 1. `matches`: ids, two or more where it fits more than one. `by`
    says on what it fits: `kvk`, `id`, `name` or `alias`, and `form` the number or name as the data
    have it; None where it fits nobody. `scoped`: ids of those whose form this is in one document
    alone: outside of that it means nobody.
    """

    number: int
    cells: tuple[str, ...]
    matches: tuple[str, ...]
    by: str | None
    form: str | None
    scoped: tuple[str, ...]


def match_table(registry: Registry, text: str, name: str = "table") -> list[Row]:
    """
    Find the organisations of a table of names or numbers of one's own.

    A row fits an organisation by its number in the trade register (a cell of 8 digits), else by
    its id, its name or an alias that holds everywhere; case, accents and the words that
    `find_organisation` passes over make no difference. The separator may be a comma, a semicolon
    or a tab. A first row that is a heading is left out.

    Args:
        registry: Checked data.
        text: The table as CSV, with or without a heading.
        name: How it is named in messages.

    Returns:
        The rows that are not empty, in order.

    Raises:
        SourceError: A quote is not closed, or a cell has more characters than any name.
    """
    forms = _Forms(registry)
    table = [
        (number, tuple(cell.strip() for cell in cells))
        for number, cells in enumerate(_read_table(text, name), 1)
    ]
    rows = [forms.match(number, cells) for number, cells in table if any(cells)]
    if rows and not rows[0].matches and _is_heading([row.cells for row in rows]):
        return rows[1:]
    return rows


class _Forms:
    """By what an organisation can be found: each with the ids that it leads to and their form."""

    def __init__(self, registry: Registry) -> None:
        self._ways: dict[str, dict[str, dict[str, str]]] = {
            way: {} for way in ("kvk", "id", "name", "alias", "scoped")
        }
        for id, organisation in registry.organisations.items():
            if "kvk" in organisation.ids:
                self._add("kvk", organisation.ids["kvk"], id, organisation.ids["kvk"])
            self._add("id", simplify(id), id, id)
            self._add("name", simplify(organisation.name), id, organisation.name)
            for alias in organisation.aliases:
                way = "scoped" if alias.source else "alias"
                self._add(way, simplify(alias.text), id, alias.text)

    def _add(self, way: str, key: str, id: str, form: str) -> None:
        self._ways[way].setdefault(key, {}).setdefault(id, form)

    def match(self, number: int, cells: tuple[str, ...]) -> Row:
        names = [simplify(cell) for cell in cells]
        numbers = self._collect("kvk", cells)
        found = {"kvk": numbers} if numbers else {}
        for way in () if numbers else ("name", "alias", "id"):
            found[way] = self._collect(way, names)
        ids = sorted({id for fits in found.values() for id in fits})
        by = next((way for way, fits in found.items() if fits), None)
        scoped = {} if ids else self._collect("scoped", names)
        return Row(
            number=number,
            cells=cells,
            matches=tuple(ids),
            by=by,
            form=next(iter(found[by].values())) if by else None,
            scoped=tuple(sorted(scoped)),
        )

    def _collect(self, way: str, keys: Iterable[str]) -> Mapping[str, str]:
        known = self._ways[way]
        return {id: form for key in keys for id, form in known.get(key, {}).items()}


def _is_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row stands above the others, and is none of them."""
    first, others = rows[0], rows[1:]
    if any(simplify(cell) in _HEADINGS for cell in first):
        return True
    return any(
        not _NUMBER(cell) and others and all(_is_number(row, column) for row in others)
        for column, cell in enumerate(first)
    )


def _is_number(row: Sequence[str], column: int) -> bool:
    return column < len(row) and bool(_NUMBER(row[column]))


def _read_table(text: str, name: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        return [cells for _, cells in read_cells(text, separator, longest=_LONGEST)]
    except TableError as error:
        where = f"{name}:{error.line}"
        raise SourceError(Message("table.file", file=where, said=error.message)) from None
