"""Who takes part in most partnerships with others."""

from registries import make_registry, organisation, partnership

from graph.findings.leaders import find_leaders
from graph.model.records import Membership
from graph.network.counts import Count
from graph.network.incidence import Incidence
from graph.network.undertakings import find_undertakings

STAGES = make_registry(
    [organisation(id, name=id.upper()) for id in "abcde"],
    [
        partnership("p1", "a b"),
        partnership("p2", "a b", follows=("p1",)),
        partnership("p3", [Membership(organisation="a", role="lead")], follows=("p2",)),
        partnership(
            "q",
            [Membership(organisation="c", role="invited", certainty="low"),
             Membership(organisation="b")],
            certainty="medium",
        ),
        partnership("r", "d"),
        partnership("s", "d"),
    ],
)  # fmt: skip
"""b and a in two stages of one undertaking, b and c in another; a, d alone too; e nowhere."""


def test_stages_of_one_undertaking_count_once() -> None:
    """Most undertakings first; by stage, of one's own and what is inferred stand beside it."""
    leaders = find_leaders(Incidence(STAGES), find_undertakings(STAGES))

    rows = [
        (one.organisation, one.undertakings, one.with_others, one.inferred, one.alone)
        for one in leaders.counts
    ]
    assert rows == [
        ("b", 2, 3, 1, 0),
        ("a", 1, 2, 0, 1),
        ("c", 1, 1, 1, 0),
        ("d", 0, 0, 0, 2),
        ("e", 0, 0, 0, 0),
    ]
    assert leaders.counts[1].roles == (("member", 2), ("lead", 1))
    assert [one.partnerships for one in leaders.counts] == [3, 3, 1, 2, 0]
    assert [one.invited for one in leaders.counts] == [0, 0, 1, 0, 0]


def test_who_comes_first_by_each_way_to_count() -> None:
    """By undertaking, by stage where that makes a difference, and alone."""
    leaders = find_leaders(Incidence(STAGES), find_undertakings(STAGES))

    def names(counts: tuple[Count, ...]) -> list[str]:
        return [one.organisation for one in counts]

    assert (leaders.most, names(leaders.first)) == (2, ["b"])
    assert (leaders.most_by_stage, names(leaders.first_by_stage)) == (3, ["b"])
    assert (leaders.most_alone, names(leaders.first_alone)) == (2, ["d"])
    assert names(leaders.several) == ["b", "a", "d"]
    assert leaders.once == 1


def test_equal_counts_go_by_name() -> None:
    """Where all counts are equal, the name decides, whatever its case, and then the id."""
    registry = make_registry(
        [
            organisation("a", name="Nu"),
            organisation("b", name="al"),
            organisation("c", name="AL"),
            organisation("d", name="zo"),
        ],
        [],
    )

    leaders = find_leaders(Incidence(registry), {})

    assert [one.organisation for one in leaders.counts] == ["b", "c", "a", "d"]
    assert (leaders.first, leaders.first_by_stage, leaders.first_alone) == ((), (), ())


def test_nobody_leads_nothing() -> None:
    """Without organisations there is nobody to count."""
    leaders = find_leaders(Incidence(make_registry([], [])), {})

    assert (leaders.counts, leaders.most, leaders.most_alone, leaders.once) == ((), 0, 0, 0)
