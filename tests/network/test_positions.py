"""Where each organisation stands: by hand, against networkx and igraph, and as published."""

import json
import re
from base64 import b64decode
from dataclasses import replace
from math import comb, isfinite
from pathlib import Path

import igraph
import networkx as nx
import pytest
from conftest import ROOT
from hypothesis import given
from registries import davis, kustland, make_registry, organisation, partnership
from test_properties import registries

from graph.model.records import Registry
from graph.network.networkx import build_bipartite, project_network
from graph.network.positions import Position, list_records, measure_positions
from graph.network.two_mode import measure_two_mode
from graph.network.undertakings import find_undertakings
from graph.outputs import make_outputs
from graph.pipeline import explore

WOMEN = (
    *("evelyn-jefferson", "laura-mandeville", "theresa-anderson", "brenda-rogers"),
    *("charlotte-mcdowd", "frances-anderson", "eleanor-nye", "pearl-oglethorpe", "ruth-desand"),
    *("verne-sanderson", "myra-liddel", "katherina-rogers", "sylvia-avondale", "nora-fayette"),
    *("helen-lloyd", "dorothy-murchison", "olivia-carleton", "flora-price"),
)
EVENTS = tuple(f"e{number}" for number in range(1, 15))


def measure(registry: Registry) -> dict[str, Position]:
    """Every position in a registry, by id."""
    bipartite = build_bipartite(registry)
    found = measure_positions(bipartite, project_network(bipartite))
    return {position.id: position for position in found}


def check(position: Position, **expected: object) -> None:
    """Compare a position with all that is expected of it."""
    found = {name: getattr(position, name) for name in list_records([position])[0]}
    assert found == {"id": position.id, **expected}


def tables(*members: str, alone: str = "") -> Registry:
    """Tables p0, p1, … with these members, a letter each; `alone` sit nowhere."""
    ids = sorted({*"".join(members), *alone})
    return make_registry(
        [organisation(id) for id in ids],
        [partnership(f"p{n}", " ".join(table)) for n, table in enumerate(members)],
    )


def test_kustland() -> None:
    """Every number of the small registry is what a hand count gives."""
    positions = measure(kustland())

    assert list(positions) == list("abcdefgh")
    check(
        positions["c"],
        name="Gemeente Zandmeer",
        type="gemeente",
        undertakings=2,
        with_others=2,
        alone=0,
        partnerships=2,
        partners=3,
        strength=3,
        newman_strength=2.0,
        betweenness=2.0,  # a-d and b-d
        effective_size=3 - 2 / 3,  # three partners, of which a and b are tied
        redundancy=0.0,  # nobody else sits at both p and r
        regions_reached=2,
        regions=("kustland", "zandmeer"),
        component=1,
        component_size=4,
        cut_vertex=True,
        parts=(("a", "b"), ("d",)),
        part_sizes=(2, 1),
    )
    check(
        positions["a"],
        name="Ziekenhuis De Vuurbaak",
        type="ziekenhuis",
        undertakings=2,
        with_others=2,
        alone=0,
        partnerships=2,
        partners=2,
        strength=3,
        newman_strength=2.0,
        betweenness=0.0,
        effective_size=1.0,
        redundancy=1.0,  # b also sits at both p and q
        regions_reached=1,
        regions=("zandmeer",),
        component=1,
        component_size=4,
        cut_vertex=False,
        parts=(),
        part_sizes=(),
    )
    check(
        positions["e"],
        name="Stichting Café Één",
        type="welzijn",
        undertakings=0,
        with_others=0,
        alone=1,
        partnerships=1,
        partners=0,
        strength=0,
        newman_strength=0.0,
        betweenness=0.0,
        effective_size=None,
        redundancy=None,
        regions_reached=None,
        regions=(),
        component=None,
        component_size=1,
        cut_vertex=False,
        parts=(),
        part_sizes=(),
    )


def test_regions_that_are_not_told_are_not_none() -> None:
    """At tables of no known region it is not known how many are reached; at no table it is 0."""
    positions = measure(kustland())

    assert {id: position.regions_reached for id, position in positions.items()} == {
        **{"a": 1, "b": 1, "c": 2, "d": 1},
        **{"e": None, "f": 0, "g": 0, "h": 0},
    }


