"""The graphs that every format with a schema must write validly, the odd ones too."""

import pytest
from registries import kustland, make_registry, organisation, partnership, with_relations

from graph.write.graphs import Flat, flatten_network, flatten_relations, flatten_two_mode

ODD = {
    "network": (flatten_network, kustland()),
    "two-mode": (flatten_two_mode, kustland()),
    "relations": (flatten_relations, with_relations()),
    "no relations": (flatten_relations, kustland()),
    "empty": (flatten_network, make_registry([], [])),
    "one organisation": (flatten_two_mode, make_registry([organisation("a")], [])),
    "isolates": (flatten_two_mode, make_registry([organisation("a")], [partnership("p", "")])),
}


@pytest.fixture(params=ODD)
def any_graph(request: pytest.FixtureRequest) -> Flat:
    """Every graph of the small registry, and those of data that hold next to nothing."""
    flatten, registry = ODD[request.param]
    return flatten(registry)
