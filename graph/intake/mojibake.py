"""Text that was decoded wrongly -> what it was, where that is certain."""

import re
from collections.abc import Sequence
from importlib.util import find_spec

from graph.intake.told import Told
from graph.model.message import Message
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable, Row

_SUSPECT = re.compile("[\u00c2-\u00c5\u00e2\u00f0\u0102\u010f]")
_GARBLED = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a-\u2122]|\u00e2\u20ac")
_WRONG = ("cp1252", "latin-1")


def mend_table(table: RegisterTable) -> tuple[RegisterTable, tuple[Told, ...]]:
    """
    Repair the cells of a table that are UTF-8 read as another encoding.

    Returns:
        The table, and what was mended in which row. Without the library that does it, what looks
        garbled is told, and stays.
    """
    told: list[Told] = []
    seen: dict[str, str] = {}
    if not _can_mend():
        garbled = [row for row in table.rows if _GARBLED.search("".join(row.cells))]
        said = Message("import.garbled")
        return table, tuple(Told(row.file, row.line, "noted", said) for row in garbled)

    def mend(row: Row) -> Row:
        if row.fault or not _SUSPECT.search("".join(row.cells)):
            return row
        return row._replace(cells=_mend_cells(row, seen, told))

    return table._replace(rows=[mend(row) for row in table.rows]), tuple(told)


def _mend_cells(row: Row, seen: dict[str, str], told: list[Told]) -> tuple[str, ...]:
    cells: Sequence[str] = row.cells
    mended = []
    for cell in cells:
        if cell not in seen:
            seen[cell] = mend_text(cell) if _SUSPECT.search(cell) else cell
        new = seen[cell]
        if new != cell:
            said = Message("import.mended", before=say_text(cell), after=say_text(new))
            told.append(Told(row.file, row.line, "mended", said))
        mended.append(new)
    return tuple(mended)


def mend_text(text: str) -> str:
    """
    Repair text that is UTF-8 read as Windows-1252 or Latin-1, once or twice.

    Only what is certain is changed: written in that encoding again, the repair gives the very
    text that stood there.

    >>> mend_text("FryslÃ¢n"), mend_text("Groot-Ammers"), mend_text("SÃO PAULO")
    ('Fryslân', 'Groot-Ammers', 'SÃO PAULO')
    """
    from ftfy import fix_encoding  # only where something looks garbled

    fixed: str = fix_encoding(text)
    return fixed if fixed != text and _gives(fixed, text) else text


def _can_mend() -> bool:
    return find_spec("ftfy") is not None


def _gives(fixed: str, text: str, depth: int = 2) -> bool:
    """Tell whether wrong decoding of a text gives another one."""
    for encoding in _WRONG:
        try:
            wrong = fixed.encode().decode(encoding)
        except UnicodeDecodeError:
            continue
        if wrong == text or (depth > 1 and _gives(wrong, text, depth - 1)):
            return True
    return False
