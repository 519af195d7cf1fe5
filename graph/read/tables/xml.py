"""XML -> its elements one by one, with nothing in it that unfolds or leads elsewhere."""

from collections.abc import Callable
from xml.parsers import expat

from graph.model.message import Message
from graph.read.tables.table import TableError

Open = Callable[[str, dict[str, str]], None]
Close = Callable[[str, str], None]


def walk_xml(data: bytes, on_open: Open, on_close: Close) -> None:
    """
    Go through a document.

    Args:
        data: The whole file.
        on_open: Called with the name of each element, without its namespace, and its attributes.
        on_close: Called with that name and the text that stands right in the element.

    Raises:
        TableError: It is not well-formed, or declares a document type: entities can unfold to
            more than a machine holds, and lead to other files.
    """
    parser = expat.ParserCreate()
    texts: list[list[str]] = []

    def open_element(name: str, attributes: dict[str, str]) -> None:
        texts.append([])
        on_open(name.rpartition(":")[2], attributes)

    def close_element(name: str) -> None:
        on_close(name.rpartition(":")[2], "".join(texts.pop()))

    def refuse(*_: object) -> None:
        raise TableError(Message("import.doctype"), parser.CurrentLineNumber)

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = lambda text: texts[-1].append(text) if texts else None
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TableError(Message("import.damaged"), error.lineno) from None
