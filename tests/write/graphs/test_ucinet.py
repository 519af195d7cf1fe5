"""The DL language of UCINET, the square form read back by igraph."""

from pathlib import Path

import igraph
import pytest
from registries import kustland, make_registry, organisation, partnership, with_relations

from graph.write.graphs import Flat, flatten_network, flatten_relations, flatten_two_mode
from graph.write.graphs.ucinet import write_ucinet


def read(flat: Flat, path: Path) -> set[tuple[str, str, float]]:
    path.write_bytes(write_ucinet(flat).content)
    graph = igraph.Graph.Read_DL(str(path), directed=True)
    names = graph.vs["name"]
    return {(names[e.source], names[e.target], e["weight"]) for e in graph.es}


def test_whole_two_mode() -> None:
    """Organisations are rows and partnerships columns, each counted from one."""
    registry = make_registry(
        [organisation("a"), organisation("b-1", name='"Één", en twee'), organisation("c")],
        [partnership("p", "a b-1"), partnership("q", "b-1")],
    )

    assert write_ucinet(flatten_two_mode(registry)).content == (
        b"DL nr=3, nc=2\r\nformat = edgelist2\r\n"
        b"row labels:\r\na\r\nb-1\r\nc\r\n"
        b"column labels:\r\np\r\nq\r\n"
        b"data:\r\n1 1 1\r\n2 1 1\r\n2 2 1\r\n"
    )


def test_igraph_reads_network(tmp_path: Path) -> None:
    """igraph finds each tie in both directions, with its weight: the matrix is symmetric."""
    ties = {("a", "b", 2.0), ("a", "c", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)}

    assert read(flatten_network(kustland()), tmp_path / "n.dl") == ties | {
        (right, left, weight) for left, right, weight in ties
    }


def test_igraph_reads_relations(tmp_path: Path) -> None:
    """A relation has one direction; two between the same two are one cell with their number."""
    assert read(flatten_relations(with_relations()), tmp_path / "n.dl") == {
        ("c", "a", 2.0),
        ("c", "p", 1.0),
        ("zes-kustgemeenten-6", "u", 1.0),
    }


@pytest.mark.parametrize("flatten", [flatten_network, flatten_two_mode])
def test_empty(flatten: type) -> None:
    """Data without anything make a matrix without rows."""
    assert write_ucinet(flatten(make_registry([], []))).content.endswith(b"labels:\r\ndata:\r\n")
