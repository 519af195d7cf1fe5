"""Without whom a component falls apart, and on which memberships that rests."""

import pytest
from drawn import registries, remove
from hypothesis import given
from hypothesis import strategies as st
from registries import kustland, make_registry, organisation, partnership

from graph.findings.cuts import Link, Without, find_cuts
from graph.findings.leave_one_out import Change, leave_one_out
from graph.findings.membership import MembershipId, identify
from graph.model.records import Membership, Registry
from graph.network.components import LISTED, find_component, find_cut_vertices
from graph.network.incidence import Incidence

DRAWN = st.one_of(registries(), registries(most=6, least_weight=2))


def test_kustland() -> None:
    """c ties d to a and b; that d is in r is inferred, and without it c cuts nothing."""
    (cut,) = find_cuts(Incidence(kustland()))

    inferred = MembershipId("d", "r")
    assert (cut.organisation, cut.pairs, cut.others, cut.rests_on) == ("c", 2, 3, (inferred,))
    assert [(part.size, part.organisations, part.rests_on) for part in cut.parts] == [
        (2, ("a", "b"), ()),
        (1, ("d",), (inferred,)),
    ]
    assert [link for part in cut.parts for link in part.links] == [
        Link(
            partnership="p",
            memberships=(MembershipId("c", "p"),),
            certainty="high",
            inferred=(),
            decisive=True,
        ),
        Link(
            partnership="r",
            memberships=(MembershipId("c", "r"), inferred),
            certainty="medium",
            inferred=(inferred,),
            decisive=True,
        ),
    ]
    assert cut.without == (
        Without(membership=MembershipId("c", "p"), sizes=(2, 2), still_cuts=False),
        Without(membership=MembershipId("c", "r"), sizes=(3, 1), still_cuts=False),
    )


def test_two_partnerships_hold_a_part_together() -> None:
    """A part tied by two partnerships rests on neither; with three parts one may go."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b", certainty="low"),
            partnership("q", "a b", certainty="low"),
            partnership("r", [Membership(organisation=id, certainty="low") for id in "ac"]),
            partnership("s", "a d"),
        ],
    )

    (cut,) = find_cuts(Incidence(registry))

    assert [[(one.partnership, one.decisive) for one in part.links] for part in cut.parts] == [
        [("p", False), ("q", False)],
        [("r", True)],
        [("s", True)],
    ]
    assert cut.parts[1].rests_on == (MembershipId("a", "r"), MembershipId("c", "r"))
    assert cut.rests_on == ()
    assert [(one.sizes, one.still_cuts) for one in cut.without] == [
        ((4,), True),
        ((4,), True),
        ((3, 1), True),
        ((3, 1), True),
    ]


def test_a_third_member_keeps_the_tie() -> None:
    """In a partnership of three the membership of no other is decisive for a cut vertex."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", [Membership(organisation=id, certainty="low") for id in "abc"]),
            partnership("q", "a d"),
        ],
    )

    (cut,) = find_cuts(Incidence(registry))

    assert cut.rests_on == (MembershipId("a", "p"),)


