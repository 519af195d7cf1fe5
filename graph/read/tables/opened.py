"""What a file of tables holds once it is opened, whatever its form."""

from typing import NamedTuple

from graph.model.message import Message
from graph.read.tables.table import RegisterTable


class Note(NamedTuple):
    """Something to tell of a file: of the row on a line, or of the whole where that is 0."""

    line: int
    said: Message


class Opened(NamedTuple):
    """
    The tables of a file: one of rows, or one of nodes and one of edges.

    `how` says how it was read. `is_text` tells that a data file can name it as it stands: CSV or
    TSV in UTF-8, with the separator that the end of its name says.
    """

    tables: tuple[RegisterTable, ...]
    how: Message
    notes: tuple[Note, ...] = ()
    is_text: bool = True
