"""How much memory an engine may take."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from graph.model.errors import ExportError
from graph.model.message import Message

_AMOUNT = re.compile(r"([1-9][0-9]{0,6}(?:\.[0-9]+)?) ?([KMGT])(i?)B")
_UNKNOWN = "4GiB"
"""What DuckDB may take where the system does not say how much memory there is."""


def check_memory(text: str) -> str:
    """
    Take an amount of memory as an engine writes it; half of the machine where none is given.

    Raises:
        ValueError: That is no amount of memory.
    """
    if not text:
        if not hasattr(os, "sysconf"):  # Windows does not say how much there is
            return _UNKNOWN
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        return f"{total // 2 // 2**20}MiB"
    if not _AMOUNT.fullmatch(text):
        raise ValueError(text)
    return text


def count_mebibytes(text: str) -> int:
    """
    Count the whole mebibytes of an amount of memory, at least one.

    >>> count_mebibytes("1GB"), count_mebibytes("1.5 GiB")
    (953, 1536)

    Raises:
        ValueError: That is no amount of memory.
    """
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise ValueError(text)
    number, prefix, binary = found.groups()
    size = float(number) * (1024 if binary else 1000) ** ("KMGT".index(prefix) + 1)
    return max(1, int(size / 2**20))


@contextmanager
def say_no_room() -> Iterator[None]:
    """
    Say in one line where DuckDB has no memory left, or no disk to spill to.

    Raises:
        ExportError: That is so.
    """
    import duckdb

    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
        why = str(error).splitlines()[0]
        raise ExportError(Message("write.no_room", why=why)) from error
