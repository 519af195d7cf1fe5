"""What holds of every registry: random ones, against networkx and against the invariants."""

import random
from dataclasses import replace
from math import isclose

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from registries import make_registry, organisation, partnership

from graph.model.certainty import CERTAINTIES, Certainty
from graph.model.records import (
    Membership,
    Registry,
)
from graph.network.measure import measure_network
from graph.network.networkx import build_bipartite, project_network
from graph.select.filters import Selection
from graph.select.selection import select_registry

ROLES = ("convener", "lead", "facilitator", "member", "funder", "invited")


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Up to 12 organisations, some of them units, at up to 10 tables."""
    ids = [f"o{n}" for n in range(draw(st.integers(0, 12)))]
    tables = []
    for n in range(draw(st.integers(0, 10))):
        members = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
        tables.append(
            partnership(
                f"t{n}",
                [
                    Membership(
                        organisation=id,
                        role=draw(st.sampled_from(ROLES)),
                        certainty=draw(st.sampled_from(CERTAINTIES)),
                    )
                    for id in members
                ],
                certainty=draw(st.sampled_from(CERTAINTIES)),
            )
        )
    parents = {id: draw(st.sampled_from([None, *ids[:place]])) for place, id in enumerate(ids)}
    return make_registry([organisation(id, part_of=parents[id]) for id in ids], tables)


@given(registries())
def test_equal_to_networkx(registry: Registry) -> None:
    """Both weights equal those of networkx's own projections."""
    bipartite = build_bipartite(registry)
    network = project_network(bipartite)

    if not registry.partnerships:  # networkx refuses a graph with one side
        assert not network.edges
        return
    counts = nx.bipartite.weighted_projected_graph(bipartite, list(network))
    shares = nx.bipartite.collaboration_weighted_projected_graph(bipartite, list(network))
    assert set(network) == set(counts)
    assert {frozenset(e) for e in network.edges} == {frozenset(e) for e in counts.edges}
    for left, right, weight in counts.edges(data="weight"):
        assert network.edges[left, right]["weight"] == weight
        newman, share = network.edges[left, right]["newman"], shares.edges[left, right]["weight"]
        assert isclose(newman, share, abs_tol=1e-9 * weight)


@given(registries())
def test_sums(registry: Registry) -> None:
    """Weights add up to pairs at tables; Newman strength counts tables of two or more."""
    bipartite = build_bipartite(registry)
    network = project_network(bipartite)
    measures = measure_network(bipartite, network)

    sizes = {id: len(p.memberships) for id, p in registry.partnerships.items()}
    assert network.size(weight="weight") == sum(d * (d - 1) // 2 for d in sizes.values())
    for id, row in measures.organisations.items():
        tables = [t for t in bipartite[id] if sizes[t] >= 2]
        assert row.newman_strength == len(tables)
        assert row.partnerships == len(bipartite[id])


@given(registries())
def test_every_tie_is_traceable(registry: Registry) -> None:
    """Every tie has a partnership, and every partnership of it a quote."""
    network = project_network(build_bipartite(registry))

    for *_, edge in network.edges(data=True):
        assert len(edge["partnerships"]) == edge["weight"] >= 1
        assert all(registry.partnerships[id].evidence for id in edge["partnerships"])


@given(registries(), st.sampled_from(ROLES), st.sampled_from(CERTAINTIES))
def test_leaving_out_never_adds_a_tie(registry: Registry, role: str, certainty: Certainty) -> None:
    """Leaving out a role, a certainty or a partnership never adds a tie."""
    before = project_network(build_bipartite(registry))
    choices = [
        select_registry(registry, Selection(without_roles=(role,))),
        select_registry(registry, Selection(certainty=certainty)),
        replace(registry, partnerships=dict(list(registry.partnerships.items())[1:])),
    ]

    for choice in choices:
        after = project_network(build_bipartite(choice))
        assert set(after.edges) <= set(before.edges)
        assert all(after.edges[e]["weight"] <= before.edges[e]["weight"] for e in after.edges)


@given(registries())
def test_folding_never_makes_a_self_loop(registry: Registry) -> None:
    """Folding units leaves no unit, no self-loop and no table with a parent twice."""
    folded = select_registry(registry, Selection(fold=True))
    network = project_network(build_bipartite(folded))

    assert nx.number_of_selfloops(network) == 0
    assert all(not o.part_of for o in folded.organisations.values())
    for table in folded.partnerships.values():
        ids = [m.organisation for m in table.memberships]
        assert ids == sorted(set(ids))


@given(registries(), st.randoms(use_true_random=False))
def test_order_changes_nothing(registry: Registry, chance: random.Random) -> None:
    """The order of organisations, partnerships and members changes no node and no edge."""
    organisations = list(registry.organisations.items())
    partnerships = [
        (id, replace(p, memberships=tuple(chance.sample(p.memberships, len(p.memberships)))))
        for id, p in registry.partnerships.items()
    ]
    chance.shuffle(organisations)
    chance.shuffle(partnerships)
    shuffled = replace(registry, organisations=dict(organisations), partnerships=dict(partnerships))

    one = project_network(build_bipartite(registry))
    other = project_network(build_bipartite(shuffled))

    assert list(one.nodes) == list(other.nodes)
    assert list(one.edges(data="newman")) == list(other.edges(data="newman"))
