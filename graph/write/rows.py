"""A table -> CSV in which each row stands on the line that it has in the original."""

import csv
import io

from graph.read.tables.table import RegisterTable, flatten_cell


def write_rows(table: RegisterTable) -> bytes:
    """
    Write a table as CSV that can be cited by the lines of the original.

    The names of the columns stand on the first line. A line break in a cell becomes a blank, and
    empty lines keep every row where it was. What cannot be read stays as it is.

    Args:
        table: With its rows in the order of their lines.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(flatten_cell, table.header))
    written = 1
    for row in table.rows:
        text.write("\n" * (row.line - written - 1))
        writer.writerow(map(flatten_cell, row.cells))
        written = row.line
    return text.getvalue().encode("utf-8", "surrogateescape")
