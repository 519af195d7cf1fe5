"""Groups that overlap are joined, and headed by the least of all that they hold."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.network.joined import join_groups


def test_groups_that_overlap_are_joined() -> None:
    """What is joined by way of others has one head; what is in no group heads itself."""
    assert join_groups(["d", "a", "c", "b", "e"], [["d", "c"], ["e"], ["b", "d"]]) == {
        "d": "b",
        "a": "a",
        "c": "b",
        "b": "b",
        "e": "e",
    }


def test_the_order_of_ids_is_kept() -> None:
    """Whatever the groups, ids come back in the order in which they were given."""
    assert list(join_groups("cab", ["ac"])) == ["c", "a", "b"]


@given(st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=4)))
def test_as_networkx(groups: list[list[str]]) -> None:
    """The sets are the connected components that networkx finds."""
    graph = nx.Graph()
    graph.add_nodes_from("abcdefghij")
    for group in groups:
        nx.add_path(graph, group)

    joined = join_groups("jihgfedcba", groups)

    assert joined == {
        id: min(component) for component in nx.connected_components(graph) for id in component
    }
