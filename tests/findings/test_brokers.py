"""Who takes part in regions that lie apart, or in themes that have nothing in common."""

from dataclasses import replace
from itertools import combinations

import pytest
from drawn import NESTED, registries
from hypothesis import given
from registries import make_registry, organisation, partnership

from graph.findings.brokers import Side, find_brokers
from graph.findings.membership import MembershipId
from graph.model.records import Membership, Partnership, Registry
from graph.model.regions import are_related
from graph.network.incidence import Incidence


def nested(*partnerships: Partnership) -> Incidence:
    """Organisations a to e in partnerships of nested regions."""
    registry = make_registry([organisation(id) for id in "abcde"], list(partnerships))
    return Incidence(replace(registry, vocabulary=replace(registry.vocabulary, regions=NESTED)))


def test_a_broker_between_regions() -> None:
    """A region and one within it are related; the inferred membership of the broker is named."""
    incidence = nested(
        partnership("p", "a b", regions=("beek",)),
        partnership(
            "q",
            [Membership(organisation="a", certainty="medium"), Membership(organisation="c")],
            regions=("west",),
        ),
        partnership("r", "b d", regions=("oost",)),
        partnership("s", "d", regions=("land",)),
    )

    found = find_brokers(incidence, "regions")

    (broker,) = found.connecting
    assert found.alone == ()
    assert (broker.organisation, broker.partnerships) == ("a", ("p", "q"))
    assert (broker.decisive, broker.rests_on) == (("p", "q"), (MembershipId("a", "q"),))


def test_with_others_first() -> None:
    """Where partnerships with others make a broker, those of its own are not looked at."""
    incidence = nested(
        partnership("p", "a b", regions=("oost",)),
        partnership("q", "a b", regions=("west",), certainty="low"),
        partnership("r", "a", regions=("eiland",)),
        partnership("s", "c", regions=("oost",)),
        partnership("t", "c d", regions=("west",)),
    )

    found = find_brokers(incidence, "regions")

    assert [(one.organisation, one.partnerships, one.connects) for one in found.brokers] == [
        ("a", ("p", "q"), True),
        ("b", ("p", "q"), True),
        ("c", ("s", "t"), False),
    ]
    assert found.brokers[0].rests_on == (MembershipId("a", "q"),)


def test_a_partnership_is_no_broker() -> None:
    """A partnership that covers two regions is the link itself; one without any is not known."""
    incidence = nested(
        partnership("p", "a b", regions=("oost", "west")),
        partnership("q", "a b", regions=("land", "oost")),
        partnership("r", "a b"),
    )

    found = find_brokers(incidence, "regions")

    assert (found.brokers, found.spanning, found.unlabelled) == ((), ("p",), ("r",))


def test_themes_span_nothing() -> None:
    """Two themes of one partnership say nothing; two partnerships without one in common do."""
    incidence = nested(
        partnership("p", "a b", themes=("iza", "jeugd")),
        partnership("q", "a c", themes=("corona",)),
        partnership("r", "b c", themes=("iza", "corona")),
    )

    found = find_brokers(incidence, "themes")

    assert [one.organisation for one in found.brokers] == ["a"]
    assert found.spanning == ()


@pytest.mark.parametrize("side", ["regions", "themes"])
@given(registries())
def test_as_pair_by_pair(side: Side, registry: Registry) -> None:
    """Brokers are those of every pair of partnerships, looked at one by one."""
    incidence = Incidence(registry)

    found = {broker.organisation: broker for broker in find_brokers(incidence, side).brokers}

    for id in incidence.organisations:
        own = [one.partnership for one in incidence.memberships_of(id)]
        pairs = [pair for pair in combinations(own, 2) if are_far_apart(registry, side, *pair)]
        linking = [pair for pair in pairs if pair[0].size > 1 and pair[1].size > 1]
        assert (id in found) == bool(pairs)
        if pairs:
            broker = found[id]
            assert broker.connects == bool(linking)
            looked_at = [{one.id for one in pair} for pair in linking or pairs]
            assert set(broker.partnerships) == set.union(*looked_at)
            assert set(broker.decisive) == set.intersection(*looked_at)


def are_far_apart(registry: Registry, side: Side, left: Partnership, right: Partnership) -> bool:
    """Both are labelled, and no label of the one is related to one of the other."""
    terms = getattr(registry.vocabulary, side)
    ours, theirs = getattr(left, side), getattr(right, side)
    return bool(ours and theirs) and not any(
        are_related(terms, one, other) for one in ours for other in theirs
    )
