"""What is counted in a region is what a filter on it lists."""

from dataclasses import replace

import pytest
from conformance.drawn import parts
from hypothesis import given
from registries import make_registry, organisation, partnership

from graph.model.records import Registry, Term
from graph.network.incidence import Incidence
from graph.query.listing import list_organisations, list_partnerships
from graph.query.regions import count_regions
from graph.select.filters import Selection
from graph.select.selection import select_registry


@pytest.mark.parametrize("weight", [1, 2])
def test_regions_are_counted_in_the_order_of_their_ids(weight: int) -> None:
    """The order is that of ids, also where the first partnership is in a later region."""
    regions = {id: Term(id=id, labels={"nl": id}) for id in ("zuid", "noord")}
    tables = [partnership("p", "a b", regions=("zuid",)), partnership("q", "a b")]
    tables.append(partnership("r", "a b", regions=("noord",)))
    registry = make_registry([organisation("a"), organisation("b")], tables)
    vocabulary = replace(registry.vocabulary, regions=regions)
    registry = replace(registry, least_weight=weight, vocabulary=vocabulary)

    assert list(count_regions(Incidence(registry))) == ["noord", "zuid"]


@given(parts())
def test_counts_are_those_of_the_lists(registry: Registry) -> None:
    """As many as `list partnerships` and `list organisations` have with that region; never none."""
    counts = count_regions(Incidence(registry))

    for id in registry.vocabulary.regions:
        chosen = Selection(regions=(id,), weight=registry.least_weight)
        selected = select_registry(registry, chosen)
        listed = len(list_partnerships(selected)), len(list_organisations(selected))
        assert tuple(counts.get(id, (0, 0))) == listed
