"""Which partnerships are stages of one undertaking."""

import networkx as nx
from drawn import registries
from hypothesis import given
from registries import make_registry, partnership

from graph.model.records import Registry
from graph.network.undertakings import find_undertakings


def test_stages_hang_together_whatever_their_order() -> None:
    """A chain, a fork and a partnership of its own; what is followed and not there is no stage."""
    registry = make_registry(
        [],
        [
            partnership("d", ""),
            partnership("c", "", follows=("d",)),
            partnership("a", "", follows=("d", "b")),
            partnership("b", ""),
            partnership("e", "", follows=("gone",)),
        ],
    )

    assert find_undertakings(registry) == {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e"}


@given(registries())
def test_as_networkx(registry: Registry) -> None:
    """Undertakings are the connected sets of what follows what, under their least id."""
    follows = nx.Graph([(id, one) for id, p in registry.partnerships.items() for one in p.follows])
    follows.add_nodes_from(registry.partnerships)

    assert find_undertakings(registry) == {
        id: min(part) for part in nx.connected_components(follows) for id in part
    }
