"""What a document is once it is read, and what can be wrong with one."""

from importlib import import_module
from typing import Any, NamedTuple

from graph.model.errors import SourceError
from graph.model.message import Message


class Part(NamedTuple):
    """
    Lines of a document that stand together.

    `page` counts from 1, 0 where the document has no pages; `label` is the number printed on that
    page where the document tells it, else empty.
    """

    lines: tuple[str, ...]
    page: int = 0
    label: str = ""


class Original(NamedTuple):
    """
    A document that was read: its parts, and what it says of itself.

    Without parts it is its own text: lines and words are those of the file.
    """

    parts: tuple[Part, ...] = ()
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


def load_reader(module: str, name: str, extra: str) -> Any:
    """
    Import the library that reads a kind of document.

    Raises:
        SourceError: It is not installed; the message says how to.
    """
    try:
        return import_module(module)
    except ImportError:
        raise SourceError(Message("original.no_reader", file=name, extra=extra)) from None
