"""Components and cut vertices, by hand and against networkx."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from registries import chain, kustland, make_registry, organisation, partnership

from graph.network.components import (
    find_component,
    find_components,
    find_cut_vertices,
    split_component,
)
from graph.network.incidence import Incidence

TABLES = st.lists(st.sets(st.sampled_from("abcdefghij"), max_size=5), max_size=9)


def make_incidence(tables: list[set[str]], least: int) -> Incidence:
    """Ten organisations a to j, and a partnership for each set of them."""
    registry = make_registry(
        [organisation(id) for id in "abcdefghij"],
        [partnership(f"p{n}", " ".join(sorted(ids))) for n, ids in enumerate(tables)],
    )
    return Incidence(replace(registry, least_weight=least))


def test_kustland() -> None:
    """One component of four, four organisations alone, and c holds d to the rest."""
    incidence = Incidence(kustland())

    (cut,) = find_cut_vertices(incidence)

    assert find_components(incidence) == (("a", "b", "c", "d"), ("e",), ("f",), ("g",), ("h",))
    assert (cut.id, cut.sizes, cut.parts, cut.pairs) == ("c", (2, 1), (("a", "b"), ("d",)), 2)
    assert find_component(incidence, "d", without="c") == ("d",)
    assert split_component(incidence, "c") == (("a", "b"), ("d",))
    assert split_component(incidence, "a") == (("b", "c", "d"),)
    assert split_component(incidence, "h") == ()


@given(TABLES, st.integers(1, 3))
def test_as_networkx(tables: list[set[str]], least: int) -> None:
    """Components, cut vertices and the parts that are left are those of networkx."""
    incidence = make_incidence(tables, least)
    pairs = Counter(pair for ids in tables for pair in combinations(sorted(ids), 2))
    network = nx.Graph([pair for pair, weight in pairs.items() if weight >= least])
    network.add_nodes_from("abcdefghij")

    found = find_cut_vertices(incidence)

    assert set(find_components(incidence)) == {
        tuple(sorted(part)) for part in nx.connected_components(network)
    }
    assert [cut.id for cut in found] == sorted(nx.articulation_points(network))
    for cut in found:
        component = nx.node_connected_component(network, cut.id)
        rest = network.subgraph(component - {cut.id})
        parts = {tuple(sorted(part)) for part in nx.connected_components(rest)}
        assert set(cut.parts) == parts
        assert list(cut.sizes) == [len(part) for part in cut.parts]
        assert set(cut.list_parts(2).values()) == {part for part in parts if len(part) < 3}
        assert {id: cut.find_part(id) for id in rest} == {
            id: place for place, part in cut.list_parts(9).items() for id in part
        }
        assert cut.parts == split_component(incidence, cut.id)
        assert cut.pairs == sum(
            not nx.has_path(rest, one, other) for one in rest for other in rest if one < other
        )


def test_a_part_of_more_than_a_hundred_is_not_listed() -> None:
    """Of a row of 104 the second has one on one side, listed, and 102 on the other, counted."""
    cuts = {cut.id: cut for cut in find_cut_vertices(Incidence(chain(104)))}

    assert (cuts["o001"].sizes, cuts["o001"].listed) == ((102, 1), (None, ("o000",)))
    assert (cuts["o003"].sizes[0], cuts["o003"].listed[0]) == (
        100,
        tuple(f"o{number:03}" for number in range(4, 104)),
    )
    assert cuts["o003"].listed == cuts["o003"].parts


def test_listed_parts_grow_like_the_data() -> None:
    """However long a row, a hundred cut vertices at either end list 1 to 100 organisations."""
    for length in (1_000, 3_000):
        cuts = find_cut_vertices(Incidence(chain(length)))

        assert sum(len(part or ()) for cut in cuts for part in cut.listed) == 2 * sum(range(1, 101))


def test_lesser_parts_are_all_but_the_first() -> None:
    """Of parts of one size the first by id counts as the largest; a larger one is left out."""
    two = make_incidence([{"a", "b"}, {"b", "c"}], 1)
    three = make_incidence([{"a", "b"}, {"b", "c", "d"}], 1)

    assert [cut.lesser_parts for cut in find_cut_vertices(two)] == [(("c",),)]
    assert [cut.lesser_parts for cut in find_cut_vertices(three)] == [(("a",),)]


def test_cut_vertices_stand_by_id() -> None:
    """In a row of five all but the ends are cut vertices, in the order of their ids."""
    cuts = find_cut_vertices(Incidence(chain(5)))

    assert [cut.id for cut in cuts] == ["o001", "o002", "o003"]


def test_what_a_ring_hangs_on_is_a_cut_vertex() -> None:
    """Where b, c and d go round, b still holds a to the others, and no other of them holds."""
    (cut,) = find_cut_vertices(make_incidence([{"a", "b"}, {"b", "c"}, {"c", "d"}, {"d", "b"}], 1))

    assert (cut.id, cut.sizes, cut.parts) == ("b", (2, 1), (("c", "d"), ("a",)))


def test_parts_that_are_asked_for_stand_by_id() -> None:
    """Behind e is first z and then b: in the part they stand by their ids."""
    ids = ("a", "b", "e", "z")
    tables = [partnership(f"p{n}", pair) for n, pair in enumerate(("a e", "e z", "z b"))]
    incidence = Incidence(make_registry([organisation(id) for id in ids], tables))
    cut = next(one for one in find_cut_vertices(incidence) if one.id == "e")

    assert cut.list_parts(2) == {0: ("b", "z"), 1: ("a",)}


def test_the_first_organisation_can_be_a_cut_vertex() -> None:
    """Where the walk begins is one as well if two parts hang on it."""
    (cut,) = find_cut_vertices(make_incidence([{"a", "b"}, {"a", "c"}], 1))

    assert (cut.id, cut.sizes, cut.parts) == ("a", (1, 1), (("b",), ("c",)))
