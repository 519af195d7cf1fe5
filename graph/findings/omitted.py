"""Which measures are not computed."""

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