@pytest.mark.parametrize(
    ("registry", "expected"),
    [
        (tables(), {}),
        (tables(alone="a"), {"a": (0, 0.0, None, None, None, 1)}),
        (
            tables("a", "b", alone="c"),
            {
                "a": (0, 0.0, None, None, None, 1),
                "b": (0, 0.0, None, None, None, 1),
                "c": (0, 0.0, None, None, None, 1),
            },
        ),
        (tables("ab"), dict.fromkeys("ab", (1, 0.0, 1.0, None, 1, 2))),
        (tables("abcde"), dict.fromkeys("abcde", (4, 0.0, 1.0, None, 1, 5))),
        (
            tables("ab", "bc"),
            {
                "a": (1, 0.0, 1.0, None, 1, 3),
                "b": (2, 1.0, 2.0, 0.0, 1, 3),
                "c": (1, 0.0, 1.0, None, 1, 3),
            },
        ),
        (tables("ab", "a", "a"), dict.fromkeys("ab", (1, 0.0, 1.0, None, 1, 2))),
        (
            tables("ab", "bc", "cd", "da"),
            dict.fromkeys("abcd", (2, 0.5, 2.0, 0.0, 1, 4)),
        ),
    ],
    ids=["empty", "one", "isolates only", "pair", "K5", "path", "tables of one", "square"],
)
def test_micro_networks(registry: Registry, expected: dict[str, tuple[object, ...]]) -> None:
    """Partners, betweenness, effective size, redundancy and component, counted by hand."""
    positions = measure(registry)

    assert {
        id: (
            position.partners,
            position.betweenness,
            position.effective_size,
            position.redundancy,
            position.component,
            position.component_size,
        )
        for id, position in positions.items()
    } == expected


def test_redundancy_counts_pairs_of_tables() -> None:
    """Of the three pairs of tables of a, only the first and second share another organisation."""
    positions = measure(tables("ab", "abc", "ad"))

    assert positions["a"].redundancy == pytest.approx(1 / 3)
    assert positions["b"].redundancy == 1.0


def test_stages_count_once() -> None:
    """The stages of one undertaking count once, also where a filter leaves out one between."""
    stages = [
        partnership("p", "a b"),
        partnership("q", "a", follows=("p",)),
        partnership("r", "a c", follows=("q",)),
        partnership("s", "a"),
    ]
    whole = make_registry([organisation(id) for id in "abc"], stages)
    part = replace(whole, partnerships={id: whole.partnerships[id] for id in "prs"})

    of_whole, of_part = (
        {one.id: one.undertakings for one in measure_positions(registry, undertakings=stages_of)}
        for registry, stages_of in ((whole, None), (part, find_undertakings(whole)))
    )

    assert of_whole == of_part == {"a": 1, "b": 1, "c": 1}
    assert measure(part)["a"].undertakings == 2


def test_isolates_do_not_change_betweenness() -> None:
    """Betweenness is a count of pairs: organisations that sit nowhere leave it as it is."""
    without, beside = measure(tables("ab", "bc")), measure(tables("ab", "bc", alone="xyz"))

    assert (without["b"].betweenness, beside["b"].betweenness) == (1.0, 1.0)


def test_a_cut_vertex_names_what_falls_apart() -> None:
    """A cut vertex holds the parts that are left, and lies between at least their pairs."""
    position = measure(tables("abx", "cdx", "x", "yz"))["x"]

    assert (position.cut_vertex, position.parts) == (True, (("a", "b"), ("c", "d")))
    assert position.betweenness == 2 * 2
    assert position.component_size == 5


@given(registries())
def test_equal_to_networkx(registry: Registry) -> None:
    """Every number that networkx has is the one that networkx gives."""
    bipartite = build_bipartite(registry)
    network = project_network(bipartite)
    positions = measure(registry)

    between = nx.betweenness_centrality(network)
    effective = nx.effective_size(network)
    pairs = comb(max(len(network) - 1, 0), 2)
    for id, position in positions.items():
        assert position.partnerships == bipartite.degree(id)
        assert position.partners == network.degree(id)
        assert position.strength == network.degree(id, weight="weight")
        assert position.newman_strength == pytest.approx(network.degree(id, weight="newman"))
        assert position.betweenness == pytest.approx(between[id] * pairs, rel=1e-9, abs=1e-9)
        assert position.component_size == len(nx.node_connected_component(network, id))
        if position.partners:
            assert position.effective_size == pytest.approx(effective[id])
        else:
            assert (position.effective_size, position.component) == (None, None)
    cuts = {id for id, position in positions.items() if position.cut_vertex}
    assert cuts == set(nx.articulation_points(network))


