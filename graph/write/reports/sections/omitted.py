"""What is not shown, and why."""

from graph.write.reports.context import Ground
from graph.write.reports.value import Section

OMITTED = (
    "closeness",
    "betweenness",
    "density",
    "clustering",
    "core",
    "constraint",
    "assortativity",
    "communities",
    "significance",
    "trust",
)
"""Measures that mislead on a small network curated by hand, or that documents cannot give."""


def tell_omitted(ground: Ground) -> Section:
    """Tell which measures are left out, each with its reason."""
    rows = [(ground.say(f"omitted_{id}"), ground.say(f"omitted_{id}_why")) for id in OMITTED]
    return ground.section("omitted", [ground.table("omitted", "measure why", rows)])
