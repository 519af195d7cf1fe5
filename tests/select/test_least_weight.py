"""The strong part of a network, and who is active in every region."""

from registries import make_registry, organisation, partnership

from graph.network.incidence import Incidence
from graph.select.filters import Selection
from graph.select.selection import select_registry


def test_two_who_stay_can_have_too_weak_a_tie() -> None:
    """A partnership that stays ties only whom enough partnerships tie; who goes still counts."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b c d", members_known="all"),
            *(partnership(id, members) for id, members in [("q", "a b"), ("r", "b c"), ("s", "d")]),
        ],
    )

    strong = select_registry(registry, Selection(weight=2))

    assert list(strong.organisations) == ["a", "b", "c"]
    assert list(strong.partnerships) == ["p", "q", "r"]
    p = strong.partnerships["p"]
    assert [m.organisation for m in p.memberships] == ["a", "b", "c"]
    assert (p.members_known, p.unseen) == ("some", 1)
    ties = {(tie.left, tie.right): tie for tie in Incidence(strong).ties()}
    assert list(ties) == [("a", "b"), ("b", "c")]  # a and c share p alone
    assert ties["a", "b"].newman == 1.333333333
    assert strong.selection == "weight=2"


def test_what_has_gone_is_added_up() -> None:
    """A selection from a selection adds to the members that are out of sight."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b c d e"),
            *(partnership(id, members) for id, members in [("q", "a b c"), ("r", "a b")]),
        ],
    )

    twice = select_registry(registry, Selection(weight=2))
    thrice = select_registry(twice, Selection(weight=3))

    assert twice.partnerships["p"].unseen == 2
    assert thrice.partnerships["p"].unseen == 3
    assert [tie.newman for tie in Incidence(thrice).ties()] == [1 / 4 + 1 / 2 + 1]


def test_an_earlier_selection_stays_in_force() -> None:
    """What is selected from a selection is in both, says both, and keeps the least weight."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b", kind="project"),
            partnership("q", "a b c d", kind="overleg"),
            partnership("r", "c d", kind="overleg"),
        ],
    )
    strong = select_registry(registry, Selection(weight=2))

    narrowed = select_registry(strong, Selection(kinds=("overleg",)))

    assert (narrowed.least_weight, narrowed.selection) == (2, "weight=2; kinds=overleg")
    assert list(narrowed.organisations) == ["c", "d"]
    assert list(narrowed.partnerships) == ["q", "r"]
    assert select_registry(strong, Selection()) is strong


def test_the_organisation_asked_about_stays_in_every_region() -> None:
    """A question about one organisation keeps it, whether or not it is active everywhere."""
    registry = make_registry(
        [organisation(id) for id in "abc"],
        [
            partnership("p", "a b", regions=("zandmeer",)),
            partnership("q", "b c", regions=("kustland",)),
            partnership("r", "c", regions=("kustland",)),
        ],
    )
    everywhere = Selection(regions=("zandmeer", "kustland"), every_region=True)

    kept = select_registry(registry, everywhere, keep=["c"])

    assert [m.organisation for m in kept.partnerships["q"].memberships] == ["b", "c"]
    assert "r" not in kept.partnerships
    assert list(kept.organisations) == ["a", "b", "c"]
