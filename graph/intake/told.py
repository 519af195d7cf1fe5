"""What is told of a table while it is taken in: of a row, or of the whole."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from graph.model.message import Message

Sort = Literal["left_out", "mended", "noted"]
"""A row that does not come in; a cell that came in otherwise than it stands; anything else."""


class Told(NamedTuple):
    """Something that was seen in a table: in which file and on which line, 0 for the whole."""

    file: str
    line: int
    sort: Sort
    said: Message


def sort_told(told: Iterable[Told]) -> tuple[Told, ...]:
    """Sort by file and line; what is said twice stays once."""
    return tuple(sorted(set(told), key=lambda one: (one.file, one.line, one.sort, str(one.said))))
