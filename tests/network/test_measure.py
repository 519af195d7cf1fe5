"""What is counted, on networks small enough to count by hand."""

from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.measure import Measures, OrganisationMeasures, measure_network
from graph.network.measures.measure import Shown
from graph.network.measures.regions import REGIONS
from graph.network.networkx import build_bipartite, project_network


def measure(registry: Registry) -> Measures:
    """Measure a registry the whole way."""
    bipartite = build_bipartite(registry)
    return measure_network(bipartite, project_network(bipartite))


def test_kustland() -> None:
    """Every measure of the small registry is what a hand count gives."""
    measures = measure(kustland())

    assert measures.organisations["a"] == OrganisationMeasures(
        partnerships=2, partners=2, strength=3, newman_strength=2.0
    )
    assert measures.organisations["e"] == OrganisationMeasures(
        partnerships=1, partners=0, strength=0, newman_strength=0
    )
    assert measures.components == (("a", "b", "c", "d"),)
    assert measures.isolates == ("e", "f", "g", "h")
    assert measures.cut_vertices == {"c": (("a", "b"), ("d",))}
    assert measures.by_members == {0: 1, 1: 1, 2: 2, 3: 1}
    assert (measures.memberships, measures.ties) == (8, 4)


def test_components_are_largest_first() -> None:
    """Components are sorted by size, then by name; a cut vertex names what falls apart."""
    registry = make_registry(
        [organisation(id) for id in "abcdefgh"],
        [
            partnership("p", "a b"),
            partnership("q", "e f"),
            partnership("r", "f g"),
            partnership("s", "f h c"),
        ],
    )

    measures = measure(registry)

    assert measures.components == (("c", "e", "f", "g", "h"), ("a", "b"))
    assert measures.cut_vertices == {"f": (("c", "h"), ("e",), ("g",))}
    assert measures.isolates == ("d",)


def test_an_empty_network() -> None:
    """No organisations give empty measures, not an error."""
    measures = measure(make_registry([], []))

    assert measures == Measures(
        organisations={},
        components=(),
        isolates=(),
        cut_vertices={},
        by_members={},
        memberships=0,
        ties=0,
    )


def test_how_regions_are_shown() -> None:
    """A number of regions, or that it is not known."""
    assert REGIONS.shown(("kustland", "zandmeer")) == 2
    assert REGIONS.shown(()) == 0
    assert REGIONS.shown(None) == Shown("not_known")
