"""Who is meant, who the neighbours are, and what two organisations share."""

import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.errors import AmbiguousNameError, UnknownIdError
from graph.model.records import Alias, Membership
from graph.query.names import find_organisation
from graph.query.neighbours import neighbours
from graph.query.why import shared_partnerships


@pytest.mark.parametrize(
    "name",
    [
        "e",
        "Stichting Café Één",
        "cafe een",
        "CAFÉ ÉÉN",
        "de stichting cafe-een",
        "  Het Café   Één ",
        "Cafe\u0301 E\u0301e\u0301n",
    ],
)
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    """Case, accents, blanks, hyphens and 'de/het/stichting' make no difference."""
    assert find_organisation(kustland(), name).id == "e"


def test_an_alias_is_found() -> None:
    """An alias finds its organisation, also one that holds in one source only."""
    registry = kustland()

    assert find_organisation(registry, "vuurbaak").id == "a"
    assert find_organisation(registry, "Het Ziekenhuis").id == "a"


def test_a_unit_is_found_as_its_parent_when_folded() -> None:
    """Where units are folded a unit stands for its parent."""
    assert find_organisation(kustland(), "polikliniek de vuurbaak", folded=True).id == "a"


def test_nobody_found() -> None:
    """A name that nobody has is an error with the nearest names."""
    with pytest.raises(UnknownIdError) as error:
        find_organisation(kustland(), "gemeente zandmer")

    assert str(error.value) == (
        "no organisation 'gemeente zandmer', did you mean 'Gemeente Zandmeer'?"
    )


def test_a_part_of_a_name_is_suggested() -> None:
    """Typing a part of a name suggests those that hold it."""
    with pytest.raises(UnknownIdError) as error:
        find_organisation(kustland(), "zandmeer")

    assert error.value.suggestions[:2] == ("Gemeente Zandmeer", "Huisartsengroep Zandmeer")


def test_an_ambiguous_name() -> None:
    """A form that fits two organisations is an error that lists both, and the id still works."""
    registry = make_registry(
        [
            organisation("almere", name="Gemeente Almere", aliases=(Alias(text="gemeente"),)),
            organisation("utrecht", name="Gemeente Utrecht", aliases=(Alias(text="Gemeente"),)),
        ],
        [],
    )

    with pytest.raises(AmbiguousNameError) as error:
        find_organisation(registry, "de gemeente")

    assert error.value.ids == ("almere", "utrecht")
    assert str(error.value) == (
        "'de gemeente' fits 2 organisations, use an id:\n"
        "  almere  (Gemeente Almere)\n"
        "  utrecht  (Gemeente Utrecht)"
    )
    assert find_organisation(registry, "utrecht").name == "Gemeente Utrecht"


def test_neighbours_are_strongest_first() -> None:
    """Neighbours come by weight, then by Newman's weight, then by name."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b c"),
            partnership("q", "a c"),
            partnership("r", "a d"),
            partnership("s", "b e"),
        ],
    )

    found = neighbours(registry, "a")

    assert [(n.organisation.id, n.tie and n.tie.weight) for n in found] == [
        ("c", 2),
        ("d", 1),
        ("b", 1),
    ]


def test_two_steps() -> None:
    """Further steps name the neighbours one step nearer, and come after the direct ones."""
    registry = make_registry(
        [organisation(id) for id in "abcdex"],
        [
            partnership("p", "a b c"),
            partnership("q", "b d"),
            partnership("r", "c d"),
            partnership("s", "d e"),
        ],
    )

    found = neighbours(registry, "a", hops=3)

    assert [(n.organisation.id, n.hops, n.via) for n in found] == [
        ("b", 1, ()),
        ("c", 1, ()),
        ("d", 2, ("b", "c")),
        ("e", 3, ("d",)),
    ]


def test_no_neighbours() -> None:
    """An organisation without a tie has no neighbours at any distance."""
    assert neighbours(kustland(), "e", hops=5) == []


def test_hops_start_at_one() -> None:
    """Less than one step is a mistake of the caller."""
    with pytest.raises(ValueError, match="1 or more"):
        neighbours(kustland(), "a", hops=0)


def test_shared_partnerships_in_the_order_of_the_question() -> None:
    """What two organisations share names left and right as they were asked for."""
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [
            partnership(
                "p", [Membership(organisation="a", role="lead"), Membership(organisation="b")]
            )
        ],
    )

    one = shared_partnerships(registry, "a", "b")
    other = shared_partnerships(registry, "b", "a")

    assert [(s.left.role, s.right.role) for s in one] == [("lead", "member")]
    assert [(s.left.role, s.right.role) for s in other] == [("member", "lead")]


def test_nothing_shared() -> None:
    """Two organisations that share no partnership share nothing."""
    assert shared_partnerships(kustland(), "a", "d") == ()