@given(registries())
def test_equal_to_igraph(registry: Registry) -> None:
    """Betweenness, components and cut vertices are those of igraph."""
    network = project_network(build_bipartite(registry))
    positions = measure(registry)

    ids = list(network)
    other = igraph.Graph(
        len(ids), [(ids.index(left), ids.index(right)) for left, right in network.edges]
    )
    found = list(positions.values())
    assert [position.betweenness for position in found] == pytest.approx(other.betweenness())
    assert [position.partners for position in found] == other.degree()
    parts = other.connected_components()
    sizes = [len(parts[number]) for number in parts.membership]
    assert [position.component_size for position in found] == sizes
    cuts = sorted(other.articulation_points())
    assert [n for n, position in enumerate(found) if position.cut_vertex] == cuts


@given(registries())
def test_effective_size_as_burt_wrote_it(registry: Registry) -> None:
    """Effective size is also Burt's own sum over partners, of which Borgatti's form is short."""
    network = project_network(build_bipartite(registry))

    for id, position in measure(registry).items():
        ego = set(network[id])
        burt = sum(1 - len(ego & set(network[other])) / len(ego) for other in ego)
        assert position.effective_size == (pytest.approx(burt) if ego else None)


@given(registries())
def test_redundancy_by_definition(registry: Registry) -> None:
    """Redundancy is the share of pairs of tables that another organisation also joins."""
    members = {
        id: {m.organisation for m in p.memberships} for id, p in registry.partnerships.items()
    }

    for id, position in measure(registry).items():
        joined = [table for table in members.values() if id in table and len(table) > 1]
        pairs = [left & right for n, left in enumerate(joined) for right in joined[:n]]
        if len(joined) < 2:
            assert position.redundancy is None
        else:
            shared = sum(bool(both - {id}) for both in pairs)
            assert position.redundancy == pytest.approx(shared / len(pairs))


@given(registries())
def test_never_nan(registry: Registry) -> None:
    """What is not defined is None: every other number is finite, and JSON takes all of it."""
    bipartite = build_bipartite(registry)
    records = list_records(measure_positions(bipartite, project_network(bipartite)))

    json.dumps(records, allow_nan=False)
    for row in measure_two_mode(bipartite):
        assert all(isfinite(x) for x in (row.degree, row.closeness, row.betweenness) if x)


def test_records_are_plain() -> None:
    """A record is what pandas takes as it is: words, numbers, lists, and None."""
    bipartite = build_bipartite(kustland())
    records = list_records(measure_positions(bipartite, project_network(bipartite)))

    assert records[2] == {
        "id": "c",
        "name": "Gemeente Zandmeer",
        "type": "gemeente",
        "undertakings": 2,
        "with_others": 2,
        "alone": 0,
        "partnerships": 2,
        "partners": 3,
        "strength": 3,
        "newman_strength": 2.0,
        "betweenness": 2.0,
        "effective_size": 2.333333,
        "redundancy": 0.0,
        "regions_reached": 2,
        "regions": ["kustland", "zandmeer"],
        "component": 1,
        "component_size": 4,
        "cut_vertex": True,
        "parts": [["a", "b"], ["d"]],
        "part_sizes": [2, 1],
    }
    assert all(list(record) == list(records[0]) for record in records)


