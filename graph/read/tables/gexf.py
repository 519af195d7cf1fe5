"""GEXF -> a table of nodes and one of edges."""

from graph.model.message import Message
from graph.read.tables.graphs import FROM, ID, LABEL, TO, Graph, make_tables
from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError
from graph.read.tables.xml import walk_xml


def read_gexf(data: bytes, name: str) -> Opened:
    """
    Read the nodes and edges of a GEXF file; not its drawing, nor what changes over time.

    Args:
        data: The whole file.
        name: How it is named in messages.

    Raises:
        TableError: It is no GEXF.
    """
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str]] = []
    titles: dict[tuple[str, str], str] = {}
    of = ""
    found = False
    open_nodes: list[dict[str, str]] = []

    def on_open(tag: str, given: dict[str, str]) -> None:
        nonlocal of, found
        found = found or tag == "gexf"
        if tag == "attributes":
            of = given.get("class", "")
        elif tag == "attribute":
            titles[of, given.get("id", "")] = given.get("title", "")
        elif tag == "node":
            nodes.append({ID: given.get("id", ""), LABEL: given.get("label", "")})
            open_nodes.append(nodes[-1])
        elif tag == "edge":
            ends = {FROM: given.get("source", ""), TO: given.get("target", "")}
            rest = {str(key): given[key] for key in ("label", "weight") if key in given}
            edges.append({**ends, **rest})
        elif tag == "attvalue":
            kind, place = ("node", open_nodes[-1]) if open_nodes else ("edge", edges[-1])
            title = titles.get((kind, given.get("for", "")), "")
            if title and given.get("value"):
                place.setdefault(title, given["value"])

    def on_close(tag: str, text: str) -> None:
        if tag == "node":
            open_nodes.pop()

    try:
        walk_xml(data, on_open, on_close)
    except IndexError:  # a value outside of every node and edge
        raise TableError(Message("import.damaged")) from None
    if not found:
        raise TableError(Message("import.other_xml", form="GEXF"))
    return make_tables(Graph(nodes, edges), data, name, "GEXF")
