"""The graphs that every format with a schema must write validly, the odd ones too."""

import networkx as nx
import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.network.bipartite import build_bipartite
from graph.network.project import project_network

ODD = {
    "network": (kustland(), True),
    "two-mode": (kustland(), False),
    "empty": (make_registry([], []), True),
    "one organisation": (make_registry([organisation("a")], []), False),
    "isolates": (make_registry([organisation("a")], [partnership("p", "")]), False),
}


@pytest.fixture(params=ODD)
def any_graph(request: pytest.FixtureRequest) -> nx.Graph:
    """Both graphs of the small registry, and those of data that hold next to nothing."""
    registry, project = ODD[request.param]
    bipartite = build_bipartite(registry)
    return project_network(bipartite) if project else bipartite
