"""The map of regions counts what the command line lists."""

from dataclasses import replace

from conformance.drawn import REGIONS, draw_all, fit, parts, selections
from conformance.expected import write_registry, write_selection
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.model.records import Registry
from graph.select.filters import Selection
from graph.select.selection import select_registry

CASES = st.tuples(parts(), st.lists(selections(), min_size=3, max_size=3))


def count(registry: Registry, selection: Selection) -> dict[str, object]:
    """What is listed of each region where all other filters hold; of none what lists 0."""
    weight = max(selection.weight, registry.least_weight)
    others = replace(selection, regions=(), every_region=False, weight=weight)
    counts = {}
    for id in REGIONS:
        selected = select_registry(registry, replace(others, regions=(id,)))
        if selected.partnerships:
            counts[id] = [len(selected.partnerships), len(selected.organisations)]
    whole = select_registry(registry, others)
    without = sum(not one.regions for one in whole.partnerships.values())
    return {"counts": counts, "without": without}


def test_counts_of_regions(script: Page) -> None:
    """Under any filters, in networks with a least weight too."""
    drawn = [
        (registry, [Selection(), Selection(weight=2), *(fit(registry, one) for one in chosen)])
        for registry, chosen in draw_all(CASES)
    ]
    asked = [
        {"registry": write_registry(registry), "selections": [write_selection(s) for s in chosen]}
        for registry, chosen in drawn
    ]

    answered = script.evaluate("(cases) => conformance.countRegions(cases)", asked)

    seen = set()
    for (registry, chosen), answers in zip(drawn, answered, strict=True):
        for selection, said in zip(chosen, answers, strict=True):
            assert said == count(registry, selection), selection.describe()
            seen.update(said["counts"])
    assert seen == set(REGIONS)
