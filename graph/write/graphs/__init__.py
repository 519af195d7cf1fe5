"""Graph -> files: each format is one file here, and one line in `FORMATS`."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from graph.write.graphs.csv import write_csv
from graph.write.graphs.exported import Exported
from graph.write.graphs.gexf import write_gexf
from graph.write.graphs.graphml import write_graphml
from graph.write.graphs.json import write_json

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "Exported", "write_csv", "write_gexf", "write_graphml", "write_json"]

FORMATS: Mapping[str, "Callable[[nx.Graph], Exported]"] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "json": write_json,
}
"""Name of each format -> what writes it; all take a network or a two-mode graph."""