# The two-mode numbers of Borgatti and Everett 1997, Social Networks 19:243-269. Its printed
# tables could not be read; these stand in for them, each with where it was read:
# - closeness and betweenness of the first five women and of E10-E14, in per cent as the paper
#   gives them, from the tests of the R package roctopus (later migraph) in its first versions,
#   which say of the raw closeness that it is "the results displayed from Borgatti and Everett
#   (1997)"; that the normalised values beside it are the paper's too is an inference;
# - both formulas of p. 256, with 442 for the women and 452 for the events, from the notes of the
#   R package xucinet, whose authors compared UCINET 6.849 with the paper;
# - UCINET 6.849's report on Davis for Evelyn and E8, from the same notes;
# - all 32 nodes in two decimals, from networkx's own tests (after Borgatti and Halgin 2011).
# roctopus counts 93 attendances, not the 89 of networkx and of UCINET: Dorothy also at E10 and
# E12, Helen also at E13 and E14 (found by trying every set of four: only this one gives its raw
# counts, to six decimals). On both its closeness of the five women is the same.


def per_cent(share: float | None) -> float:
    assert share is not None
    return 100 * share


def measure_davis(registry: Registry) -> dict[str, tuple[float, float, float]]:
    """Degree, closeness and betweenness of each node, in per cent."""
    return {
        row.id: (per_cent(row.degree), per_cent(row.closeness), per_cent(row.betweenness))
        for row in measure_two_mode(build_bipartite(registry))
    }


def with_93_attendances() -> Registry:
    """The Southern women as the R package networkdata held them in 2020."""
    registry = davis()
    more = {
        "e10": "dorothy-murchison",
        "e12": "dorothy-murchison",
        "e13": "helen-lloyd",
        "e14": "helen-lloyd",
    }
    return make_registry(
        list(registry.organisations.values()),
        [
            partnership(id, " ".join([*(m.organisation for m in p.memberships), more.get(id, "")]))
            for id, p in registry.partnerships.items()
        ],
    )


def test_southern_women_as_reported_of_the_paper() -> None:
    """With 93 attendances every reported number comes out, as the paper normalises."""
    found = measure_davis(with_93_attendances())

    closeness = [80.00, 72.73, 80.00, 72.73, 60.00]
    assert [found[id][1] for id in WOMEN[:5]] == pytest.approx(closeness, abs=0.005)
    events = [56.41, 53.66, 57.89, 53.66, 53.66]
    assert [found[id][1] for id in EVENTS[9:]] == pytest.approx(events, abs=0.005)
    between = [9.67, 5.17, 8.76, 4.98, 1.07]
    assert [found[id][2] for id in WOMEN[:5]] == pytest.approx(between, abs=0.005)
    events = [1.51, 2.00, 2.26, 0.42, 0.42]
    assert [found[id][2] for id in EVENTS[9:]] == pytest.approx(events, abs=0.005)
    degrees = [57.14, 50.00, 57.14, 50.00, 28.57]
    assert [found[id][0] for id in WOMEN[:5]] == pytest.approx(degrees, abs=0.005)


def test_southern_women_raw_as_reported() -> None:
    """With 93 attendances the counts of pairs are those reported, to six decimals."""
    rows = {row.id: row.pairs for row in measure_two_mode(build_bipartite(with_93_attendances()))}

    women = [42.759998, 22.856540, 38.739264, 22.011910, 4.727942]
    assert [rows[id] for id in WOMEN[:5]] == pytest.approx(women, abs=1e-6)
    events = [6.818566, 9.019440, 10.235365, 1.889229, 1.889229]
    assert [rows[id] for id in EVENTS[9:]] == pytest.approx(events, abs=1e-6)


def test_southern_women_closeness() -> None:
    """On networkx's Southern women the closeness reported of the paper comes out."""
    found = measure_davis(davis())

    closeness = [0.8000, 0.7273, 0.8000, 0.7273, 0.6000]
    assert [found[id][1] / 100 for id in WOMEN[:5]] == pytest.approx(closeness, abs=0.0005)


def test_southern_women_as_ucinet() -> None:
    """Evelyn and E8 are as UCINET prints them, in three decimals."""
    found = measure_davis(davis())

    evelyn, e8 = found["evelyn-jefferson"], found["e8"]
    assert evelyn == pytest.approx((57.1, 80.0, 9.7), abs=0.05)
    assert e8 == pytest.approx((77.8, 84.6, 24.4), abs=0.05)


