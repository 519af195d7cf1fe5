"""Tables as text: every row kept with its place, and one clear message for what is no table."""

import codecs
from pathlib import Path

import pytest

from graph.read.tables.delimited import read_delimited
from graph.read.tables.parquet import read_parquet
from graph.read.tables.table import TableError


def faults(data: bytes) -> dict[int, str]:
    """What is wrong with each row that cannot be read, by its line."""
    rows = read_delimited(data, "t.csv", ",").rows
    return {row.line: str(row.fault) for row in rows if row.fault}


def test_rows_know_their_lines() -> None:
    """A row that goes over several lines counts them all; blank lines are no rows."""
    table = read_delimited(b'a,b\r\n1,"x\r\ny"\r\n\r\n 2 ,z\r\n', "t.csv", ",")

    assert table.header == ("a", "b")
    assert [(row.line, row.cells) for row in table.rows] == [(2, ("1", "x\r\ny")), (5, ("2", "z"))]
    assert table.rows[0].fault is None


def test_separators_within_text_are_no_ends_of_lines() -> None:
    """Only line feeds and returns end a row, not the separators that Unicode has."""
    table = read_delimited("a,b\n1,x\u2028y\x0bz\n".encode(), "t.csv", ",")

    assert [row.cells for row in table.rows] == [("1", "x\u2028y\x0bz")]


def test_rows_that_cannot_be_read() -> None:
    """A ragged row, a NUL byte and bytes of another encoding are said of their row alone."""
    assert faults(b"a,b\n1\n1,2,3\nx\0,2\nFrysl\xe2n,2\n1,2\n") == {
        2: "cells: 1, columns: 2",
        3: "cells: 3, columns: 2",
        4: "holds a NUL byte, take it out",
        5: "not UTF-8, save the file as UTF-8",
    }


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 0, "empty, the first row must name the columns"),
        (b"\n\n", 0, "empty, the first row must name the columns"),
        ("a,b\n".encode("utf-16"), 0, "UTF-16 text, save the file as UTF-8"),
        (b"a,a\n", 1, "two columns are called 'a', rename one"),
        (b"a;b\n1;2\n", 1, "one column only, 'a;b': write \"separator: ';'\" with the table"),
        (
            b'a,b\n1,2\n3,"4\n5,6\n',
            3,
            "not a table: a quote that opens in this row is never closed",
        ),
        (b'a,b\n1,"2"3\n', 2, "not a table: ',' expected after '\"'"),
    ],
)
def test_what_is_no_table(data: bytes, line: int, message: str) -> None:
    """What cannot be read as rows is said once, with its line where it has one."""
    with pytest.raises(TableError) as caught:
        read_delimited(data, "t.csv", ",")

    assert (caught.value.line, str(caught.value.message)) == (line, message)


def test_a_mark_of_byte_order_is_no_part_of_a_name() -> None:
    """A table that Excel wrote begins with its first column."""
    assert read_delimited(codecs.BOM_UTF8 + b"a,b\n", "t.csv", ",").header == ("a", "b")


def test_parquet(tmp_path: Path) -> None:
    """Rows of all parts, by name; a column that is neither text nor whole numbers is marked."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": [7, None], "x": [0.5, 1.0]}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"id": [3], "x": [2.0]}), tmp_path / "a.parquet")

    table = read_parquet(tmp_path, "parts", lambda name, data: None)

    assert [(row.file, row.line, row.cells) for row in table.rows] == [
        ("parts/a.parquet", 1, ("3", "2.0")),
        ("parts/b.parquet", 1, ("7", "0.5")),
        ("parts/b.parquet", 2, ("", "1.0")),
    ]
    assert table.kinds == {"x": "double"}


def test_parquet_that_is_none(tmp_path: Path) -> None:
    """A file that was cut off, parts of two kinds and a folder without a part are each said."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")

    def message() -> str:
        with pytest.raises(TableError) as caught:
            read_parquet(tmp_path, "parts", lambda name, data: None)
        return str(caught.value.message)

    assert message() == "a folder without a .parquet file in it"
    pq.write_table(pa.table({"id": [7]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"name": ["x"]}), tmp_path / "b.parquet")
    assert message() == "b.parquet has other columns than a.parquet"
    (tmp_path / "b.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-9])
    assert message().startswith("b.parquet cannot be read as Parquet (")
    assert message().endswith("), it may be cut off, get it again")
