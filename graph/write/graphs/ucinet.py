"""
Graph -> the DL language of UCINET, two-mode where the graph is.

Labels are ids. UCINET cuts labels off, puts them in capitals, and splits them at blanks unless they
stand in quotes, which igraph and Gephi do not take; of an id it can spoil nothing. What a name is
to an id, the table of nodes of `export csv` says. There is no place for facts on the whole.
"""

from collections import Counter
from collections.abc import Iterator

from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Flat, Node


def write_ucinet(flat: Flat) -> Exported:
    """
    Write a graph in DL: a list of edges with weights, and the labels before it.

    The same graph gives the same bytes: ASCII, lines end in CRLF.

    Args:
        flat: From `flatten_network`, `flatten_two_mode` or `flatten_relations`; gone through once.

    Returns:
        One file. Two-mode: organisations are the rows, partnerships the columns. Else a square
        matrix; a tie stands in it in both directions, and several relations between the same two
        in one direction are one cell with their number.
    """
    lines = _two_mode(flat) if flat.two_mode else _one_mode(flat)
    return Exported(files={"": "".join(f"{line}\r\n" for line in lines).encode("ascii")})


def _one_mode(flat: Flat) -> Iterator[str]:
    nodes = list(flat.nodes)
    yield f"DL n={len(nodes)}"
    yield "format = edgelist1"
    yield "labels:"
    yield from (node.id for node in nodes)
    yield "data:"
    places = _number(nodes)
    cells: Counter[tuple[int, int]] = Counter()
    for edge in flat.edges:
        source, target = places[edge.source], places[edge.target]
        weight = int(edge.values["weight"])  # type: ignore[arg-type]
        cells[source, target] += weight
        if not flat.directed:
            cells[target, source] += weight
    yield from (f"{row} {column} {cells[row, column]}" for row, column in sorted(cells))


def _two_mode(flat: Flat) -> Iterator[str]:
    nodes = list(flat.nodes)
    columns = [node for node in nodes if node.values["bipartite"]]
    rows = [node for node in nodes if not node.values["bipartite"]]
    yield f"DL nr={len(rows)}, nc={len(columns)}"
    yield "format = edgelist2"
    yield "row labels:"
    yield from (node.id for node in rows)
    yield "column labels:"
    yield from (node.id for node in columns)
    yield "data:"
    row_places, column_places = _number(rows), _number(columns)
    yield from (
        f"{row} {column} 1"
        for row, column in sorted(
            (row_places[edge.target], column_places[edge.source]) for edge in flat.edges
        )
    )


def _number(nodes: list[Node]) -> dict[str, int]:
    return {node.id: number for number, node in enumerate(nodes, start=1)}