def test_southern_women_as_networkx_tests_them() -> None:
    """All 32 nodes are within the two decimals that networkx's own tests give."""
    found = measure_davis(davis())

    closeness = {
        **dict(zip(EVENTS, [52, 52, 56, 54, 59, 69, 73, 85, 79, 55, 54, 56, 52, 52], strict=True)),
        **dict(
            zip(
                WOMEN,
                [80, 73, 80, 73, 60, 67, 67, 67, 71, 71, 69, 73, 77, 80, 73, 65, 59, 59],
                strict=True,
            )
        ),
    }
    between = {
        **dict(zip(EVENTS, [0, 0, 2, 1, 4, 7, 13, 24, 23, 1, 2, 2, 0, 0], strict=True)),
        **dict(zip(WOMEN, [10, 5, 9, 5, 1, 1, 1, 1, 2, 2, 2, 5, 7, 11, 4, 0, 1, 1], strict=True)),
    }
    assert {id: round(row[1]) for id, row in found.items()} == closeness
    assert {id: round(row[2]) for id, row in found.items()} == between


def test_normalised_as_the_paper_and_not_as_networkx() -> None:
    """Closeness is networkx's; betweenness of women is divided by 442 and not by its 445."""
    bipartite = build_bipartite(davis())
    rows = {row.id: row for row in measure_two_mode(bipartite)}

    closeness = nx.bipartite.closeness_centrality(bipartite, WOMEN)
    degree = nx.bipartite.degree_centrality(bipartite, WOMEN)
    between = nx.bipartite.betweenness_centrality(bipartite, WOMEN)
    for id in (*WOMEN, *EVENTS):
        assert rows[id].closeness == pytest.approx(closeness[id])
        assert rows[id].degree == pytest.approx(degree[id])
    for id in EVENTS:
        assert rows[id].betweenness == pytest.approx(between[id])
        assert rows[id].betweenness == pytest.approx(rows[id].pairs / 452)
    for id in WOMEN:
        assert rows[id].betweenness == pytest.approx(between[id] * 445 / 442)
        assert rows[id].betweenness == pytest.approx(rows[id].pairs / 442)


@pytest.mark.parametrize(
    ("registry", "expected"),
    [
        (tables(), {}),
        (tables(alone="a"), {"a": (None, None, None)}),
        (tables("a"), {"a": (1.0, 1.0, None), "p0": (1.0, 1.0, None)}),
        (
            tables("ab"),
            {"a": (1.0, 1.0, None), "b": (1.0, 1.0, None), "p0": (1.0, 1.0, 1.0)},
        ),
        (
            tables("ab", alone="c"),
            {
                "a": (1.0, None, None),
                "b": (1.0, None, None),
                "c": (0.0, None, None),
                "p0": (2 / 3, None, 1 / 3),
            },
        ),
        (tables(""), {"p0": (None, None, None)}),
    ],
    ids=["empty", "no table", "table of one", "pair", "pair and isolate", "no organisation"],
)
def test_two_mode_micro(registry: Registry, expected: dict[str, tuple[object, ...]]) -> None:
    """Degree, closeness and betweenness where they are and are not defined."""
    rows = measure_two_mode(build_bipartite(registry))

    assert {row.id: (row.degree, row.closeness, row.betweenness) for row in rows} == expected


def test_a_notebook_shows_the_page() -> None:
    """In a notebook an `Explored` is the page of `build`, byte for byte, in a frame of its own."""
    explored = explore(ROOT / "entities.yaml")

    shown = explored._repr_html_()

    frame = re.fullmatch(
        r'<iframe src="data:text/html;charset=utf-8;base64,([A-Za-z0-9+/=]+)" '
        r'title="([^"<>]*)" width="100%" height="640"></iframe>',
        shown,
    )
    assert frame is not None
    assert b64decode(frame[1], validate=True) == make_outputs(explored).files["network.html"]
    assert "http" not in shown.replace(frame[1], "")


def test_the_title_of_a_frame_is_inert(tmp_path: Path) -> None:
    """A title with quotes and brackets stays inside the attribute of the frame."""
    explored = explore(ROOT / "entities.yaml")
    hostile = replace(explored, registry=replace(explored.registry, title='"><script>alert(1)'))

    assert 'title="&quot;&gt;&lt;script&gt;alert(1)"' in hostile._repr_html_()
