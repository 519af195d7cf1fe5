"""The network of organisations, against numbers worked out by hand and against networkx."""

import networkx as nx
import pytest
from registries import davis, kustland, make_registry, organisation, partnership

from graph.model.certainty import Certainty
from graph.model.records import (
    Evidence,
    Membership,
    Moment,
    Period,
)
from graph.network.incidence import Incidence
from graph.network.networkx import build_bipartite, project_network

AB = [organisation("a"), organisation("b")]


def test_numbers_by_hand() -> None:
    """Weight counts shared partnerships, and Newman's weight sums 1/(k-1) over them."""
    network = project_network(build_bipartite(kustland()))

    assert list(network.edges(data="weight")) == [
        ("a", "b", 2),
        ("a", "c", 1),
        ("b", "c", 1),
        ("c", "d", 1),
    ]
    assert [newman for *_, newman in network.edges(data="newman")] == [1.5, 0.5, 0.5, 1.0]
    assert network.edges["a", "b"]["partnerships"] == ("p", "q")


def test_isolates_stay() -> None:
    """An organisation in no partnership, or alone in one, stays as a node."""
    network = project_network(build_bipartite(kustland()))

    assert list(network) == list("abcdefgh")
    assert sorted(nx.isolates(network)) == ["e", "f", "g", "h"]


def test_the_argument_is_not_changed() -> None:
    """Projecting leaves the two-mode graph as it was."""
    bipartite = build_bipartite(kustland())
    before = bipartite.copy()

    network = project_network(bipartite)
    network.nodes["a"]["name"] = "anders"

    assert nx.utils.graphs_equal(bipartite, before)


def test_southern_women() -> None:
    """The Southern women have 139 ties, and the two-mode graph a density of 0.3531746."""
    bipartite = build_bipartite(davis())
    network = project_network(bipartite)

    women = list(network)
    assert network.number_of_edges() == 139
    assert nx.bipartite.density(bipartite, women) == pytest.approx(0.3531746, abs=5e-8)


def test_southern_women_equal_networkx() -> None:
    """Both weights of the Southern women are those of networkx's own projections."""
    bipartite = build_bipartite(davis())
    network = project_network(bipartite)

    women = list(network)
    counts = nx.bipartite.weighted_projected_graph(bipartite, women)
    shares = nx.bipartite.collaboration_weighted_projected_graph(bipartite, women)
    assert {frozenset(e): w for *e, w in network.edges(data="weight")} == {
        frozenset(e): w for *e, w in counts.edges(data="weight")
    }
    assert {frozenset(e): w for *e, w in network.edges(data="newman")} == pytest.approx(
        {frozenset(e): w for *e, w in shares.edges(data="weight")}
    )


def test_a_bipartite_graph_that_lost_an_edge_projects_without_it() -> None:
    """The network follows the graph it is given, not the records behind it."""
    bipartite = build_bipartite(kustland())
    bipartite.remove_edge("p", "c")

    network = project_network(bipartite)

    assert list(network.edges(data="newman")) == [("a", "b", 2.0), ("c", "d", 1.0)]


@pytest.mark.parametrize(
    ("partnership_is", "left_is", "right_is", "tie_is"),
    [
        ("high", "high", "high", "high"),
        ("high", "high", "low", "low"),
        ("medium", "high", "high", "medium"),
        ("low", "medium", "high", "low"),
    ],
)
def test_a_tie_is_as_sure_as_its_weakest_part(
    partnership_is: Certainty, left_is: Certainty, right_is: Certainty, tie_is: Certainty
) -> None:
    """Through one partnership a tie is as sure as the least of the three things it rests on."""
    members = [
        Membership(organisation="a", certainty=left_is),
        Membership(organisation="b", certainty=right_is),
    ]
    table = partnership("p", members, certainty=partnership_is)

    (tie,) = Incidence(make_registry(AB, [table])).ties()

    assert tie.certainty == tie_is


def test_one_sure_partnership_makes_a_sure_tie() -> None:
    """Through several partnerships a tie is as sure as the surest of them."""
    low, high = partnership("p", "a b", certainty="low"), partnership("q", "a b")

    (tie,) = Incidence(make_registry(AB, [low, high])).ties()

    assert tie.certainty == "high"


def test_sources_and_years_of_a_tie() -> None:
    """A tie names every document behind it, and the years its partnerships may have run."""
    from datetime import date

    def span(text: str, first: int, last: int | None) -> Period:
        end = Moment(date(last, 1, 1), date(last, 12, 31)) if last else None
        return Period(text=text, start=Moment(date(first, 1, 1), date(first, 12, 31)), end=end)

    own = Membership(
        organisation="a", evidence=(Evidence(source="s3", line=1, quote="A doet mee."),)
    )
    one = partnership(
        "p", [own, Membership(organisation="b")], period=span("2016/2018", 2016, 2018)
    )
    two = partnership(
        "q",
        "a b",
        period=span("2014/..", 2014, None),
        evidence=(Evidence(source="s2", line=1, quote="Q."),),
    )
    undated = partnership("r", "a b")

    (tie,) = Incidence(make_registry(AB, [two, one, undated])).ties()

    assert tie.sources == ("s1", "s2", "s3")
    assert (tie.first_year, tie.last_year) == (2014, 2018)
    assert [shared.partnership.id for shared in tie.shared] == ["p", "q", "r"]


def test_years_are_unknown_without_a_period() -> None:
    """A tie through partnerships without a period has no years."""
    table = partnership("p", "a b")

    (tie,) = Incidence(make_registry(AB, [table])).ties()

    assert tie.first_year is None
    assert tie.last_year is None