def test_who_most_pairs_depend_on_comes_first() -> None:
    """Cut vertices stand by the pairs of others that only they connect."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [partnership(f"p{n}", " ".join(pair)) for n, pair in enumerate(("ab", "bc", "cd", "de"))],
    )

    assert [(cut.organisation, cut.pairs) for cut in find_cuts(Incidence(registry))] == [
        ("c", 4),
        ("b", 3),
        ("d", 3),
    ]


def test_a_large_part_is_counted_and_not_listed() -> None:
    """Beyond a limit the organisations of a part are not listed; their number stands."""
    many = [f"o{n:03}" for n in range(LISTED + 1)]
    registry = make_registry(
        [organisation(id) for id in ("a", "b", *many)],
        [partnership("p", " ".join(["a", *many])), partnership("q", "a b")],
    )

    (cut,) = find_cuts(Incidence(registry))

    assert [(part.size, part.organisations) for part in cut.parts] == [
        (LISTED + 1, None),
        (1, ("b",)),
    ]


@given(DRAWN)
def test_each_membership_without_it(registry: Registry) -> None:
    """What is left without a membership is what is found in the data without it."""
    incidence = Incidence(registry)

    for cut in find_cuts(incidence):
        resting = set()
        for one in incidence.participations():
            rest = remove(registry, *identify(one))
            if cut.organisation not in {found.id for found in find_cut_vertices(rest)}:
                resting |= {identify(one)} if one.is_inferred else set()
        assert set(cut.rests_on) == resting
        component = find_component(incidence, cut.organisation)
        for without in cut.without:
            rest = remove(registry, *without.membership)
            parts = {find_component(rest, id) for id in component}
            assert without.sizes == tuple(sorted(map(len, parts), reverse=True))
            assert without.still_cuts == (
                cut.organisation in {found.id for found in find_cut_vertices(rest)}
            )


@given(DRAWN)
def test_parts_hold_all_others(registry: Registry) -> None:
    """The parts are those of the cut vertex, each with the partnerships that tie it there."""
    incidence = Incidence(registry)
    found = {cut.id: cut for cut in find_cut_vertices(incidence)}

    cuts = find_cuts(incidence)

    assert {cut.organisation for cut in cuts} == set(found)
    for cut in cuts:
        assert {part.organisations for part in cut.parts} == set(found[cut.organisation].parts)
        assert cut.pairs == found[cut.organisation].pairs
        for part in cut.parts:
            assert part.organisations
            assert {link.partnership for link in part.links} == {
                id
                for other, shared in incidence.partners_of(cut.organisation).items()
                if other in part.organisations
                for id in shared
            }


@given(DRAWN)
def test_leaving_out_equals_starting_afresh(registry: Registry) -> None:
    """The cut vertices that go and come are those of the data without the membership."""
    incidence = Incidence(registry)
    before = {cut.id for cut in find_cut_vertices(incidence)}
    expected = {}
    removed = 0
    for one in incidence.participations():
        if one.is_inferred and incidence.size(one.partnership.id) > 1:
            removed += 1
            after = {cut.id for cut in find_cut_vertices(remove(registry, *identify(one)))}
            if after != before:
                expected[identify(one)] = (before - after, after - before)

    found = leave_one_out(incidence, find_cuts(incidence))

    changes = {one.membership: (set(one.gone), set(one.new)) for one in found.changes}
    assert changes == expected
    assert (found.removed, found.tried) == (removed, removed)


def test_a_cut_vertex_that_comes() -> None:
    """In a ring of three each holds the others together when one membership goes."""
    registry = make_registry(
        [organisation(id) for id in "abc"],
        [
            partnership("p", "a b"),
            partnership("q", "b c"),
            partnership("r", [Membership(organisation="a"),
                              Membership(organisation="c", certainty="medium")]),
        ],
    )  # fmt: skip
    incidence = Incidence(registry)

    found = leave_one_out(incidence, find_cuts(incidence))

    assert found.changes == (Change(membership=MembershipId("c", "r"), gone=(), new=("b",)),)


@pytest.mark.parametrize(("budget", "tried"), [(0, 1), (1, 2), (100, 8)])
def test_a_budget_is_kept(budget: int, tried: int) -> None:
    """Beyond the budget no more is tried; what goes is known all the same."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership(id, members, certainty="low")
            for id, members in (("p", "a b"), ("q", "b c"), ("r", "a c"), ("s", "c d"))
        ],
    )
    incidence = Incidence(registry)

    found = leave_one_out(incidence, find_cuts(incidence), budget=budget)

    assert (found.removed, found.tried) == (8, tried)
    gone = {one.membership: one.gone for one in found.changes if one.gone}
    assert gone == {MembershipId("c", "s"): ("c",), MembershipId("d", "s"): ("c",)}
