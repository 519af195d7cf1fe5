"""The attributes of the exported graphs, as tables in Markdown: from the GraphML that says them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from documentation.blocks import Fill
from documentation.consoles import run
from graph.write.graphs.tables import TABLES

_KEY = "{http://graphml.graphdrawing.org/xmlns}key"
_FILES = {
    "network.graphml": "network",
    "two-mode.graphml": "two-mode",
    "relations.graphml": "relations",
}
_OWNERS = {"nodes": "node", "edges": "edge", "graph": "graph"}


def export_fills() -> dict[str, Fill]:
    """
    List how to fill `<!-- exports NAME -->`: of nodes, edges and graph, and of each table beside.

    The tables come from the code, for CSV has no place for what a column means.
    """
    graphs = {f"exports {name}": _choose(owner) for name, owner in _OWNERS.items()}
    return graphs | {f"exports {name}": _list_columns(name) for name in TABLES}


def _list_columns(name: str) -> Fill:
    rows = [f"| `{column.name}` | {column.meaning} |" for column in TABLES[name]]
    return lambda _: ["| column | meaning |", "| --- | --- |", *rows]


@cache
def list_attributes() -> dict[tuple[str, str], dict[str, tuple[str, str]]]:
    """
    List what the graphs say on nodes, on edges and of the whole.

    Returns:
        From `node`, `edge` or `graph` and the name of an attribute to the graphs that have it,
        each with its type and its meaning there.
    """
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    with TemporaryDirectory() as folder:
        run(f"build --output {folder}")
        run(f"export graphml --graph relations --output {folder}/relations.graphml")
        for file, graph in _FILES.items():
            for key in ElementTree.parse(Path(folder) / file).iter(_KEY):
                place = (key.get("for", ""), key.get("attr.name", ""))
                meaning = "".join(key.itertext()).strip()
                found.setdefault(place, {})[graph] = (key.get("attr.type", ""), meaning)
    return found


def _choose(owner: str) -> Fill:
    return lambda _: list(_write_rows(owner))


def _write_rows(owner: str) -> Iterator[str]:
    yield "| attribute | type | in | meaning |"
    yield "| --- | --- | --- | --- |"
    for (place, name), graphs in list_attributes().items():
        if place == owner:
            where = "all" if len(graphs) == len(_FILES) else ", ".join(graphs)
            kind = next(iter(graphs.values()))[0]
            meanings = dict.fromkeys(meaning for _, meaning in graphs.values())
            yield f"| `{name}` | {kind} | {where} | {'; '.join(meanings)} |"
