"""Whether ties run within types and regions or between them."""

import networkx as nx
from conftest import ROOT
from drawn import registries
from hypothesis import given
from registries import make_registry, organisation, partnership

from graph.findings.mixing import Extreme, Mixing, find_mixing, measure_mixing
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.reading import read_registry

BY_HAND = make_registry(
    [
        organisation("a", type="ggz", region="zandmeer"),
        organisation("b", type="ggz", region="kustland"),
        organisation("c", type="gemeente", region="zandmeer"),
        organisation("d", type="gemeente"),
    ],
    [partnership("p", "a b"), partnership("q", "a c"), partnership("r", "a d")],
)


def test_by_hand() -> None:
    """Ties with an unknown end are not counted; the extremes say on whom the index depends."""
    by_type, by_region, by_label = find_mixing(Incidence(BY_HAND))

    assert by_type == Mixing(
        grouping="by_type",
        external=2,
        internal=1,
        uncounted=0,
        lowest=Extreme(index=0.0, without=("c", "d")),
        highest=Extreme(index=1.0, without=("b",)),
        tried=3,
        wide=(),
    )
    assert (by_type.index, by_region.index, by_label.index) == (1 / 3, -1.0, 0.0)
    assert (by_region.external, by_region.internal, by_region.uncounted) == (0, 2, 1)
    assert by_region.lowest == by_region.highest == Extreme(index=-1.0, without=("b", "c"))
    assert by_label.lowest == Extreme(index=-1.0, without=("b",))


def test_nothing_to_count() -> None:
    """Without ties the index is not defined, with or without anybody."""
    by_type, *_ = find_mixing(Incidence(make_registry([organisation("a")], [])))

    assert (by_type.index, by_type.lowest, by_type.highest, by_type.tried) == (None, None, None, 0)


@given(registries())
def test_as_networkx(registry: Registry) -> None:
    """Ties within and between types are those that networkx counts, with and without each."""
    network = nx.Graph(list(Incidence(registry).shared))
    for id in network:
        network.nodes[id]["type"] = registry.organisations[id].type

    found = find_mixing(Incidence(registry))[0]

    assert (found.external, found.internal) == count(network)
    without = {}
    for id in network:
        rest = network.copy()
        rest.remove_node(id)
        if any(count(rest)):
            external, internal = count(rest)
            without[id] = (external - internal) / (external + internal)
    assert found.tried == len(without)
    if without:
        assert found.lowest is not None
        assert found.highest is not None
        assert found.lowest.index == min(without.values())
        assert found.highest.without == tuple(
            sorted(id for id, index in without.items() if index == max(without.values()))
        )


def count(network: nx.Graph) -> tuple[int, int]:
    """Ties between types, and within them."""
    mixed = nx.attribute_mixing_dict(network, "type")
    within = sum(found.get(type, 0) for type, found in mixed.items())
    every = sum(number for found in mixed.values() for number in found.values())
    return (every - within) // 2, within // 2


def test_groups_that_count_as_one() -> None:
    """What counts as one group is for the caller to say."""
    found = measure_mixing("by_region", [("a", "b")], {"a": "x", "b": "y"}, lambda *_: True)

    assert (found.external, found.internal) == (0, 1)


def test_a_region_that_holds_others() -> None:
    """Who is tied within a region only because its own holds regions apart is said to be so."""
    regions = {"a": "land", "b": "oost", "c": "west", "d": "oost"}
    within = {("land", "oost"), ("land", "west"), ("oost", "land"), ("west", "land")}

    found = measure_mixing(
        "by_region",
        [("a", "b"), ("a", "c"), ("a", "d"), ("b", "d")],
        regions,
        lambda one, other: one == other or (one, other) in within,
    )

    assert (found.external, found.internal, found.wide) == (0, 4, ("a",))


def test_an_insurer_between_regions() -> None:
    """In the real data this is Zilveren Kruis alone: it is what links Almere and Utrecht."""
    by_type, by_region, by_label = find_mixing(Incidence(read_registry(ROOT / "entities.yaml")))

    assert (by_type.wide, by_region.wide, by_label.wide) == ((), ("zilveren-kruis",), ())
    assert by_region.external == 0
