"""Who takes part in what: the one relation that every answer rests on."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Membership, Shared, Tie
from graph.network.incidence import Incidence, as_incidence

TABLES = st.lists(st.sets(st.sampled_from("abcdefg"), max_size=5), max_size=9)


def test_kustland() -> None:
    """Members and memberships in order, with the less sure of partnership and membership."""
    incidence = Incidence(kustland())

    assert incidence.organisations == tuple("abcdefgh")
    assert incidence.partnerships == tuple("pqrtu")
    assert [m.organisation for m in incidence.members_of("p")] == ["a", "b", "c"]
    assert [p.id for p, _ in incidence.memberships_of("c")] == ["p", "r"]
    (seat,) = incidence.memberships_of("d")
    assert (seat.partnership.id, seat.certainty, seat.is_inferred) == ("r", "medium", True)
    assert [incidence.size(id) for id in "pqrtu"] == [3, 2, 2, 1, 0]
    assert incidence.memberships == 8
    assert incidence.shared == {
        ("a", "b"): ("p", "q"),
        ("a", "c"): ("p",),
        ("b", "c"): ("p",),
        ("c", "d"): ("r",),
    }
    assert incidence.partners_of("b") == {"a": ["p", "q"], "c": ["p"]}


def test_what_is_not_there_has_nothing() -> None:
    """An id that the registry does not hold has no members, no memberships and no ties."""
    incidence = Incidence(kustland())

    assert incidence.members_of("x") == ()
    assert incidence.memberships_of("x") == ()
    assert incidence.partners_of("x") == {}
    assert incidence.ties_of("x") == {}
    assert incidence.size("x") == 0
    assert incidence.find_tie("a", "x") is incidence.find_tie("a", "a") is None


def test_members_outside_the_registry_do_not_count() -> None:
    """A member that a filter took out of the organisations is no member."""
    registry = kustland()
    rest = {id: o for id, o in registry.organisations.items() if id != "b"}

    incidence = Incidence(replace(registry, organisations=rest))

    assert [m.organisation for m in incidence.members_of("p")] == ["a", "c"]
    assert incidence.size("q") == 1


def test_a_least_weight() -> None:
    """Organisations that share too few partnerships are not tied, however they are asked for."""
    incidence = Incidence(replace(kustland(), least_weight=2))

    assert incidence.shared == {("a", "b"): ("p", "q")}
    assert incidence.cliques == (("a", "b"),)
    assert incidence.cliques_of["b"] == (0,)
    assert incidence.cliques_of["c"] == ()
    assert incidence.partners_of("a") == {"b": ["p", "q"]}
    assert incidence.partners_of("c") == {}
    assert incidence.ties_of("c") == {}
    assert incidence.find_tie("a", "c") is None
    assert [(tie.left, tie.right, tie.newman) for tie in incidence.ties()] == [("a", "b", 1.5)]


def test_members_out_of_sight_count_in_the_strength() -> None:
    """A member kept out of sight still counts in the size of its partnership, and so in ties."""
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [partnership("p", "a b", unseen=2), partnership("q", "a b")],
    )
    incidence = Incidence(registry)

    assert [incidence.size("p"), incidence.size("q")] == [2, 2]
    assert [incidence.full_size(id) for id in "pqx"] == [4, 2, 0]
    assert [tie.newman for tie in incidence.ties()] == [1.333333333]
    assert incidence.ties_of("b")["a"].newman == 1.333333333


@given(TABLES, st.integers(1, 4))
def test_a_least_weight_takes_away_ties_and_changes_none(
    tables: list[set[str]], least: int
) -> None:
    """The ties under a least weight are those of that weight or more, just as they were."""
    registry = make_registry(
        [organisation(id) for id in "abcdefg"],
        [partnership(f"p{n}", " ".join(sorted(ids))) for n, ids in enumerate(tables)],
    )
    expected = [tie for tie in Incidence(registry).ties() if tie.weight >= least]

    incidence = Incidence(replace(registry, least_weight=least))

    assert list(incidence.ties()) == expected
    assert [*sorted(incidence.shared)] == [(tie.left, tie.right) for tie in expected]
    for tie in expected:
        assert incidence.find_tie(tie.left, tie.right) == tie
        assert incidence.ties_of(tie.right)[tie.left] == tie
    for id in incidence.organisations:
        assert [*incidence.ties_of(id)] == [*incidence.partners_of(id)]
        assert len(incidence.ties_of(id)) == sum(id in (tie.left, tie.right) for tie in expected)
    pairs = {pair for clique in incidence.cliques for pair in combinations(clique, 2)}
    assert pairs == {(tie.left, tie.right) for tie in expected}


def test_as_incidence() -> None:
    """An incidence is taken as it is."""
    incidence = Incidence(kustland())

    assert as_incidence(incidence) is incidence
    assert as_incidence(kustland()).organisations == incidence.organisations


@given(TABLES)
def test_ties_are_those_of_all_pairs(tables: list[set[str]]) -> None:
    """Every way to ask for a tie gives the same records as projecting table by table."""
    registry = make_registry(
        [organisation(id) for id in "abcdefg"],
        [partnership(f"p{n}", " ".join(sorted(ids))) for n, ids in enumerate(tables)],
    )
    incidence = Incidence(registry)
    expected = [
        Tie(
            left=left,
            right=right,
            shared=tuple(
                Shared(
                    partnership=p,
                    left=Membership(organisation=left),
                    right=Membership(organisation=right),
                    size=len(tables[int(id[1:])]),
                )
                for id, p in registry.partnerships.items()
                if {left, right} <= tables[int(id[1:])]
            ),
        )
        for left, right in combinations("abcdefg", 2)
        if any({left, right} <= ids for ids in tables)
    ]

    assert list(incidence.ties()) == expected
    for tie in expected:
        assert incidence.find_tie(tie.right, tie.left) == tie
        assert incidence.shared[tie.left, tie.right] == tuple(s.partnership.id for s in tie.shared)
    for id in incidence.organisations:
        own = {t.right if t.left == id else t.left: t for t in expected if id in (t.left, t.right)}
        assert incidence.ties_of(id) == dict(sorted(own.items()))
        assert incidence.partners_of(id) == {
            other: [s.partnership.id for s in tie.shared] for other, tie in sorted(own.items())
        }


def test_cliques_of_a_strong_part_are_sorted() -> None:
    """Under a least weight each tie is a clique, in the order of ids and not of finding."""
    tables = [partnership(f"p{n}", pair) for n, pair in enumerate(("c d", "c d", "a b", "a b"))]
    registry = make_registry([organisation(id) for id in "abcd"], tables)

    assert Incidence(replace(registry, least_weight=2)).cliques == (("a", "b"), ("c", "d"))


def test_passages_of_a_membership() -> None:
    """A membership has passages of its own, or else those of its partnership."""
    registry = kustland()
    own, other = (Incidence(registry).memberships_of(id)[0] for id in "ca")

    assert [one.quote for one in own.evidence] == ["Gemeente Zandmeer betaalt."]
    assert [one.quote for one in other.evidence] == ["Zij zitten aan tafel p."]


def test_organisations_stand_by_id() -> None:
    """Whatever the order in the data, organisations are taken in that of ids."""
    registry = kustland()
    turned = {id: registry.organisations[id] for id in "hgfedcba"}

    found = Incidence(replace(registry, organisations=turned)).organisations

    assert list(found) == list("abcdefgh")
