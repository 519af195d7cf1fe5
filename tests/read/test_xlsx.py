"""Workbooks: what is no plain cell is read for what it is, and told."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError
from graph.read.tables.xlsx import read_xlsx

ROWS = [["Deelnemer", "Regeling"], ["Leek", "Afval"]]


def make_book(*rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> Workbook:
    """Make a workbook, with more sheets under their names."""
    book = Workbook()
    first = book.active
    for row in rows:
        first.append(list(row))
    for title, others in sheets.items():
        sheet = book.create_sheet(title)
        for row in others:
            sheet.append(list(row))
    return book


def save(book: Workbook) -> bytes:
    """Give the bytes of a workbook."""
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def list_rows(opened: Opened) -> list[tuple[int, tuple[str, ...]]]:
    """List the rows of the table with their numbers."""
    (table,) = opened.tables
    return [(row.line, row.cells) for row in table.rows]


def test_cells_are_text() -> None:
    """Dates, whole numbers, decimals, truth and line breaks."""
    book = make_book(
        ["naam", "datum", "tijd", "aantal", "deel", "waar"],
        ["A\nB", date(2016, 5, 12), datetime(2016, 5, 12, 8, 30), 12.0, 1.5, True],
        [],
        ["C", None, None, 7, None, False],
    )

    opened = read_xlsx(save(book), "x.xlsx")

    assert opened.tables[0].header == ("naam", "datum", "tijd", "aantal", "deel", "waar")
    assert list_rows(opened) == [
        (2, ("A B", "2016-05-12", "2016-05-12T08:30:00", "12", "1.5", "1")),
        (4, ("C", "", "", "7", "", "0")),
    ]
    assert not opened.is_text


def test_a_merged_cell_counts_for_each() -> None:
    """Down and across; what stands below it does not."""
    book = make_book(["Regeling", "Deelnemer"], ["Afval", "Leek"], [None, "Haren"], [None, "Bedum"])
    book.active.merge_cells("A2:A3")

    assert list_rows(read_xlsx(save(book), "x.xlsx")) == [
        (2, ("Afval", "Leek")),
        (3, ("Afval", "Haren")),
        (4, ("", "Bedum")),
    ]


def test_titles_and_nameless_columns() -> None:
    """A title above the table is told; a filled column without a name has its letter."""
    book = make_book(
        ["Overzicht 2016"], [], ["Wie", "Wat", None, None], ["Leek", "Afval", None, "x"]
    )

    opened = read_xlsx(save(book), "x.xlsx")

    assert opened.tables[0].header == ("Wie", "Wat", "D")
    assert list_rows(opened) == [(4, ("Leek", "Afval", "x"))]
    assert [(note.line, str(note.said)) for note in opened.notes] == [
        (1, "passed by as a title: 'Overzicht 2016'")
    ]


def test_a_formula_without_its_value_is_told() -> None:
    """A program that computes nothing writes none; with a value it counts as that."""
    book = make_book(*ROWS, ["=A2", "Afval"])
    data = save(book)

    opened = read_xlsx(data, "x.xlsx")

    assert list_rows(opened)[1] == (3, ("", "Afval"))
    assert [(note.line, str(note.said)[:30]) for note in opened.notes] == [
        (3, "the formula in A3 has no value")
    ]
    valued = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(valued, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                part = re.sub(
                    rb'<c r="A3"><f>A2</f><v></v></c>',
                    b'<c r="A3" t="str"><f>A2</f><v>Leek</v></c>',
                    part,
                )
                assert b"<v>Leek</v>" in part
            new.writestr(entry, part)
    opened = read_xlsx(valued.getvalue(), "x.xlsx")
    assert (list_rows(opened)[1], opened.notes) == ((3, ("Leek", "Afval")), ())


def test_sheets() -> None:
    """The only one that holds something is read; of several one is to be named."""
    book = make_book(Deelnames=ROWS, Verborgen=ROWS)
    book["Verborgen"].sheet_state = "hidden"
    data = save(book)

    opened = read_xlsx(data, "x.xlsx")

    assert str(opened.how) == "from sheet 'Deelnames'"
    assert [str(note.said) for note in opened.notes] == ["hidden sheet 'Verborgen' was not read"]
    assert str(read_xlsx(data, "x.xlsx", "Verborgen").how) == "from sheet 'Verborgen'"
    with pytest.raises(TableError) as caught:
        read_xlsx(data, "x.xlsx", "Deelname")
    assert str(caught.value.message) == "no sheet 'Deelname', did you mean 'Deelnames'?"
    with pytest.raises(TableError) as caught:
        read_xlsx(save(make_book(*ROWS, Twee=ROWS)), "x.xlsx")
    assert "'Sheet', 'Twee', name one with --sheet" in str(caught.value.message)


def test_elements_and_connections_belong_together() -> None:
    """The two sheets of a map of Kumu are read both."""
    book = make_book(
        Elements=[["Label", "Type"], ["A", "x"]], Connections=[["From", "To"], ["A", "B"]]
    )

    opened = read_xlsx(save(book), "x.xlsx")

    assert [(table.name, table.header) for table in opened.tables] == [
        ("x.xlsx (Elements)", ("Label", "Type")),
        ("x.xlsx (Connections)", ("From", "To")),
    ]


def pack(**parts: bytes) -> bytes:
    """Make a zip of some files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


BOMB = pack(sheet=b"0" * 210_000_000)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as what its name says"),
        (b"Deelnemer,Regeling", "cannot be read as what its name says"),
        (b"\xd0\xcf\x11\xe0 old", "an old or protected workbook"),
        (save(make_book(*ROWS))[:900], "cannot be read as what its name says"),
        (save(make_book()), "empty, the first row must name the columns"),
        (save(make_book(["A", "A"], ["x", "y"])), "two columns are called 'A', rename one"),
        (BOMB, "unpacks to 210 MB, more than a table can be"),
        (pack(**{"xl/workbook.xml": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
         "cannot be read as what its name says"),
    ],
    ids=["nothing", "text", "old", "cut", "empty", "twice", "bomb", "entity"],
)  # fmt: skip
def test_what_is_no_workbook(data: bytes, said: str) -> None:
    """It is refused in a sentence, and never unpacked where it is too large."""
    with pytest.raises(TableError) as caught:
        read_xlsx(data, "x.xlsx")

    assert said in str(caught.value.message)
