"""What is counted of the whole: size, documents, what they confirm and what they leave open."""

from dataclasses import replace

import pytest
from drawn import registries
from hypothesis import given
from registries import kustland, make_registry, organisation, partnership

from graph.findings.facts import Facts
from graph.findings.membership import MembershipId
from graph.findings.size import Size
from graph.model.records import Evidence, Membership, Registry
from graph.network.incidence import Incidence


def test_size_of_kustland() -> None:
    """Every number as counted by hand."""
    assert Facts(kustland()).size == Size(
        organisations=8,
        partnerships=5,
        of_two_or_more=3,
        of_one=1,
        of_none=1,
        memberships=8,
        ties=4,
        components=(4,),
        isolates=("e", "f", "g", "h"),
        largest="p",
        largest_size=3,
        largest_ties=3,
    )


def test_two_members_make_no_large_partnership() -> None:
    """Where nobody sits with more than one other, no partnership is called the largest."""
    registry = make_registry([organisation("a"), organisation("b")], [partnership("p", "a b")])

    assert Facts(registry).size.largest is None
    assert Facts(make_registry([], [])).size.largest is None


@given(registries(), registries(least_weight=2))
def test_sums(plain: Registry, strong: Registry) -> None:
    """Partnerships add up by size, organisations by component, and ties are the records."""
    for registry in (plain, strong):
        size = Facts(registry).size

        assert size.of_two_or_more + size.of_one + size.of_none == size.partnerships
        assert sum(size.components) + len(size.isolates) == size.organisations
        assert size.ties == len(list(Incidence(registry).ties()))


@pytest.mark.parametrize(
    ("dates", "earliest", "latest", "undated"),
    [
        ([None], None, None, ("s1",)),
        (["2019", None], "2019", "2019", ("s2",)),
        (["2022?", "2020-05-13", "2022-01"], "2020-05-13", "2022?", ()),
        (["herfst"], None, None, ("s1",)),
    ],
)
def test_dates_of_documents(
    dates: list[str | None], earliest: str | None, latest: str | None, undated: tuple[str, ...]
) -> None:
    """The first day that the earliest can be, and the last that the latest can be, decide."""
    registry = make_registry([], [], sources=len(dates))
    sources = {
        id: replace(source, date=date)
        for (id, source), date in zip(registry.sources.items(), dates, strict=True)
    }

    documents = Facts(replace(registry, sources=sources)).documents

    assert (documents.earliest, documents.latest, documents.undated) == (earliest, latest, undated)


def passage(source: str) -> tuple[Evidence, ...]:
    """One passage of a document."""
    return (Evidence(source=source, line=1, quote="x"),)


CITED = make_registry(
    [organisation(id) for id in "abc"],
    [
        partnership("p", "a b", evidence=(*passage("s1"), *passage("s2"))),
        partnership(
            "q",
            [Membership(organisation="b", evidence=passage("s2")), Membership(organisation="c"),
             Membership(organisation="a")],
        ),
    ],
    sources=3,
)  # fmt: skip
"""p stands in two documents; q in one, and the membership of b in it in another."""


def test_what_a_document_supports() -> None:
    """A document supports a partnership by a passage on it or on a membership of it."""
    documents = Facts(CITED).documents

    assert documents.supported == {"s1": ("p", "q"), "s2": ("p", "q"), "s3": ()}
    assert documents.unused == ("s3",)
    assert Facts(kustland()).documents.supported == {"s1": ("p", "q", "t", "u"), "s2": ("r",)}


def test_confirmation() -> None:
    """A tie rests on its own partnerships and memberships, not on those of a third."""
    confirmation = Facts(CITED).confirmation

    assert confirmation.partnerships == ((2, 2),)
    assert confirmation.ties == ((1, 1), (2, 2))
    assert (confirmation.confirmed, confirmation.confirmed_ties) == (2, 2)


@given(registries())
def test_ties_rest_on_their_records(registry: Registry) -> None:
    """On how many documents a tie rests is what its record says."""
    confirmation = Facts(registry).confirmation

    numbers = [len(tie.sources) for tie in Incidence(registry).ties()]
    assert confirmation.ties == tuple((n, numbers.count(n)) for n in sorted(set(numbers)))


def test_unknowns_of_kustland() -> None:
    """What is open in the small registry, as counted by hand."""
    unknowns = Facts(kustland()).unknowns

    assert unknowns.memberless == ("u",)
    assert unknowns.members_partly_known == ("p", "r", "t")
    assert unknowns.undated == ("r", "t", "u")
    assert unknowns.on_one_document == ("p", "q", "r", "t", "u")
    assert unknowns.groups == 2  # one of them takes part in two
    assert unknowns.inferred == (MembershipId("d", "r"),)
    assert unknowns.without_region == ("d", "f", "h")
    assert unknowns.in_no_partnership == ("f", "g", "h")


def test_a_membership_in_an_inferred_partnership_is_inferred() -> None:
    """A membership is as sure as the less sure of itself and its partnership."""
    registry = make_registry(
        [organisation("a"), organisation("b")],
        [
            partnership("p", "a", certainty="medium"),
            partnership("q", [Membership(organisation="a"),
                              Membership(organisation="b", certainty="low")]),
        ],
    )  # fmt: skip

    assert Facts(registry).unknowns.inferred == (MembershipId("a", "p"), MembershipId("b", "q"))


def test_what_an_inferred_membership_carries() -> None:
    """Those on which a cut vertex or a broker rests come first."""
    unsure = [Membership(organisation="a", certainty="low"), Membership(organisation="c")]
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("o", [Membership(organisation="a", certainty="low")]),
            partnership("p", "a b", themes=("iza",)),
            partnership("q", unsure, themes=("jeugd",)),
        ],
    )

    carried = Facts(registry).carried

    assert [(one.membership, one.cuts, one.sides, one.is_bare) for one in carried] == [
        (MembershipId("a", "q"), ("a",), ("themes",), False),
        (MembershipId("a", "o"), (), (), True),
    ]


def test_stages_are_read_from_the_whole() -> None:
    """A stage that a filter leaves out still makes one undertaking of those around it."""
    whole = make_registry(
        [organisation("a"), organisation("b")],
        [
            partnership("p1", "a b"),
            partnership("p2", "a b", follows=("p1",)),
            partnership("p3", "a b", follows=("p2",)),
        ],
    )
    selected = replace(
        whole, partnerships={id: p for id, p in whole.partnerships.items() if id != "p2"}
    )

    assert [one.undertakings for one in Facts(selected, whole=whole).leaders.counts] == [1, 1]
    assert [one.undertakings for one in Facts(selected).leaders.counts] == [2, 2]
    assert Facts(selected, whole=whole).overlaps.pairs[0].stages == "same_undertaking"
