"""Flattened graph -> files: each format is one file here, and one line in `FORMATS`."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from graph.network.incidence import Incidence
from graph.write.graphs.attributes import flatten_network, flatten_two_mode
from graph.write.graphs.csv import write_csv
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Flat
from graph.write.graphs.gexf import write_gexf
from graph.write.graphs.graphml import write_graphml
from graph.write.graphs.json import write_json
from graph.write.graphs.jsonld import write_jsonld
from graph.write.graphs.kumu import write_kumu
from graph.write.graphs.matrix import write_matrix, write_roles
from graph.write.graphs.obsidian import write_obsidian
from graph.write.graphs.pajek import write_pajek
from graph.write.graphs.relations import flatten_relations
from graph.write.graphs.sqlite import write_sqlite
from graph.write.graphs.tables import TABLES
from graph.write.graphs.ucinet import write_ucinet
from graph.write.graphs.xlsx import write_xlsx

__all__ = [
    "DATASETS",
    "FORMATS",
    "GRAPHS",
    "TABLES",
    "Exported",
    "Flat",
    "flatten_network",
    "flatten_relations",
    "flatten_two_mode",
    "write_csv",
    "write_gexf",
    "write_graphml",
    "write_json",
    "write_jsonld",
    "write_kumu",
    "write_matrix",
    "write_obsidian",
    "write_pajek",
    "write_roles",
    "write_sqlite",
    "write_ucinet",
    "write_xlsx",
]


class DatasetFormat(NamedTuple):
    """
    A format that holds everything, whatever the graph.

    `extra` is that of the package which brings its library. `is_read`: people read it, so it has
    words of their language; else it has those of the data. `is_text`: it can go to a terminal.
    `is_folder`: its files stand in a folder of their own, or in a zip, by their names.
    """

    write: Callable[[Incidence], Exported]
    extra: str = ""
    is_read: bool = False
    is_text: bool = False
    is_folder: bool = False


FORMATS: Mapping[str, Callable[[Flat], Exported]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "json": write_json,
    "kumu": write_kumu,
    "pajek": write_pajek,
    "ucinet": write_ucinet,
}
"""Name of each format -> what writes it; all take any of `GRAPHS`."""

DATASETS: Mapping[str, DatasetFormat] = {
    "matrix": DatasetFormat(write_matrix, is_text=True),
    "roles": DatasetFormat(write_roles, is_text=True),
    "jsonld": DatasetFormat(write_jsonld, is_text=True),
    "obsidian": DatasetFormat(write_obsidian, is_read=True, is_folder=True),
    "sqlite": DatasetFormat(write_sqlite),
    "xlsx": DatasetFormat(write_xlsx, extra="xlsx", is_read=True),
}
"""Name of each format that holds everything -> what writes it."""

GRAPHS: Mapping[str, Callable[[Incidence], Flat]] = {
    "network": flatten_network,
    "two-mode": flatten_two_mode,
    "relations": flatten_relations,
}
"""Name of each graph -> what makes it of the data."""
