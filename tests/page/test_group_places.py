"""Where groups stand: near their partnerships, clear of all else, and nothing moves for them."""

from dataclasses import replace
from itertools import combinations
from math import dist

from registries import group, kustland_in_full, make_registry, organisation, partnership

from graph.model.records import Group
from graph.network.networkx import build_bipartite
from graph.page.layout.groups import CLEARANCE, place_groups
from graph.page.layout.positions import compute_positions


def test_near_and_clear() -> None:
    """Each stands near one of its partnerships, and away from whatever else stands there."""
    registry = kustland_in_full()
    places = compute_positions(build_bipartite(registry))

    placed = place_groups(registry, places)

    assert sorted(placed) == ["aanbieders", "buurtbewoners", "zes-kustgemeenten-6"]
    assert dist(placed["aanbieders"], places["r"]) < 120
    points = [*places.values(), *placed.values()]
    assert all(
        dist(one, other) >= CLEARANCE - 0.1
        for one, other in combinations(points, 2)
        if one in placed.values() or other in placed.values()
    )
    assert places == compute_positions(build_bipartite(registry))


def test_between_several() -> None:
    """A group of two partnerships stands between these."""
    both = group("beide")
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [partnership("p", "a", groups=(both,)), partnership("q", "b", groups=(both,))],
    )
    places = {"a": (0.0, 0.0), "b": (300.0, 0.0), "p": (0.0, 100.0), "q": (300.0, 100.0)}

    assert place_groups(registry, places) == {"beide": (150.0, 100.0)}


def test_crowded() -> None:
    """Where no place is free, the freest is taken, and no two groups share one."""
    many = tuple(group(f"groep {n}") for n in range(80))
    registry = make_registry([organisation("a")], [partnership("p", "a", groups=many)])

    placed = place_groups(registry, {"a": (0.0, 0.0), "p": (10.0, 0.0)})

    assert len(placed) == 80
    assert len(set(placed.values())) > 60


def test_in_nothing() -> None:
    """A group that takes part in nothing stands below all else."""
    registry = replace(
        make_registry([organisation("a")], []), groups={"g": Group(id="g", label="g")}
    )

    assert place_groups(registry, {"a": (0.0, 50.0)}) == {"g": (0.0, 170.0)}
