"""GraphML -> a table of nodes and one of edges."""

from graph.model.message import Message
from graph.read.tables.graphs import FROM, ID, TO, Graph, make_tables
from graph.read.tables.opened import Opened
from graph.read.tables.table import TableError
from graph.read.tables.xml import walk_xml


def read_graphml(data: bytes, name: str) -> Opened:
    """
    Read the nodes and edges of a GraphML file, also of graphs in graphs; not its drawing.

    Args:
        data: The whole file.
        name: How it is named in messages.

    Raises:
        TableError: It is no GraphML.
    """
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str]] = []
    keys: dict[str, tuple[str, str]] = {}
    defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    stack: list[tuple[str, dict[str, str]]] = []
    found = False

    def on_open(tag: str, given: dict[str, str]) -> None:
        nonlocal found
        found = found or tag == "graphml"
        if tag == "key":
            keys[given.get("id", "")] = (given.get("attr.name", ""), given.get("for", "all"))
        if tag == "node":
            stack.append((tag, {ID: given.get("id", "")}))
        elif tag == "edge":
            ends = {FROM: given.get("source", ""), TO: given.get("target", "")}
            stack.append((tag, ends))
        else:
            stack.append((tag, given))

    def on_close(tag: str, text: str) -> None:
        _, said = stack.pop()
        if tag == "node":
            nodes.append({**defaults["node"], **said})
        elif tag == "edge":
            edges.append({**defaults["edge"], **said})
        elif tag == "default" and stack and stack[-1][0] == "key":
            key, kind = keys[stack[-1][1].get("id", "")]
            for one in defaults:
                if kind in (one, "all") and key:
                    defaults[one][key] = text.strip()
        elif tag == "data" and stack and stack[-1][0] in ("node", "edge"):
            key, _ = keys.get(said.get("key", ""), ("", ""))
            if key and text.strip():
                stack[-1][1].setdefault(key, text.strip())

    walk_xml(data, on_open, on_close)
    if not found:
        raise TableError(Message("import.other_xml", form="GraphML"))
    return make_tables(Graph(nodes, edges), data, name, "GraphML")
